"""Bringing a database to the newest schema, one process at a time."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from alembic import command
from alembic.config import Config
from filelock import AsyncFileLock
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.database import Database, create_folder, make_engine
from db.files import OWNER_FILE

ADVISORY_LOCK = 7_041_202
"""An arbitrary number that all copies of the bot agree on."""
SWEPT = 1
"""`PRAGMA user_version` of a file that holds no remains of what was deleted before `secure_delete` was on."""
UNSWEPT = "remains of what was deleted long ago may still lie in the database file; the next start tries again: %s"

logger = logging.getLogger(__name__)


async def migrate(database: Database) -> None:
    """Create the data folder and the tables, or bring them to the newest schema; several processes may call it."""
    create_folder(database.url)
    engine = make_engine(database.url)  # without the limits of the bot's own: making an index may take its time
    try:
        async with _alone(database, engine):
            async with engine.begin() as connection:
                await connection.run_sync(_upgrade)
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


def alembic_config(connection: Connection) -> Config:
    """Return Alembic's settings for the migrations shipped in this package, over an open connection."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")


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
