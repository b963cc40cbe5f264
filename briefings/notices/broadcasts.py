"""Writing to all readers at once, through the ledger like every other message."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, literal, select

from briefings.audit import record
from briefings.clock import Clock
from briefings.outbox.enqueueing import Slot, enqueue_for_readers, take_back
from db.database import Database
from db.tables import LedgerRow, ReaderRow

USEFUL = timedelta(days=2)
"""What cannot be delivered within this time is dropped: it would be old news."""
EVERYBODY = "everybody"
STOPPED = "stopped by an editor"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast got; `failed` are those whose outcome is bad or unknown."""

    id: str
    pending: int
    sent: int
    dropped: int
    failed: int

    @property
    def total(self) -> int:
        """How many readers it was meant for."""
        return self.pending + self.sent + self.dropped + self.failed


class Broadcasts:
    """A broadcast is named by whoever sends it: the same name never brings anybody a second message."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def readers(self) -> int:
        """Count the chats that a broadcast would reach."""
        async with self._database.reading() as session:
            return await session.scalar(select(func.count()).select_from(_reachable().subquery())) or 0

    async def send(self, broadcast_id: str, text: str, by: int) -> Progress:
        """Queue the text, plain, for every reader who can be reached; `broadcast_id` has at most 50 characters."""
        now, subject = self._clock.now(), _subject(broadcast_id)
        slot = Slot(EVERYBODY, "1", now, now + USEFUL)
        async with self._database.writing() as session:
            await enqueue_for_readers(session, _reachable(), [slot], "broadcast", subject, {"text": text})
            record(session, now, by, "broadcast", subject)
        return await self.progress(broadcast_id)

    async def stop(self, broadcast_id: str, by: int) -> Progress:
        """Take back what is not on its way yet."""
        now, subject = self._clock.now(), _subject(broadcast_id)
        async with self._database.writing() as session:
            await take_back(session, now, STOPPED, LedgerRow.subject == subject)
            record(session, now, by, "stop broadcast", subject)
        return await self.progress(broadcast_id)

    async def progress(self, broadcast_id: str) -> Progress:
        """Count how its messages stand; all zero for one that never was."""
        counting = select(LedgerRow.state, func.count()).where(LedgerRow.subject == _subject(broadcast_id))
        async with self._database.reading() as session:
            rows = await session.execute(counting.group_by(LedgerRow.state))
            counts: dict[str, int] = {row[0]: row[1] for row in rows}
        return Progress(
            id=broadcast_id,
            pending=counts.get("pending", 0) + counts.get("sending", 0),
            sent=counts.get("sent", 0),
            dropped=counts.get("dropped", 0),
            failed=counts.get("failed", 0) + counts.get("unknown", 0),
        )


def _reachable() -> Select[Any]:
    columns: tuple[Any, ...] = (ReaderRow.chat_id, literal(EVERYBODY).label("key"))
    return select(*columns).where(ReaderRow.reachable)


def _subject(broadcast_id: str) -> str:
    return f"broadcast:{broadcast_id}"
