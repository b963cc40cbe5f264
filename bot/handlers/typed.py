"""Reading a day, month, range or instant that an editor typed."""

from datetime import date

from briefings.briefing import When
from briefings.dates import read_period
from briefings.study import when_of


def read_when(typed: str, today: date, zone: str) -> When | None:
    """Read what was typed on `today`; a time of day counts in `zone`; None where it is not just a date."""
    mention = read_period(typed, today)
    return when_of(mention, zone) if mention is not None else None
