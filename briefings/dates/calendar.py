"""Calendar arithmetic on TIMEX3 values: "1998", "1998-Q3", "1998-W08", "1998-10-23", "199" (decade), "19" (century)."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

from briefings.dates.mention import Precision

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN = {"Y": 12, "H": 6, "Q": 3, "M": 1}
YEARS_IN = {"Y": 1, "E": 10, "C": 100}

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[A-Z\d:]+))?)?))?"
)


class Bounds(NamedTuple):
    """The first and last day that a value covers, and how fine it is."""

    first: date
    last: date
    precision: Precision


@lru_cache(maxsize=1024)
def bounds(value: str) -> Bounds | None:
    """The days that a calendar value covers; None for durations, references and values with unknown fields."""
    if value.isdecimal() and len(value) in (2, 3):
        return _long_bounds(value)
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    try:
        return _bounds(found.groupdict())
    except (ValueError, OverflowError):
        return None


def _long_bounds(value: str) -> Bounds | None:
    years = 10 ** (4 - len(value))
    start = int(value) * years
    if not MINYEAR <= start <= MAXYEAR - years:
        return None
    return Bounds(date(start, 1, 1), date(start + years - 1, 12, 31), "decade" if years == 10 else "century")


def _bounds(part: dict[str, str | None]) -> Bounds:
    year = int(part["year"] or 0)
    if week := part["week"]:
        monday = date.fromisocalendar(year, int(week), 1)
        if part["weekend"]:
            return Bounds(monday + timedelta(5), monday + timedelta(6), "weekend")
        return Bounds(monday, monday + timedelta(6), "week")
    if day := part["day"]:
        exact = date(year, int(part["month"] or 0), int(day))
        return Bounds(exact, exact, _time_precision(part["time"]))
    if month := part["month"]:
        return _months(year, int(month), 1, "month")
    if quarter := part["quarter"]:
        return _months(year, int(quarter) * 3 - 2, 3, "quarter")
    if half := part["half"]:
        return _months(year, int(half) * 6 - 5, 6, "half")
    if season := part["season"]:
        return _months(year, SEASONS[season], 3, "season")
    return _months(year, 1, 12, "year")


def _time_precision(time: str | None) -> Precision:
    if time is None:
        return "day"
    if time.isalpha():
        return "part"
    return "minute" if ":" in time else "hour"


def _months(year: int, month: int, count: int, precision: Precision) -> Bounds:
    first = date(year, month, 1)
    return Bounds(first, add_months(first, count) - timedelta(1), precision)


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month where it is shorter.

    Raises OverflowError outside the years that a date can hold.
    """
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The n-th such weekday of the month, -1 for the last; None where the month has none."""
    if which < 0:
        last = date(year, month, days_in(year, month))
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (which - 1)
    return first.replace(day=day) if day <= days_in(year, month) else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def unit_value(day: date, unit: str) -> str:
    """The value of the unit ("D", "W", "M", "Q", "H", "Y", "E" decade, "C" century) that holds the day."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "WE":
        return unit_value(day, "W") + "-WE"
    year_text = f"{day.year:04}"
    match unit:
        case "M":
            return f"{year_text}-{day.month:02}"
        case "Q":
            return f"{year_text}-Q{(day.month + 2) // 3}"
        case "H":
            return f"{year_text}-H{(day.month + 5) // 6}"
        case "E":
            return year_text[:3]
        case "C":
            return year_text[:2]
        case _:
            return year_text


def shift(day: date, unit: str, count: int) -> date:
    """The day `count` units on. Raises OverflowError outside the years that a date can hold."""
    if unit in ("D", "W", "WE"):
        return day + timedelta(count * (1 if unit == "D" else 7))
    months = MONTHS_IN.get(unit) or YEARS_IN[unit] * 12
    return add_months(day, months * count)


def shift_value(day: date, unit: str, count: int) -> str:
    """The value of the unit that lies `count` units after the one that holds the day."""
    return unit_value(shift(day, unit, count), unit)


def season_value(day: date, season: str, count: int = 0) -> str:
    """The value of the season, `count` years after the year of the day."""
    return f"{day.year + count:04}-{season}"
