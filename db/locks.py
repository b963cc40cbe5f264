"""One order for changes that must see each other: a date that moves, and a reader who begins to follow it.

SQLite has a single writer anyway. On PostgreSQL readers change things side by side, and wait while a date changes:
without this, somebody who follows while the date moves would be reminded of the old one.
"""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

PLANNING_LOCK = 7_041_203
"""An arbitrary number that all copies of the bot agree on."""


async def lock_dates(session: AsyncSession) -> None:
    """Let no reader change what they follow until this transaction ends."""
    await _lock(session, sa.func.pg_advisory_xact_lock(PLANNING_LOCK))


async def lock_reader(session: AsyncSession) -> None:
    """Let no key date change until this transaction ends."""
    await _lock(session, sa.func.pg_advisory_xact_lock_shared(PLANNING_LOCK))


async def _lock(session: AsyncSession, lock: sa.Function[None]) -> None:
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(sa.select(lock))
