"""The migrations make exactly the tables that the code speaks of, and several processes may start at once."""

import asyncio

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from db.database import Database
from db.migrate import migrate
from db.tables import Base


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


async def test_migrations_and_tables_agree(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_twice_at_once_is_safe(database_url: str) -> None:
    first, second = Database(database_url), Database(database_url)
    await asyncio.gather(migrate(first), migrate(second))
    await asyncio.gather(first.close(), second.close())


async def test_folders_are_created(tmp_path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/some/where/bot.db")
    await migrate(database)
    await database.close()
    assert (tmp_path / "some" / "where" / "bot.db").exists()
