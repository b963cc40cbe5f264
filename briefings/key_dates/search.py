"""Finding key dates by words, in any language and case: what they are called, and what briefings say of them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefings.model.briefing import When
from briefings.model.key_date import KeyDate
from briefings.text import LANGUAGES, Language, detect, tokens
from briefings.text.terms import NAME_MARK, index_stems, terms_of
from briefings.text.transliteration import name_keys

MOST_FOUND = 20
MOST_READ = 50_000
"""texts of a few words, kept read"""
LONGEST_READ = 600
"""code points of such a text; what names a key date or a topic is shorter"""
MOST_QUOTES = 4_000
"""sentences, kept read"""

Reading = tuple[frozenset[str], ...]
"""The terms of a text; of the stems of each any will do."""


@dataclass(frozen=True, slots=True)
class Found:
    """Key dates that words mean: the nearest ahead first, then the latest that has passed; at most twenty of each."""

    named: tuple[KeyDate, ...]
    """called so: each word stands in the name or the place"""
    reported: tuple[KeyDate, ...]
    """where nothing ahead is called so: each word stands there, in a headline or in a quote"""

    @property
    def every(self) -> tuple[KeyDate, ...]:
        """All of them, those called so first."""
        return self.named + self.reported

    @property
    def sure(self) -> KeyDate | None:
        """The one that is meant beyond doubt, if there is one."""
        return self.named[0] if len(self.named) == 1 and not self.reported else None


def find(words: str, key_dates: Collection[KeyDate], today: date) -> Found:
    """Find key dates by the terms of a text."""
    wanted = readings(words)
    named = [one for one in key_dates if _meets(wanted, _called(one))]
    if any(one.when.last >= today for one in named):
        return Found(_nearest(named, today), ())
    reported = [one for one in key_dates if one not in named and _meets(wanted, _called(one) | _told(one))]
    return Found(_nearest(named, today), _nearest(reported, today))


def holding(key_date: KeyDate, topics: Iterable[str]) -> Iterator[str]:
    """Yield the topics that a key date belongs to.

    All that a topic names stands in the key date's name, its place or the headline of a briefing that tells it: a
    headline says what all its dates are about. Of a quote, which may mention anything, only names of people, places
    and bodies count.
    """
    stems = _called(key_date) | _headlines(key_date) | _names_quoted(key_date)
    return (topic for topic in topics if _meets(readings(topic), stems))


def names_something(words: str) -> bool:
    """Whether words are more than grammar."""
    read = words[:LONGEST_READ]
    return bool(terms_of(read, detect(read)))


def mentions(text: str, words: str) -> bool:
    """Whether a text of a few words has all terms of others, across languages."""
    return _meets(readings(words), frozenset(stem for reading in readings(text) for term in reading for stem in term))


def readings(words: str) -> tuple[Reading, ...]:
    """Return the terms of a text as each language of its script reads it: a few words do not tell their language.

    Of a longer text only the beginning is read.
    """
    return _readings(words[:LONGEST_READ])


@lru_cache(MOST_READ)
def _readings(words: str) -> tuple[Reading, ...]:
    spoken: tuple[Language, ...] = ("en",) if words.isascii() else tuple(one for one in LANGUAGES if one != "en")
    read = (tuple(frozenset(term.index_stems) for term in terms_of(words, language)) for language in spoken)
    return tuple(dict.fromkeys(reading for reading in read if reading))


def _meets(wanted: Iterable[Reading], stems: frozenset[str]) -> bool:
    return any(all(not term.isdisjoint(stems) for term in reading) for reading in wanted)


def _called(key_date: KeyDate) -> frozenset[str]:
    names = {key_date.called(key_date.language), *key_date.names}
    return frozenset().union(*(_short(f"{name.text} {name.place or ''}", name.language) for name in names))


def _headlines(key_date: KeyDate) -> frozenset[str]:
    reported_by = {evidence.briefing for evidence in key_date.evidence}
    return frozenset().union(*(_short(briefing.title, briefing.language) for briefing in reported_by))


def _told(key_date: KeyDate) -> frozenset[str]:
    quotes = {(one.quote, one.briefing.language) for one in key_date.evidence}
    return _headlines(key_date).union(*(_quoted(quote, language) for quote, language in quotes))


def _names_quoted(key_date: KeyDate) -> frozenset[str]:
    """Return the sounds of the names in quotes; a capital at the beginning tells nothing."""
    words = (word.text for one in key_date.evidence for word in tokens(one.quote)[1:])
    return frozenset(NAME_MARK + key for word in words if word[0].isupper() for key in name_keys(word))


@lru_cache(MOST_READ)
def _short(text: str, language: Language) -> frozenset[str]:
    return frozenset(index_stems(text, language))


@lru_cache(MOST_QUOTES)
def _quoted(quote: str, language: Language) -> frozenset[str]:
    return frozenset(index_stems(quote, language))


def _nearest(key_dates: Iterable[KeyDate], today: date) -> tuple[KeyDate, ...]:
    return tuple(sorted(key_dates, key=lambda one: _nearness(one.when, today))[:MOST_FOUND])


def _nearness(when: When, today: date) -> tuple[bool, int]:
    """Order what lies ahead before what has passed, the nearest first."""
    over = when.last < today
    return over, (today - when.last).days if over else (when.first - today).days
