"""The models together: found in a folder, opened when first needed, and never in the way of the event loop."""

import asyncio
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, Final

import onnxruntime

from briefings.models.encoder import Encoder, Role, Vectors
from briefings.models.pieces import Splitter
from briefings.models.reader import Reader, Reading

SHIPPED: Final = Path(__file__).parent
ENCODER: Final = "encoder.onnx"
READER: Final = "reader.onnx"
TOKENIZER: Final = "tokenizer.json"
ERRORS_ONLY: Final = 3


class ModelError(Exception):
    """A model file is missing or damaged; the message is one line that says which, and what to do."""


class Models:
    """A sentence encoder and a reader. Opening takes about half a second, so it waits until somebody asks."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder
        self._opening = Lock()

    @classmethod
    def load(cls, folder: Path | None = None) -> "Models":
        """Open the models of `folder` (None: those shipped) and try them once; ModelError where that fails."""
        models = cls(folder or SHIPPED)
        models.check()
        return models

    def check(self) -> None:
        """Open both models and try them on a word; ModelError says what is wrong."""
        try:
            self.encode(["word"], "query")
            self.read("word", ["word"], [[(0, 4)]])
        except (RuntimeError, ValueError, LookupError) as error:
            raise ModelError(f"the models in {self._folder} do not fit together: {_first_line(error)}") from error

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        """Return a unit vector of 384 numbers for each text; blocks, so call `encoded` from the event loop."""
        return self._encoder.encode(texts, role)

    def read(
        self, question: str, passages: Sequence[str], parts: Sequence[Sequence[tuple[int, int]]]
    ) -> list[list[Reading | None]]:
        """Read the passages in one batch, see `Reader.read`; blocks."""
        return self._reader.read(question, passages, parts)

    async def encoded(self, texts: Sequence[str], role: Role) -> Vectors:
        """Encode in a worker thread."""
        return await asyncio.to_thread(self.encode, texts, role)

    async def reads(
        self, question: str, passages: Sequence[str], parts: Sequence[Sequence[tuple[int, int]]]
    ) -> list[list[Reading | None]]:
        """Read in a worker thread."""
        return await asyncio.to_thread(self.read, question, passages, parts)

    @cached_property
    def _splitter(self) -> Splitter:
        path = self._file(TOKENIZER)
        try:
            return Splitter(path)
        except Exception as error:  # the tokenizer library raises no other
            raise _damaged(path, error) from error

    @cached_property
    def _encoder(self) -> Encoder:
        with self._opening:
            return Encoder(self._session(ENCODER), self._splitter)

    @cached_property
    def _reader(self) -> Reader:
        with self._opening:
            return Reader(self._session(READER), self._splitter)

    def _session(self, name: str) -> Any:
        path = self._file(name)
        try:
            return onnxruntime.InferenceSession(str(path), _options(), providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime's errors share no other base
            raise _damaged(path, error) from error

    def _file(self, name: str) -> Path:
        path = self._folder / name
        if not path.is_file():
            raise ModelError(
                f"the model file {path} is missing; install the package again, or name a folder that has it"
            )
        return path


def _options() -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    return options


def _damaged(path: Path, error: Exception) -> ModelError:
    return ModelError(f"the model file {path} is damaged ({_first_line(error)}); install the package again")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
