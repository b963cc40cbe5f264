"""The days that a question is about: "on April 28", "next week", "since Monday"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from briefings.dates import DateMention, find_dates
from briefings.text import Language

A_MONTH: Final = timedelta(days=31)
CALENDAR_RULES: Final = frozenset({"day and month", "month"})
"""Rules that read a day of the calendar, whose year may have been left out."""

_SINCE: Final = {
    "en": re.compile(r"\b(?:since|after|from)\s+$", re.IGNORECASE),
    "ru": re.compile(r"\b(?:с|со|после|начиная с)\s+$", re.IGNORECASE),
    "kk": re.compile(r"^\w*\s+(?:бері|бастап|кейін)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`; with `any_year` those of every year."""

    first: date
    last: date
    any_year: bool
    text: str
    since: bool
    """the question asks for what came after"""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def meets(self, first: date, last: date) -> bool:
        """Whether a span of days, no vaguer than a month or than the period itself, touches it."""
        if last - first > max(self.last - self.first, A_MONTH):
            return False
        if not self.any_year:
            return first <= self.last and self.first <= last
        return any(self._in_year(year, first, last) for year in {first.year, last.year})

    def _in_year(self, year: int, first: date, last: date) -> bool:
        low, high = _same_day(self.first, year), _same_day(self.last, year)
        return first <= high and low <= last


def period_of(asked: str, language: Language, today: date) -> Period | None:
    """Return the days that a question names, counted from `today`; None where it names none."""
    mentions = [one for one in find_dates(asked, today, language) if one.first and one.last]
    if not mentions:
        return None
    first, last = mentions[0], mentions[-1]
    if first.first is None or last.last is None or last.last < first.first:
        return None
    return Period(
        first.first, last.last, _year_left_out(first), asked[first.start : last.end], _since(asked, first, language)
    )


def _year_left_out(mention: DateMention) -> bool:
    return mention.rule in CALENDAR_RULES and mention.anchor is not None


def _since(asked: str, mention: DateMention, language: Language) -> bool:
    beside = asked[mention.end :] if language == "kk" else asked[: mention.start]
    return _SINCE[language].search(beside) is not None


def _same_day(day: date, year: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=year, day=28) if leap else day.replace(year=year)
