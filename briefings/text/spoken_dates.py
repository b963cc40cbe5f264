"""Days, periods, distances and leads as people say them in English, Russian and Kazakh."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_time

from briefings.languages.contract import Unit
from briefings.languages.registry import Language, pack
from briefings.text.spoken_periods import say_period

LARGE_UNITS: Final[tuple[tuple[Unit, int], ...]] = (("day", 24 * 60), ("hour", 60))
"""With their minutes, largest first."""

__all__ = ["say_day", "say_distance", "say_lead", "say_period", "say_time"]


def say_day(day: date, language: Language, *, weekday: bool = True) -> str:
    """A day in full: "Sunday, 9 June 2019", "воскресенье, 9 июня 2019 года", "2019 жылғы 9 маусым, жексенбі"."""
    days = pack(language).days
    return format_date(day, days.weekday_and_day if weekday else days.day, locale=language)


def say_distance(today: date, first: date, last: date, language: Language) -> str:
    """How far a day or a period lies from today: "in 37 days", "tomorrow", "12 days ago"; inside a period "now".

    A period ahead is counted to its first day, one behind from its last; both ends belong to it.
    """
    spoken = pack(language).days
    if first < last and first <= today <= last:
        return spoken.now
    days = ((first if today < first else last) - today).days
    if days in spoken.near:
        return spoken.near[days]
    return (spoken.behind if days < 0 else spoken.ahead).format(_count(abs(days), "day", language))


def say_time(moment: datetime, language: Language) -> str:
    """The time of day on a 24-hour clock ("19:00"); `moment` is already in the reader's zone."""
    return format_time(moment, "HH:mm", locale=language)


def say_lead(lead: timedelta, language: Language) -> str:
    """How long before: "7 days before", "за 7 дней", "7 күн бұрын"; nothing before is "on the day itself".

    Said in the largest of days, hours and minutes that it fills exactly; seconds are left out.
    """
    minutes = lead // timedelta(minutes=1)
    if minutes <= 0:
        return pack(language).days.on_the_day
    for unit, size in LARGE_UNITS:
        if minutes % size == 0:
            return pack(language).days.before.format(_count(minutes // size, unit, language))
    return pack(language).days.before.format(_count(minutes, "minute", language))


def _count(number: int, unit: Unit, language: Language) -> str:
    return f"{number} {pack(language).days.units[unit][_locale(language).plural_form(number)]}"


@cache
def _locale(language: Language) -> Locale:
    return Locale(language)
