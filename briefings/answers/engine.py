"""One natural flow: question, passages, reading, findings, answer."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from briefings.answers.assembly import Assembled, assemble, nearest
from briefings.answers.events_in_period import EventsInPeriod
from briefings.answers.findings import Answer, Computed, Explanation, Finding, Verdict
from briefings.answers.question import Question, understand
from briefings.answers.ranking import Judge, Judged, Judgement
from briefings.answers.scoring import Pair, shipped_calibration
from briefings.clock import Clock, day_of
from briefings.models import Models
from db.database import Database

NEAREST: Final = 3
"""Briefings offered where none answers."""


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """What may be set: `thresholds` replace the measured ones, for each language, and across them ("cross")."""

    thresholds: Mapping[Pair, float] = field(default_factory=dict)


class Answers:
    """Answers questions from the published briefings, and from nothing else."""

    def __init__(
        self, database: Database, clock: Clock, models: Models, settings: AnswerSettings | None = None
    ) -> None:
        calibration = shipped_calibration()
        self._clock = clock
        self._thresholds = {**calibration.thresholds, **(settings or AnswerSettings()).thresholds}
        self._judge = Judge(database, models, calibration)
        self._events_in_period = EventsInPeriod(database)

    async def ask(self, question: str, *, zone: str, now: datetime | None = None) -> Answer:
        """Answer from what is published; `zone` (a name) says which day it is `now` (None: what the clock tells)."""
        day = day_of(now or self._clock.now(), zone)
        asked = await asyncio.to_thread(understand, question, day)  # the first one reads the table of concepts
        if asked.kind in {"happening", "new"}:
            return self._dated(asked, await self._events_in_period.find(asked, day), day)
        judgement = await self._judge.judge(asked)
        return self._judged(judgement, day)

    def _judged(self, judgement: Judgement, day: date) -> Answer:
        question = judgement.question
        assembled = assemble(question, judgement.judged, self._thresholds, judgement.told)
        offered = () if assembled.findings else nearest(judgement.judged, NEAREST)
        explanation = _explain(judgement, assembled, self._thresholds[question.language])
        return Answer(
            question.text, question.language, question.kind, assembled.findings, offered,
            _compute(assembled.findings, day), day, explanation,
        )  # fmt: skip

    def _dated(self, question: Question, findings: tuple[Finding, ...], day: date) -> Answer:
        reason = "the days are told" if findings else "no briefing names these days"
        explanation = Explanation(
            question.kind, question.language, _terms(question), {}, _period(question), 0.0, (), reason
        )
        return Answer(
            question.text, question.language, question.kind, findings, (), _compute(findings, day), day, explanation
        )


def _compute(findings: tuple[Finding, ...], day: date) -> Computed | None:
    if not findings or findings[0].date is None:
        return None
    when = findings[0].date
    return Computed(when.first, when.last, (when.first - day).days)


def _explain(judgement: Judgement, assembled: Assembled, threshold: float) -> Explanation:
    question = judgement.question
    verdicts = tuple(_verdict(one, assembled.reasons[one.passage.id]) for one in judgement.judged)
    return Explanation(
        question.kind, question.language, _terms(question), judgement.corrected, _period(question), threshold,
        verdicts, _why(judgement, assembled),
    )  # fmt: skip


def _why(judgement: Judgement, assembled: Assembled) -> str:
    if assembled.findings:
        return "supported"
    if not judgement.judged:
        return "nothing is published, or nothing was asked"
    if all(one.unmet for one in judgement.judged):
        return "no passage meets the question's conditions"
    return "no passage reaches the threshold"


def _terms(question: Question) -> tuple[str, ...]:
    return tuple(term.stem for term in question.terms)


def _period(question: Question) -> tuple[date, date] | None:
    return (question.period.first, question.period.last) if question.period else None


def _verdict(judged: Judged, reason: str) -> Verdict:
    candidate, passage = judged.around.candidate, judged.passage
    marked = passage.text[judged.read.start : judged.read.end] if judged.read else None
    return Verdict(
        passage.id, judged.briefing.id, passage.text, candidate.rank_by_words, candidate.rank_by_meaning,
        judged.features, marked, judged.unmet, judged.score, reason,
    )  # fmt: skip
