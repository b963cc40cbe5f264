"""How long before a key date a reminder comes."""

import re
from collections.abc import Iterable
from datetime import timedelta

Leads = tuple[timedelta, ...]
"""Longest first, each once; whole days come at the reminder time of that day, others count from the instant."""

LEAD = re.compile(r"(\d{1,4})\s*([dh])", re.IGNORECASE)
LONGEST = timedelta(days=366)
MOST = 10


def parse_leads(text: str) -> Leads:
    """Read leads as written in the settings, such as `7d,1d,0d` or `2h`; raise `ValueError` saying what to write."""
    matches = [LEAD.fullmatch(part.strip()) for part in text.split(",")]
    if not all(matches) or len(matches) > MOST:
        raise ValueError("takes days and hours with commas between, at most ten, like 7d,1d,0d or 2h")
    return order_leads(_lead(match[1], match[2]) for match in matches if match)


def order_leads(leads: Iterable[timedelta]) -> Leads:
    """Put leads in order, longest first, each once; raise `ValueError` for one longer than a year."""
    ordered = tuple(sorted(set(leads), reverse=True))
    if any(lead > LONGEST for lead in ordered):
        raise ValueError("takes leads of at most 366 days")
    return ordered


def write_leads(leads: Leads) -> str:
    """Write leads as the settings write them: the inverse of `parse_leads`."""
    return ",".join(write_lead(lead) for lead in leads)


def write_lead(lead: timedelta) -> str:
    """Write one lead: `7d`, or `2h` where it is not whole days."""
    hours = int(lead.total_seconds() // 3600)
    return f"{hours // 24}d" if hours % 24 == 0 else f"{hours}h"


def is_whole_days(lead: timedelta) -> bool:
    """Whether the lead comes at the reminder time of a day rather than counting from the instant."""
    return lead % timedelta(days=1) == timedelta(0)


def _lead(number: str, unit: str) -> timedelta:
    return timedelta(days=int(number)) if unit.lower() == "d" else timedelta(hours=int(number))
