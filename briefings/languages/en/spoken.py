"""English: days and periods as people say them."""

from datetime import date
from typing import Final

from briefings.languages.contract import SpokenDays, SpokenPeriods

_ORDINALS: Final = ("first", "second", "third", "fourth")
_SEASONS: Final = ("winter", "spring", "summer", "autumn")


def _years(first: date, last: date) -> str:
    return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"


def _season(first: date, last: date) -> str:
    return f"{_SEASONS[last.month % 12 // 3]} {_years(first, last)}"


def _ordinal(number: int) -> str:
    teen = 11 <= number % 100 <= 13
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


DAYS: Final = SpokenDays(
    day="d MMMM y",
    weekday_and_day="EEEE, d MMMM y",
    day_and_month="d MMMM",
    near={0: "today", 1: "tomorrow", -1: "yesterday"},
    now="now",
    on_the_day="on the day itself",
    ahead="in {}",
    behind="{} ago",
    before="{} before",
    units={
        "day": {"one": "day", "other": "days"},
        "hour": {"one": "hour", "other": "hours"},
        "minute": {"one": "minute", "other": "minutes"},
    },
    is_year_first=False,
)
PERIODS: Final = SpokenPeriods(
    month="LLLL y",
    week="the week of {}",
    weekend="the weekend of {}",
    quarter=lambda first, last: f"the {_ORDINALS[(first.month - 1) // 3]} quarter of {last.year}",
    half=lambda first, last: f"the {_ORDINALS[(first.month - 1) // 6]} half of {last.year}",
    season=_season,
    year=_years,
    decade=lambda first, _: f"the {first.year}s",
    century=lambda number: f"the {_ordinal(number)} century",
)
