"""A question and a passage as one input, and what a span reader says of each piece of the passage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from briefings.models.files import complaining, require
from briefings.models.pieces import END, START, Pieces, Splitter, pad
from briefings.models.sessions import Sessions

QUESTION_PIECES: Final = 48
PASSAGE_PIECES: Final = 192

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """For each piece of a passage its place, and the logits of a stretch that starts or ends there."""

    offsets: tuple[tuple[int, int], ...]
    starts: Vector
    ends: Vector
    nowhere: float
    """the logits of "no answer in this passage" """


class Pairs(Protocol):
    """Scores passages against questions in one batch."""

    def score(self, questions: Sequence[str], passages: Sequence[str]) -> list[Scores]:
        """Return the scores of each passage for its question."""
        ...


class OwnPairs:
    """The reader that is shipped: inputs `ids`, `mask` and `cmask` (1 on the passage and on position 0)."""

    def __init__(self, session: Any, splitter: Splitter) -> None:
        self._session = session
        self._splitter = splitter

    def score(self, questions: Sequence[str], passages: Sequence[str]) -> list[Scores]:
        """Return the scores of each passage for its question."""
        asked = self._splitter.split(questions)
        prefixes = [[START, *one.ids[:QUESTION_PIECES], END, END] for one in asked]
        heads = [one.head(PASSAGE_PIECES) for one in self._splitter.split(passages)]
        starts, ends = self._run(prefixes, heads)
        return [
            Scores(head.offsets, start[len(prefix) :], end[len(prefix) :], float(start[0] + end[0]))
            for prefix, head, start, end in zip(prefixes, heads, starts, ends, strict=True)
        ]

    def _run(self, prefixes: Sequence[list[int]], heads: Sequence[Pieces]) -> tuple[Vector, Vector]:
        ids, mask = pad([[*prefix, *head.ids, END] for prefix, head in zip(prefixes, heads, strict=True)])
        readable = np.zeros_like(mask)
        readable[:, 0] = 1
        for row, (prefix, head) in enumerate(zip(prefixes, heads, strict=True)):
            readable[row, len(prefix) : len(prefix) + len(head.ids)] = 1
        starts, ends = self._session.run(None, {"ids": ids, "mask": mask, "cmask": readable})
        return starts, ends


class StandardPairs:
    """Any extractive model as Hugging Face exports it: `model.onnx` and `tokenizer.json` in a folder."""

    def __init__(self, sessions: Sessions) -> None:
        from tokenizers import Tokenizer  # only such a model needs it, and it takes 20 MB

        self._session = sessions.open("model.onnx")
        self._inputs = {one.name for one in self._session.get_inputs()}
        path = require(sessions.folder / "tokenizer.json")
        with complaining(path):
            self._tokenizer: Any = Tokenizer.from_file(str(path))
        # "only_second" would raise where the question alone is too long.
        self._tokenizer.enable_truncation(QUESTION_PIECES + PASSAGE_PIECES, strategy="longest_first")
        self._tokenizer.enable_padding()

    def score(self, questions: Sequence[str], passages: Sequence[str]) -> list[Scores]:
        """Return the scores of each passage for its question."""
        pairs = self._tokenizer.encode_batch(list(zip(questions, passages, strict=True)))
        given = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
        inputs = {
            name: np.array([getattr(pair, field) for pair in pairs], np.int64)
            for name, field in given.items()
            if name in self._inputs
        }
        starts, ends = self._session.run(["start_logits", "end_logits"], inputs)
        return [_standard(pair, start, end) for pair, start, end in zip(pairs, starts, ends, strict=True)]


def _standard(pair: Any, start: Vector, end: Vector) -> Scores:
    inside = [number for number, sequence in enumerate(pair.sequence_ids) if sequence == 1]
    offsets = tuple(pair.offsets[number] for number in inside)
    return Scores(offsets, start[inside], end[inside], float(start[0] + end[0]))
