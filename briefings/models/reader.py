"""The reader: marks the stretch of a passage that answers a question, or says that it is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from briefings.models.pieces import END, START, Pieces, Splitter, pad

QUESTION_PIECES: Final = 48
PASSAGE_PIECES: Final = 192
LONGEST_SPAN: Final = 30
"""In pieces, as in training."""

EDGES_BEFORE: Final = frozenset("«“„\"'‘,.;:!?)]—–")
EDGES_AFTER: Final = frozenset("»”“\"'’,.;:!?([—–")

Logits = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """The best stretch within one part of a passage; `margin` is how far it beats "not here", in logits."""

    start: int
    end: int
    margin: float


class Reader:
    """Reads questions against passages, by extractive question answering (Devlin et al., 2019, section 4.3)."""

    def __init__(self, session: Any, splitter: Splitter) -> None:
        self._session = session
        self._splitter = splitter

    def read(
        self, question: str, passages: Sequence[str], parts: Sequence[Sequence[tuple[int, int]]]
    ) -> list[list[Reading | None]]:
        """Read all passages in one batch; return the best stretch of each part (start, end in code points) of each.

        A part that lies beyond what is read gives None.
        """
        asked, *pieces = self._splitter.split([question, *passages])
        heads = [one.head(PASSAGE_PIECES) for one in pieces]
        prefix = [START, *asked.ids[:QUESTION_PIECES], END, END]
        starts, ends = self._run(prefix, heads)
        found = zip(passages, heads, parts, starts, ends, strict=True)
        return [
            [
                _best(text, head, part, start[len(prefix) :], end[len(prefix) :], float(start[0] + end[0]))
                for part in spans
            ]
            for text, head, spans, start, end in found
        ]

    def _run(self, prefix: list[int], heads: Sequence[Pieces]) -> tuple[Logits, Logits]:
        ids, mask = pad([[*prefix, *head.ids, END] for head in heads])
        readable = np.zeros_like(mask)
        readable[:, 0] = 1
        for row, head in enumerate(heads):
            readable[row, len(prefix) : len(prefix) + len(head.ids)] = 1
        starts, ends = self._session.run(None, {"ids": ids, "mask": mask, "cmask": readable})
        return starts, ends


def _best(text: str, head: Pieces, part: tuple[int, int], start: Logits, end: Logits, nowhere: float) -> Reading | None:
    inside = [number for number, (_, high) in enumerate(head.offsets) if part[0] < high <= part[1]]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    row, column, score = _best_pair(start[first:last], end[first:last])
    span = (max(part[0], head.offsets[first + row][0]), head.offsets[first + column][1])
    return Reading(*whole_words(text, *span, within=part), score - nowhere)


def _best_pair(start: Logits, end: Logits) -> tuple[int, int, float]:
    scores = start[:, None] + end[None, :]
    length = np.arange(len(start))[None, :] - np.arange(len(start))[:, None]
    scores = np.where((length < 0) | (length >= LONGEST_SPAN), -np.inf, scores)
    row, column = divmod(int(scores.argmax()), len(start))
    return row, column, float(scores[row, column])


def whole_words(text: str, start: int, end: int, within: tuple[int, int]) -> tuple[int, int]:
    """Widen a stretch to whole words, and trim the spaces and punctuation around it."""
    while start > within[0] and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < within[1] and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end - 1 and (text[start].isspace() or text[start] in EDGES_BEFORE):
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in EDGES_AFTER):
        end -= 1
    return start, end
