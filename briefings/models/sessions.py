"""Models opened with the ONNX runtime, on one thread each and with little memory."""

import ctypes
import mmap
from pathlib import Path
from typing import Any, Final

import onnxruntime

from briefings.models.files import checksums, complaining, require

COMMON: Final = "shared.bin"
"""What the models of a folder have in common: ONNX external data, read from one mapping of the file."""
USED_DIRECTLY: Final = "session.use_external_initializer_file_buffers_directly"
"""Since 1.32 the runtime reads external data where it lies; earlier versions copy it, and take more memory."""
ERRORS_ONLY: Final = 3


class Sessions:
    """Opens the models of one folder. What they have in common is in memory once, however many are open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._common: mmap.mmap | None = None

    def open(self, name: str) -> Any:
        """Return an `InferenceSession` of a model file; ModelError where it is missing or damaged."""
        path, common = require(self.folder / name), self._mapped()
        with complaining(path):
            session = self._opened(path, common)
        session.borrowed = common  # it has to live as long as the session, which does not hold it by itself
        _return_pages(common)
        return_memory()
        return session

    def _opened(self, path: Path, common: mmap.mmap | None) -> Any:
        try:
            return onnxruntime.InferenceSession(str(path), _options(common), providers=["CPUExecutionProvider"])
        except Exception:
            if common is None and COMMON.encode() in path.read_bytes():
                require(self.folder / COMMON)
            raise

    def _mapped(self) -> mmap.mmap | None:
        if self._common is None and self._has_common():
            path = require(self.folder / COMMON)
            with complaining(path), path.open("rb") as file:
                self._common = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._common

    def _has_common(self) -> bool:
        return (self.folder / COMMON).exists() or COMMON in checksums(self.folder)


def _options(common: mmap.mmap | None) -> Any:
    """Without an arena of its own a session of these models is no slower, and keeps less memory."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    if common is not None:
        options.add_session_config_entry(USED_DIRECTLY, "1")
        options.add_external_initializers_from_files_in_memory([COMMON], [common], [len(common)])
    return options


def _return_pages(common: mmap.mmap | None) -> None:
    """Give back the pages that opening touched: matrices are packed anew then, and not read again."""
    if common is not None:
        common.madvise(mmap.MADV_DONTNEED)


def return_memory() -> None:
    """Give back what is left unused after opening or running a model (malloc_trim, where the C library has it).

    Without it a process that has answered a hundred questions holds 130 MB of nothing.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
