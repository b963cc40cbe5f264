"""Asking editors whether two key dates, told in two languages, are one: the answer joins them or keeps them apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from briefings.audit import record
from briefings.clock import Clock
from briefings.errors import Gone
from briefings.key_dates.agreement import agrees
from briefings.key_dates.changes import Act, standing
from briefings.key_dates.planner import Planner
from briefings.key_dates.queries import EVIDENT, gather
from briefings.key_dates.unlinking import fall_back
from briefings.model.key_date import KeyDate
from briefings.model.rows import when_of_row
from db.database import Database
from db.tables import BriefingRow, KeyDateRow, ReportedDateRow, SameDateQuestionRow

AHEAD = ("planned", "moved")


@dataclass(frozen=True, slots=True)
class SameDateQuestion:
    """Two key dates that may be one; `other` is the one that was known before."""

    id: int
    key_date: KeyDate
    other: KeyDate


def ask(act: Act, new: KeyDateRow, known: KeyDateRow) -> None:
    """Leave it to the editors whether a new key date is one that is known."""
    act.session.add(SameDateQuestionRow(key_date_id=new.id, other_id=known.id, asked_at=act.at, moved=[]))


class SameDateQuestions:
    """What editors are asked, and what their answers do; every answer can be taken back."""

    def __init__(self, database: Database, clock: Clock, planner: Planner) -> None:
        self._database = database
        self._clock = clock
        self._planner = planner

    async def open(self, briefing_id: int | None = None) -> tuple[SameDateQuestion, ...]:
        """Return what is not answered yet, of what one briefing tells or of everything, the oldest first."""
        new, other = aliased(KeyDateRow), aliased(KeyDateRow)
        rows = (
            select(SameDateQuestionRow, new, other)
            .join(new, new.id == SameDateQuestionRow.key_date_id)
            .join(other, other.id == SameDateQuestionRow.other_id)
            .where(SameDateQuestionRow.answer.is_(None), new.status.in_(AHEAD), other.status != "withdrawn")
            .order_by(SameDateQuestionRow.id)
        )
        if briefing_id is not None:
            reported = select(ReportedDateRow.key_date_id).where(ReportedDateRow.briefing_id == briefing_id)
            rows = rows.where(new.id.in_(reported))
        async with self._database.reading() as session:
            found = (await session.execute(rows)).all()
            news = await gather(session, [row for _, row, _ in found])
            others = await gather(session, [row for _, _, row in found])
        triples = zip(found, news, others, strict=True)
        return tuple(SameDateQuestion(question.id, one, known) for (question, _, _), one, known in triples)

    async def answer(self, question_id: int, by: int, *, same: bool) -> SameDateQuestion:
        """Join two key dates, or keep them apart; raise `Gone` where that is answered or nothing is left to ask."""
        async with self._database.writing() as session:
            question, new, other = await _held(session, question_id)
            if question.answer is not None or new.status not in AHEAD or other.status == "withdrawn":
                raise Gone
            question.answer, question.answered_by = "same" if same else "another", by
            if same:
                await _join(self._act(session, by), question, new, other)
            record(session, self._clock.now(), by, question.answer, f"same_date:{question_id}")
        return await self._get(question_id)

    async def undo(self, question_id: int, by: int) -> SameDateQuestion:
        """Take an answer back: the question is open again; raise `Gone` where that is too late."""
        async with self._database.writing() as session:
            question, new, other = await _held(session, question_id)
            if question.answer is None:
                raise Gone
            if question.answer == "same":
                await _part(self._act(session, by), question, new, other)
            question.answer, question.answered_by = None, None
            record(session, self._clock.now(), by, "ask again", f"same_date:{question_id}")
        return await self._get(question_id)

    def _act(self, session: AsyncSession, by: int) -> Act:
        return Act(session, self._clock.now(), by, self._planner)

    async def _get(self, question_id: int) -> SameDateQuestion:
        async with self._database.reading() as session:
            _, new, other = await _held(session, question_id)
            one, known = await gather(session, [new, other])
        return SameDateQuestion(question_id, one, known)


async def _held(session: AsyncSession, question_id: int) -> tuple[SameDateQuestionRow, KeyDateRow, KeyDateRow]:
    question = await session.get(SameDateQuestionRow, question_id, with_for_update=True)
    if question is None:
        raise Gone
    new = await session.get_one(KeyDateRow, question.key_date_id, with_for_update=True)
    return question, new, await session.get_one(KeyDateRow, question.other_id, with_for_update=True)


async def _join(act: Act, question: SameDateQuestionRow, new: KeyDateRow, other: KeyDateRow) -> None:
    """Tell of the known key date what was told of the new one, which goes."""
    told = select(ReportedDateRow).where(ReportedDateRow.key_date_id == new.id)
    rows = (await act.session.scalars(told)).all()
    _tell_of(rows, other, agreeing="told", otherwise="conflict")
    question.moved = [row.id for row in rows]
    new.status, new.updated_at, other.updated_at = "withdrawn", act.at, act.at
    await act.session.flush()
    await act.planner.date_joined(act.session, new.id, other.id)


async def _part(act: Act, question: SameDateQuestionRow, new: KeyDateRow, other: KeyDateRow) -> None:
    """Give the new key date back what was told of it; what a correction told anew since stays where it is."""
    moved = (ReportedDateRow.id.in_(question.moved), ReportedDateRow.key_date_id == other.id)
    rows = (await act.session.scalars(select(ReportedDateRow).where(*moved))).all()
    telling = (BriefingRow.id.in_([row.briefing_id for row in rows]), BriefingRow.status == "published")
    briefing = await act.session.scalar(select(BriefingRow).where(*telling).limit(1))
    if briefing is None:
        raise Gone
    _tell_of(rows, new, agreeing="told", otherwise="overruled")
    question.moved = []
    new.status, new.updated_at, other.updated_at = await standing(act.session, new), act.at, act.at
    await act.session.flush()
    await fall_back(act, briefing, other.id)
    await act.planner.date_parted(act.session, new.id, other.id)


def _tell_of(rows: Sequence[ReportedDateRow], key_date: KeyDateRow, *, agreeing: str, otherwise: str) -> None:
    for row in rows:
        row.key_date_id = key_date.id
        if row.state in (*EVIDENT, "conflict"):
            row.state = agreeing if agrees(when_of_row(row), when_of_row(key_date)) else otherwise
