"""What was forgotten is in no file any more: not in the database, not in its write-ahead log."""

import asyncio
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from briefings.readers.pending_input import PendingInputs
from db.database import Database
from db.migrate import migrate
from db.tables import FactRow

ANNA = 101
TOPIC = "бухгалтерия"
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def copies(database: Database, words: str) -> dict[str, int]:
    """Count the words in each file of the database, as they lie on the disk."""
    path = Path(str(database.url.database))
    found = {file.name: file.read_bytes().count(words.encode()) for file in path.parent.glob(f"{path.name}*")}
    return {name: count for name, count in found.items() if count}


async def live(world) -> None:
    """Let a reader follow a topic and type something, among many others."""
    for number in range(200):
        await world.following.follow_topic(1000 + number, f"topic {number}")
    await world.following.follow_topic(ANNA, TOPIC)
    await PendingInputs(world.database).begin(ANNA, ANNA, "follow", typed=f"{TOPIC} and more")
    await PendingInputs(world.database).begin(ANNA, ANNA, "follow", typed=f"{TOPIC} again")


@ON_SQLITE
async def test_no_file_holds_the_words_of_a_forgotten_reader(world):
    await live(world)
    assert copies(world.database, TOPIC)
    await world.people.forget(ANNA)
    assert copies(world.database, TOPIC) == {}


@ON_SQLITE
async def test_a_reader_in_the_middle_of_something_is_waited_for(world):
    await live(world)
    async with world.database.reading() as session:
        await session.scalar(sa.select(sa.func.count()).select_from(FactRow))
        forgetting = asyncio.create_task(world.people.forget(ANNA))
        async with world.database.writing() as other:  # whoever writes meanwhile is not held up
            other.add(FactRow(name="meanwhile", value="1"))
    await forgetting
    assert copies(world.database, TOPIC) == {}


@ON_SQLITE
async def test_a_log_that_stays_in_use_is_told(world, monkeypatch, caplog):
    monkeypatch.setattr("db.database.SCRUB_PAUSES", (0,))
    caplog.set_level("INFO", "db.database")
    await live(world)
    async with world.database.reading() as session:
        await session.scalar(sa.select(sa.func.count()).select_from(FactRow))
        await world.people.forget(ANNA)
    assert "stays in the write-ahead log for now" in caplog.text
    assert await world.database.scrub()
    assert copies(world.database, TOPIC) == {}


async def test_what_an_earlier_version_left_in_the_file_goes_at_the_next_start(tmp_path, migrated_file):
    shutil.copy(migrated_file, tmp_path / "bot.db")
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/bot.db")
    for pragma in ("secure_delete=OFF", "user_version=0"):
        await run(database, f"PRAGMA {pragma}")
    for number in range(50):
        await run(database, f"INSERT INTO facts VALUES ('{number}', '{TOPIC * 40}')", "PRAGMA secure_delete=OFF")
    await run(database, "DELETE FROM facts", "PRAGMA secure_delete=OFF")
    await database.scrub()
    assert copies(database, TOPIC)
    await migrate(database)
    await database.scrub()
    assert copies(database, TOPIC) == {}
    await database.close()


async def run(database: Database, *statements: str) -> None:
    async with database.engine.connect() as connection:
        await connection.execution_options(begin=None)
        for statement in reversed(statements):
            await connection.exec_driver_sql(statement)
