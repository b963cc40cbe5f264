"""From a question to judged passages: found, looked around, read, weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefings.answers.conditions import told_of_another, unmet
from briefings.answers.findings import Kind
from briefings.answers.index_cache import IndexCache, IndexCacheKeeper
from briefings.answers.passage_context import REACH, PassageContext, surround
from briefings.answers.question import Question
from briefings.answers.retrieval import (
    Candidate,
    Place,
    WordMatches,
    match_words,
    rank,
    stems_by_briefing,
    term_weights,
)
from briefings.answers.scoring import Calibration, Features, Pair, pair_of, reading_features, search_features
from briefings.answers.typing_errors import corrections
from briefings.answers.windows import Read, read, windows
from briefings.models import Models
from briefings.text.terms import index_stems
from db.database import Database
from db.search import (
    StoredBriefing,
    StoredKeyDate,
    StoredPassage,
    key_dates_told,
    neighbours,
    published_briefings,
    published_passages,
)

KEY_DATE_SCORE: Final = 0.9
ANOTHER_DAY: Final = "the day of something else"
"""A day that an editor let stand as a key date, under a name that has every word of the question."""

UNREADABLE: Final[frozenset[Kind]] = frozenset({"yes_no"})
"""Kinds that no stretch of text answers: what search says stands."""

HALF: Final = 0.5
"""Share of a question that a briefing in its own language has: those in other languages are then asked last."""

WORTH_READING: Final = 0.1
"""Share of the best passage's score; below it none of 440 answers to questions about the news was found."""

FETCHED: Final = 24
"""Candidates whose text is fetched."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage and how likely it answers."""

    around: PassageContext
    features: Features
    read: Read | None
    unmet: tuple[str, ...]
    score: float
    pair: Pair

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


@dataclass(frozen=True, slots=True)
class _Fetched:
    """What the database tells of the candidates at one moment."""

    ranked: Sequence[Candidate]
    stored: Mapping[Place, StoredPassage]
    briefings: Mapping[int, StoredBriefing]
    told: tuple[StoredKeyDate, ...]


class Judge:
    """Finds passages for a question and weighs them. All that takes more than a moment runs in worker threads."""

    def __init__(self, database: Database, models: Models, calibration: Calibration) -> None:
        self._database = database
        self._models = models
        self._calibration = calibration
        self._cache = IndexCacheKeeper(database)

    async def judge(self, asked: Question) -> Judgement:
        """Weigh the passages of all published briefings."""
        cache = await self._cache.fresh()
        if not cache.size or not asked.text:
            return Judgement(asked, {}, (), ())
        question, meant, matches = await self._look_up(asked)
        vector = (await self._models.encoded([question.wording], "query"))[0]
        fetched = await self._fetch((await self._models.work(rank, cache, question, vector, matches))[:FETCHED])
        unread = await self._models.work(self._before_reading, question, cache, matches, fetched)
        judged = _by_key_dates(question, await self._read(question, unread), fetched.told)
        return Judgement(question, meant, tuple(_ordered(await self._still_published(judged))), fetched.told)

    async def _look_up(self, asked: Question) -> tuple[Question, Mapping[str, str], WordMatches]:
        async with self._database.reading() as session:
            matches = await match_words(session, asked)
            meant = await corrections(session, asked.terms, matches.frequencies)
            if not meant:
                return asked, meant, matches
            question = asked.corrected(meant)
            return question, meant, await match_words(session, question)

    async def _fetch(self, ranked: Sequence[Candidate]) -> _Fetched:
        places = [(one.briefing_id, one.position - REACH, one.position + REACH) for one in ranked]
        ids = sorted({one.briefing_id for one in ranked})
        async with self._database.reading() as session:
            stored = {one.place: one for one in await neighbours(session, places)}
            briefings = await published_briefings(session, ids)
            return _Fetched(ranked, stored, briefings, tuple(await key_dates_told(session, ids)))

    def _before_reading(
        self, question: Question, cache: IndexCache, matches: WordMatches, fetched: _Fetched
    ) -> list[Judged]:
        weights = term_weights(cache, question, matches)
        everywhere = stems_by_briefing(cache, matches)
        found = surround(fetched.ranked, fetched.stored, fetched.briefings, everywhere)
        weighed = [(around, search_features(question, around, weights)) for around in found]
        outdone = own_language_tells(question, weighed)
        return _ordered([self._weigh(question, *one, outdone=outdone) for one in weighed])

    def _weigh(self, question: Question, around: PassageContext, found: Features, *, outdone: bool) -> Judged:
        pair = pair_of(question.language, around.briefing.language)
        features = {**found, "outdone": float(outdone and pair == "cross")}
        score = self._calibration.before_reading(features, pair)
        return Judged(around, features, None, unmet(question, around), score, pair)

    async def _read(self, question: Question, judged: Sequence[Judged]) -> list[Judged]:
        marked = await read(self._models, windows(question, worth_reading(judged)))
        return [self._after_reading(question, one, marked.get(one.passage.id)) for one in judged]

    def _after_reading(self, question: Question, judged: Judged, mark: Read | None) -> Judged:
        if mark is None or question.kind in UNREADABLE:
            return judged
        if owner := told_of_another(question, judged.around, mark):
            return replace(judged, read=mark, unmet=(*judged.unmet, owner))
        features = {**judged.features, **reading_features(mark)}
        score = self._calibration.after_reading(features, judged.pair)
        return replace(judged, features=features, read=mark, score=score)

    async def _still_published(self, judged: Sequence[Judged]) -> list[Judged]:
        """Leave out what was retracted while we were reading."""
        async with self._database.reading() as session:
            known = await published_passages(session, [one.passage.id for one in judged])
        there = {one.id for one in known}
        return [one for one in judged if one.passage.id in there]


