"""Migrations that landed never change, and each leads forward and back without losing what is stored."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from db.database import Database
from db.migrate import alembic_config

VERSIONS = Path(__file__).parents[3] / "db" / "migrations" / "versions"
FIRST = "0001"
LANDED = {
    "0001_the_first_tables.py": "c5d78d02f0a5a84ca6b02b10dc161640fe44eeeb0065d0b9a5d8fa84959053c5",
    "0002_updates.py": "cd84e93dc40f1970f8dda153b7296605a99238886be5af219966b65793d8288d",
    "0003_same_date_questions.py": "39eb875f5cb2fa1ee3d7bbb441bb3f009961a0f54d41d0110533429006802d69",
}
"""The SHA-256 of each migration, noted when it lands; whoever wants something else writes a new migration."""

Rows = Mapping[str, list[tuple[Any, ...]]]


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("0*.py")), ids=lambda path: path.stem)
def test_a_migration_that_landed_never_changes(path):
    """Databases that ran it would never get the change. A new one is noted in `LANDED` when it lands."""
    assert LANDED.get(path.name) == checksum(path)


def test_no_migration_that_landed_is_gone():
    assert {path.name for path in VERSIONS.glob("0*.py")} >= set(LANDED)


def test_migrations_are_one_line_from_the_first_to_the_last():
    with sa.create_engine("sqlite://").connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
    assert len(scripts.get_heads()) == 1
    assert scripts.get_bases() == [FIRST]
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)


def move(connection, target: str) -> None:
    """Go forward or back to a revision."""
    config = alembic_config(connection)
    (command.downgrade if target == FIRST else command.upgrade)(config, target)


def fill(connection) -> Rows:
    """Put a row into every table of the first schema; return all that is stored."""
    for table in tables_of(connection).sorted_tables:
        connection.execute(table.insert().values({column.name: value_for(column) for column in table.columns}))
    return read(connection)


def tables_of(connection) -> sa.MetaData:
    metadata = sa.MetaData()
    metadata.reflect(connection, only=lambda name, _: name != "alembic_version")
    return metadata


def value_for(column: sa.Column[Any]) -> Any:
    match column.type:
        case sa.Boolean():
            return True
        case sa.Integer() | sa.Float():
            return 1
        case sa.DateTime():
            return datetime(2026, 3, 1, 12, tzinfo=UTC)
        case sa.Date():
            return date(2026, 3, 1)
        case sa.Time():
            return time(9, 30)
        case sa.LargeBinary():
            return b"\x00\x01"
        case sa.JSON():
            return {"a": [1, "б"]}
        case sa.String():
            return "1"
    raise AssertionError(f"what is stored in {column}?")


def read(connection, metadata: sa.MetaData | None = None) -> Rows:
    metadata = metadata or tables_of(connection)
    return {name: [tuple(row) for row in connection.execute(table.select())] for name, table in metadata.tables.items()}


async def test_what_is_stored_survives_the_way_forward_and_back(database: Database):
    async with database.engine.connect() as connection:
        await connection.run_sync(move, FIRST)
        await connection.commit()
        stored = await connection.run_sync(fill)
        first_tables = await connection.run_sync(tables_of)
        await connection.commit()
    assert all(rows for rows in stored.values())
    for target in ("head", FIRST):
        async with database.engine.connect() as connection:
            await connection.run_sync(move, target)
            await connection.commit()
            assert await connection.run_sync(read, first_tables) == stored
    async with database.engine.connect() as connection:
        assert set((await connection.run_sync(tables_of)).tables) == set(first_tables.tables)
