"""The engine and its sessions: one way to read, one way to write."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from db.discretion import hide_values
from db.error_kinds import MOVED
from db.files import create_private, file_of

DATABASE_ERRORS = (OperationalError, PoolExhausted, OSError)
"""What is raised while the database is away or overburdened: the same may succeed later. Mistakes of ours are none."""
PASSING = ("08", "40", "53", "55P03", "57", "58")
"""SQLSTATE of PostgreSQL's passing troubles: connection, deadlock, resources, lock, operator, system."""
APPLICATION = "briefings-bot"
"""How the bot's connections are named on a PostgreSQL server."""
BUSY_SECONDS = 15
CONNECTING_SECONDS = 10
STATEMENT_SECONDS = 60
"""Longer than planning for a hundred thousand followers takes, and as long as we wait for a network that is mute."""
SCRUB_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 1.0)
"""Seconds to wait for readers, one pause after another, until the write-ahead log can be emptied."""
LOG_IN_USE = "what was deleted stays in the write-ahead log for now: it is being read; the next upkeep empties it"
PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "synchronous=NORMAL",
    "secure_delete=ON",
    f"busy_timeout={BUSY_SECONDS * 1000}",
)


logger = logging.getLogger(__name__)

Result = TypeVar("Result")


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
            await session.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
            yield session
            await session.commit()

    async def transact(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one transaction, committed at the end, undone whole when anything is raised.

        For what happens often and takes several statements: on SQLite all of them together cost one change of threads,
        where a session needs three for each. `work` must touch nothing that the event loop touches.
        """
        if not self.is_sqlite:
            async with self.engine.begin() as connection:
                return await connection.run_sync(work)
        async with self._writer:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._thread, self._transact, work)

    async def scrub(self) -> bool:
        """Leave nothing of what was deleted in SQLite's write-ahead log; call it outside of a transaction.

        Readers in the middle of something are waited for, a few seconds; returns whether the log is empty now.
        On PostgreSQL its own VACUUM and the recycling of its log do this, in their time.
        """
        if not self.is_sqlite:
            return True
        for pause in (*SCRUB_PAUSES, 0):
            if await self._empty_log():
                return True
            await asyncio.sleep(pause)
        logger.info(LOG_IN_USE)
        return False

    async def _empty_log(self) -> bool:
        """Try once, holding up nobody: without a busy time-out SQLite gives up at the first reader."""
        async with self._writer, self.engine.connect() as connection:
            await connection.execution_options(begin=None)
            await connection.exec_driver_sql("PRAGMA busy_timeout=0")
            try:
                busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
            except OperationalError:
                return False
            finally:
                await connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        return not busy

    @property
    def folder(self) -> Path | None:
        """The folder that a SQLite file lies in; None for PostgreSQL."""
        file = file_of(self.url)
        return file.parent if file is not None else None

    async def ping(self) -> None:
        """Ask for a sign of life; raise `DATABASE_ERRORS` when there is none."""
        async with self.reading() as session:
            await session.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Give every connection back."""
        await self.engine.dispose()
        if "_in_thread" in self.__dict__:
            self._in_thread.dispose()
            self._thread.shutdown()

    @cached_property
    def _in_thread(self) -> Engine:
        """A connection without an event loop, for one thread."""
        engine = create_engine(self.url.set(drivername="sqlite"), hide_parameters=True, **_engine_options(self.url))
        _teach_sqlite(engine)
        return engine

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, thread_name_prefix="database")

    def _transact(self, work: Callable[[Connection], Result]) -> Result:
        with self._in_thread.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
            return work(connection)


def make_engine(url: URL, **options: Any) -> AsyncEngine:
    """Make an engine whose errors tell `DATABASE_ERRORS` from mistakes, and never quote what was to be stored."""
    engine = create_async_engine(url, hide_parameters=True, **options)
    teach = _teach_sqlite if url.get_backend_name() == "sqlite" else _teach_postgresql
    teach(engine.sync_engine)
    return engine


def parse_url(url: str) -> URL:
    """Read a database's address; raise `ValueError`, without the address, for one that makes no sense."""
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError("is not the address of a database; write / @ : in its password as %2F %40 %3A") from None


def passwords(url: str) -> set[str]:
    """Return what an address of a database must not show: its password, wherever it stands in the address."""
    parsed = parse_url(url)
    given = parsed.query.get("password", ())
    return {parsed.password or "", *((given,) if isinstance(given, str) else given)} - {""}


def create_folder(url: URL | str) -> None:
    """Create the folder that a SQLite file lies in, and the file, readable for nobody else."""
    path = file_of(make_url(url))
    if path is not None:
        create_private(path)


def _engine_options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": BUSY_SECONDS}}
    limits = {
        "timeout": CONNECTING_SECONDS,
        "command_timeout": STATEMENT_SECONDS,
        "server_settings": {"application_name": APPLICATION},
    }
    return {"pool_pre_ping": True, "pool_size": 10, "connect_args": limits}


def _teach_sqlite(engine: Engine) -> None:
    """Let SQLAlchemy, not the driver, begin transactions: writers take the lock at once and never upgrade to it."""

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "handle_error")
    def renew(context: ExceptionContext) -> None:
        """Open the file anew after errors that may be of this connection alone: it may have been moved meanwhile."""
        if any(words in str(context.original_exception) for words in MOVED):
            context.is_disconnect = True

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get("begin", "BEGIN")
        if statement is not None:
            connection.exec_driver_sql(statement)


def _teach_postgresql(engine: Engine) -> None:
    """Name passing troubles: through asyncpg most errors of the server come as a plain `DBAPIError`."""

    @event.listens_for(engine, "handle_error")
    def name_trouble(context: ExceptionContext) -> OperationalError | None:
        hide_values(context)
        error = context.original_exception
        is_away = context.is_disconnect
        if not is_away and not (getattr(error, "pgcode", None) or "").startswith(PASSING):
            return None
        return OperationalError(
            context.statement, context.parameters, error, hide_parameters=True, connection_invalidated=is_away
        )
