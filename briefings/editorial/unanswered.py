"""Questions that the briefings did not answer: kept without any person, so that editors see what to load next."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock, today
from briefings.text import Language, tokens
from db.database import Database
from db.tables import UnansweredRow

KEPT = timedelta(days=90)
"""A question that nobody asked for this long is forgotten."""
LONGEST = 300
"""Characters of a question that are kept."""


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """A question nobody could be answered, and how often it was asked."""

    id: int
    question: str
    language: Language
    first_day: date
    last_day: date
    count: int


@dataclass(frozen=True, slots=True)
class UnansweredPage:
    """A page of open questions, and how many there are in all."""

    questions: tuple[UnansweredQuestion, ...]
    total: int


class Unanswered:
    """The list of questions without an answer; days are days in UTC."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def note(self, question: str, language: Language) -> None:
        """Remember that this was asked in vain; the same words asked again only count up."""
        question = _storable(question)
        words = _words(question)
        if not words:
            return
        try:
            await self._note(question, words, language)
        except IntegrityError:
            return  # another copy of the bot noted the same question in the same instant

    async def page(self, offset: int = 0, limit: int = 10) -> UnansweredPage:
        """Return open questions, the most asked first, then the newest."""
        is_open = UnansweredRow.dismissed.is_(False)
        order = (UnansweredRow.count.desc(), UnansweredRow.last_day.desc(), UnansweredRow.id.desc())
        async with self._database.reading() as session:
            total = await session.scalar(select(func.count()).select_from(UnansweredRow).where(is_open))
            rows = await session.scalars(
                select(UnansweredRow).where(is_open).order_by(*order).offset(offset).limit(limit)
            )
            return UnansweredPage(tuple(map(_question, rows)), total or 0)

    async def get(self, question_id: int) -> UnansweredQuestion | None:
        """Return a question; None where there is none."""
        async with self._database.reading() as session:
            row = await session.get(UnansweredRow, question_id)
        return _question(row) if row is not None else None

    async def dismiss(self, question_id: int) -> UnansweredQuestion | None:
        """Put a question aside and return it; None where there is none."""
        return await self._set_dismissed(question_id, dismissed=True)

    async def reopen(self, question_id: int) -> UnansweredQuestion | None:
        """Take a question back that was put aside; None where there is none."""
        return await self._set_dismissed(question_id, dismissed=False)

    async def _note(self, question: str, words: str, language: Language) -> None:
        day = today(self._clock, "UTC")
        async with self._database.writing() as session:
            if not await _count_up(session, words, language, day):
                await forget_old_questions(session, day)
                days = {"first_day": day, "last_day": day}
                session.add(UnansweredRow(question=question, words=words, language=language, **days))

    async def _set_dismissed(self, question_id: int, *, dismissed: bool) -> UnansweredQuestion | None:
        async with self._database.writing() as session:
            row = await session.get(UnansweredRow, question_id)
            if row is None:
                return None
            row.dismissed = dismissed
            return _question(row)


async def forget_old_questions(session: AsyncSession, day: date) -> None:
    """Forget what nobody asked for long before this day."""
    await session.execute(delete(UnansweredRow).where(UnansweredRow.last_day < day - KEPT))


async def _count_up(session: AsyncSession, words: str, language: Language, day: date) -> bool:
    """Whether the question was known."""
    same = (UnansweredRow.language == language, UnansweredRow.words == words)
    counted = update(UnansweredRow).where(*same).values(count=UnansweredRow.count + 1, last_day=day)
    return await session.scalar(counted.returning(UnansweredRow.id)) is not None


def _storable(question: str) -> str:
    """Leave out what no database takes: halves of characters and NUL."""
    return question.encode("utf-8", "ignore").decode().replace("\x00", "").strip()[:LONGEST]


def _words(question: str) -> str:
    return " ".join(token.text.casefold() for token in tokens(question))[:LONGEST]


def _question(row: UnansweredRow) -> UnansweredQuestion:
    return UnansweredQuestion(row.id, row.question, row.language, row.first_day, row.last_day, row.count)
