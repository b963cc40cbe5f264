"""What the inbox may forget."""

from datetime import timedelta

import sqlalchemy as sa

from briefings.clock import real_now
from briefings.inbox.statements import is_open
from db.database import Database
from db.tables import UpdateRow

KEPT = timedelta(hours=48)
"""Real time for which the id of an ended update is remembered: Telegram sends none again after 24 hours."""
ROWS_AT_ONCE = 5_000


async def prune_updates(database: Database) -> int:
    """Delete the ids of what ended long ago, a few thousand rows at a time; return how many it was."""
    old = sa.select(UpdateRow.id).where(~is_open(), UpdateRow.received_at < real_now() - KEPT).limit(ROWS_AT_ONCE)
    pruned = 0
    while True:
        async with database.writing() as session:
            deleted = await session.scalars(sa.delete(UpdateRow).where(UpdateRow.id.in_(old)).returning(UpdateRow.id))
            count = len(deleted.all())
        pruned += count
        if count < ROWS_AT_ONCE:
            return pruned
