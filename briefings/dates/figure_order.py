"""Whether the day or the month comes first in the slashed dates of a text: some can be read in one way only."""

import re

from briefings.dates.phrase import Order

_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
LAST_MONTH, LAST_DAY = 12, 31


def told_order(text: str) -> Order:
    """None where no date tells, or where they disagree."""
    if "/" not in text:
        return None
    pairs = [(int(found[1]), int(found[2])) for found in _SLASHED.finditer(text)]
    day_first = any(LAST_MONTH < left <= LAST_DAY and right <= LAST_MONTH for left, right in pairs)
    month_first = any(LAST_MONTH < right <= LAST_DAY and left <= LAST_MONTH for left, right in pairs)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"
