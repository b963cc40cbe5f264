"""Vectors of what is told of key dates, encoded before the transaction that joins them."""

from collections.abc import Collection, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from briefings.models import Models

MOST_KEPT: Final = 2_000
"""Vectors that are kept, 3 MB: many briefings of one day are compared with the same key dates."""

Vectors = Mapping[str, npt.NDArray[np.float32]]


class ReportVectors:
    """Encodes texts, and keeps the vectors of the latest."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._kept: dict[str, npt.NDArray[np.float32]] = {}

    async def of(self, texts: Collection[str]) -> Vectors:
        """Return the vector of each text."""
        new = [text for text in texts if text not in self._kept]
        encoded = dict(zip(new, await self._models.encoded(new, "passage"), strict=True)) if new else {}
        found = {text: encoded[text] if text in encoded else self._kept[text] for text in texts}
        self._kept |= encoded
        for oldest in list(self._kept)[:-MOST_KEPT]:
            del self._kept[oldest]
        return found


def cosine(vectors: Vectors, one: str, other: str) -> float | None:
    """Return the cosine of two texts; None where one was not encoded."""
    left, right = vectors.get(one), vectors.get(other)
    return None if left is None or right is None else float(left @ right)
