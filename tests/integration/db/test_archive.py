"""Backups of both databases: whole, for their owner only, checked before use; restoring changes all or nothing."""

import asyncio
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from briefings.facts import recall, remember
from db.archive import back_up, inspect, known_revisions, restore
from db.database import Database
from db.errors import BackupError
from db.tables import FactRow

Aside = Callable[[str], Path]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "one"


@pytest.fixture
def aside(tmp_path: Path) -> Aside:
    return lambda ending: tmp_path / f"before{ending}"


async def revision(database: Database) -> str:
    async with database.reading() as session:
        return str(await session.scalar(sa.text("SELECT version_num FROM alembic_version")))


async def set_revision(database: Database, value: str) -> None:
    async with database.writing() as session:
        await session.execute(sa.text("UPDATE alembic_version SET version_num = :value"), {"value": value})


async def close_all(database: Database) -> None:
    """Let go of the server as a bot that stopped does; the next use connects again."""
    await database.engine.dispose()


async def test_a_backup_is_one_checked_file_for_its_owner_only(database: Database, file: Path) -> None:
    backup = await back_up(database, file)
    assert backup.path == file
    assert backup.kind == ("SQLite" if database.is_sqlite else "PostgreSQL")
    assert backup.revision == await revision(database)
    assert backup.size == file.stat().st_size > 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert await inspect(file) == backup


async def test_a_backup_made_while_others_write_holds_what_was_committed(database: Database, file: Path) -> None:
    await remember(database, "before", "yes")

    async def write_on() -> None:
        for number in range(50):
            await remember(database, f"meanwhile {number}", "yes")

    await asyncio.gather(back_up(database, file), write_on())
    await close_all(database)
    await restore(database, file, lambda ending: file.parent / f"before{ending}")
    assert await recall(database, "before") == "yes"
    async with database.reading() as session:
        found = set(await session.scalars(sa.select(FactRow.name).where(FactRow.name.startswith("meanwhile"))))
    assert found == {f"meanwhile {number}" for number in range(len(found))}  # one moment of it, without gaps


async def test_restoring_brings_back_what_was_and_keeps_what_is(database: Database, file: Path, aside: Aside) -> None:
    await remember(database, "word", "old")
    await back_up(database, file)
    await remember(database, "word", "new")
    await close_all(database)
    kept = await restore(database, file, aside)
    assert await recall(database, "word") == "old"
    await close_all(database)
    assert kept is not None
    await restore(database, kept, lambda ending: kept.parent / f"again{ending}")
    assert await recall(database, "word") == "new"


async def test_tables_that_the_backup_does_not_know_are_gone(database: Database, file: Path, aside: Aside) -> None:
    await back_up(database, file)
    async with database.writing() as session:
        await session.execute(sa.text("CREATE TABLE later (id INTEGER PRIMARY KEY)"))
    await close_all(database)
    await restore(database, file, aside)
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
    assert "later" not in names
    assert "facts" in names


async def test_a_backup_of_a_newer_version_is_refused(database: Database, file: Path, aside: Aside) -> None:
    ours = await revision(database)
    await back_up(database, file)
    assert ours in known_revisions()
    await set_revision(database, "9999")
    with pytest.raises(BackupError, match="newer version of the bot"):
        await back_up(database, file.with_name("newer"))
    await set_revision(database, ours)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


async def test_a_damaged_backup_changes_nothing(database: Database, file: Path, aside: Aside) -> None:
    await remember(database, "word", "long " * 20_000)
    await back_up(database, file)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    await remember(database, "word", "new")
    await close_all(database)
    with pytest.raises(BackupError) as refused:
        await restore(database, file, aside)
    assert "\n" not in str(refused.value)
    assert await recall(database, "word") == "new"


