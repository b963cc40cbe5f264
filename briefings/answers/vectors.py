"""Sentence vectors: packed to bytes for the table, unpacked to one matrix in memory, searched whole."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from briefings.models.encoder import DIMENSIONS

PACKED_BYTES: Final = 4 + DIMENSIONS
ROWS_AT_ONCE: Final = 2_048
"""Rows unpacked at a time: 3 MB as floats."""

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int8]


def pack(vectors: Floats) -> list[bytes]:
    """Pack unit vectors to 388 bytes each: a little-endian float32 scale, then a signed byte for each number."""
    scales = np.abs(vectors).max(axis=1, initial=0) / 127
    codes = np.round(vectors / np.maximum(scales, 1e-9)[:, None]).astype(np.int8)
    return [np.float32(scale).astype("<f4").tobytes() + row.tobytes() for scale, row in zip(scales, codes, strict=True)]


def unpack(packed: Sequence[bytes]) -> tuple[Codes, Floats]:
    """Return the bytes of `pack` as codes [n, 384] and scales [n]."""
    raw = np.frombuffer(b"".join(packed), np.uint8).reshape(-1, PACKED_BYTES)
    scales = raw[:, :4].copy().view("<f4").ravel().astype(np.float32)
    return raw[:, 4:].view(np.int8), scales


def cosines(codes: Codes, scales: Floats, query: Floats) -> Floats:
    """Return the cosine of every row with the query."""
    found = np.empty(len(codes), np.float32)
    for start in range(0, len(codes), ROWS_AT_ONCE):
        part = slice(start, start + ROWS_AT_ONCE)
        found[part] = codes[part].astype(np.float32) @ query
    return found * scales
