"""A weekday with its date in brackets, "on Sunday (9 June)", or the other way round: the date wins."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefings.dates.calendar import bounds
from briefings.dates.mention import Flag
from briefings.dates.phrase import Placed
from briefings.dates.token_classes import Token

DATES = ("day and month", "date in figures")
CLASH: frozenset[Flag] = frozenset({"contradiction"})


def bracketed(sentence: Sequence[Token], left: Placed, right: Placed) -> Placed | None:
    """The two as one mention with the value of the date; None where they are not a weekday and its date."""
    if not _in_brackets(sentence, left, right):
        return None
    if left.rule.startswith("weekday") and right.rule.startswith(DATES):
        return _joined(left, right, right, left)
    if right.rule == "weekday" and left.rule.startswith(DATES):
        return _joined(left, right, left, right)
    return None


def _in_brackets(sentence: Sequence[Token], left: Placed, right: Placed) -> bool:
    between = [token.kind for token in sentence[left.last : right.first]]
    if between not in (["open"], ["quote", "s", "open"]) or right.last >= len(sentence):
        return False
    return sentence[right.last].kind == "close"


def _joined(left: Placed, right: Placed, dated: Placed, weekday: Placed) -> Placed | None:
    day, named = _day(dated), _day(weekday)
    if day is None:
        return None
    clash = named is not None and day.isoweekday() != named.isoweekday()
    timed = weekday if weekday.reading.type == "TIME" else dated
    time = timed.reading.value.partition("T")
    flags = (dated.reading.flags - {"doubtful"}) | (CLASH if clash else frozenset())
    reading = replace(
        timed.reading, value=day.isoformat() + "".join(time[1:]), flags=flags, anchor=dated.reading.anchor
    )
    return Placed(left.first, right.last + 1, reading, f"{dated.rule} with weekday")


def _day(placed: Placed) -> date | None:
    extent = bounds(placed.reading.value)
    return extent.first if extent and extent.first == extent.last else None
