"""Which of our three languages a text or a question is written in."""

import re
from typing import Final, Literal

from briefings.text.stop_words import STOPWORDS

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

_KAZAKH_WORDS: Final = STOPWORDS["kk"] | _TELLING_KAZAKH
_CYRILLIC_WORDS: Final = STOPWORDS["ru"] | _KAZAKH_WORDS


def detect(text: str) -> Language:
    """Tell the language of an article or a short question; without any letters it is English."""
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    english = _evidence(words, STOPWORDS["en"], _LATIN.findall(sample))
    # Latin names in a Cyrillic text are common, Cyrillic ones in a Latin text are not.
    if english >= _evidence(words, _CYRILLIC_WORDS, 2 * _CYRILLIC.findall(sample)):
        return "en"
    russian = _evidence(words, STOPWORDS["ru"], _RUSSIAN_LETTER.findall(sample))
    kazakh = _evidence(words, _KAZAKH_WORDS, KAZAKH_LETTER_WEIGHT * _KAZAKH_LETTER.findall(sample))
    return "kk" if kazakh > russian else "ru"


def _evidence(words: list[str], known: frozenset[str], letters: list[str]) -> int:
    return WORD_WEIGHT * sum(word in known for word in words) + len(letters)
