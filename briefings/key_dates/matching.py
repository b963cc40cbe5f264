"""Whether two key dates tell of the same event: by what kind of event it is, its name, its place and its day."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from briefings.key_dates.events import concepts_in
from briefings.key_dates.places import place_of
from briefings.language import Language, is_stopword, stems

LIKE = 0.5
"""Share of the shorter name's words that the other one has to have."""


class Match(Enum):
    """SAME: one event on one day. CONFLICT: one event, another day. DIFFERENT: two events."""

    SAME = "same"
    CONFLICT = "conflict"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Event:
    """What is compared of a key date; `first` and `last` are the days it covers."""

    name: str
    place: str | None
    first: date
    last: date
    language: Language


def compare(one: Event, other: Event) -> Match:
    """Compare two key dates, in the same language or in two."""
    if not _may_be_one(one, other):
        return Match.DIFFERENT
    return Match.SAME if one.first <= other.last and other.first <= one.last else Match.CONFLICT


def _may_be_one(one: Event, other: Event) -> bool:
    concepts, others = concepts_in(one.name), concepts_in(other.name)
    if (concepts or others) and not concepts & others:
        return False
    if not _same_place(one.place, other.place):
        return False
    if one.language != other.language:
        return bool(concepts) and one.first <= other.last and other.first <= one.last
    return _alike(_content(one), _content(other))


def _same_place(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    known, also = place_of(one), place_of(other)
    return known is also if known and also else one.casefold() == other.casefold()


def _content(event: Event) -> frozenset[str]:
    return frozenset(stem for stem in stems(event.name, event.language) if not is_stopword(stem, event.language))


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one name tells nothing that the other denies: "Election" fits "Snap presidential election"."""
    if not words or not others:
        return False
    return len(words & others) / min(len(words), len(others)) > LIKE or words <= others or others <= words
