"""Days, periods, distances and leads as people say them in English, Russian and Kazakh."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_time

from briefings.text.detection import Language
from briefings.text.spoken_periods import say_period

__all__ = ["say_day", "say_distance", "say_lead", "say_period", "say_time"]

_DAY: Final[dict[Language, str]] = {"en": "d MMMM y", "ru": "d MMMM y 'года'", "kk": "y 'жылғы' d MMMM"}
_WEEKDAY_AND_DAY: Final[dict[Language, str]] = {
    "en": "EEEE, d MMMM y",
    "ru": "EEEE, d MMMM y 'года'",
    "kk": "y 'жылғы' d MMMM, EEEE",
}
_TODAY: Final[dict[Language, dict[int, str]]] = {
    "en": {0: "today", 1: "tomorrow", -1: "yesterday"},
    "ru": {0: "сегодня", 1: "завтра", -1: "вчера"},
    "kk": {0: "бүгін", 1: "ертең", -1: "кеше"},
}
_NOW: Final[dict[Language, str]] = {"en": "now", "ru": "идёт сейчас", "kk": "қазір"}
_ON_THE_DAY: Final[dict[Language, str]] = {"en": "on the day itself", "ru": "в день события", "kk": "сол күні"}
_AHEAD: Final[dict[Language, str]] = {"en": "in {}", "ru": "через {}", "kk": "{} кейін"}
_BEHIND: Final[dict[Language, str]] = {"en": "{} ago", "ru": "{} назад", "kk": "{} бұрын"}
_BEFORE: Final[dict[Language, str]] = {"en": "{} before", "ru": "за {}", "kk": "{} бұрын"}

_UNITS: Final[dict[Language, dict[str, dict[str, str]]]] = {
    "en": {
        "day": {"one": "day", "other": "days"},
        "hour": {"one": "hour", "other": "hours"},
        "minute": {"one": "minute", "other": "minutes"},
    },
    "ru": {
        "day": {"one": "день", "few": "дня", "many": "дней"},
        "hour": {"one": "час", "few": "часа", "many": "часов"},
        "minute": {"one": "минуту", "few": "минуты", "many": "минут"},
    },
    "kk": {
        "day": {"one": "күн", "other": "күн"},
        "hour": {"one": "сағат", "other": "сағат"},
        "minute": {"one": "минут", "other": "минут"},
    },
}


def say_day(day: date, language: Language, *, weekday: bool = True) -> str:
    """A day in full: "Sunday, 9 June 2019", "воскресенье, 9 июня 2019 года", "2019 жылғы 9 маусым, жексенбі"."""
    pattern = _WEEKDAY_AND_DAY if weekday else _DAY
    return format_date(day, pattern[language], locale=language)


def say_distance(today: date, first: date, last: date, language: Language) -> str:
    """How far a day or a period lies from today: "in 37 days", "tomorrow", "12 days ago"; inside a period "now".

    A period ahead is counted to its first day, one behind from its last; both ends belong to it.
    """
    if first < last and first <= today <= last:
        return _NOW[language]
    days = ((first if today < first else last) - today).days
    if days in _TODAY[language]:
        return _TODAY[language][days]
    if days < 0:
        return _BEHIND[language].format(_count(-days, "day", language))
    return _AHEAD[language].format(_count(days, "day", language) + ("нен" if language == "kk" else ""))


def say_time(moment: datetime, language: Language) -> str:
    """The time of day on a 24-hour clock ("19:00"); `moment` is already in the reader's zone."""
    return format_time(moment, "HH:mm", locale=language)


def say_lead(lead: timedelta, language: Language) -> str:
    """How long before: "7 days before", "за 7 дней", "7 күн бұрын"; nothing before is "on the day itself".

    Said in the largest of days, hours and minutes that it fills exactly; seconds are left out.
    """
    minutes = lead // timedelta(minutes=1)
    if minutes <= 0:
        return _ON_THE_DAY[language]
    for unit, size in (("day", 24 * 60), ("hour", 60)):
        if minutes % size == 0:
            return _BEFORE[language].format(_count(minutes // size, unit, language))
    return _BEFORE[language].format(_count(minutes, "minute", language))


def _count(number: int, unit: str, language: Language) -> str:
    return f"{number} {_UNITS[language][unit][_locale(language).plural_form(number)]}"


@cache
def _locale(language: Language) -> Locale:
    return Locale(language)
