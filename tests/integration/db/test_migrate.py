"""The migrations make exactly the tables that the code speaks of, and several processes may start at once."""

import asyncio

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from db.database import Database
from db.migrate import alembic_config, migrate
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


async def test_updates_come_and_go_with_their_migration(database: Database) -> None:
    def there_and_back(connection: Connection) -> None:
        config = alembic_config(connection)
        command.downgrade(config, "0001")
        assert "updates" not in inspect(connection).get_table_names()
        command.upgrade(config, "0002")

    async with database.engine.begin() as connection:
        await connection.run_sync(there_and_back)
        assert "updates" in await connection.run_sync(lambda one: inspect(one).get_table_names())


async def test_folders_are_created(tmp_path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/some/where/bot.db")
    await migrate(database)
    await database.close()
    assert (tmp_path / "some" / "where" / "bot.db").exists()
