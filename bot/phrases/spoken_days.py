"""Reading a day, month, range or instant that an editor typed."""

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.phrases.typed_input import FIRST_DAY, LAST_DAY, Refusal, bounded, plausible_day
from briefings.dates import DateMention, read_day, read_period
from briefings.editorial.analysis import when_of
from briefings.model.briefing import When

DAY_AND_TIME = re.compile(r"\A(?P<day>.*[^\s,T])[\s,T]+(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)")


def read_when(typed: str, today: date, zone: str) -> When | None:
    """Read what was typed on `today`; a time of day counts in `zone`; None where it is not just a date.

    Raise `Refusal` for a date too far away.
    """
    mention = read_period(typed, today) or _read_day_and_time(typed, today)
    if mention is None:
        return None
    when = when_of(mention, zone)
    return when if when is not None and _near(when.first) and _near(when.last) else None


def read_typed_day(typed: str, today: date) -> date | None:
    """Read one day that was typed on `today`; None where it is none. Raise `Refusal` for one too far away."""
    day = read_day(bounded(typed), today)
    return day if day is None or _near(day) else None


def keeping_hour(new: When, old: When) -> When:
    """Keep the time of day that a date had, where only another day was typed; it counts in its own zone."""
    if old.instant is None or old.zone is None or new.precision != "day" or new.first != new.last:
        return new
    zone = ZoneInfo(old.zone)
    at = datetime.combine(new.first, old.instant.astimezone(zone).time(), zone)
    return replace(new, value=f"{new.value}T{at:%H:%M}", precision=old.precision, instant=at, zone=old.zone)


def _near(day: date) -> bool:
    try:
        plausible_day(day)
    except ValueError:
        raise Refusal("year-far", first=str(FIRST_DAY.year), last=str(LAST_DAY.year)) from None
    return True


def _read_day_and_time(typed: str, today: date) -> DateMention | None:
    """Read a time of day right after a day, as people type it: "9 June 2019 19:00"."""
    parts = DAY_AND_TIME.fullmatch(typed)
    day = read_period(parts["day"], today) if parts else None
    if parts is None or day is None or day.precision != "day" or day.first != day.last:
        return None
    hour, minute = int(parts["hour"]), int(parts["minute"])
    return replace(day, value=f"{day.value}T{hour:02}:{minute:02}", precision="minute", hour=hour, minute=minute)
