"""Kazakh: days and periods as people say them."""

from datetime import date
from typing import Final

from briefings.languages.contract import SpokenDays, SpokenPeriods

_ORDINALS: Final = ("бірінші", "екінші", "үшінші", "төртінші")
_SEASONS: Final = ("қыс", "көктем", "жаз", "күз")


def _years(first: date, last: date) -> str:
    return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"


def _year(first: date, last: date) -> str:
    return f"{first.year} жыл" if first.year == last.year else f"{first.year}–{last.year} жылдар"


DAYS: Final = SpokenDays(
    day="y 'жылғы' d MMMM",
    weekday_and_day="y 'жылғы' d MMMM, EEEE",
    day_and_month="d MMMM",
    near={0: "бүгін", 1: "ертең", -1: "кеше"},
    now="қазір",
    on_the_day="сол күні",
    ahead="{}нен кейін",
    behind="{} бұрын",
    before="{} бұрын",
    units={
        "day": {"one": "күн", "other": "күн"},
        "hour": {"one": "сағат", "other": "сағат"},
        "minute": {"one": "минут", "other": "минут"},
    },
    is_year_first=True,
)
PERIODS: Final = SpokenPeriods(
    month="y 'жылғы' MMMM",  # standing alone, month names have a capital in Unicode's data; in a sentence none
    week="{} аптасы",
    weekend="{}, демалыс күндері",
    quarter=lambda first, last: f"{last.year} жылғы {_ORDINALS[(first.month - 1) // 3]} тоқсан",
    half=lambda first, last: f"{last.year} жылдың {_ORDINALS[(first.month - 1) // 6]} жартысы",
    season=lambda first, last: f"{_years(first, last)} жылғы {_SEASONS[last.month % 12 // 3]}",
    year=_year,
    decade=lambda first, _: f"{first.year}-жылдар",
    century=lambda number: f"{number}-ғасыр",
)
