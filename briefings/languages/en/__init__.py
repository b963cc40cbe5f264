"""English."""

import re
from typing import Final

import snowballstemmer

from briefings.languages.contract import LanguagePack, Stemming, Writing
from briefings.languages.en.spoken import DAYS, PERIODS
from briefings.languages.en.words import ABBREVIATIONS, STOP_WORDS


def _stem(word: str) -> str:
    """Stem a word by a stemmer of its own: one holds the word it works on, so threads must not share it."""
    stemmed: str = snowballstemmer.stemmer("english").stemWord(word)
    return stemmed


PACK: Final = LanguagePack(
    code="en",
    precedence=0,
    writing=Writing(
        script="latin",
        stop_words=STOP_WORDS,
        telling_words=frozenset(),
        telling_letters=re.compile(r"[A-Za-z]"),
        letter_weight=1,
        abbreviations=ABBREVIATIONS,
    ),
    stemming=Stemming(stem=_stem, finds_by_beginnings=False),
    days=DAYS,
    periods=PERIODS,
)
