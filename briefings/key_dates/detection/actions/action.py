"""What a verb tells, and the stretch of a sentence that it rules over."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.key_dates.detection.clause_words import Word

BREAKS = frozenset(',;:—–()«»"“”')


@dataclass(frozen=True, slots=True)
class Action:
    """An event named by a verb: its name in the language of the text, and what kind of event it is."""

    name: str
    concept: str
    at: int
    """the verb's place among the words"""


def clause_around(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The words (end exclusive) between the marks around words[first:last]."""
    start, end = first, last
    while start > 0 and not _breaks(words[start - 1]):
        start -= 1
    while end < len(words) and not _breaks(words[end]):
        end += 1
    return start, end


def named(words: Sequence[str]) -> str:
    """A name of these words, with a capital."""
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def _breaks(word: Word) -> bool:
    return word.reported is None and word.text in BREAKS
