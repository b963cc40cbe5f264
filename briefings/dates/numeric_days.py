"""Days in figures: "2019-06-09", "09.06.2019", "6/9/2019", "09-Jun-2019"."""

from collections.abc import Sequence

from briefings.dates.calendar import is_day
from briefings.dates.days import DOUBTFUL, MONTHS, NO_FLAGS, WEEKDAYS, day_reading
from briefings.dates.phrase import Phrase, Reading
from briefings.dates.token_classes import full_year, glued

LAST_HOUR, LAST_MINUTE = 23, 59
NUMBERED = frozenset({"number_sign", "release"})
"""What a version number stands after: "version 10.5.2019"."""


def numeric_day(phrase: Phrase) -> Sequence[Reading]:
    """A day all in figures. With slashes the other dates of the text tell which is the month, else its language."""
    value = phrase.value("full_date", "dotted_date", "slashed_date")
    if not isinstance(value, tuple) or _is_version(phrase):
        return ()
    year, month, day = value
    if month > 12 or (phrase.has("slashed_date") and phrase.passage.month_first and day <= 12):
        month, day = day, month
    if not is_day(year, month, day):
        return ()
    return [Reading(f"{year:04}-{month:02}-{day:02}", flags=DOUBTFUL if _is_either(phrase, month, day) else NO_FLAGS)]


def timestamp(phrase: Phrase) -> Sequence[Reading]:
    """ "2019-06-14T18:00"."""
    value = phrase.value("timestamp")
    if not isinstance(value, tuple):
        return ()
    year, month, day, hour, minute = value
    if not is_day(year, month, day) or hour > LAST_HOUR or minute > LAST_MINUTE:
        return ()
    written = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"
    return [Reading(written, "TIME", time=(hour, minute), zone=phrase.word("zone") or None)]


def _is_either(phrase: Phrase, month: int, day: int) -> bool:
    """Whether nothing tells day and month apart: "5/2/2019" in English, where no other date helps."""
    return phrase.has("slashed_date") and not phrase.passage.knows_order and day <= 12 and day != month


def _is_version(phrase: Phrase) -> bool:
    before = phrase.sentence[phrase.first - 1] if phrase.first else None
    if before is not None and (before.kind in NUMBERED or (before.kind == "word" and glued(before, phrase.tokens[0]))):
        return True
    return phrase.followed_by("release_after") or (phrase.followed_by("word") and _touches_next(phrase))


def _touches_next(phrase: Phrase) -> bool:
    return glued(phrase.tokens[-1], phrase.sentence[phrase.last])


def numeric_day_of_month(phrase: Phrase) -> Sequence[Reading]:
    """ "15.02": a day and a month in figures, where the words around say that it is a date."""
    value = phrase.value("day_and_month")
    if not isinstance(value, tuple) or not is_day(2000, value[1], value[0]):
        return ()
    return [day_reading(phrase, None, value[1], value[0], phrase.number(*WEEKDAYS))]


def named_day_of_month(phrase: Phrase) -> Sequence[Reading]:
    """ "14.06 күні"; "1.5 күн" is a length."""
    token = phrase.tokens[0]
    is_full = token.end - token.start == len("14.06")
    return numeric_day_of_month(phrase) if is_full and phrase.word("unit") == "D" else ()


def dashed_day(phrase: Phrase) -> Sequence[Reading]:
    """ "09-Jun-2019", "9-Jun-19"."""
    day, month, year = phrase.number("day"), phrase.number(*MONTHS), phrase.tokens[-1]
    if day is None or month is None or not isinstance(year.value, int) or not glued(phrase.tokens[-2], year):
        return ()
    figures = f"{year.value:02}"
    return [day_reading(phrase, full_year(figures), month, day, None)] if len(figures) in (2, 4) else ()