async def test_any_other_file_is_no_backup(database: Database, file: Path, aside: Aside) -> None:
    file.write_text("notes of mine")
    with pytest.raises(BackupError, match="is not a backup"):
        await restore(database, file, aside)
    with pytest.raises(BackupError, match="is not a backup"):
        await back_up(database, file)
    assert file.read_text() == "notes of mine"
    with pytest.raises(BackupError, match="No such file"):
        await restore(database, file.with_name("missing"), aside)
    with pytest.raises(BackupError, match="is a folder"):
        await back_up(database, file.parent)


async def test_an_earlier_backup_is_replaced(database: Database, file: Path, aside: Aside) -> None:
    await back_up(database, file)
    await remember(database, "word", "second")
    await back_up(database, file)
    await remember(database, "word", "third")
    await close_all(database)
    await restore(database, file, aside)
    assert await recall(database, "word") == "second"


async def test_a_backup_that_fails_leaves_the_earlier_one(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await back_up(database, file)
    before = file.read_bytes()

    async def fail(_path: Path) -> None:
        raise BackupError("damaged")

    for room in ("sqlite", "postgres"):
        monkeypatch.setattr(f"db.{room}_archive.check", fail)
    with pytest.raises(BackupError, match="damaged"):
        await back_up(database, file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


async def test_a_missing_folder_is_one_clear_line(database: Database, file: Path) -> None:
    with pytest.raises(BackupError, match="No such file or directory"):
        await back_up(database, file.parent / "no" / "such")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_database_itself_is_never_written_over(database: Database) -> None:
    path = Path(database.url.database or "")
    with pytest.raises(BackupError, match="is the database itself"):
        await back_up(database, path)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_database_too_damaged_to_read_is_moved_away_and_replaced(
    database: Database, file: Path, aside: Aside
) -> None:
    await remember(database, "word", "old")
    await back_up(database, file)
    await close_all(database)
    path = Path(database.url.database or "")
    path.write_bytes(b"no database at all" * 500)
    kept = await restore(database, file, aside)
    assert kept is not None
    assert kept.read_bytes().startswith(b"no database")
    assert await recall(database, "word") == "old"
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_database_that_is_not_there_yet_is_made(database: Database, file: Path, aside: Aside) -> None:
    await remember(database, "word", "old")
    await back_up(database, file)
    await close_all(database)
    moved = Database(f"sqlite+aiosqlite:///{file.parent}/elsewhere.db")
    assert await restore(moved, file, aside) is None
    assert await recall(moved, "word") == "old"
    await moved.close()
    assert sorted(path.name for path in file.parent.iterdir() if "restoring" in path.name) == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.long
class TestPostgresql:
    async def test_a_copy_of_the_bot_that_runs_is_a_reason_to_refuse(
        self, database: Database, file: Path, aside: Aside
    ) -> None:
        await back_up(database, file)
        async with database.reading() as session:
            await session.execute(sa.text("SELECT 1"))
            with pytest.raises(BackupError, match="stop all its copies first"):
                await restore(database, file, aside)

    async def test_missing_programs_are_one_clear_line(
        self, database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(file.parent))
        with pytest.raises(BackupError, match="pg_dump is not installed"):
            await back_up(database, file)

    async def test_a_backup_of_the_other_kind_is_refused(
        self, database: Database, migrated_file: Path, aside: Aside
    ) -> None:
        with pytest.raises(BackupError, match="is a backup of SQLite, and DATABASE_URL names PostgreSQL"):
            await restore(database, migrated_file, aside)

    async def test_the_password_is_never_an_argument(
        self, database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = file.parent / "pg_dump"
        program.write_text('#!/bin/sh\necho "error: $PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE $*" >&2\nexit 1\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{file.parent}:/usr/bin:/bin")
        secret = Database("postgresql+asyncpg://bot:p%40ss@db.example.org:5433/news")
        with pytest.raises(BackupError) as failed:
            await back_up(secret, file)
        assert "p@ss@db.example.org:5433/news --format=custom" in str(failed.value)
        assert str(failed.value).count("p@ss") == 1
        await secret.close()
