"""Backups of PostgreSQL: made and read by its own tools, which get the password by their environment only."""

import asyncio
import os
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from db.database import APPLICATION, Database, make_engine
from db.errors import BackupError
from db.files import OWNER_FILE
from db.migrate import ADVISORY_LOCK, migrate

MISSING = (
    "{tool} is not installed: backups of PostgreSQL need its client programs (Debian: postgresql-client), "
    "of the server's version or newer"
)
COPY = "COPY public.alembic_version"
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND application_name = :ours AND pid <> pg_backend_pid()"
)
TABLES = text("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
DROP_TABLES = """DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() LOOP
        EXECUTE 'DROP TABLE IF EXISTS ' || name || ' CASCADE';
    END LOOP;
END $$;
"""
"""All of them, of whatever version: a table that the backup does not know must not outlive it."""


async def dump(url: URL, target: Path) -> None:
    """Write all of the database at `url` to a file, as it stands at one moment."""
    await _run(url, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


async def check(path: Path) -> str:
    """Read all of an archive; return the revision of its schema."""
    await _run(None, "pg_restore", f"--file={os.devnull}", str(path))
    script = await _run(None, "pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(path))
    lines = script.splitlines()
    for line, following in pairwise(lines):
        if line.startswith(COPY) and following != "\\.":
            return following
    raise BackupError(f"{path} is not a database of this bot: it has no schema")


async def restore(database: Database, path: Path, aside: Callable[[str], Path]) -> Path | None:
    """Replace all tables in one transaction, and bring them to the newest schema.

    Copies of the bot that start meanwhile wait; those that run already are a reason to refuse.
    """
    async with _alone(database) as connection:
        kept = aside(".dump") if await connection.scalar(TABLES) else None
        await connection.commit()
        if kept is not None:
            await _keep(database.url, kept)
        await _replace(database.url, path)
    await migrate(database)
    return kept


@asynccontextmanager
async def _alone(database: Database) -> AsyncIterator[AsyncConnection]:
    """Hold the lock of migrations, where no copy of the bot is connected."""
    engine = make_engine(database.url)
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": ADVISORY_LOCK})
            if others := await connection.scalar(OTHERS, {"ours": APPLICATION}):
                raise BackupError(f"the bot runs on this database ({others} connections): stop all its copies first")
            yield connection
    finally:
        await engine.dispose()


async def _keep(url: URL, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
    await dump(url, target)


async def _replace(url: URL, path: Path) -> None:
    """Drop and write again as one transaction: `pg_restore` alone would leave tables that the backup does not know."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".restoring-") as folder:
        filling = Path(folder, "fill.sql")
        await _run(None, "pg_restore", "--no-owner", "--no-privileges", f"--file={filling}", str(path))
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
        await _run(url, "psql", *options, f"--command={DROP_TABLES}", f"--file={filling}")


async def _run(url: URL | None, tool: str, *arguments: str) -> str:
    """Run one of PostgreSQL's programs; return what it wrote, or raise `BackupError` with its first complaint."""
    environment = {**os.environ, **(_environment(url) if url is not None else {})}
    try:
        process = await asyncio.create_subprocess_exec(tool, *arguments, env=environment, stdout=PIPE, stderr=PIPE)
    except FileNotFoundError:
        raise BackupError(MISSING.format(tool=tool)) from None
    try:
        output, complaints = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode:
        raise BackupError(f"{tool}: {_first_line(complaints)}")
    return output.decode("utf-8", "replace")


def _environment(url: URL) -> Mapping[str, str]:
    """Say where the database is in libpq's variables, which no list of processes shows."""
    said = {name: value[0] if isinstance(value, tuple) else value for name, value in url.query.items()}
    values = {
        "PGHOST": url.host or said.get("host"),
        "PGPORT": str(url.port) if url.port else said.get("port"),
        "PGUSER": url.username or said.get("user"),
        "PGPASSWORD": url.password or said.get("password"),
        "PGDATABASE": url.database,
        "PGSSLMODE": said.get("ssl") or said.get("sslmode"),
        "PGCONNECT_TIMEOUT": "10",
    }
    return {name: str(value) for name, value in values.items() if value}


def _first_line(complaints: bytes) -> str:
    lines = complaints.decode("utf-8", "replace").splitlines()
    return next((line.partition("error: ")[2] or line for line in lines if line.strip()), "it failed without a word")
