"""What an answer is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from briefings.model.briefing import BriefingRef, When
from briefings.text import Language

MOST_FINDINGS: Final = 6

Kind = Literal[
    "who", "when", "where", "how_many", "how_long", "countdown", "why", "how", "what", "yes_no", "happening", "new"
]
"""What is asked. `countdown`: how far away; `happening`: what happens in a span of days; `new`: what was told since."""


MANY: Final[frozenset[Kind]] = frozenset({"who", "where", "what"})
"""Kinds that often have several answers."""


@dataclass(frozen=True, slots=True)
class Superseded:
    """The same thing told otherwise by an older briefing."""

    quote: str
    date: When | None
    briefing: BriefingRef


@dataclass(frozen=True, slots=True)
class Finding:
    """One supported answer: a sentence of a published briefing, word for word."""

    text: str
    """the stretch of `quote` that answers, or all of it where no stretch is sure"""
    quote: str
    text_start: int | None
    """where `text` stands in `quote`; None: nothing to mark"""
    text_end: int | None
    passage_id: int
    date: When | None
    """the day that the finding tells, resolved; None where it tells none"""
    score: float
    """how often a finding with this score is right, 0 to 1"""
    briefing: BriefingRef
    key_date_id: int | None = None
    """the key date behind it, so that it can be followed"""
    event_id: int | None = None
    """the same; also where briefings tell different dates of it and no editor has settled which holds"""
    older: tuple[Superseded, ...] = ()
    """what older briefings say otherwise, newest first"""


@dataclass(frozen=True, slots=True)
class Computed:
    """What is worked out for the reply, never quoted."""

    first: date
    last: date
    days: int
    """from today to `first`; negative when it has passed"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was thought of one passage."""

    passage_id: int
    briefing_id: int
    quote: str
    rank_by_words: int | None
    rank_by_meaning: int | None
    features: Mapping[str, float]
    read: str | None
    """what the reader marked; None where it was not read"""
    unmet: tuple[str, ...]
    """conditions of the question that neither the sentence nor its surroundings meet"""
    score: float
    reason: str
    """given, below the threshold, condition not met, said already, or beyond the six"""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an answer came about, for editors."""

    kind: Kind
    language: Language
    terms: tuple[str, ...]
    corrected: Mapping[str, str]
    """typing errors, and what they were read as"""
    period: tuple[date, date] | None
    threshold: float
    verdicts: tuple[Verdict, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the briefings tell about a question: at most six findings, or none and the nearest briefings."""

    question: str
    language: Language
    kind: Kind
    findings: tuple[Finding, ...]
    nearest: tuple[BriefingRef, ...]
    computed: Computed | None
    today: date
    explanation: Explanation
