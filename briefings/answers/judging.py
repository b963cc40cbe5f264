"""From a question to judged passages: found, looked around, read, weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers.conditions import told_of_another, unmet
from briefings.answers.findings import Kind
from briefings.answers.question import Question
from briefings.answers.reading import Read, read, windows
from briefings.answers.retrieval import (
    Candidate,
    Place,
    WordMatches,
    candidates,
    match_words,
    stems_by_briefing,
    term_weights,
)
from briefings.answers.scoring import Calibration, Features, pair_of, reading_features, search_features
from briefings.answers.shelf import Shelf, ShelfKeeper
from briefings.answers.spelling import corrections
from briefings.answers.surroundings import REACH, Surroundings, surround
from briefings.answers.terms import index_stems
from briefings.language import Language
from briefings.models import Models
from db.database import Database
from db.search import (
    StoredBriefing,
    StoredKeyDate,
    StoredPassage,
    key_dates_told,
    neighbours,
    published_briefings,
)

KEY_DATE_SCORE: Final = 0.9
"""A day that an editor let stand as a key date, under a name that has every word of the question."""

UNREADABLE: Final[frozenset[Kind]] = frozenset({"yes_no"})
"""Kinds that no stretch of text answers: what search says stands."""

FETCHED: Final = 24
"""Candidates whose text is fetched."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage and how likely it answers."""

    around: Surroundings
    features: Features
    read: Read | None
    unmet: tuple[str, ...]
    score: float

    @property
    def is_complete(self) -> bool:
        """Whether it has every word of the question, and something that answers it."""
        whole = self.features["covered"] == 1 and self.features["fits"] == 1
        return whole and self.read is not None and self.read.margin > 0

    @property
    def passage(self) -> StoredPassage:
        """The sentence itself."""
        return self.around.passage

    @property
    def briefing(self) -> StoredBriefing:
        """The briefing that it stands in."""
        return self.around.briefing


@dataclass(frozen=True, slots=True)
class Judgement:
    """All judged passages, the likeliest first, and the question with its typing errors put right."""

    question: Question
    corrected: Mapping[str, str]
    judged: tuple[Judged, ...]
    told: tuple[StoredKeyDate, ...]
    """the key dates that their briefings tell"""


class Judge:
    """Finds passages for a question and weighs them."""

    def __init__(self, database: Database, models: Models, calibration: Calibration) -> None:
        self._database = database
        self._models = models
        self._calibration = calibration
        self._shelf = ShelfKeeper(database)

    async def judge(self, asked: Question) -> Judgement:
        """Weigh the passages of all published briefings."""
        shelf = await self._shelf.fresh()
        if not shelf.size or not asked.text:
            return Judgement(asked, {}, (), ())
        question, meant, matches = await self._look_up(asked)
        found = await self._search(shelf, question, matches)
        weights = term_weights(shelf, question, matches)
        unread = [self._before_reading(question, around, weights) for around in found]
        judged = await self._read(question, _ordered(unread))
        told = await self._told(judged)
        return Judgement(question, meant, tuple(_ordered(_by_key_dates(question, judged, told))), told)

    async def _told(self, judged: Sequence[Judged]) -> tuple[StoredKeyDate, ...]:
        async with self._database.reading() as session:
            return tuple(await key_dates_told(session, sorted({one.briefing.id for one in judged})))

    async def _look_up(self, asked: Question) -> tuple[Question, Mapping[str, str], WordMatches]:
        async with self._database.reading() as session:
            matches = await match_words(session, asked)
            meant = await corrections(session, asked.terms, matches.frequencies)
            if not meant:
                return asked, meant, matches
            question = asked.corrected(meant)
            return question, meant, await match_words(session, question)

    async def _search(self, shelf: Shelf, question: Question, matches: WordMatches) -> list[Surroundings]:
        vector = (await self._models.encoded([question.wording], "query"))[0]
        ranked = (await candidates(shelf, question, vector, matches))[:FETCHED]
        async with self._database.reading() as session:
            stored = await _around(session, ranked)
            briefings = await published_briefings(session, sorted({place[0] for place in stored}))
        return surround(ranked, stored, briefings, stems_by_briefing(shelf, matches))

    def _before_reading(self, question: Question, around: Surroundings, weights: Mapping[str, float]) -> Judged:
        features = search_features(question, around, weights)
        score = self._calibration.before_reading(features, pair_of(question.language, around.briefing.language))
        return Judged(around, features, None, unmet(question, around), score)

    async def _read(self, question: Question, judged: Sequence[Judged]) -> list[Judged]:
        hopeful = [one.around for one in judged if not one.unmet]
        marked = await read(self._models, windows(question, hopeful))
        return [self._after_reading(question, one, marked.get(one.passage.id)) for one in judged]

    def _after_reading(self, question: Question, judged: Judged, mark: Read | None) -> Judged:
        if mark is None or question.kind in UNREADABLE:
            return judged
        if owner := told_of_another(question, judged.around, mark):
            return replace(judged, read=mark, unmet=(*judged.unmet, owner))
        features = {**judged.features, **reading_features(mark)}
        score = self._calibration.after_reading(features, pair_of(question.language, judged.briefing.language))
        return replace(judged, features=features, read=mark, score=score)


async def _around(session: AsyncSession, ranked: Sequence[Candidate]) -> dict[Place, StoredPassage]:
    places = [(one.briefing_id, one.position - REACH, one.position + REACH) for one in ranked]
    return {one.place: one for one in await neighbours(session, places)}


def _by_key_dates(question: Question, judged: Sequence[Judged], told: Sequence[StoredKeyDate]) -> list[Judged]:
    """Trust the sentences behind a key date whose name is what a question for a day asks about."""
    if question.kind not in {"when", "countdown"} or not question.content:
        return list(judged)
    quotes = {(one.briefing_id, quote) for one in told if _is_asked_for(question, one) for quote in one.quotes}
    return [
        replace(one, score=max(one.score, KEY_DATE_SCORE)) if (one.briefing.id, one.passage.text) in quotes else one
        for one in judged
    ]


def _is_asked_for(question: Question, told: StoredKeyDate) -> bool:
    named = frozenset(index_stems(f"{told.name} {told.place or ''}", cast("Language", told.language)))
    return all(any(stem in named for stem in term.index_stems) for term in question.content)


def _ordered(judged: Sequence[Judged]) -> list[Judged]:
    return sorted(judged, key=lambda one: (-round(one.score, 6), *one.passage.place))
