"""Several days of one month: "June 3, 5 and 7", "понедельник 20, вторник 21 и среда 22 апреля"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefings.dates.days import MONTHS, WEEKDAYS, day_reading, stated_year
from briefings.dates.phrase import Phrase, Reading

FIRST_YEAR = 1000


def day_list(phrase: Phrase) -> Sequence[Reading]:
    """Each day of the list, a mention of its own; they stand in order."""
    month, places = phrase.number(*MONTHS), _places(phrase)
    days = [_number(phrase, at) for at in places]
    if month is None or len(days) < 2 or days[0] < 1 or days[-1] > 31 or any(b <= a for a, b in pairwise(days)):
        return ()
    last = day_reading(phrase, stated_year(phrase), month, days[-1], _weekday_before(phrase, places[-1]))
    year = int(last.value[:4]) if last.value[:4].isdecimal() else None
    readings = [day_reading(phrase, year, month, day, None) for day in days[:-1]]
    ends = _ends(phrase, places)
    anchored = [replace(reading, anchor=last.anchor, flags=reading.flags | last.flags) for reading in readings]
    return [replace(reading, tokens=end) for reading, end in zip((*anchored, last), ends, strict=True)]


def _places(phrase: Phrase) -> list[int]:
    kinds = ("day", "ordinal", "count")
    inside = range(phrase.first, phrase.last)
    return [at for at in inside if phrase.sentence[at].kind in kinds and 0 <= _number(phrase, at) < FIRST_YEAR]


def _number(phrase: Phrase, at: int) -> int:
    value = phrase.sentence[at].value
    return value if isinstance(value, int) else -1


def _weekday_before(phrase: Phrase, at: int) -> int | None:
    before = phrase.sentence[at - 1]
    return before.value if before.kind in WEEKDAYS and isinstance(before.value, int) else None


def _ends(phrase: Phrase, places: Sequence[int]) -> list[tuple[int, int]]:
    """The tokens of each day: with its weekday, and with the month where that stands beside it."""
    month = phrase.index(*MONTHS)
    starts = [at - 1 if _weekday_before(phrase, at) and at > phrase.first else at for at in places]
    stops = [at + 1 for at in places]
    starts[0] = phrase.first if month < places[0] else starts[0]
    stops[-1] = phrase.last
    return list(zip(starts, stops, strict=True))
