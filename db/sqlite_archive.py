"""Backups of SQLite: plain SQLite files."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from glob import escape
from pathlib import Path

from sqlalchemy.engine import URL

from db.backup import copy_sqlite
from db.database import BUSY_SECONDS, Database
from db.errors import BackupError
from db.files import OWNER_FILE
from db.migrate import migrate

COMPANIONS = ("", "-wal", "-shm")
"""The files that a database in use consists of."""


async def copy(url: URL, target: Path) -> None:
    """Copy the database at `url` to a file."""
    await _in_thread(copy_sqlite, Path(url.database or ""), target)


async def check(path: Path) -> str:
    """Read all of a file; return the revision of its schema."""
    return await asyncio.to_thread(_check, path)


async def restore(database: Database, path: Path, aside: Callable[[str], Path]) -> Path | None:
    """Bring a copy of the backup to the newest schema, then put it in place of the database in one transaction."""
    target = Path(database.url.database or "")
    ready = target.with_name(target.name + ".restoring")
    try:
        await _in_thread(copy_sqlite, path, ready)
        await _migrate(database.url.set(database=str(ready)))
        kept = await asyncio.to_thread(_set_aside, target, aside(".db"))
        await _in_thread(_put, ready, target)
    finally:
        for file in target.parent.glob(f"{escape(ready.name)}*"):
            file.unlink(missing_ok=True)
    return kept


async def _migrate(url: URL) -> None:
    copied = Database(url.render_as_string(hide_password=False))
    try:
        await migrate(copied)
    finally:
        await copied.close()


async def _in_thread(work: Callable[[Path, Path], None], source: Path, target: Path) -> None:
    try:
        await asyncio.to_thread(work, source, target)
    except sqlite3.Error as error:
        raise BackupError(f"{source} cannot be copied to {target}: {error}") from error


def _check(path: Path) -> str:
    """Ask SQLite whether the file is whole; what it finds first is reason enough."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != "ok":
                raise BackupError(f"{path} is damaged: {found}")
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        raise BackupError(f"{path} is not a database of this bot: {error}") from error
    except sqlite3.DatabaseError as error:
        raise BackupError(f"{path} is damaged: {error}") from error
    if row is None:
        raise BackupError(f"{path} is not a database of this bot: it has no schema")
    return str(row[0])


def _set_aside(target: Path, kept: Path) -> Path | None:
    """Keep what is there; where it is too damaged to be copied, its files are moved away as they are."""
    if not target.exists() or not target.stat().st_size:
        return None
    try:
        copy_sqlite(target, kept)
    except sqlite3.OperationalError as error:
        raise BackupError(f"{target} cannot be kept, so nothing was changed: {error}") from error
    except sqlite3.DatabaseError:
        for ending in COMPANIONS:
            file = target.with_name(target.name + ending)
            if file.exists():
                file.replace(kept.with_name(kept.name + ending))
    return kept


def _put(source: Path, target: Path) -> None:
    """Replace all pages of the database at once; whoever reads it meanwhile sees it as it was."""
    target.touch(OWNER_FILE)
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as writing:
        reading.backup(writing)
