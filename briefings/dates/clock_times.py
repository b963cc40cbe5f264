"""Times of day: by the clock, or a part of the day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from briefings.dates.calendar import bounds, is_day
from briefings.dates.days import UNRESOLVED, published_anchor, stated_anchor
from briefings.dates.mention import Flag
from briefings.dates.phrase import Phrase, Reading, TimeOfDay, minutes_of
from briefings.dates.token_classes import Token

AFTERNOON, MIDNIGHT = 12, 24
CLOCKS = frozenset({"day", "count", "ordinal", "clock", "day_and_month"})
RANGE_START: frozenset[Flag] = frozenset({"range-start"})
RANGE_END: frozenset[Flag] = frozenset({"range-end"})
FIRST_EVENING_HOUR = 5
""" "4 ночи" is before dawn, "11 ночи" is not."""


def clock_time(phrase: Phrase) -> Sequence[Reading]:
    """ "10:35 a.m.", "7 p.m. EST", "в 19:00", "сағат 15-те", "noon": a time of day until a day joins it."""
    time = _time(phrase)
    return _time_reading(phrase, time) if time else ()


def _time_reading(phrase: Phrase, time: TimeOfDay) -> Sequence[Reading]:
    written = f"T{time[0]:02}:{time[1] or 0:02}"
    zone = phrase.word("zone", "city_zone") or None
    return [Reading(written, "TIME", time=time, zone=zone, leans=phrase.told_direction)]


def clock_range(phrase: Phrase) -> Sequence[Reading]:
    """ "from 10 to 11:30 a.m.", "с 7 до 20 часов", "сағат 7-ден 20-ға дейін": two times of one day."""
    if "unit" in {token.kind for token in phrase.tokens} and phrase.word("unit", "units") != "TH":
        return ()
    if not phrase.has("unit", "units", "half_of_day") and all(_is_day_of_month(token) for token in phrase.tokens):
        return ()
    places = [at for at in range(phrase.first, phrase.last) if phrase.sentence[at].kind in CLOCKS]
    if len(places) != 2:
        return ()
    start, end = (_in_day(phrase, *_hour(phrase.sentence[at])) for at in places)
    if start is None or end is None:
        return ()
    if minutes_of(start) > minutes_of(end) and start[0] >= AFTERNOON:
        start = start[0] - AFTERNOON, start[1]
    (first,), (last,) = _time_reading(phrase, start), _time_reading(phrase, end)
    return [
        replace(first, tokens=(phrase.first, places[0] + 1), flags=RANGE_START),
        replace(last, tokens=(places[1], phrase.last), flags=RANGE_END),
    ]


def _is_day_of_month(token: Token) -> bool:
    """Whether "07.05" may be a day as well."""
    return isinstance(token.value, tuple) and is_day(2000, token.value[1], token.value[0])


def _hour(token: Token) -> TimeOfDay:
    value = token.value
    if isinstance(value, tuple):
        return value[0], value[1]
    return (value if isinstance(value, int) else MIDNIGHT + 1), None


def _time(phrase: Phrase) -> TimeOfDay | None:
    clock = phrase.value("clock", "day_and_month")
    if isinstance(clock, tuple):
        return _in_day(phrase, clock[0], clock[1])
    if (named := phrase.number("noon")) is not None:
        return named, 0
    return _in_day(phrase, phrase.number("day", "count", "ordinal") or 0, None)


def _in_day(phrase: Phrase, hour: int, minute: int | None) -> TimeOfDay | None:
    half = _half_of_day(phrase, hour)
    if half is not None:
        if not 1 <= hour <= AFTERNOON:
            return None
        hour = hour % AFTERNOON + half
    return (hour, minute) if 0 <= hour <= 24 and (minute or 0) < 60 else None


def _half_of_day(phrase: Phrase, hour: int) -> int | None:
    """0 before noon, 12 after; None where nothing tells, or the hour itself does."""
    stated = phrase.number("half_of_day")
    if stated is not None:
        return stated
    part = phrase.word("part", "part_after", "part_before")
    if not part and "D" in [token.value for token in phrase.tokens if token.kind == "unit"]:
        part = "TAF"
    if not part or hour > AFTERNOON or hour == 0:
        return None
    return 0 if part == "TMO" or (part == "TNI" and (hour < FIRST_EVENING_HOUR or hour == AFTERNOON)) else AFTERNOON


def hour_of_day(phrase: Phrase) -> Sequence[Reading]:
    """ "в 7 часов вечера", "в 15 часов", "в 3 часа дня"; other units make it no time."""
    units = [token.value for token in phrase.tokens if token.kind in ("unit", "units")]
    if units[:1] != ["TH"] or units[1:] not in ([], ["D"]):
        return ()
    return clock_time(phrase)


def kazakh_hour(phrase: Phrase) -> Sequence[Reading]:
    """ "сағат 19:00-де", "кешкі сағат 7-де"."""
    return clock_time(phrase) if phrase.word("unit") == "TH" else ()


def military_time(phrase: Phrase) -> Sequence[Reading]:
    """ "0735 GMT"."""
    hour, minute = divmod(phrase.number("year", "count") or 0, 100)
    return _time_reading(phrase, (hour, minute)) if 0 < hour < 24 and minute < 60 else ()


def part_of_next_day(phrase: Phrase) -> Sequence[Reading]:
    """ "the next morning", "the previous night": of the day after or before the one told last."""
    shift, stated = phrase.number("shift", "told_shift", "event_offset"), phrase.passage.stated
    extent = bounds(stated) if stated else None
    if not shift or (shift < 0 and phrase.has("shift")) or stated is None or extent is None:
        return ()
    if extent.first != extent.last:
        return ()
    day = extent.first + timedelta(shift)
    return [Reading(day.isoformat() + phrase.word("part"), "TIME", stated_anchor(stated))]


def part_of_stated_day(phrase: Phrase) -> Sequence[Reading]:
    """ "that night": of the day that the text told last."""
    stated, day = phrase.passage.stated, phrase.passage.stated_day
    extent = bounds(stated) if stated else None
    if stated is None or day is None or extent is None or extent.first != extent.last:
        return ()
    return [Reading(day.isoformat() + phrase.word("part"), "TIME", stated_anchor(stated))]


def part_of_day(phrase: Phrase) -> Sequence[Reading]:
    """ "this morning", "last night", "сегодня вечером", "tonight"; alone it belongs to the day of publication."""
    part = phrase.word("part", "tonight")
    if not part:
        return ()
    if phrase.published is None:
        return [Reading(f"XXXX-XX-XX{part}", "TIME", flags=UNRESOLVED)]
    day = phrase.published + timedelta(phrase.number("deictic") or phrase.shift or 0)
    return [Reading(day.isoformat() + part, "TIME", published_anchor(phrase.published))]
