"""What the bot waits to hear from somebody in a chat: kept in the database, so that a restart forgets nothing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import real_now
from db.database import Database
from db.tables import ConversationRow

PATIENCE = timedelta(days=1)
"""An answer that comes later than this is a new message, not an answer; in real time, whatever a rehearsal does."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A step under way, and what it needs to know."""

    step: str
    data: dict[str, Any]


class PendingInputs:
    """At most one step under way for each person in each chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, chat_id: int, user_id: int) -> Conversation | None:
        """Return the step under way, unless there is none or it has grown old."""
        async with self._database.reading() as session:
            row = await session.get(ConversationRow, (chat_id, user_id))
        if row is None or real_now() - row.updated_at > PATIENCE:
            return None
        return Conversation(row.step, row.data)

    async def begin(self, chat_id: int, user_id: int, step: str, **data: Any) -> None:
        """Wait for an answer, in place of whatever was awaited before."""
        row = ConversationRow(chat_id=chat_id, user_id=user_id, step=step, data=data, updated_at=real_now())
        async with self._database.writing() as session:
            await session.merge(row)

    async def end(self, chat_id: int, user_id: int) -> bool:
        """Wait no longer; return whether anything was awaited."""
        where = (ConversationRow.chat_id == chat_id, ConversationRow.user_id == user_id)
        async with self._database.writing() as session:
            gone = await session.scalar(delete(ConversationRow).where(*where).returning(ConversationRow.step))
        return gone is not None


async def forget_old_conversations(session: AsyncSession) -> None:
    """Forget what was never answered, and what was typed for it."""
    await session.execute(delete(ConversationRow).where(ConversationRow.updated_at < real_now() - PATIENCE))
