"""Whose turn it is to take messages, among copies that share a database: Telegram serves one poller for a token."""

import asyncio
import contextlib
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from db.database import DATABASE_ERRORS, Database, make_engine

POLLING_LOCK = 7_041_204
"""An arbitrary number that all copies of the bot agree on."""
PATIENCE = 5.0
"""Seconds to wait for an answer of the database."""
KEEPALIVES = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""Seconds, seconds and tries: the server frees a machine's lock 25 seconds after that machine lost its power."""


class LeaderLock(Protocol):
    """The right to take messages."""

    async def take(self) -> bool:
        """Take the turn where it is free, or make sure that it is still ours; return whether it is.

        Raises `DATABASE_ERRORS` where nobody can tell.
        """
        ...

    async def give_back(self) -> None:
        """Let another copy have it."""
        ...


class SoleLeader:
    """The turn of a copy that has its database to itself."""

    async def take(self) -> bool:
        """Return True."""
        return True

    async def give_back(self) -> None:
        """Do nothing: nobody waits for it."""


class SharedLeaderLock:
    """A session's advisory lock on PostgreSQL, on a connection of its own.

    The server frees it when the process ends, however it ends. A pooler between must keep sessions (not transactions).
    """

    def __init__(self, database: Database) -> None:
        self._engine = make_engine(database.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._connection: AsyncConnection | None = None

    async def take(self) -> bool:
        """Take the turn where it is free, or make sure that it is still ours; return whether it is.

        It may be lost with the connection, so that a new one is asked; raises `DATABASE_ERRORS` where that fails too.
        """
        try:
            return await self._ask()
        except DATABASE_ERRORS:
            return await self._ask()

    async def give_back(self) -> None:
        """Let another copy have it, by closing the connection."""
        await self._close(broken=False)

    async def _ask(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                connection = await self._connect()
                return bool(await connection.scalar(_TAKE))
        except DATABASE_ERRORS:
            await self._close(broken=True)
            raise

    async def _close(self, *, broken: bool) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(*DATABASE_ERRORS):
                if broken:
                    await connection.invalidate()
                await connection.close()

    async def _connect(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._engine.connect()
            await self._connection.execute(_KEEP_ALIVE)
        return self._connection


def polling_lock(database: Database) -> LeaderLock:
    """Return the turn to poll: shared where several copies of the bot may run."""
    return SoleLeader() if database.is_sqlite else SharedLeaderLock(database)


_KEEP_ALIVE = sa.select(*(sa.func.set_config(name, value, sa.false()) for name, value in KEEPALIVES.items()))
_TAKE = sa.select(sa.func.pg_try_advisory_lock(POLLING_LOCK))
"""A session that holds the lock gets it again, as often as it asks."""
