"""Text into the pieces that both models read, and rows of pieces into one array.

The pieces are those of a unigram language model (Kudo, 2018) as the `tokenizers` library stores it; read here by a few
lines of our own, because that library takes five times the memory.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from briefings.text.combining_marks import MOST_MARKS

START: Final = 0
PAD: Final = 1
END: Final = 2
UNKNOWN: Final = 3
STEP: Final = 8
"""Rows are padded to a multiple of this: fewer shapes, fewer buffers."""

CACHED_WORDS: Final = 8_000
LONGEST_WORD: Final = 200
"""Characters of what is split as one word; nothing longer is a word."""

WORD_MARK: Final = "▁"
UNKNOWN_PENALTY: Final = 10.0
"""How much less likely than the rarest piece an unknown character is, as in SentencePiece."""

_INVISIBLE = re.compile("[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b-\u200f\ufeff\u00ad]")

SplitWord = Callable[[str], tuple[tuple[int, int], ...]]


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
        """Read a tokenizer file; raise KeyError, TypeError or ValueError where it is not one."""
        stored: Any = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
        self._numbers = {piece: number for number, (piece, _) in enumerate(stored)}
        self._scores = np.array([score for _, score in stored], np.float32).tolist()
        self._longest = max(map(len, self._numbers))
        self._unknown_score = min(self._scores) - UNKNOWN_PENALTY
        self._split_word: SplitWord = lru_cache(CACHED_WORDS)(self._best_split)

    def split(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each text, without the marks of beginning and end."""
        return [self._split(text) for text in texts]

    def _split(self, text: str) -> Pieces:
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for word, places in _words(text):
            at = 0
            for number, length in self._split_word(WORD_MARK + word):
                ids.append(number)
                covered = places[max(0, at - 1) : max(1, at + length - 1)]
                offsets.append((covered[0][0], covered[-1][1]))
                at += length
        return Pieces(tuple(ids), tuple(offsets))

    def _best_split(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the likeliest pieces of a word as (number, length), by Viterbi's algorithm."""
        best = [0.0] + [-np.inf] * len(word)
        steps = [(UNKNOWN, 1)] * (len(word) + 1)
        for start in range(len(word)):
            for end, number, score in self._pieces_from(word, start):
                if best[start] + score > best[end]:
                    best[end], steps[end] = best[start] + score, (number, end - start)
        return tuple(_merge_unknown(_walk_back(steps)))

    def _pieces_from(self, word: str, start: int) -> Iterator[tuple[int, int, float]]:
        for end in range(start + 1, min(len(word), start + self._longest) + 1):
            number = self._numbers.get(word[start:end])
            if number is not None:
                yield end, number, self._scores[number]
            elif end == start + 1:
                yield end, UNKNOWN, self._unknown_score


def _walk_back(steps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found, at = [], len(steps) - 1
    while at:
        found.append(steps[at])
        at -= steps[at][1]
    return found[::-1]


def _merge_unknown(pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for number, length in pieces:
        if merged and number == UNKNOWN == merged[-1][0]:
            merged[-1] = UNKNOWN, merged[-1][1] + length
        else:
            merged.append((number, length))
    return merged


def _words(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield each word in its compatibility form, and where each of its characters stands in the text."""
    word: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end, characters in _characters(text):
        if word and (characters.isspace() or len(word) >= LONGEST_WORD):
            yield "".join(word), places
            word, places = [], []
        if not characters.isspace():
            word.append(characters)
            places.append((start, end))
    if word:
        yield "".join(word), places


def _characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each letter with its accents, composed (NFKC), and its place."""
    start = 0
    while start < len(text):
        end = start + 1
        last = min(len(text), end + MOST_MARKS)
        while end < last and unicodedata.combining(text[end]):
            end += 1
        for character in _INVISIBLE.sub("", unicodedata.normalize("NFKC", text[start:end])):
            yield start, end, character
        start = end


def pad(rows: Sequence[Sequence[int]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Return the rows as one array and the mask that tells pieces from padding."""
    width = -(-max(map(len, rows)) // STEP) * STEP
    ids = np.full((len(rows), width), PAD, np.int64)
    mask = np.zeros((len(rows), width), np.float32)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = row
        mask[number, : len(row)] = 1
    return ids, mask
