"""Sentence vectors: texts of like meaning lie close together, in any of the languages."""

from collections.abc import Sequence
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from briefings.models.pieces import END, START, Splitter, pad

Role = Literal["query", "passage"]
DIMENSIONS: Final = 384
LONGEST: Final = 128
"""Pieces read of a text; a sentence seldom has more than 80."""
PIECES_AT_ONCE: Final = 256
"""What one batch may hold: more is no faster on one thread, and takes memory."""

Vectors = npt.NDArray[np.float32]


class Encoder:
    """Gives vectors of unit length, by multilingual-e5-small (Wang et al., 2024), which wants each text's role said."""

    def __init__(self, session: Any, splitter: Splitter) -> None:
        self._session = session
        self._splitter = splitter

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        """Return one vector for each text, in order."""
        rows = [self._row(f"{role}: {text}") for text in texts]
        vectors = np.zeros((len(rows), DIMENSIONS), np.float32)
        for batch in _batches([len(row) for row in rows]):
            ids, mask = pad([rows[number] for number in batch])
            vectors[batch] = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors

    def _row(self, text: str) -> list[int]:
        (pieces,) = self._splitter.split([text])
        return [START, *pieces.ids[: LONGEST - 2], END]


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Group rows of like length, so that little is padded."""
    batches: list[list[int]] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if not batches or (len(batches[-1]) + 1) * lengths[number] > PIECES_AT_ONCE:
            batches.append([])
        batches[-1].append(number)
    return batches
