"""Model files: found, opened, and complained of in one line."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import onnxruntime

ERRORS_ONLY: Final = 3
LONGEST_COMPLAINT: Final = 200


class ModelError(Exception):
    """A model file is missing or damaged; the message is one line that says which, and what to do."""


def require(path: Path) -> Path:
    """Return the path of a file that is there."""
    if not path.is_file():
        raise ModelError(f"the model file {path} is missing; install the package again, or name a folder that has it")
    return path


@contextmanager
def complaining(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with a file into a ModelError. What reads model files raises no narrower errors."""
    try:
        yield
    except ModelError:
        raise
    except Exception as error:
        raise ModelError(f"the model file {path} is damaged ({first_line(error)}); install it again") from error


def open_session(path: Path) -> Any:
    """Open an ONNX model on one thread. Without an arena of its own it is no slower here, and keeps less memory."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    with complaining(require(path)):
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return_memory()
    return session


def first_line(error: Exception) -> str:
    """Return what an error says, short."""
    return (str(error).splitlines() or [type(error).__name__])[0][:LONGEST_COMPLAINT]


def return_memory() -> None:
    """Give back what is left unused after opening or running a model (malloc_trim, where the C library has it).

    Without it a process that has answered a hundred questions holds 130 MB of nothing.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
