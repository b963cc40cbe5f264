"""Feasts of the civil calendar: a fixed day of the year, or a fixed weekday of a month."""

from collections.abc import Sequence
from datetime import date, timedelta

from briefings.dates.calendar import nth_weekday
from briefings.dates.days import UNRESOLVED, choose, published_anchor
from briefings.dates.phrase import Phrase, Reading

Feast = Sequence[int]
"""(month, day), or (month, weekday, n) for the n-th such weekday of the month, -1 for the last;
a fourth number counts days from there."""

NEW_YEAR, NEW_YEARS_EVE, CHRISTMAS, CHRISTMAS_EVE = (1, 1), (12, 31), (12, 25), (12, 24)


def holiday(phrase: Phrase) -> Sequence[Reading]:
    """ "Christmas", "Thanksgiving Day"."""
    feast = phrase.value("holiday")
    return _reading(phrase, feast) if isinstance(feast, tuple) else ()


def feast_day(phrase: Phrase) -> Sequence[Reading]:
    """ "Labor Day", "New Year's Eve": feasts known by "day" or "eve"; "Labor Year" is none."""
    if phrase.has("new"):
        return _new_year(phrase)
    if phrase.has("eve"):
        return _reading(phrase, CHRISTMAS_EVE) if phrase.value("holiday") == CHRISTMAS else ()
    feast = phrase.value("feast_day")
    return _reading(phrase, feast) if isinstance(feast, tuple) and phrase.word("unit") == "D" else ()


def _new_year(phrase: Phrase) -> Sequence[Reading]:
    units = [token.value for token in phrase.tokens if token.kind == "unit"]
    if units == ["Y", "D"]:
        return _reading(phrase, NEW_YEAR)
    return _reading(phrase, NEW_YEARS_EVE) if units == ["Y"] and phrase.has("eve") else ()


def _reading(phrase: Phrase, feast: Feast) -> Sequence[Reading]:
    if phrase.published is None:
        day = "XX" if len(feast) > 2 else f"{feast[1]:02}"
        return [Reading(f"XXXX-{feast[0]:02}-{day}", flags=UNRESOLVED)]
    stated = phrase.number("year")
    years = [stated] if stated else range(max(1, phrase.published.year - 1), min(9998, phrase.published.year + 1) + 1)
    chosen = choose(phrase, [_day_of(number, feast) for number in years])
    return [Reading(chosen.isoformat(), anchor=None if stated else published_anchor(phrase.published))]


def _day_of(year: int, feast: Feast) -> date:
    if len(feast) == 2:
        return date(year, feast[0], feast[1])
    month, weekday, which, *after = feast
    found = nth_weekday(year, month, weekday, which)
    assert found is not None
    return found + timedelta(sum(after))
