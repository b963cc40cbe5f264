"""Kazakh."""

import re
from typing import Final

from briefings.languages.contract import LanguagePack, Stemming, Writing, word_set
from briefings.languages.kk.spoken import DAYS, PERIODS
from briefings.languages.kk.stems import stem
from briefings.languages.kk.words import ABBREVIATIONS, STOP_WORDS

PACK: Final = LanguagePack(
    code="kk",
    precedence=2,
    writing=Writing(
        script="cyrillic",
        stop_words=STOP_WORDS,
        telling_words=word_set(
            "кашан кайда калай канша кайсы неше жок бар емес деп дейди айтты болды болады болган олар бiрак журналист "
            "сайлау жыл айы маусым мамыр неге керек туралы бойынша арналган отеди отти отеды туралы казак "
            "осы сол бул мен пен бен ма ме ба бе па пе да де жана бир бери шейин дейин кейин бурын"
        ),
        telling_letters=re.compile(r"[әғқңөұүһі]"),
        letter_weight=2,
        abbreviations=ABBREVIATIONS,
    ),
    stemming=Stemming(stem=stem, finds_by_beginnings=True),
    days=DAYS,
    periods=PERIODS,
)
