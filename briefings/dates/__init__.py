"""Date mentions in English, Russian and Kazakh: found, resolved and explained. Pure functions, no I/O."""

from briefings.dates.finder import find_dates
from briefings.dates.mention import DateMention
from briefings.dates.typed import read_day, read_period

__all__ = ["DateMention", "find_dates", "read_day", "read_period"]
