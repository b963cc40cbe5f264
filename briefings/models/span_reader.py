"""The span reader: marks the stretch of a passage that answers a question, or says that it is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from briefings.models.pairs import Pairs, Scores, Vector

LONGEST_SPAN: Final = 30
"""In pieces, as in training."""

EDGES_BEFORE: Final = frozenset("«“„\"'‘,.;:!?)]—–")
EDGES_AFTER: Final = frozenset("»”“\"'’,.;:!?([—–")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """The best stretch within one part of a passage; `margin` is how far it beats "no answer", in logits."""

    start: int
    end: int
    margin: float


class Reader:
    """Reads questions against passages, by extractive question answering (Devlin et al., 2019, section 4.3)."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs

    def read(
        self, questions: Sequence[str], passages: Sequence[str], parts: Sequence[Sequence[Span]]
    ) -> list[list[Reading | None]]:
        """Read each passage against its question, all in one batch.

        Returns the best stretch of each part (start, end in code points) of each passage.
        A part that lies beyond what is read gives None.
        """
        scored = self._pairs.score(questions, passages)
        return [
            [_best(text, scores, part) for part in spans]
            for text, scores, spans in zip(passages, scored, parts, strict=True)
        ]


def _best(text: str, scores: Scores, part: Span) -> Reading | None:
    inside = [number for number, (_, high) in enumerate(scores.offsets) if part[0] < high <= part[1]]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    row, column, score = _best_pair(scores.starts[first:last], scores.ends[first:last])
    span = (max(part[0], scores.offsets[first + row][0]), scores.offsets[first + column][1])
    return Reading(*whole_words(text, span, within=part), score - scores.nowhere)


def _best_pair(start: Vector, end: Vector) -> tuple[int, int, float]:
    scores = start[:, None] + end[None, :]
    length = np.arange(len(start))[None, :] - np.arange(len(start))[:, None]
    scores = np.where((length < 0) | (length >= LONGEST_SPAN), -np.inf, scores)
    row, column = divmod(int(scores.argmax()), len(start))
    return row, column, float(scores[row, column])


def whole_words(text: str, span: Span, within: Span) -> Span:
    """Widen a stretch to whole words, and trim the spaces and punctuation around it."""
    start, end = span
    while start > within[0] and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < within[1] and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end - 1 and (text[start].isspace() or text[start] in EDGES_BEFORE):
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in EDGES_AFTER):
        end -= 1
    return _without_stray_bracket(text, start, end)


def _without_stray_bracket(text: str, start: int, end: int) -> Span:
    if text[end - 1] == ")" and "(" not in text[start:end] and end > start + 1:
        return start, end - 1
    if text[start] == "(" and ")" not in text[start:end] and end > start + 1:
        return start + 1, end
    return start, end
