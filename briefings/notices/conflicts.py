"""Alerts of conflicts that nobody at the desk caused, sent through the ledger like every other message."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import or_, select

from briefings.clock import Clock
from briefings.model.briefing import ReportedDate
from briefings.outbox.enqueueing import NewMessage, enqueue
from db.database import Database
from db.tables import EditorRow, ReaderRow

USEFUL = timedelta(days=7)
"""After that the list of drafts still shows it."""
CONFLICT_SUBJECT = "conflict:"


def reported_in_conflict(subject: str) -> int:
    """Return the reported date that an alert is about."""
    return int(subject.removeprefix(CONFLICT_SUBJECT))


async def alert_of_conflicts(
    database: Database, clock: Clock, owners: Collection[int], dates: Collection[ReportedDate]
) -> None:
    """Queue a message for every owner and editor who chats with the bot, for each of the `dates` that is a conflict."""
    now = clock.now()
    reported = [date.id for date in dates if date.state == "conflict"]
    editors = select(EditorRow.user_id)
    chats = select(ReaderRow.chat_id).where(
        ReaderRow.reachable, or_(ReaderRow.chat_id.in_(owners), ReaderRow.chat_id.in_(editors))
    )
    async with database.writing() as session:
        new_messages = [
            NewMessage(chat, "conflict", f"{CONFLICT_SUBJECT}{reported_id}", "1", now, now + USEFUL)
            for chat in await session.scalars(chats)
            for reported_id in reported
        ]
        await enqueue(session, new_messages)
