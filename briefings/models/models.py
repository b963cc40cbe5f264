"""The models together: found in a folder, opened when first needed, and never in the way of the event loop."""

import asyncio
import gc
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final, ParamSpec, TypeVar

from briefings.models.encoder import Encoder, Role, Vectors
from briefings.models.files import SHIPPED, ModelError, complaining, first_line, require
from briefings.models.pairs import OwnPairs, Pairs, StandardPairs
from briefings.models.pieces import Splitter
from briefings.models.sessions import Sessions, return_memory
from briefings.models.span_reader import Reader, Reading

ENCODER: Final = "encoder.onnx"
READER: Final = "reader.onnx"
TOKENIZER: Final = "tokenizer.json"
STANDARD_READER: Final = "model.onnx"

Given = ParamSpec("Given")
Result = TypeVar("Result")

Parts = Sequence[Sequence[tuple[int, int]]]


class Models:
    """A sentence encoder and a reader. Opening takes about half a second, so it waits until somebody asks.

    A folder may hold files of the same names as those shipped, or just another reader as Hugging Face exports it
    (`model.onnx` with its `tokenizer.json`); the encoder is then the one shipped.

    Once they are open, what the process holds is frozen (`gc.freeze`): looking through all of it again and again would
    stop every thread for 70 ms each time.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder
        self._sessions = Sessions(folder)
        self._opening = Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="models")
        self._encoder: Encoder | None = None
        self._reader: Reader | None = None
        self._splitter: Splitter | None = None

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
            self.read(["word"], ["word"], [[(0, 4)]])
        except ModelError:
            raise
        except Exception as error:  # a model of another kind may fail in any way
            raise ModelError(f"the models in {self._folder} do not fit: {first_line(error)}") from error

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        """Return a unit vector of 384 numbers for each text; blocks, so call `encoded` from the event loop."""
        with self._opening:
            if self._encoder is None:
                self._encoder = self._open_encoder()
                gc.freeze()
        return self._encoder.encode(texts, role)

    def read(self, questions: Sequence[str], passages: Sequence[str], parts: Parts) -> list[list[Reading | None]]:
        """Read each passage against its question in one batch, see `Reader.read`; blocks."""
        with self._opening:
            if self._reader is None:
                self._reader = Reader(self._open_pairs())
                gc.freeze()
        found = self._reader.read(questions, passages, parts)
        return_memory()
        return found

    async def encoded(self, texts: Sequence[str], role: Role) -> Vectors:
        """Encode in a worker thread."""
        return await self.work(self.encode, texts, role)

    async def reads(
        self, questions: Sequence[str], passages: Sequence[str], parts: Parts
    ) -> list[list[Reading | None]]:
        """Read in a worker thread."""
        return await self.work(self.read, questions, passages, parts)

    async def work(self, function: Callable[Given, Result], *args: Given.args, **named: Given.kwargs) -> Result:
        """Run something heavy in the one worker thread: it uses one core, and one thread's memory."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, partial(function, *args, **named))

    def _open_encoder(self) -> Encoder:
        sessions = Sessions(SHIPPED) if self._has_standard_reader() else self._sessions
        splitter = self._open_splitter(sessions.folder)
        return Encoder(sessions.open(ENCODER), splitter)

    def _open_pairs(self) -> Pairs:
        if self._has_standard_reader():
            return StandardPairs(self._sessions)
        return OwnPairs(self._sessions.open(READER), self._open_splitter(self._folder))

    def _open_splitter(self, folder: Path) -> Splitter:
        if self._splitter is None:
            path = require(folder / TOKENIZER)
            with complaining(path):
                self._splitter = Splitter(path)
        return self._splitter

    def _has_standard_reader(self) -> bool:
        return (self._folder / STANDARD_READER).is_file()
