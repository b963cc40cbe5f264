"""Weekdays and weeks by their number in a month, or by a day: "the last Sunday of June", "the week of June 3"."""

from collections.abc import Sequence
from datetime import date, timedelta

from briefings.dates.calendar import add_months, days_in, nth_weekday, unit_value
from briefings.dates.days import (
    MONTHS,
    UNRESOLVED,
    WEEKDAYS,
    calendar_day,
    choose,
    doubt,
    published_anchor,
    stated_year,
)
from briefings.dates.lengths import UNITS
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.token_classes import Value

WEEK_TOLD_BY = {"W": 4, "WE": 6}
"""The weekday that says which month a week or a weekend belongs to."""
LAST = -1
MOST_WEEKS = 5


def weekday_of_month(phrase: Phrase) -> Sequence[Reading]:
    """ "the last Sunday of June", "во вторую субботу июля", "маусымның соңғы жексенбісі"."""
    weekday, which = phrase.number(*WEEKDAYS), _which(phrase)
    return _in_month(phrase, weekday, which, "D") if weekday and which else ()


def week_of_month(phrase: Phrase) -> Sequence[Reading]:
    """ "the first week of June", "the last weekend of May", "the last day of June"."""
    unit, which = _unit(phrase), _which(phrase)
    if unit == "D" and which in (1, LAST):
        return _in_month(phrase, None, which, unit)
    return _in_month(phrase, WEEK_TOLD_BY[unit], which, unit) if unit in WEEK_TOLD_BY and which else ()


def week_of_day(phrase: Phrase) -> Sequence[Reading]:
    """ "the week of June 3", "на неделе с 3 июня": the week that holds the day."""
    unit = "WE" if "WE" in _units(phrase) else "W"
    if unit not in _units(phrase) or phrase.word("preposition") not in ("", "с"):
        return ()
    return [_as_week(reading, unit) for reading in calendar_day(phrase)]


def _as_week(reading: Reading, unit: str) -> Reading:
    if "unresolved" in reading.flags or "impossible" in reading.flags:
        return reading
    week = unit_value(date.fromisoformat(reading.value), unit)
    return Reading(week, anchor=reading.anchor, flags=reading.flags)


def _units(phrase: Phrase) -> list[Value]:
    return [token.value for token in phrase.tokens if token.kind in UNITS]


def _unit(phrase: Phrase) -> str:
    """Which unit is counted: "the first week of next month", "маусым айының соңғы аптасы"."""
    return next((str(unit) for unit in _units(phrase) if unit in (*WEEK_TOLD_BY, "D")), "")


def _nth(year: int, month: int, weekday: int | None, which: int) -> date | None:
    """The n-th such weekday, or without a weekday the first or last day."""
    if weekday is None:
        return date(year, month, days_in(year, month) if which == LAST else which)
    return nth_weekday(year, month, weekday, which)


def _which(phrase: Phrase) -> int | None:
    """1 to 5, or -1 for the last."""
    number = phrase.number("ordinal", "past") or phrase.number("shift")
    return number if number == LAST or ((number or 0) in range(1, MOST_WEEKS + 1) and phrase.has("ordinal")) else None


def _in_month(phrase: Phrase, weekday: int | None, which: int, unit: str) -> Sequence[Reading]:
    month = phrase.number(*MONTHS)
    if month is None:
        return _in_told_month(phrase, weekday, which, unit)
    if (year := told_year_of_month(phrase)) is not None:
        found = _nth(year, month, weekday, which)
        return [Reading(unit_value(found, unit))] if found else ()
    if phrase.published is None:
        return [Reading(f"XXXX-{month:02}", flags=UNRESOLVED)]
    years = range(max(1, phrase.published.year - 1), min(9998, phrase.published.year + 1) + 1)
    days = [day for year in years if (day := _nth(year, month, weekday, which))]
    return [_chosen(phrase, days, unit)] if days else ()


def told_year_of_month(phrase: Phrase) -> int | None:
    """The year, where "last" and ordinals count weeks and not years."""
    return phrase.number("year") or (stated_year(phrase) if phrase.has("shifted", "that", "year_of") else None)


def _chosen(phrase: Phrase, days: Sequence[date], unit: str) -> Reading:
    assert phrase.published is not None
    chosen = choose(phrase, days)
    anchor = published_anchor(phrase.published)
    return Reading(unit_value(chosen, unit), anchor=anchor, flags=doubt(phrase, chosen))


def _in_told_month(phrase: Phrase, weekday: int | None, which: int, unit: str) -> Sequence[Reading]:
    """ "the last Friday of next month", "первый понедельник этого месяца"."""
    if "M" not in _units(phrase) or phrase.published is None:
        return ()
    of_month = phrase.numbers("shift")[0 if phrase.has("ordinal", "past") else 1 :]
    start = add_months(phrase.published.replace(day=1), of_month[-1] if of_month else 0)
    found = _nth(start.year, start.month, weekday, which)
    return [Reading(unit_value(found, unit), anchor=published_anchor(phrase.published))] if found else ()


def bare_day(phrase: Phrase) -> Sequence[Reading]:
    """ "on the 9th", "Sunday the 9th", "9-го числа": of the month that the words look to."""
    day, weekday = phrase.number("day", "ordinal"), phrase.number(*WEEKDAYS)
    if day is None or not 1 <= day <= 31 or phrase.published is None or _is_spelled(phrase):
        return ()
    months = [add_months(phrase.published.replace(day=1), count) for count in (-1, 0, 1)]
    days = [found for month in months if (found := _day_in(month, day)) and weekday in (None, found.isoweekday())]
    if not days:
        return ()
    sided = [found for found in days if (found > phrase.published) == (phrase.direction == "future")]
    nearest = min(sided or days, key=lambda found: abs(found - phrase.published) if phrase.published else timedelta())
    return [Reading(nearest.isoformat(), anchor=published_anchor(phrase.published))]


LONGEST_FIGURE_DAY = 5
""" "21-го"; "first" and "third" count other things more often than days."""


def _is_spelled(phrase: Phrase) -> bool:
    token = phrase.find("day", "ordinal")
    return token is not None and token.end - token.start > LONGEST_FIGURE_DAY


def _day_in(month: date, day: int) -> date | None:
    try:
        return month.replace(day=day)
    except ValueError:
        return None
