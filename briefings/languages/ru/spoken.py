"""Russian: days and periods as people say them."""

from datetime import date
from typing import Final

from briefings.languages.contract import SpokenDays, SpokenPeriods

_ORDINALS: Final = ("первый", "второй", "третий", "четвёртый")
_HALVES: Final = ("первая", "вторая")
_SEASONS: Final = ("зима", "весна", "лето", "осень")


def _season(first: date, last: date) -> str:
    name = _SEASONS[last.month % 12 // 3]
    return f"{name} {first.year} года" if first.year == last.year else f"{name} {first.year}–{last.year} годов"


def _year(first: date, last: date) -> str:
    return f"{first.year} год" if first.year == last.year else f"{first.year}–{last.year} годы"


DAYS: Final = SpokenDays(
    day="d MMMM y 'года'",
    weekday_and_day="EEEE, d MMMM y 'года'",
    day_and_month="d MMMM",
    near={0: "сегодня", 1: "завтра", -1: "вчера"},
    now="идёт сейчас",
    on_the_day="в день события",
    ahead="через {}",
    behind="{} назад",
    before="за {}",
    units={
        "day": {"one": "день", "few": "дня", "many": "дней"},
        "hour": {"one": "час", "few": "часа", "many": "часов"},
        "minute": {"one": "минуту", "few": "минуты", "many": "минут"},
    },
    is_year_first=False,
)
PERIODS: Final = SpokenPeriods(
    month="LLLL y 'года'",
    week="неделя {}",
    weekend="выходные {}",
    quarter=lambda first, last: f"{_ORDINALS[(first.month - 1) // 3]} квартал {last.year} года",
    half=lambda first, last: f"{_HALVES[(first.month - 1) // 6]} половина {last.year} года",
    season=_season,
    year=_year,
    decade=lambda first, _: f"{first.year}-е годы",
    century=lambda number: f"{number}-й век",
)
