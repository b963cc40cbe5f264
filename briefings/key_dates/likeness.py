"""How likely two reports in two languages are of one event: meaning, who takes part, what kind it is, not elsewhere.

A logistic regression over few signals. Its weights were fitted on pairs of our own in all three pairs of languages, of
one event and of others on the same day; docs/dates.md says how they do on pairs that were kept back.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import exp

from briefings.key_dates.detection.event_nouns import concepts_in
from briefings.key_dates.detection.places import place_of
from briefings.key_dates.detection.similarity import CACHED_NAMES, family, kinds_in, same_place
from briefings.text import Language, tokens
from briefings.text.transliteration import name_keys

SURE = 0.95
"""From here on two reports are joined; nobody is asked."""
THINKABLE = 0.05
"""From here on an editor is asked; what is less likely are two events."""

BIAS = -3.38
PER_HUNDREDTH = 1.16
"""of cosine above what unrelated texts have"""
PER_NAME, MOST_NAMES = 3.25, 2
DENIED = -0.56
SAME_KIND = 1.65
UNRELATED = {True: 0.862, False: 0.84}
"""Cosine of texts that have nothing in common but their day, whether or not they share a script."""

Sounds = frozenset[str]
"""What a name sounds like, with and without a case ending."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a briefing tells of an event."""

    name: str
    quote: str
    place: str | None
    language: Language

    @property
    def text(self) -> str:
        """What its vector is of."""
        return f"{self.name}. {self.quote}".strip()


def likeness(one: Report, other: Report, cosine: float) -> float:
    """Return how likely both are of one event, given the cosine of their texts; 0 where something speaks against it."""
    if _contradict(one, other):
        return 0.0
    shared = names_shared(one, other)
    weight = BIAS + PER_HUNDREDTH * 100 * (cosine - UNRELATED[one.name.isascii() == other.name.isascii()])
    weight += PER_NAME * min(shared, MOST_NAMES) + DENIED * (not shared and deny_names(one, other))
    weight += SAME_KIND * share_kind(one, other)
    return 1 / (1 + exp(-weight))


def share_kind(one: Report, other: Report) -> bool:
    """Whether both names speak of one kind of event: an election, a match."""
    return not _families(one.name).isdisjoint(_families(other.name))


def names_shared(one: Report, other: Report) -> int:
    """Return how many names of people, bodies and the like both tell, however they are spelled."""
    others = _names(other, 0)
    return sum(any(name & known for known in others) for name in _names(one, 0))


def deny_names(one: Report, other: Report) -> bool:
    """Whether both tell names, and none is the other's; a capital at the beginning tells nothing."""
    return bool(_names(one, 1)) and bool(_names(other, 1)) and not names_shared(one, other)


def _contradict(one: Report, other: Report) -> bool:
    kinds, others = kinds_in(one.name), kinds_in(other.name)
    return bool(kinds and others and not kinds & others) or _agree_on_place(one, other) is False


def _agree_on_place(one: Report, other: Report) -> bool | None:
    """Whether they are in one place; None where one does not tell, or two spellings prove nothing."""
    places = one.place, other.place
    if one.place and other.place and not all(place_of(place) for place in (one.place, other.place)):
        return True if _sounds(one.place) & _sounds(other.place) else None
    return same_place((one.name, other.name), places)


@lru_cache(CACHED_NAMES)
def _families(name: str) -> frozenset[str]:
    return frozenset(family(concept) for concept in concepts_in(name))


def _names(report: Report, skipped: int) -> frozenset[Sounds]:
    return _names_in(report.name, 1) | _names_in(report.quote, skipped)


@lru_cache(CACHED_NAMES)
def _names_in(text: str, skipped: int) -> frozenset[Sounds]:
    """Return the sounds of what is written with a capital, known places aside: many events share one."""
    words = (word.text for word in islice(tokens(text), skipped, None))
    capital = (word for word in words if word[:1].isupper() and place_of(word) is None)
    return frozenset(frozenset(name_keys(word)) for word in capital) - {frozenset()}


def _sounds(text: str) -> Sounds:
    return frozenset(key for word in tokens(text) for key in name_keys(word.text))
