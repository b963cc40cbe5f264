"""A weekday or a weekend told beside its date: "on Saturday and Sunday, June 8 and 9", "9 июня, в воскресенье"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefings.dates.calendar import bounds, unit_value
from briefings.dates.phrase import Placed
from briefings.dates.token_classes import Token

DATED = ("day and month", "days of a month", "list of days", "date in figures")
BETWEEN = frozenset({"comma", "and", "on", "onto", "preposition", "dash", "open"})
REACH = 4
"""Mentions on each side among which the date is looked for."""
WEEKEND = (6, 7)


def agree(tokens: Sequence[Token], placed: Sequence[Placed]) -> list[Placed]:
    """The mentions, each bare weekday and weekend with the date that stands beside it and fits."""
    return [_settled(tokens, placed, at) if _is_open(item) else item for at, item in enumerate(placed)]


def _is_open(item: Placed) -> bool:
    return item.rule.startswith("weekday") or item.reading.value.endswith("-WE")


def _settled(tokens: Sequence[Token], placed: Sequence[Placed], at: int) -> Placed:
    item = placed[at]
    extent = bounds(item.reading.value)
    if extent is None or any(token.kind == "shift" for token in tokens[item.first : item.last]):
        return item
    is_weekend = extent.precision == "weekend"
    for day in _days_beside(tokens, placed, at):
        if day.isoweekday() in (WEEKEND if is_weekend else (extent.first.isoweekday(),)):
            return _on(item, unit_value(day, "WE" if is_weekend else "D"))
    return item


def _on(item: Placed, value: str) -> Placed:
    _, mark, time = item.reading.value.partition("T")
    flags = item.reading.flags - {"doubtful"}
    return item._replace(reading=replace(item.reading, value=value + mark + time, flags=flags))


def _days_beside(tokens: Sequence[Token], placed: Sequence[Placed], at: int) -> Iterator[date]:
    """The dates after and before the place, as far as nothing but commas and prepositions parts the mentions."""
    for step in (1, -1):
        for other in range(at + step, at + step * (REACH + 1), step):
            left, right = min(other, other - step), max(other, other - step)
            if not 0 <= other < len(placed) or not _touch(tokens, placed[left], placed[right]):
                break
            extent = bounds(placed[other].reading.value)
            if placed[other].rule.startswith(DATED) and extent and extent.first == extent.last:
                yield extent.first


def _touch(tokens: Sequence[Token], left: Placed, right: Placed) -> bool:
    return all(token.kind in BETWEEN for token in tokens[left.last : right.first])
