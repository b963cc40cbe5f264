"""What a person types as a day or a period: a short text that is nothing but a date."""

import re
from datetime import date

from briefings.dates.finder import find_dates
from briefings.dates.mention import DateMention
from briefings.dates.ranges import RANGE, joined_range
from briefings.text.detection import LANGUAGES, Language, detect

LONGEST_TYPED = 100
_FILLERS = re.compile(
    r"[\s,.\-–—]+|\b(?:on|at|the|from|to|until|till|by|in|of|в|во|на|с|по|до|к|и|г|ж|күні|дейін|бастап)\b"
)
_DAY_PRECISIONS = ("day",)
ACCEPTED = RANGE | {"doubtful"}
"""Flags that need no asking back: what was understood is said in the next message."""


def read_day(text: str, today: date) -> date | None:
    """The one day that the text names ("2 May 2019", "02.05.2019", "вчера", "кеше"), None if it is not exactly one."""
    mention = read_period(text, today)
    if mention is None or mention.precision not in _DAY_PRECISIONS or mention.first != mention.last:
        return None
    return mention.first


def read_period(text: str, today: date) -> DateMention | None:
    """The day, month, range or day with a time that the text names and nothing else; None if it is not just that.

    A range is one mention with the value "2019-05-01/2019-05-03".
    """
    if len(text) > LONGEST_TYPED:
        return None
    detected = detect(text)
    readings = (_read(text, today, language) for language in sorted(LANGUAGES, key=lambda one: one != detected))
    return next((reading for reading in readings if reading is not None), None)


def _read(text: str, today: date, language: Language) -> DateMention | None:
    """Names of months are typed in small letters too, so the text is read as a title."""
    mentions = find_dates(text.title(), today, language)
    if not mentions or _leftover(text, mentions) or any(mention.flags - ACCEPTED for mention in mentions):
        return None
    if len(mentions) == 1:
        return mentions[0] if mentions[0].first else None
    return joined_range(mentions[0], mentions[1], text) if len(mentions) == 2 else None


def _leftover(text: str, mentions: tuple[DateMention, ...]) -> bool:
    for mention in reversed(mentions):
        text = text[: mention.start] + " " + text[mention.end :]
    return bool(_FILLERS.sub("", text.lower()))
