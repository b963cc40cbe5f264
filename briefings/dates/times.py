"""Times of day: by the clock, or a part of the day."""

from collections.abc import Sequence
from datetime import timedelta

from briefings.dates.days import UNRESOLVED, published_anchor
from briefings.dates.phrase import Phrase, Reading, TimeOfDay

AFTERNOON = 12


def clock_time(phrase: Phrase) -> Sequence[Reading]:
    """ "10:35 a.m.", "7 p.m. EST", "в 19:00", "сағат 15-те", "noon"; its day is the one of publication until a day joins it."""
    time = _time(phrase)
    if time is None:
        return ()
    written = f"T{time[0]:02}:{time[1] or 0:02}"
    zone = phrase.word("zone") or None
    if phrase.published is None:
        return [Reading(f"XXXX-XX-XX{written}", "TIME", flags=UNRESOLVED, time=time, zone=zone)]
    value = phrase.published.isoformat() + written
    return [Reading(value, "TIME", published_anchor(phrase.published), time=time, zone=zone)]


def _time(phrase: Phrase) -> TimeOfDay | None:
    clock = phrase.value("clock", "day_and_month")
    if isinstance(clock, tuple):
        hour, minute = clock[0], clock[1]
    elif (named := phrase.number("noon")) is not None:
        return named, 0
    else:
        hour, minute = phrase.number("day", "count") or 0, None
    half = phrase.number("half_of_day", "part_of_clock")
    if phrase.has("unit") and phrase.word("unit") == "D" or (phrase.numbers("unit") == []) and [t.value for t in phrase.tokens if t.kind == "unit"][-1:] == ["D"]:
        half = AFTERNOON
    if (part := phrase.word("part", "part_after")) and hour <= 12:
        half = 0 if part == "TMO" or (part == "TNI" and hour < 5) else AFTERNOON
    if half is not None:
        if not 1 <= hour <= 12 and (minute is None or not hour == 0):
            return None
        hour = hour % 12 + half if half in (0, AFTERNOON) else hour
    return (hour, minute) if 0 <= hour <= 24 else None


def hour_of_day(phrase: Phrase) -> Sequence[Reading]:
    """ "в 7 часов вечера", "в 15 часов", "в 3 часа дня"; other units make it no time."""
    units = [token.value for token in phrase.tokens if token.kind in ("unit", "units")]
    if units[:1] != ["TH"] or units[1:] not in ([], ["D"]):
        return ()
    return clock_time(phrase)


def part_of_day(phrase: Phrase) -> Sequence[Reading]:
    """ "this morning", "last night", "сегодня вечером", "tonight"; alone it belongs to the day of publication."""
    part = phrase.word("part", "tonight")
    if not part:
        return ()
    if phrase.published is None:
        return [Reading(f"XXXX-XX-XX{part}", "TIME", flags=UNRESOLVED)]
    day = phrase.published + timedelta(phrase.number("deictic") or phrase.shift or 0)
    return [Reading(day.isoformat() + part, "TIME", published_anchor(phrase.published))]
