"""Russian words as a dictionary knows them: what they may be, and how they stand in another case."""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any

MOST_KEPT = 8192
"""Words whose readings are kept."""

Reading = Any
"""What a word may be: `tag` with its grammemes, `normal_form`, `inflect`."""


@cache
def _analyzer() -> Any:
    """The dictionary, loaded when the first Russian article asks for it: 0.2 s and 30 MB."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(MOST_KEPT)
def readings(word: str) -> tuple[Reading, ...]:
    """What a word may be, the likeliest first."""
    return tuple(_analyzer().parse(word))


def is_known(word: str) -> bool:
    """Whether the dictionary has the word in this form."""
    return bool(_analyzer().word_is_known(word))


def is_a(word: str, *parts: str) -> bool:
    """Whether a word may be one of these parts of speech, as OpenCorpora calls them ("NOUN", "ADJF")."""
    return any(reading.tag.POS in parts for reading in readings(word))


def part_of(word: str) -> str:
    """The part of speech that a word most likely is, "" where none is known."""
    return readings(word)[0].tag.POS or ""


def stands_in(word: str, case: str, *parts: str) -> bool:
    """Whether a word may stand in a case ("gent")."""
    return any(one.tag.case == case and (not parts or one.tag.POS in parts) for one in readings(word))


def inflected(word: str, wanted: Collection[str], *parts: str, case: str | None = None) -> str:
    """The word in another form, spelled with its capital; as it is where it has no such form, or is an abbreviation.

    Of what it may be, only what is one of `parts` and stands in `case` counts.
    """
    if word.isupper() and len(word) > 1:
        return word
    for reading in readings(word):
        if (parts and reading.tag.POS not in parts) or (case and reading.tag.case != case):
            continue
        if form := reading.inflect(frozenset(wanted)):
            return _spelled_like(word, form.word)
    return word


def _spelled_like(word: str, form: str) -> str:
    return form.capitalize() if word[:1].isupper() else form
