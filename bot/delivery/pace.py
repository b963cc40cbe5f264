"""The sending budget: so many messages a second for all that the ledger owes, evenly spread.

Slots are handed out one after another, as in the generic cell rate algorithm (ITU-T I.371): a short delay is made good,
idle time beyond `TOLERANCE` is lost.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from db.database import Database
from db.tables import SendingBudgetRow

TOLERANCE = 0.05
"""Seconds of slots that may be made good after a delay."""
UNEVENNESS = 0.02
"""Seconds by which one message may travel longer than another."""
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
        free_at = sa.func.greatest(SendingBudgetRow.free_at, _NOW - TOLERANCE) + spent
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


class Window:
    """Holds no second with more than its messages, also when a busy event loop sends several late ones at once.

    Telegram counts every stretch of a second. Slots a rate apart would fit one more into some of them, on the edges.
    """

    def __init__(self, rate: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        count = max(1, int(rate))
        self._seconds = count / rate + UNEVENNESS
        self._monotonic = monotonic
        self._latest: deque[float] = deque([-math.inf] * count, maxlen=count)

    def wait(self) -> float:
        """Return the seconds that a message whose slot has come must still wait."""
        now = self._monotonic()
        at = max(now, self._latest[0] + self._seconds)
        self._latest.append(at)
        return at - now


def sending_budget(database: Database, rate: float) -> Budget:
    """Return the budget for so many messages a second: shared where several copies of the bot may run."""
    return OwnBudget(rate) if database.is_sqlite else SharedBudget(database, rate)


_NOW: sa.ColumnElement[float] = sa.cast(sa.extract("epoch", sa.func.clock_timestamp()), sa.Double)
