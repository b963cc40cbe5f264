"""Whether two key dates tell of the same event: by what kind of event it is, its name, its place and its day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from briefings.key_dates.detection.event_nouns import concepts_in
from briefings.key_dates.detection.similarity import deny_each_other, family, kinds_in, marks, same_place
from briefings.key_dates.likeness import SURE, THINKABLE, Report, deny_names, likeness, names_shared, share_kind
from briefings.text import Language, is_stopword, stems

LIKE = 0.5
"""Share of the shorter name's words that the other one has to have."""
NEARLY = 0.7
"""The same share for what no event noun names: "Kenya plays Togo" is not "Kenya plays Ghana"."""
TELLING = 3
"""Marks that names without an event noun have to share, to be told of one event on two days."""
UNIQUE = frozenset({"election", "referendum", "runoff", "inauguration", "census", "summit"})
"""Concepts of which a place has one at a time."""
NEAR = timedelta(days=60)


class Match(Enum):
    """SAME: one event on one day. UNSURE: perhaps. CONFLICT: one event, another day. DIFFERENT: two events."""

    SAME = "same"
    UNSURE = "unsure"
    CONFLICT = "conflict"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Event:
    """What is compared of a key date; `first` and `last` are the days it covers, `quote` says so where one does."""

    name: str
    place: str | None
    first: date
    last: date
    language: Language
    quote: str = ""
    instant: datetime | None = None

    @property
    def report(self) -> Report:
        """What is compared with tellings in other languages."""
        return Report(self.name, self.quote, self.place, self.language)


def compare(one: Event, other: Event, cosine: float | None = None) -> Match:
    """Compare two key dates; `cosine` is that of the texts of two languages, None where it is not known."""
    overlap = one.first <= other.last and other.first <= one.last
    if overlap and one.language != other.language:
        return _compare_languages(one, other, cosine)
    if not _may_be_one(one, other):
        return Match.DIFFERENT
    if overlap:
        return Match.SAME
    return Match.CONFLICT if _is_one_of_a_sort(one, other) or _is_told_alike(one, other) else Match.DIFFERENT


def _compare_languages(one: Event, other: Event, cosine: float | None) -> Match:
    """Join only what is surely one: in two languages words prove nothing, and one day has many events."""
    left, right = one.report, other.report
    if cosine is None:
        return Match.UNSURE if share_kind(left, right) and _may_be_one(one, other) else Match.DIFFERENT
    likely = likeness(left, right, cosine)
    doubted = deny_names(left, right) or _at_other_hours(one, other) or not _is_set_off(one, other)
    if likely >= SURE and not doubted:
        return Match.SAME
    return Match.UNSURE if likely >= THINKABLE else Match.DIFFERENT


def _is_set_off(one: Event, other: Event) -> bool:
    """Whether something tells the event from others of its sort: a strike may be any strike."""
    if _is_rare(one, other) or names_shared(one.report, other.report) or _agree_on_place(one, other):
        return True
    return bool(marks(one.name, one.language)) and bool(marks(other.name, other.language))


def _at_other_hours(one: Event, other: Event) -> bool:
    return one.instant is not None and other.instant is not None and one.instant != other.instant


def _may_be_one(one: Event, other: Event) -> bool:
    concepts, others = _families(one), _families(other)
    if (concepts or others) and not concepts & others:
        return False
    kinds, also = kinds_in(one.name), kinds_in(other.name)
    if _agree_on_place(one, other) is False or (kinds and also and not kinds & also):
        return False
    if one.language != other.language:
        return bool(concepts)
    marked, others_marked = marks(one.name, one.language), marks(other.name, other.language)
    if deny_each_other(marked, others_marked):
        return False
    return bool(concepts) or _alike(_content(one), _content(other), NEARLY)


def _families(event: Event) -> frozenset[str]:
    return frozenset(family(concept) for concept in concepts_in(event.name))


def _agree_on_place(one: Event, other: Event) -> bool | None:
    return same_place((one.name, other.name), (one.place, other.place))


def _is_told_alike(one: Event, other: Event) -> bool:
    """Whether two names in one language share what sets their event off; bare ones only of what is rare."""
    if one.language != other.language or not _alike(_content(one), _content(other)):
        return False
    shared = marks(one.name, one.language) & marks(other.name, other.language)
    if not _families(one):
        return len(shared) >= TELLING and abs(one.first - other.first) <= NEAR
    return bool(shared) or (_is_rare(one, other) and abs(one.first - other.first) <= NEAR)


def _is_one_of_a_sort(one: Event, other: Event) -> bool:
    """Whether there can hardly be two such events so near to one another, whatever their names."""
    if not _is_rare(one, other) or abs(one.first - other.first) > NEAR:
        return False
    kinds = kinds_in(one.name) & kinds_in(other.name)
    return bool(kinds) or _agree_on_place(one, other) is True


def _is_rare(one: Event, other: Event) -> bool:
    return bool(concepts_in(one.name) & concepts_in(other.name) & UNIQUE)


def _content(event: Event) -> frozenset[str]:
    return frozenset(stem for stem in stems(event.name, event.language) if not is_stopword(stem, event.language))


def _alike(words: frozenset[str], others: frozenset[str], least: float = LIKE) -> bool:
    """Whether one name tells nothing that the other denies: "Election" fits "Snap presidential election"."""
    if not words or not others:
        return False
    return len(words & others) / min(len(words), len(others)) > least or words <= others or others <= words
