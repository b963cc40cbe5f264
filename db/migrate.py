"""Bringing a database to the newest schema, one process at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from glob import escape
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from filelock import AsyncFileLock
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.backup import copy_sqlite
from db.database import Database, create_folder, make_engine
from db.files import OWNER_FILE

ADVISORY_LOCK = 7_041_202
"""An arbitrary number that all copies of the bot agree on."""
COPIES_KEPT = 2
"""Copies of a SQLite file that were made before migrating it."""
SWEPT = 1
"""`PRAGMA user_version` of a file that holds no remains of what was deleted before `secure_delete` was on."""
UNSWEPT = "remains of what was deleted long ago may still lie in the database file; the next start tries again: %s"

logger = logging.getLogger(__name__)


class UnusableDatabase(Exception):
    """The database cannot be opened or changed; the message is the driver's reason."""

    def __init__(self, error: Exception) -> None:
        super().__init__(f"the database cannot be used: {error.orig if isinstance(error, DBAPIError) else error}")


class NewerDatabase(Exception):
    """The database was made by a newer version of the bot."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"the database is of a newer version of the bot (schema {revision}): "
            "install that version, or restore a backup made before the upgrade"
        )


async def migrate(database: Database) -> None:
    """Create the data folder and the tables, or bring them to the newest schema; several processes may call it.

    A SQLite file that holds something is copied before it is changed. Raises `NewerDatabase` or `UnusableDatabase`.
    """
    try:
        await _migrate(database)
    except (DBAPIError, OSError) as error:
        raise UnusableDatabase(error) from error


async def _migrate(database: Database) -> None:
    create_folder(database.url)
    engine = make_engine(database.url)  # without the limits of the bot's own: making an index may take its time
    try:
        async with _alone(database, engine):
            await _upgrade_where_needed(database, engine)
            if database.is_sqlite:
                await _sweep(engine)
    finally:
        await engine.dispose()


@asynccontextmanager
async def _alone(database: Database, engine: AsyncEngine) -> AsyncIterator[None]:
    if database.is_sqlite:
        async with AsyncFileLock(f"{database.url.database}.migrating", mode=OWNER_FILE):
            yield
        return
    async with engine.connect() as connection:
        await connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": ADVISORY_LOCK})
        try:
            yield
        finally:
            await connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": ADVISORY_LOCK})


def alembic_config(connection: Connection | None) -> Config:
    """Return Alembic's settings for the migrations shipped in this package, over a connection to migrate."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.attributes["connection"] = connection
    return config


async def _upgrade_where_needed(database: Database, engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        current, newest = await connection.run_sync(_revisions)
    if current == newest:
        return
    if database.is_sqlite and current and database.url.database:
        await asyncio.to_thread(_keep_copy, Path(database.url.database), newest)
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")


def _revisions(connection: Connection) -> tuple[str | None, str]:
    """Return the schema's revision (None: no tables yet) and the newest that we know; raise `NewerDatabase`."""
    scripts = ScriptDirectory.from_config(alembic_config(connection))
    current = MigrationContext.configure(connection).get_current_revision()
    try:
        scripts.get_revision(current or "base")
    except CommandError:
        raise NewerDatabase(str(current)) from None
    return current, scripts.get_current_head() or ""


def _keep_copy(path: Path, newest: str) -> None:
    """Keep the file as it is now, and of earlier copies only the last."""
    copy_sqlite(path, path.with_name(f"{path.name}.before-{newest}"))
    copies = sorted(path.parent.glob(f"{escape(path.name)}.before-*"), key=lambda copy: copy.stat().st_mtime)
    for old in copies[:-COPIES_KEPT]:
        old.unlink()


async def _sweep(engine: AsyncEngine) -> None:
    """Write the file anew, once in its life, so that it holds only what is stored."""
    async with engine.connect() as connection:
        await connection.execution_options(begin=None)
        if (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one() >= SWEPT:
            return
        try:
            await connection.exec_driver_sql("VACUUM")
            await connection.exec_driver_sql(f"PRAGMA user_version={SWEPT}")
        except OperationalError as error:
            logger.warning(UNSWEPT, error.orig)
