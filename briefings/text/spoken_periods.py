"""Weeks, months, quarters, seasons and years as people say them."""

from collections.abc import Callable
from datetime import date
from typing import Final

from babel.dates import format_date

from briefings.text.detection import Language

_ENGLISH_ORDINALS: Final = ("first", "second", "third", "fourth")
_RUSSIAN_ORDINALS: Final = ("первый", "второй", "третий", "четвёртый")
_RUSSIAN_HALVES: Final = ("первая", "вторая")
_KAZAKH_ORDINALS: Final = ("бірінші", "екінші", "үшінші", "төртінші")
_SEASONS: Final[dict[Language, tuple[str, str, str, str]]] = {
    "en": ("winter", "spring", "summer", "autumn"),
    "ru": ("зима", "весна", "лето", "осень"),
    "kk": ("қыс", "көктем", "жаз", "күз"),
}

Saying = Callable[[date, date, Language], str]


def say_period(first: date, last: date, precision: str, language: Language) -> str:
    """A period by its name ("June 2019", "the third quarter of 2019"), or by its days ("1–3 May 2019").

    Both ends belong to the period. A precision without a name of its own is said by its days.
    """
    return _SAYINGS.get(precision, _say_days)(first, last, language)


def _say_days(first: date, last: date, language: Language) -> str:
    if first == last:
        return _said(first, language, _FULL)
    if first.year != last.year:
        return f"{_said(first, language, _FULL)} – {_said(last, language, _FULL)}"
    if first.month != last.month:
        return _range(first, last, language, " – ", _DAY_AND_MONTH)
    return _range(first, last, language, "–", _DAY_ONLY)


_FULL: Final[dict[Language, str]] = {"en": "d MMMM y", "ru": "d MMMM y 'года'", "kk": "y 'жылғы' d MMMM"}
_DAY_AND_MONTH: Final[dict[Language, str]] = {"en": "d MMMM", "ru": "d MMMM", "kk": "d MMMM"}
_DAY_ONLY: Final[dict[Language, str]] = {"en": "d", "ru": "d", "kk": "d"}


def _range(first: date, last: date, language: Language, dash: str, short: dict[Language, str]) -> str:
    """Kazakh names the year first, the others last, so the shortened end is the other one."""
    if language == "kk":
        return f"{first.year} жылғы {_said(first, language, short)}{dash}{_said(last, language, _DAY_AND_MONTH)}"
    return f"{_said(first, language, short)}{dash}{_said(last, language, _FULL)}"


def _said(day: date, language: Language, pattern: dict[Language, str]) -> str:
    return format_date(day, pattern[language], locale=language)


def _say_week(first: date, last: date, language: Language) -> str:
    days = _say_days(first, last, language)
    return {"en": f"the week of {days}", "ru": f"неделя {days}", "kk": f"{days} аптасы"}[language]


def _say_weekend(first: date, last: date, language: Language) -> str:
    days = _say_days(first, last, language)
    return {"en": f"the weekend of {days}", "ru": f"выходные {days}", "kk": f"{days}, демалыс күндері"}[language]


def _say_month(first: date, last: date, language: Language) -> str:
    if (first.year, first.month) != (last.year, last.month):
        return _say_days(first, last, language)
    # Kazakh month names standing alone have a capital in Unicode's data; inside a sentence they have none.
    pattern = {"en": "LLLL y", "ru": "LLLL y 'года'", "kk": "y 'жылғы' MMMM"}[language]
    return format_date(first, pattern, locale=language)


def _say_quarter(first: date, last: date, language: Language) -> str:
    which, year = (first.month - 1) // 3, last.year
    return {
        "en": f"the {_ENGLISH_ORDINALS[which]} quarter of {year}",
        "ru": f"{_RUSSIAN_ORDINALS[which]} квартал {year} года",
        "kk": f"{year} жылғы {_KAZAKH_ORDINALS[which]} тоқсан",
    }[language]


def _say_half(first: date, last: date, language: Language) -> str:
    which, year = (first.month - 1) // 6, last.year
    return {
        "en": f"the {_ENGLISH_ORDINALS[which]} half of {year}",
        "ru": f"{_RUSSIAN_HALVES[which]} половина {year} года",
        "kk": f"{year} жылдың {_KAZAKH_ORDINALS[which]} жартысы",
    }[language]


def _say_season(first: date, last: date, language: Language) -> str:
    name = _SEASONS[language][last.month % 12 // 3]
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    russian_year = "года" if first.year == last.year else "годов"
    return {"en": f"{name} {years}", "ru": f"{name} {years} {russian_year}", "kk": f"{years} жылғы {name}"}[language]


def _say_year(first: date, last: date, language: Language) -> str:
    if first.year == last.year:
        return {"en": f"{first.year}", "ru": f"{first.year} год", "kk": f"{first.year} жыл"}[language]
    years = f"{first.year}–{last.year}"
    return {"en": years, "ru": f"{years} годы", "kk": f"{years} жылдар"}[language]


def _say_decade(first: date, last: date, language: Language) -> str:
    if first.year // 10 != last.year // 10:
        return _say_year(first, last, language)
    return {"en": f"the {first.year}s", "ru": f"{first.year}-е годы", "kk": f"{first.year}-жылдар"}[language]


def _say_century(first: date, last: date, language: Language) -> str:
    """Centuries are counted from 2001 or from 2000; the years in the middle tell either way."""
    number = (first.year + last.year) // 2 // 100 + 1
    return {"en": f"the {_english_ordinal(number)} century", "ru": f"{number}-й век", "kk": f"{number}-ғасыр"}[language]


def _english_ordinal(number: int) -> str:
    teen = 11 <= number % 100 <= 13
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


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
