"""What the engine knows of one language: every field of `LanguagePack` is required, so that none lacks a part."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = str
"""The ISO 639-1 code of a language that has a pack."""

Script = Literal["latin", "cyrillic"]
Unit = Literal["day", "hour", "minute"]
SayPeriod = Callable[[date, date], str]
"""Says a period by its first and last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """Abbreviations of a language, casefolded and without their last stop, by what may follow them.

    `binding` ones never end a sentence; `closing` ones end it before a capital letter; `unclear` ones end it only
    before a word that seldom has a capital inside a sentence (`starters`); `numbering` ones bind a number; `counted`
    ones belong to the number before them and end a sentence that already has some words.
    """

    binding: frozenset[str]
    closing: frozenset[str]
    unclear: frozenset[str]
    numbering: frozenset[str]
    counted: frozenset[str]
    starters: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a language is written, and known by."""

    script: Script
    stop_words: frozenset[str]
    """words that carry grammar rather than meaning"""
    telling_words: frozenset[str]
    """more words that it is known by, as people type them on the keyboard of another language too"""
    telling_letters: re.Pattern[str]
    """letters that tell it from other languages of its script"""
    letter_weight: int
    """how much one of those letters counts"""
    abbreviations: Abbreviations


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemming:
    """How the forms of a word are brought together."""

    stem: Callable[[str], str]
    """of a casefolded word; safe to call from several threads"""
    finds_by_beginnings: bool
    """whether derivations change a stem so much that search goes by its first letters as well"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenDays:
    """Days and distances as people say them. Patterns are those of Unicode's CLDR (UTS #35, date field symbols)."""

    day: str
    weekday_and_day: str
    day_and_month: str
    near: Mapping[int, str]
    """words for yesterday (-1), today (0), tomorrow (1)"""
    now: str
    """of a period that goes on"""
    on_the_day: str
    """how long before, where it is not before at all"""
    ahead: str
    behind: str
    before: str
    units: Mapping[Unit, Mapping[str, str]]
    """by CLDR plural category (https://cldr.unicode.org/index/cldr-spec/plural-rules)"""
    is_year_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenPeriods:
    """Longer stretches of time as people say them."""

    month: str
    """a CLDR pattern"""
    week: str
    """`{}` stands for its days"""
    weekend: str
    quarter: SayPeriod
    half: SayPeriod
    season: SayPeriod
    year: SayPeriod
    """of one year, or of several"""
    decade: SayPeriod
    century: Callable[[int], str]
    """by its number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """All that the engine knows of a language."""

    code: Language
    precedence: int
    """languages are offered and tried in this order"""
    writing: Writing
    stemming: Stemming
    days: SpokenDays
    periods: SpokenPeriods


def word_set(text: str) -> frozenset[str]:
    """Split a list of words."""
    return frozenset(text.split())
