"""Which of our three languages a text or a question is written in."""

import re
from typing import Final, Literal

from briefings.language.stopwords import STOPWORDS

Language = Literal["en", "ru", "kk"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru", "kk")

SAMPLE: Final = 20_000
"""Code points read from a text: more would not change the verdict."""

WORD_WEIGHT: Final = 4
KAZAKH_LETTER_WEIGHT: Final = 2

_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]")
_RUSSIAN_LETTER = re.compile(r"[ёъьщцэчфв]")
_WORD = re.compile(r"[^\W\d_]+")

_TELLING_KAZAKH: Final = frozenset(
    "кашан кайда калай канша кайсы неше жок бар емес деп дейди айтты болды болады болган олар бiрак журналист "
    "сайлау жыл айы маусым мамыр неге керек туралы бойынша арналган отеди отти отеды туралы казак "
    "осы сол бул мен пен бен ма ме ба бе па пе да де жана бир бери шейин дейин кейин бурын".split()
)
"""Kazakh words as people type them, Russian keyboard included."""


def detect(text: str) -> Language:
    """Tell the language of an article or a short question; without any letters it is English."""
    sample = text[:SAMPLE].lower()
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic * 2 < len(_LATIN.findall(sample)) or not cyrillic:
        return "en"
    return "kk" if _kazakh_evidence(sample) > _russian_evidence(sample) else "ru"


def _kazakh_evidence(sample: str) -> int:
    words = sum(word in STOPWORDS["kk"] or word in _TELLING_KAZAKH for word in _WORD.findall(sample))
    return WORD_WEIGHT * words + KAZAKH_LETTER_WEIGHT * len(_KAZAKH_LETTER.findall(sample))


def _russian_evidence(sample: str) -> int:
    words = sum(word in STOPWORDS["ru"] for word in _WORD.findall(sample))
    return WORD_WEIGHT * words + len(_RUSSIAN_LETTER.findall(sample))
