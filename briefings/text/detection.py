"""Which language a text or a question is written in."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from briefings.languages.contract import LanguagePack, Script
from briefings.languages.registry import LANGUAGES, Language, packs_of

__all__ = ["LANGUAGES", "Language", "detect"]

SAMPLE: Final = 20_000
"""Code points read from a text: more would not change the verdict."""

WORD_WEIGHT: Final = 4
SCRIPTS: Final[Mapping[Script, tuple[re.Pattern[str], int]]] = {
    "latin": (re.compile(r"[A-Za-z]"), 1),
    "cyrillic": (re.compile(r"[\u0400-\u04ff]"), 2),
}
"""Letters, and how much each counts: Latin names in a Cyrillic text are common, Cyrillic ones in a Latin text are not.

The first script is taken where nothing tells.
"""
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> Language:
    """Tell the language of an article or a short question; without any letters it is the first."""
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    script = max(SCRIPTS, key=lambda one: _of_script(one, sample, words))
    languages = packs_of(script)
    return max(languages, key=lambda one: _of_language(languages[one], sample, words))


def _of_script(script: Script, sample: str, words: list[str]) -> int:
    letters, weight = SCRIPTS[script]
    return _evidence(words, _known_in(script)) + weight * len(letters.findall(sample))


def _of_language(pack: LanguagePack, sample: str, words: list[str]) -> int:
    letters = pack.writing.telling_letters.findall(sample)
    return _evidence(words, _known(pack)) + pack.writing.letter_weight * len(letters)


@cache
def _known_in(script: Script) -> frozenset[str]:
    return frozenset[str]().union(*map(_known, packs_of(script).values()))


def _known(pack: LanguagePack) -> frozenset[str]:
    return pack.writing.stop_words | pack.writing.telling_words


def _evidence(words: Iterable[str], known: frozenset[str]) -> int:
    return WORD_WEIGHT * sum(word in known for word in words)
