"""The engine and its sessions: one way to read, one way to write."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

BUSY_SECONDS = 15
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={BUSY_SECONDS * 1000}")


class Database:
    """Sessions on one database. SQLite has one writer at a time, so writers here queue instead of colliding."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self.engine = create_async_engine(self.url, **_engine_options(self.url))
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self._writer: AbstractAsyncContextManager[Any] = nullcontext()
        if self.is_sqlite:
            _teach_sqlite(self.engine)
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


def create_folder(url: str) -> None:
    """Create the folder that a SQLite file lies in."""
    path = make_url(url).database
    if make_url(url).get_backend_name() == "sqlite" and path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)


def _engine_options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": BUSY_SECONDS}}
    return {"pool_pre_ping": True, "pool_size": 10}


def _teach_sqlite(engine: AsyncEngine) -> None:
    """Let SQLAlchemy, not the driver, begin transactions: writers take the lock at once and never upgrade to it."""

    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
