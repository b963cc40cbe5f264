"""Russian."""

import re
from typing import Final

import snowballstemmer

from briefings.languages.contract import LanguagePack, Stemming, Writing
from briefings.languages.ru.spoken import DAYS, PERIODS
from briefings.languages.ru.words import ABBREVIATIONS, STOP_WORDS


def _stem(word: str) -> str:
    """Stem a word by a stemmer of its own: one holds the word it works on, so threads must not share it."""
    stemmed: str = snowballstemmer.stemmer("russian").stemWord(word)
    return stemmed


PACK: Final = LanguagePack(
    code="ru",
    precedence=1,
    writing=Writing(
        script="cyrillic",
        stop_words=STOP_WORDS,
        telling_words=frozenset(),
        telling_letters=re.compile(r"[ёъьщцэчфв]"),
        letter_weight=1,
        abbreviations=ABBREVIATIONS,
    ),
    stemming=Stemming(stem=_stem, finds_by_beginnings=False),
    days=DAYS,
    periods=PERIODS,
)
