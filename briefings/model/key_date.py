"""Key dates as services give them to callers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefings.model.briefing import BriefingRef, ReportedDate, When
from briefings.text import Language

KeyDateStatus = Literal["planned", "moved", "cancelled", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one briefing says: its sentence word for word, and the words in it that name the time."""

    quote: str
    mention: str
    briefing: BriefingRef
    agrees: bool = True
    """False where it tells another date than the key date now has: found by it, not proven by it"""


@dataclass(frozen=True, slots=True)
class Name:
    """What a key date is called in one language, and where it is."""

    text: str
    language: Language
    place: str | None = None


@dataclass(frozen=True, slots=True)
class KeyDate:
    """Something that happens on a date people care about."""

    id: int
    name: str
    """what it was called first, in `language`: the original"""
    language: Language
    place: str | None
    when: When
    status: KeyDateStatus
    """past is not among them: it follows from the day it is"""
    revision: int
    evidence: tuple[Evidence, ...]
    """newest briefing first; empty quotes where an editor added the date by hand"""
    moved_by_hand_at: datetime | None = None
    """when the editors, and no briefing, put it on its present date"""
    names: tuple[Name, ...] = ()
    """one for each language that published briefings tell it in"""

    def called(self, language: Language) -> Name:
        """Return its name in this language, else the original."""
        original = Name(self.name, self.language, self.place)
        return next((name for name in self.names if name.language == language), original)

    @property
    def proofs(self) -> tuple[Evidence, ...]:
        """The evidence that tells its present date."""
        return tuple(one for one in self.evidence if one.agrees)

    def proof(self, language: Language) -> Evidence | None:
        """Return the newest proof in this language, else the newest of all; None where editors alone say so."""
        proofs = self.proofs
        own = (one for one in proofs if one.briefing.language == language and one.quote)
        return next(own, next(iter(proofs), None))


@dataclass(frozen=True, slots=True)
class KeyDatePage:
    """A stretch of a longer list."""

    dates: tuple[KeyDate, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A briefing tells another date for an event that is known already; an editor settles it."""

    reported: ReportedDate
    reported_by: BriefingRef
    key_date: KeyDate
    reported_is_newer: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One move, cancellation or restoration of a key date."""

    revision: int
    at: datetime
    change: Literal["moved", "cancelled", "restored"]
    old: When
    briefing: BriefingRef | None
    """that says so; None where the editors do"""
    by: int | None = None
    """the editor who decided"""
