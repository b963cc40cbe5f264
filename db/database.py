"""The engine and its sessions: one way to read, one way to write."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from db.trouble import MOVED

TROUBLE = (OperationalError, PoolExhausted, OSError)
"""What is raised while the database is away or overburdened: the same may succeed later. Mistakes of ours are none."""
PASSING = ("08", "40", "53", "55P03", "57", "58")
"""SQLSTATE of PostgreSQL's passing troubles: connection, deadlock, resources, lock, operator, system."""
BUSY_SECONDS = 15
CONNECTING_SECONDS = 10
STATEMENT_SECONDS = 60
"""Longer than planning for a hundred thousand followers takes, and as long as we wait for a network that is mute."""
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={BUSY_SECONDS * 1000}")


class Database:
    """Sessions on one database. SQLite has one writer at a time, so writers here queue instead of colliding."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self.engine = make_engine(self.url, **_engine_options(self.url))
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self._writer: AbstractAsyncContextManager[Any] = nullcontext()
        if self.is_sqlite:
            self._writer = asyncio.Lock()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a SQLite file (one copy of the bot) rather than PostgreSQL (several)."""
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """Open a session for reading; nothing it changes is kept."""
        async with self._sessions() as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Open one transaction: committed at the end, undone whole when anything is raised.

        Keep it short, and never open a second one inside: pass the session on.
        """
        async with self._writer, self._sessions() as session:
            await session.connection(execution_options={"immediate": True})
            yield session
            await session.commit()

    async def close(self) -> None:
        """Give every connection back."""
        await self.engine.dispose()


def make_engine(url: URL, **options: Any) -> AsyncEngine:
    """Make an engine whose errors tell `TROUBLE` from mistakes."""
    engine = create_async_engine(url, **options)
    teach = _teach_sqlite if url.get_backend_name() == "sqlite" else _teach_postgresql
    teach(engine)
    return engine


def create_folder(url: str) -> None:
    """Create the folder that a SQLite file lies in."""
    path = make_url(url).database
    if make_url(url).get_backend_name() == "sqlite" and path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)


def _engine_options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": BUSY_SECONDS}}
    limits = {"timeout": CONNECTING_SECONDS, "command_timeout": STATEMENT_SECONDS}
    return {"pool_pre_ping": True, "pool_size": 10, "connect_args": limits}


def _teach_sqlite(engine: AsyncEngine) -> None:
    """Let SQLAlchemy, not the driver, begin transactions: writers take the lock at once and never upgrade to it."""

    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "handle_error")
    def renew(context: ExceptionContext) -> None:
        """Open the file anew after errors that may be of this connection alone: it may have been moved meanwhile."""
        if any(words in str(context.original_exception) for words in MOVED):
            context.is_disconnect = True

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _teach_postgresql(engine: AsyncEngine) -> None:
    """Name passing troubles: through asyncpg most errors of the server come as a plain `DBAPIError`."""

    @event.listens_for(engine.sync_engine, "handle_error")
    def name_trouble(context: ExceptionContext) -> OperationalError | None:
        error = context.original_exception
        is_away = context.is_disconnect
        if not is_away and not (getattr(error, "pgcode", None) or "").startswith(PASSING):
            return None
        return OperationalError(context.statement, context.parameters, error, connection_invalidated=is_away)
