"""One spelling for the forms of a word, so that a question meets its sentence."""

import re
from functools import cache, lru_cache
from typing import Final

from briefings.languages.contract import Script
from briefings.languages.registry import Language, pack, packs_of
from briefings.text.detection import detect
from briefings.text.tokens import tokens

CACHED_WORDS: Final = 100_000
LONGEST_WORD: Final = 100
"""Code points; stemmers take more than linear time, and a cache of longer ones would fill the memory."""

_APOSTROPHES = re.compile(r"['’ʼ`]")
_POSSESSIVE = re.compile(r"['’ʼ`]s?$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ORDINAL = re.compile(r"\A(\d+)(?:st|nd|rd|th)")
_NO_DIGIT = re.compile(r"\D")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+")
_LOOKALIKES: Final = str.maketrans("aceihopxy", "асеіһорху")
"""Latin letters that people type in Cyrillic words."""

_ONE_COUNTRY: Final = frozenset({"US", "U.S.", "USA", "U.S.A."})


def stem(word: str, language: Language) -> str:
    """The stem of one token: casefolded, ё as е, possessives gone; numbers keep their value ("12,650" → "12650").

    What is longer than any word is cut, and is its own stem.
    """
    return _stem(word, language) if len(word) <= LONGEST_WORD else word[:LONGEST_WORD].casefold()


def stems(text: str, language: Language | None = None) -> tuple[str, ...]:
    """The stems of a text, one for each of `tokens(text)`, in order."""
    known = language or detect(text)
    return tuple(stem(token.text, known) for token in tokens(text))


def is_stopword(word_or_stem: str, language: Language) -> bool:
    """Whether a word, or its stem, carries grammar rather than meaning."""
    return _fold(word_or_stem) in _stopwords(language)


@lru_cache(CACHED_WORDS)
def _stem(word: str, language: Language) -> str:
    if word[:1].isdigit():
        return _number(word)
    if word in _ONE_COUNTRY:
        return "usa"
    return _word_stem(_fold(word) or word, language)


def _number(word: str) -> str:
    if ordinal := _ORDINAL.fullmatch(word.casefold()):
        return ordinal[1]
    if _THOUSANDS.fullmatch(word):
        return _NO_DIGIT.sub("", word)
    return word.casefold().replace(",", ".")


def _fold(word: str) -> str:
    bare = _POSSESSIVE.sub("", word).replace(".", "")
    folded = _APOSTROPHES.sub("", bare.casefold()).replace("ё", "е")
    return folded.translate(_LOOKALIKES) if _CYRILLIC.search(folded) else folded


def _word_stem(word: str, language: Language) -> str:
    return pack(_language_of_script(word, language)).stemming.stem(word)


def _language_of_script(word: str, language: Language) -> Language:
    """A Latin name in a Russian text is stemmed as English, a Cyrillic one in an English text as Russian."""
    own = pack(language).writing.script
    if word.isascii():
        return language if own == "latin" else _first("latin")
    return _first("cyrillic") if own == "latin" and _CYRILLIC.search(word) else language


@cache
def _first(script: Script) -> Language:
    return next(iter(packs_of(script)))


@cache
def _stopwords(language: Language) -> frozenset[str]:
    folded = {_fold(word) for word in pack(language).writing.stop_words}
    return frozenset(folded | {_word_stem(word, language) for word in folded})
