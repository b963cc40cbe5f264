"""Migrating makes the tables that the code speaks of, once however many processes start, and keeps a copy before."""

import asyncio
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from bot.errors import UsageError
from bot.runtime.services import migrated
from bot.settings import Settings
from db.database import Database
from db.migrate import NewerDatabase, UnusableDatabase, alembic_config, migrate
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


async def set_revision(database: Database, revision: str) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


async def test_a_newer_database_is_left_alone_and_says_so_in_one_line(database: Database) -> None:
    await set_revision(database, "9999")
    with pytest.raises(NewerDatabase) as raised:
        await migrate(database)
    assert "schema 9999" in str(raised.value)
    settings = Settings(database_url=database.url.render_as_string(hide_password=False))
    with pytest.raises(UsageError, match=r"^DATABASE_URL: the database is of a newer version of the bot [^\n]*$"):
        async with migrated(settings):
            pass


class TestCopies:
    """On SQLite a file with something in it is copied before it is migrated."""

    @pytest.fixture
    def old_file(self, tmp_path):
        """Make a file of the first schema with a fact in it."""
        path = tmp_path / "my [news].db"
        engine = sa.create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            command.upgrade(alembic_config(connection), "0001")
            connection.execute(sa.text("INSERT INTO facts (name, value) VALUES ('kept', 'yes')"))
        engine.dispose()
        return path

    async def migrate(self, path):
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrate(database)
        await database.close()

    def copies(self, path):
        return sorted(one.name.removeprefix(path.name) for one in path.parent.glob("*.before-*"))

    def pretend_to_be_older(self, monkeypatch, newest):
        """Let the newest schema be one that the file has not yet, though nothing is to be done for it."""
        monkeypatch.setattr("db.migrate._revisions", lambda connection: ("0001", newest))

    async def test_a_new_or_current_file_is_not_copied(self, tmp_path):
        for _ in range(2):
            await self.migrate(tmp_path / "bot.db")
        assert self.copies(tmp_path / "bot.db") == []

    async def test_an_older_file_is_copied_first_for_its_owner_alone(self, old_file, monkeypatch):
        self.pretend_to_be_older(monkeypatch, "0009")
        await self.migrate(old_file)
        assert self.copies(old_file) == [".before-0009"]
        copy = old_file.with_name(f"{old_file.name}.before-0009")
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
            assert connection.execute("SELECT value FROM facts").fetchone() == ("yes",)

    async def test_the_last_two_copies_are_kept(self, old_file, monkeypatch):
        aside = shutil.copy(old_file, old_file.with_name("aside"))
        for revision in ("0007", "0008", "0009"):
            shutil.copy(aside, old_file)
            self.pretend_to_be_older(monkeypatch, revision)
            await self.migrate(old_file)
        assert self.copies(old_file) == [".before-0008", ".before-0009"]

    async def test_no_room_for_the_copy_means_no_migration(self, old_file, monkeypatch):
        def no_room(*_):
            raise OSError(28, "No space left on device")

        self.pretend_to_be_older(monkeypatch, "0009")
        monkeypatch.setattr("db.migrate.copy_sqlite", no_room)
        with pytest.raises(UnusableDatabase, match="No space"):
            await self.migrate(old_file)
        with closing(sqlite3.connect(old_file)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
