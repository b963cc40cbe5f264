"""Numbers, days and words that people type or forge: within bounds, or refused with a kind sentence."""

import re
from datetime import date

LARGEST_ID = 2**63 - 1
"""what Telegram's ids and our keys fit into"""
LONGEST_WORDS = 200
"""characters of a name, a topic or a search"""
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(2999, 12, 31)
"""what lies outside is no news, and calendars and time zones come to their ends there"""
NUMBER = re.compile(r"-?[0-9]{1,19}")


class Refusal(Exception):
    """What was sent cannot be taken; `name` is the message of the catalogue that says why, `values` what it needs."""

    def __init__(self, name: str, **values: str | int) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


def in_range(written: str, least: int, most: int) -> int:
    """Read a whole number in plain digits; raise `ValueError` for anything else or outside the range."""
    if not NUMBER.fullmatch(written) or not least <= int(written) <= most:
        raise ValueError(f"not a number from {least} to {most}")
    return int(written)


def plausible_day(day: date) -> date:
    """Return the day; raise `ValueError` for one that nobody means."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"{day} is too far away")
    return day


def bounded(words: str, most: int = LONGEST_WORDS) -> str:
    """Return words of a sensible length; raise `Refusal` for more."""
    if len(words) > most:
        raise Refusal("words-long", limit=most)
    return words
