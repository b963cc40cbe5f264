"""What the ledger may forget."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock
from briefings.outbox.outbox_message import ANSWERS
from db.database import Database
from db.tables import LedgerRow

KEPT_ANSWERS = timedelta(hours=2)
"""How long an answer that has ended is kept: while the update that it answers may be worked on once more."""
KEPT = timedelta(days=180)
"""How long what has ended is kept after it fell due: for delivery reports, and so that nothing is sent twice."""
ROWS_AT_ONCE = 5_000

_ENDED = sa.text("state NOT IN ('pending', 'sending')")


async def prune(database: Database, clock: Clock) -> int:
    """Delete what ended and fell due long ago, a few thousand rows at a time; return how many it was.

    What is pending or on its way stays, however old it is.
    """
    before, pruned = clock.now() - KEPT, 0
    async with database.writing() as session:
        old = (LedgerRow.subject == ANSWERS, _ENDED, LedgerRow.due_at < clock.now() - KEPT_ANSWERS)
        await session.execute(sa.delete(LedgerRow).where(*old))
    while True:
        async with database.writing() as session:
            count = await _prune_some(session, before)
        pruned += count
        if count < ROWS_AT_ONCE:
            return pruned


async def _prune_some(session: AsyncSession, before: datetime) -> int:
    old = sa.select(LedgerRow.id).where(_ENDED, LedgerRow.due_at < before).limit(ROWS_AT_ONCE)
    deleted = await session.scalars(sa.delete(LedgerRow).where(LedgerRow.id.in_(old)).returning(LedgerRow.id))
    return len(deleted.all())
