"""Times of day, quiet hours, leads and courtesies as people write them in English, Russian and Kazakh."""

import re
from collections.abc import Iterator
from datetime import time, timedelta
from typing import Literal

from briefings.leads import LONGEST, MOST, Leads, order_leads
from briefings.reader import Quiet

TIME = re.compile(r"(?<!\d)(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?(?![\d\w])", re.IGNORECASE)
WORDS = r"weeks?|недел\w*|апта\w*|days?|день|дня|дней|сутки|суток|күн|hours?|час|часа|часов|сағат\w*"
LEAD = re.compile(
    rf"(?<![\w.,])(?:(?P<count>\d{{1,4}})\s*(?P<unit>{WORDS}|[dhдч])|(?P<one>{WORDS}))(?!\w)", re.IGNORECASE
)
"""a number with a unit, or a unit alone, which means one: "3 days", "2h", "a week", "за час" """
ON_THE_DAY = re.compile(
    r"(?:same|that|the) (?:day|morning)(?!\s+(?:before|earlier))|(?:сам|тот же) день|в день|сол күні", re.IGNORECASE
)
HELLO = re.compile(
    r"hi|hello|hey|good (?:morning|day|afternoon|evening)|привет|здравствуй(?:те)?|добр(?:ый день|ый вечер|ое утро)"
    r"|с[әа]лем|с[әа]леметсі[зң] бе|қайырлы (?:таң|күн|кеш)"
)
THANKS = re.compile(
    r"(?:many |big )?thanks|thank you|thx|(?:большое )?спасибо|благодарю|(?:көп )?рақмет|(?:көп )?рахмет"
)
"""nothing but the courtesy; with more words it may be a question"""
HOURS_OF = {"w": 7 * 24, "н": 7 * 24, "а": 7 * 24, "d": 24, "д": 24, "с": 24, "к": 24, "h": 1, "ч": 1}
"""hours of a unit, by its first letter"""


def said_courtesy(text: str) -> Literal["hello", "thanks"] | None:
    """Read a message that only greets or thanks; None for anything else."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    if HELLO.fullmatch(words):
        return "hello"
    return "thanks" if THANKS.fullmatch(words) else None


def said_time(text: str) -> time | None:
    """Read one time of day, such as `8:30`, `20.00` or `9 pm`; None for anything else."""
    times = list(_times(text))
    return times[0] if len(times) == 1 else None


def said_quiet(text: str) -> Quiet | None:
    """Read quiet hours from one time to another, such as `22:00-7:30` or `с 22 до 7`; None for anything else."""
    times = list(_times(text))
    return Quiet(*times) if len(times) == 2 and times[0] != times[1] else None


def said_leads(text: str) -> Leads | None:
    """Read leads such as `3 days and 2 hours before`; None where there are none, too many, or too long ones."""
    found = {timedelta(0)} if ON_THE_DAY.search(text) else set()
    found |= {_lead(match) for match in LEAD.finditer(ON_THE_DAY.sub(" ", text))}
    if not 0 < len(found) <= MOST or max(found) > LONGEST:
        return None
    return order_leads(found)


def _times(text: str) -> Iterator[time]:
    for hour, minute, half in TIME.findall(text):
        shown = int(hour) % 12 + 12 * (half.lower() == "pm") if half else int(hour)
        if shown < 24 and int(minute or 0) < 60:
            yield time(shown, int(minute or 0))


def _lead(match: re.Match[str]) -> timedelta:
    unit = (match["unit"] or match["one"]).lower()
    hours = 1 if unit.startswith("сағ") else HOURS_OF[unit[0]]
    return timedelta(hours=int(match["count"] or 1) * hours)
