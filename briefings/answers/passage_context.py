"""What stands in a passage and around it, in the terms that questions are asked in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefings.answers.retrieval import Candidate, Place
from briefings.text.terms import NAME_MARK, Name, Term, index_stems
from db.search import StoredBriefing, StoredDate, StoredPassage

REACH: Final = 2
"""How many sentences before and after a passage are taken into account."""


SHARED_BEGINNING: Final = 5
"""Letters that two forms of a name have in common at least."""


@dataclass(frozen=True, slots=True)
class PassageContext:
    """A candidate with its text, its briefing, and the index stems and dates in it and around it."""

    candidate: Candidate
    passage: StoredPassage
    briefing: StoredBriefing
    own: frozenset[str]
    nearby: frozenset[str]
    """of the passage, its neighbours and the title"""
    headline: frozenset[str]
    nearby_dates: tuple[StoredDate, ...]
    beside: Mapping[Place, StoredPassage]
    """the passage and its neighbours"""
    briefing_stems: frozenset[str]
    """those of the question's index stems that stand anywhere in the briefing"""

    @property
    def published(self) -> date | None:
        """When the briefing appeared."""
        return self.briefing.published

    def tells(self, term: Term) -> bool:
        """Whether the passage itself has a term."""
        return any(stem in self.own for stem in term.index_stems)

    def tells_nearby(self, term: Term) -> bool:
        """Whether the passage, a neighbour or the title has a term."""
        return any(stem in self.nearby for stem in term.index_stems)

    def names_nearby(self, name: Name) -> bool:
        """Whether a part of a name stands there, or one that it begins with: Kazakhs, Kazakhstan."""
        keys = [stem for term in name for stem in term.index_stems if stem.startswith(NAME_MARK)]
        told = [stem for stem in self.nearby if stem.startswith(NAME_MARK)]
        known = any(one.startswith(other) or other.startswith(one) for one in keys for other in told)
        return known or any(self.tells_nearby(term) or self._begins_nearby(term) for term in name)

    def _begins_nearby(self, term: Term) -> bool:
        """Whether a word begins as a longer name does: Nobelpreis, Nobel's; Әуезовтің, Әуезов."""
        start = term.stem[:SHARED_BEGINNING]
        return len(start) == SHARED_BEGINNING and any(stem.startswith(start) for stem in self.nearby)

    def names_anywhere(self, name: Name) -> bool:
        """Whether a part of a name stands in the briefing at all."""
        return self.names_nearby(name) or any(stem in self.briefing_stems for term in name for stem in term.index_stems)


def surround(
    ranked: Sequence[Candidate],
    stored: Mapping[Place, StoredPassage],
    briefings: Mapping[int, StoredBriefing],
    matched: Mapping[int, frozenset[str]],
) -> list[PassageContext]:
    """Look around each candidate; those that are published no longer are left out.

    `matched` says which of the question's index stems stand anywhere in a briefing.
    """
    neighbourhood = _Neighbourhood(stored, briefings, matched)
    there = (one for one in ranked if one.place in stored and one.briefing_id in briefings)
    return [neighbourhood.of(candidate) for candidate in there]


class _Neighbourhood:
    """Looks around passages, reading each sentence and title only once."""

    def __init__(
        self,
        stored: Mapping[Place, StoredPassage],
        briefings: Mapping[int, StoredBriefing],
        matched: Mapping[int, frozenset[str]],
    ) -> None:
        self._stored = stored
        self._briefings = briefings
        self._matched = matched
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, candidate: Candidate) -> PassageContext:
        passage, briefing = self._stored[candidate.place], self._briefings[candidate.briefing_id]
        places = [(briefing.id, candidate.position + distance) for distance in range(-REACH, REACH + 1)]
        beside = {place: self._stored[place] for place in places if place in self._stored}
        texts = [briefing.title, *(one.text for one in beside.values())]
        return PassageContext(
            candidate=candidate,
            passage=passage,
            briefing=briefing,
            own=self._stems(passage.text, briefing.language),
            nearby=frozenset().union(*(self._stems(text, briefing.language) for text in texts)),
            headline=self._stems(briefing.title, briefing.language),
            nearby_dates=tuple(mention for one in beside.values() for mention in one.dates),
            beside=beside,
            briefing_stems=self._matched.get(briefing.id, frozenset()),
        )

    def _stems(self, text: str, language: str) -> frozenset[str]:
        key = text, language
        if key not in self._known:
            self._known[key] = frozenset(index_stems(text, language))
        return self._known[key]