def own_language_tells(question: Question, found: Sequence[tuple[PassageContext, Features]]) -> bool:
    """Whether a briefing in the question's language has half of it."""
    own = (features for around, features in found if around.briefing.language == question.language)
    return any(features["covered_briefing"] >= HALF for features in own)


def worth_reading(judged: Sequence[Judged]) -> list[PassageContext]:
    """Return those worth reading, the likeliest first: what is hopeless beside the best costs time for nothing."""
    there = [one for one in judged if not one.unmet]
    return [one.around for one in there if one.score >= WORTH_READING * there[0].score]


def _by_key_dates(question: Question, judged: Sequence[Judged], told: Sequence[StoredKeyDate]) -> list[Judged]:
    """Trust only the sentences behind a key date that a question for a day asks about by its name, if there are any."""
    if question.kind not in {"when", "countdown"} or not question.content:
        return list(judged)
    quotes = {(one.briefing_id, quote) for one in told if _is_asked_for(question, one) for quote in one.quotes}
    asked = [(one.briefing.id, one.passage.text) in quotes and _names_all(question, one.around) for one in judged]
    if not any(asked):
        return list(judged)
    return [
        replace(one, score=max(one.score, KEY_DATE_SCORE))
        if is_asked
        else replace(one, unmet=(*one.unmet, ANOTHER_DAY))
        for one, is_asked in zip(judged, asked, strict=True)
    ]


def _names_all(question: Question, around: PassageContext) -> bool:
    """Whether a briefing tells every name of the question, acronyms too: the election in the US is not the UK's."""
    across = question.language != around.briefing.language
    return across or all(around.names_anywhere(name) for name in question.names)


def _is_asked_for(question: Question, told: StoredKeyDate) -> bool:
    named = frozenset(index_stems(f"{told.name} {told.place or ''}", told.language))
    wanted = [term for term in question.content if not term.is_name]  # names are conditions on the sentence
    return bool(wanted) and all(any(stem in named for stem in term.index_stems) for term in wanted)


def _ordered(judged: Sequence[Judged]) -> list[Judged]:
    return sorted(judged, key=lambda one: (-round(one.score, 6), *one.passage.place))
