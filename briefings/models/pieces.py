"""Text into the pieces that both models read, and rows of pieces into one array."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

START: Final = 0
PAD: Final = 1
END: Final = 2
STEP: Final = 8
"""Rows are padded to a multiple of this: fewer shapes, fewer buffers."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text: their numbers and where each stands in it (code points)."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]

    def head(self, count: int) -> "Pieces":
        """Return the first `count` pieces."""
        return Pieces(self.ids[:count], self.offsets[:count])


class Splitter:
    """Splits text into pieces, by the tokenizer that the models were trained with."""

    def __init__(self, path: Path) -> None:
        self._tokenizer: Any = Tokenizer.from_file(str(path))

    def split(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each text, without the marks of beginning and end."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [Pieces(tuple(one.ids), tuple(one.offsets)) for one in encoded]


def pad(rows: Sequence[Sequence[int]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Return the rows as one array and the mask that tells pieces from padding."""
    width = -(-max(map(len, rows)) // STEP) * STEP
    ids = np.full((len(rows), width), PAD, np.int64)
    mask = np.zeros((len(rows), width), np.float32)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = row
        mask[number, : len(row)] = 1
    return ids, mask
