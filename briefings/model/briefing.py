"""A briefing and what it tells, as services give them to callers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from briefings.text import Language

Status = Literal["draft", "published", "retracted", "discarded"]
ReportState = Literal["proposed", "offered", "left_out", "told", "conflict", "overruled", "refused"]


@dataclass(frozen=True, slots=True)
class Briefing:
    """An article that an editor loaded."""

    id: int
    status: Status
    title: str
    source: str | None
    url: str | None
    language: Language
    published: date | None
    """the day it appeared at its source; None while nobody knows"""
    text: str
    summary: tuple[str, ...]
    version: int
    loaded_by: int | None
    loaded_at: datetime
    live_at: datetime | None


@dataclass(frozen=True, slots=True)
class BriefingRef:
    """What an answer or a list says of a briefing."""

    id: int
    title: str
    source: str | None
    url: str | None
    published: date | None
    language: Language


@dataclass(frozen=True, slots=True)
class When:
    """When something happens: a day, a longer span, or an instant where the time of day is known."""

    value: str
    """TIMEX3"""
    first: date
    last: date
    precision: str
    instant: datetime | None = None
    zone: str | None = None
    """name of the zone that the time was given in"""


@dataclass(frozen=True, slots=True)
class ReportedDate:
    """What one briefing tells of a date: proposed in a draft, evidence once published."""

    id: int
    briefing_id: int
    key_date_id: int | None
    state: ReportState
    name: str
    when: When
    place: str | None
    planned: bool
    quote: str
    """the sentence that proves it; empty where an editor added the date without one"""
    mention: str
    further_quotes: tuple[str, ...]
    added_by: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing under review, with the key dates proposed for it."""

    briefing: Briefing
    dates: tuple[ReportedDate, ...]
    """what is proposed, in order of time; those left out are among them"""
    unresolved: tuple[str, ...]
    """mentions that mean nothing without the publication date, such as "June 9" """
    date_choices: tuple[date, ...]
    """days written in full in the text: candidates for the publication date, never taken silently"""
    anchors: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """by quote and mention: what the date was counted from, `published 2019-05-02` or `told 2019-04-28`"""
    others: tuple[ReportedDate, ...] = ()
    """other dates ahead that the text tells, in order of time: published only if an editor takes them"""
