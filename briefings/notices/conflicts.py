"""Alerts of conflicts that nobody at the desk caused, sent through the ledger like every other message."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import or_, select

from briefings.clock import Clock
from briefings.key_dates.questions import SameDateQuestion
from briefings.model.briefing import ReportedDate
from briefings.outbox.enqueueing import NewMessage, enqueue
from db.database import Database
from db.tables import EditorRow, ReaderRow

USEFUL = timedelta(days=7)
"""After that the list of drafts still shows it."""
CONFLICT_SUBJECT = "conflict:"
QUESTION_SUBJECT = "same:"


def reported_in_conflict(subject: str) -> int:
    """Return the reported date that an alert is about."""
    return int(subject.removeprefix(CONFLICT_SUBJECT))


def question_asked(subject: str) -> int | None:
    """Return the question that an alert asks; None where it is about a conflict."""
    return int(subject.removeprefix(QUESTION_SUBJECT)) if subject.startswith(QUESTION_SUBJECT) else None


async def alert_of_conflicts(
    database: Database, clock: Clock, owners: Collection[int], dates: Collection[ReportedDate]
) -> None:
    """Queue a message for every owner and editor who chats with the bot, for each of the `dates` that is a conflict."""
    conflicts = [f"{CONFLICT_SUBJECT}{date.id}" for date in dates if date.state == "conflict"]
    await _alert(database, clock, owners, conflicts)


async def alert_of_questions(
    database: Database, clock: Clock, owners: Collection[int], questions: Collection[SameDateQuestion]
) -> None:
    """Queue each of these questions for every owner and editor who chats with the bot."""
    await _alert(database, clock, owners, [f"{QUESTION_SUBJECT}{question.id}" for question in questions])


async def _alert(database: Database, clock: Clock, owners: Collection[int], subjects: Collection[str]) -> None:
    now = clock.now()
    editors = select(EditorRow.user_id)
    chats = select(ReaderRow.chat_id).where(
        ReaderRow.reachable, or_(ReaderRow.chat_id.in_(owners), ReaderRow.chat_id.in_(editors))
    )
    async with database.writing() as session:
        new_messages = [
            NewMessage(chat, "conflict", subject, "1", now, now + USEFUL)
            for chat in await session.scalars(chats)
            for subject in subjects
        ]
        await enqueue(session, new_messages)
