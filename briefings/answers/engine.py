"""One natural flow: question, passages, reading, findings, answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers.findings import MOST_FINDINGS, Answer, Explanation, Finding, Verdict
from briefings.answers.question import Question, understand
from briefings.answers.reading import Place, Read, read, windows
from briefings.answers.retrieval import Candidate, candidates, match_words
from briefings.answers.scoring import Calibration, features, pair_of, shipped_calibration
from briefings.answers.shelf import ShelfKeeper
from briefings.briefing import BriefingRef
from briefings.clock import Clock, today
from briefings.language import Language
from briefings.models import Models
from db.database import Database
from db.search import StoredBriefing, StoredPassage, neighbours, published_briefings

REACH = 2
"""How many sentences before and after a candidate are fetched with it."""

FETCHED = 24
"""Candidates whose text is fetched."""

NEAREST = 3
"""Briefings offered where none answers."""


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """What may be set: `thresholds` replace the measured ones, for each language."""

    thresholds: Mapping[Language, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Judged:
    candidate: Candidate
    passage: StoredPassage
    briefing: StoredBriefing
    read: Read | None
    features: Mapping[str, float]
    score: float


class Answers:
    """Answers questions from the published briefings, and from nothing else."""

    def __init__(
        self, database: Database, clock: Clock, models: Models, settings: AnswerSettings | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._models = models
        self._calibration: Calibration = shipped_calibration()
        self._thresholds = {**self._calibration.thresholds, **(settings or AnswerSettings()).thresholds}
        self._shelf = ShelfKeeper(database)

    async def ask(self, question: str, *, zone: str) -> Answer:
        """Answer from what is published at this moment; `zone` (a name) says which day today is."""
        asked = understand(question)
        found = await self._judge(asked)
        return self._answer(asked, found, zone)

    async def _judge(self, question: Question) -> list[_Judged]:
        shelf = await self._shelf.fresh()
        if not shelf.size or not question.text:
            return []
        vector = (await self._models.encoded([question.text], "query"))[0]
        async with self._database.reading() as session:
            matches = await match_words(session, question)
        ranked = (await candidates(shelf, question, vector, matches))[:FETCHED]
        async with self._database.reading() as session:
            stored = await _around(session, ranked)
            briefings = await published_briefings(session, sorted({place[0] for place in stored}))
        marked = await read(self._models, question.text, windows(ranked, stored))
        judged = [self._weigh(question, one, stored, briefings, marked) for one in ranked]
        return sorted(
            filter(None, judged), key=lambda one: (-round(one.score, 6), one.passage.briefing_id, one.passage.position)
        )

    def _weigh(
        self,
        question: Question,
        candidate: Candidate,
        stored: Mapping[Place, StoredPassage],
        briefings: Mapping[int, StoredBriefing],
        marked: Mapping[int, Read],
    ) -> _Judged | None:
        passage = stored.get((candidate.briefing_id, candidate.position))
        briefing = briefings.get(candidate.briefing_id)
        if passage is None or briefing is None:
            return None
        mark = marked.get(passage.id)
        described = features(question, candidate, mark)
        score = self._calibration.probability(described, pair_of(question.language, briefing.language))
        return _Judged(candidate, passage, briefing, mark, described, score)

    def _answer(self, question: Question, judged: Sequence[_Judged], zone: str) -> Answer:
        threshold = self._thresholds[question.language]
        given = [one for one in judged if one.score >= threshold][:MOST_FINDINGS]
        nearest = list({one.briefing.id: _reference(one.briefing) for one in judged}.values())[:NEAREST]
        return Answer(
            question.text,
            question.language,
            question.kind,
            tuple(_finding(one) for one in given),
            () if given else tuple(nearest),
            None,
            today(self._clock, zone),
            _explanation(question, judged, given, threshold),
        )


async def _around(session: AsyncSession, ranked: Sequence[Candidate]) -> dict[Place, StoredPassage]:
    places = [(one.briefing_id, one.position - REACH, one.position + REACH) for one in ranked]
    return {(one.briefing_id, one.position): one for one in await neighbours(session, places)}


def _finding(judged: _Judged) -> Finding:
    quote, mark = judged.passage.text, judged.read
    sure = mark is not None and mark.margin > 0
    start, end = (mark.start, mark.end) if mark and sure else (None, None)
    text = quote[start:end]
    return Finding(text, quote, start, end, judged.passage.id, None, judged.score, _reference(judged.briefing))


def _reference(briefing: StoredBriefing) -> BriefingRef:
    return BriefingRef(
        briefing.id,
        briefing.title,
        briefing.source,
        briefing.url,
        briefing.published,
        cast("Language", briefing.language),
    )


def _explanation(
    question: Question, judged: Sequence[_Judged], given: Sequence[_Judged], threshold: float
) -> Explanation:
    verdicts = tuple(
        Verdict(
            one.passage.id,
            one.briefing.id,
            one.passage.text,
            one.candidate.rank_by_words,
            one.candidate.rank_by_meaning,
            one.features,
            one.passage.text[one.read.start : one.read.end] if one.read else None,
            (),
            one.score,
            "given" if one in given else "below the threshold",
        )
        for one in judged
    )
    reason = "supported" if given else "no passage reaches the threshold"
    terms = tuple(term.stem for term in question.terms)
    return Explanation(question.kind, question.language, terms, {}, None, threshold, verdicts, reason)
