"""The sending budget: so many messages a second for all that the ledger sends, evenly spread.

Slots are handed out one after another, as in the generic cell rate algorithm (ITU-T I.371): a short delay is made good,
idle time beyond `TOLERANCE` is lost.
"""

import time
from collections.abc import Callable
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from db.database import Database
from db.tables import SendingBudgetRow

TOLERANCE = 0.25
"""Seconds of slots that may be made good after a delay."""
FARTHEST = 300.0
"""Seconds that a slot may lie ahead: farther ones are left from a clock that was set back since."""
ONLY = 1
"""The id of the one row in the table."""


class Budget(Protocol):
    """Hands out slots for messages, 1/rate seconds apart."""

    rate: float

    async def reserve(self, count: int) -> float:
        """Take the next `count` slots; return in how many seconds the first of them comes."""
        ...

    async def pause(self, seconds: float) -> None:
        """Hand out no slot before so many seconds have passed."""
        ...


class OwnBudget:
    """The budget of a bot that runs in one copy."""

    def __init__(self, rate: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self._monotonic = monotonic
        self._free_at = monotonic()

    async def reserve(self, count: int) -> float:
        """Take the next `count` slots; return in how many seconds the first of them comes."""
        now = self._monotonic()
        first = max(self._free_at, now - TOLERANCE)
        self._free_at = first + count / self.rate
        return max(0.0, first - now)

    async def pause(self, seconds: float) -> None:
        """Hand out no slot before so many seconds have passed."""
        self._free_at = max(self._free_at, self._monotonic() + seconds)


class SharedBudget:
    """The budget that all copies on one PostgreSQL share, counted by the database's own clock."""

    def __init__(self, database: Database, rate: float) -> None:
        self.rate = rate
        self._database = database

    async def reserve(self, count: int) -> float:
        """Take the next `count` slots; return in how many seconds the first of them comes."""
        spent = count / self.rate
        free_at = sa.func.least(sa.func.greatest(SendingBudgetRow.free_at, _NOW - TOLERANCE), _NOW + FARTHEST) + spent
        return max(0.0, await self._move(free_at) - spent)

    async def pause(self, seconds: float) -> None:
        """Hand out no slot before so many seconds have passed."""
        await self._move(sa.func.greatest(SendingBudgetRow.free_at, _NOW + seconds))

    async def _move(self, free_at: sa.ColumnElement[Any]) -> float:
        """Set when the next slot is free; return in how many seconds that is."""
        row = sa.update(SendingBudgetRow).where(SendingBudgetRow.id == ONLY).values(free_at=free_at)
        async with self._database.writing() as session:
            ahead = await session.scalar(row.returning(SendingBudgetRow.free_at - _NOW))
            if ahead is None:
                start = postgresql.insert(SendingBudgetRow).values(id=ONLY, free_at=_NOW)
                await session.execute(start.on_conflict_do_nothing())
                ahead = await session.scalar(row.returning(SendingBudgetRow.free_at - _NOW))
            return float(ahead or 0)


def sending_budget(database: Database, rate: float) -> Budget:
    """Return the budget for so many messages a second: shared where several copies of the bot may run."""
    return OwnBudget(rate) if database.is_sqlite else SharedBudget(database, rate)


_NOW: sa.ColumnElement[float] = sa.cast(sa.extract("epoch", sa.func.clock_timestamp()), sa.Double)
