"""Weeks, months, quarters, seasons and years as people say them."""

from collections.abc import Callable
from datetime import date
from typing import Final

from babel.dates import format_date

from briefings.languages.registry import Language, pack

DAY_ONLY: Final = "d"
Saying = Callable[[date, date, Language], str]


def say_period(first: date, last: date, precision: str, language: Language) -> str:
    """A period by its name ("June 2019", "the third quarter of 2019"), or by its days ("1–3 May 2019").

    Both ends belong to the period. A precision without a name of its own is said by its days.
    """
    return _SAYINGS.get(precision, _say_days)(first, last, language)


def _say_days(first: date, last: date, language: Language) -> str:
    full, day_and_month = pack(language).days.day, pack(language).days.day_and_month
    if first == last:
        return _formatted(first, full, language)
    if first.year != last.year:
        return f"{_formatted(first, full, language)} – {_formatted(last, full, language)}"
    if first.month != last.month:
        return _range(first, last, language, " – ", day_and_month)
    return _range(first, last, language, "–", DAY_ONLY)


def _range(first: date, last: date, language: Language, dash: str, short: str) -> str:
    """Of two days of one year, only one names it: the first where the year comes first, else the last."""
    days = pack(language).days
    if days.is_year_first:
        start = _formatted(first, days.day.replace(days.day_and_month, short), language)
        return f"{start}{dash}{_formatted(last, days.day_and_month, language)}"
    return f"{_formatted(first, short, language)}{dash}{_formatted(last, days.day, language)}"


def _formatted(day: date, pattern: str, language: Language) -> str:
    return format_date(day, pattern, locale=language)


def _say_week(first: date, last: date, language: Language) -> str:
    return pack(language).periods.week.format(_say_days(first, last, language))


def _say_weekend(first: date, last: date, language: Language) -> str:
    return pack(language).periods.weekend.format(_say_days(first, last, language))


def _say_month(first: date, last: date, language: Language) -> str:
    if (first.year, first.month) != (last.year, last.month):
        return _say_days(first, last, language)
    return _formatted(first, pack(language).periods.month, language)


def _say_quarter(first: date, last: date, language: Language) -> str:
    return pack(language).periods.quarter(first, last)


def _say_half(first: date, last: date, language: Language) -> str:
    return pack(language).periods.half(first, last)


def _say_season(first: date, last: date, language: Language) -> str:
    return pack(language).periods.season(first, last)


def _say_year(first: date, last: date, language: Language) -> str:
    return pack(language).periods.year(first, last)


def _say_decade(first: date, last: date, language: Language) -> str:
    if first.year // 10 != last.year // 10:
        return _say_year(first, last, language)
    return pack(language).periods.decade(first, last)


def _say_century(first: date, last: date, language: Language) -> str:
    """Centuries are counted from 2001 or from 2000; the years in the middle tell either way."""
    return pack(language).periods.century((first.year + last.year) // 2 // 100 + 1)


_SAYINGS: Final[dict[str, Saying]] = {
    "week": _say_week,
    "weekend": _say_weekend,
    "month": _say_month,
    "quarter": _say_quarter,
    "season": _say_season,
    "half": _say_half,
    "year": _say_year,
    "decade": _say_decade,
    "century": _say_century,
}
