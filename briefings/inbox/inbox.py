"""The inbox: what Telegram sent, stored before it is acknowledged, taken in order, worked on once."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import real_now
from briefings.inbox import statements
from briefings.inbox.step import Step
from briefings.inbox.update_model import Arrival, Ended, Lane, Taken
from db.database import Database

RENEW_EVERY: Final = 5.0
"""Real seconds after which leases are renewed."""


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What one turn brought."""

    taken: tuple[Taken, ...]
    """what to work on now"""
    shed: int
    """how much was given up, since somebody sent too much"""
    left_in_hand: int = 0
    """at the first turn: how much was being worked on when it began, by a run that died or by another copy"""


class Inbox:
    """One for each running copy of the bot; `alone` where no other copy can work on the same database."""

    def __init__(
        self,
        database: Database,
        copy: str,
        owners: frozenset[int] = frozenset(),
        *,
        alone: bool,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._copy = copy
        self._owners = owners
        self._alone = alone
        self._monotonic = monotonic
        self._held: frozenset[int] = frozenset()
        self._renewed = monotonic()
        self._round: int | None = None

    async def turn(self, arrivals: Sequence[Arrival], ended: Sequence[Ended], free: Mapping[Lane, int]) -> TurnResult:
        """Store what arrived, record what ended, and take what can be worked on now: all of it, or nothing.

        `free` says how many updates to take of each lane. Raises `DATABASE_ERRORS` while the database is away.
        """
        step = Step(self._copy, self._owners, real_now())
        renewing = self._held if self._is_to_renew() else frozenset()

        def work(connection: sa.Connection) -> tuple[int, int, int, list[Any]]:
            current_round, left_in_hand = self._begin(connection)
            step.renew(connection, renewing)
            shed = step.record(connection, ended)
            shed += step.store(connection, arrivals, current_round)
            return current_round, left_in_hand, shed, step.take(connection, free)

        current_round, left_in_hand, shed, rows = await self._database.transact(work)
        self._round = max([current_round, *(row.round for row in rows)])
        self._hold(rows, ended)
        if renewing:
            self._renewed = self._monotonic()
        return TurnResult(tuple(map(_taken, rows)), shed, left_in_hand)

    async def count_open(self) -> int:
        """Return how many updates have not ended."""
        async with self._database.reading() as session:
            return await session.scalar(statements.COUNT_OPEN) or 0

    async def probe(self) -> None:
        """Ask the database anything; raises `db.database.DATABASE_ERRORS` while it is away."""
        async with self._database.reading() as session:
            await session.execute(sa.select(1))

    def _begin(self, connection: sa.Connection) -> tuple[int, int]:
        """Return the round that is being worked on; at first also free and count what an earlier run had in hand."""
        if self._round is not None:
            return self._round, 0
        left_in_hand = connection.scalar(statements.COUNT_WORKING) or 0
        if self._alone:
            connection.execute(statements.RELEASE_ALL)
        return connection.scalar(statements.FIRST_ROUND) or 0, left_in_hand

    def _is_to_renew(self) -> bool:
        return bool(self._held) and self._monotonic() - self._renewed >= RENEW_EVERY

    def _hold(self, rows: Sequence[Any], ended: Sequence[Ended]) -> None:
        self._held = self._held.difference(one.id for one in ended).union(row.id for row in rows)


async def forget_updates(session: AsyncSession, chat_id: int) -> None:
    """Forget what somebody sent that has not ended, in every chat: it is not worked on any more."""
    await session.execute(statements.FORGET, {"whose": chat_id})


def _taken(row: Any) -> Taken:
    arrival = Arrival(row.id, row.queue, row.person, row.lane, row.body)
    return Taken(arrival, row.attempts + 1, row.received_at, row.is_overlapped)
