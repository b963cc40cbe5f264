"""How many slips lie between a word and many names at once.

A slip is a letter missing, added, changed, or two neighbours that changed places: optimal string alignment, after
F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964).
"""

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint16]
Letters = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int16]
BITS: Letters = np.left_shift(np.uint64(1), np.arange(64, dtype=np.uint64))


def letters_of(codes: Codes, starts: npt.NDArray[np.int32]) -> Letters:
    """Return which letters are in each name, as bits; names begin at `starts`, each at the end of the one before."""
    letters: Letters = np.bitwise_or.reduceat(BITS[codes & 63], starts)
    return letters


def may_be_near(wanted: np.uint64, letters: Letters, most: int) -> npt.NDArray[np.bool_]:
    """Whether names can be within so many slips, by their letters alone: a slip changes two of them at most."""
    near: npt.NDArray[np.bool_] = np.bitwise_count(letters ^ wanted) <= 2 * most
    return near


def slips(word: Codes, names: Codes, lengths: npt.NDArray[np.intp]) -> Counts:
    """Return the slips between a word and each name; `names` has a column for each, filled up below with zeros."""
    row = older = _first_row(names)
    for place in range(len(word)):
        older, row = row, _next_row(older, row, word[: place + 1], names)
    found: Counts = row[lengths, np.arange(len(lengths))]
    return found


def _first_row(names: Codes) -> Counts:
    height, width = names.shape
    return np.repeat(np.arange(height + 1, dtype=np.int16)[:, None], width, axis=1)


def _next_row(older: Counts, row: Counts, word: Codes, names: Codes) -> Counts:
    """Return the slips between the beginning of a word and each beginning of the names, from those of one letter less.

    `older` are those of two letters less.
    """
    same, following = names == word[-1], np.empty_like(row)
    following[0] = len(word)
    for letter in range(1, len(row)):
        best = np.minimum(row[letter] + 1, row[letter - 1] + ~same[letter - 1])
        np.minimum(best, following[letter - 1] + 1, out=best)
        if letter > 1 and len(word) > 1:
            swapped = same[letter - 2] & (names[letter - 1] == word[-2])
            np.minimum(best, np.where(swapped, older[letter - 2] + 1, best), out=best)
        following[letter] = best
    return following
