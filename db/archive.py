"""A backup: one file that holds the whole database, checked when it is made and before it is used.

Of SQLite it is a plain SQLite file, of PostgreSQL an archive of `pg_dump` in its own format.
"""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from alembic.script import ScriptDirectory

from db import postgres_archive, sqlite_archive
from db.database import Database
from db.errors import BackupError
from db.files import OWNER_FILE
from db.migrate import alembic_config

SQLITE_MAGIC, POSTGRES_MAGIC = b"SQLite format 3\x00", b"PGDMP"
Kind = Literal["SQLite", "PostgreSQL"]
Aside = Callable[[str], Path]
"""Names the file that keeps what stood in the database before, for a file ending."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a file holds."""

    path: Path
    kind: Kind
    revision: str
    """of the schema"""

    @property
    def size(self) -> int:
        """How large the file is, in bytes."""
        return self.path.stat().st_size


async def back_up(database: Database, path: Path) -> Backup:
    """Copy the whole database to `path` while it is used; raise `BackupError` when that fails.

    The file takes the place of an earlier backup of that name once it is whole and checked.
    """
    _refuse_to_overwrite(path, database)
    unchecked = path.with_name(path.name + ".unchecked")
    copy = sqlite_archive.copy if database.is_sqlite else postgres_archive.dump
    try:
        _make_private(unchecked)
        await copy(database.url, unchecked)
        backup = await inspect(unchecked)
        unchecked.replace(path)
    except OSError as error:
        raise BackupError(f"{path}: {error.strerror or error}") from error
    finally:
        unchecked.unlink(missing_ok=True)
    return replace(backup, path=path)


async def inspect(path: Path) -> Backup:
    """Read a backup from beginning to end; raise `BackupError` when it is damaged, or of a newer version of the bot."""
    kind = kind_of(path)
    if kind is None:
        raise BackupError(f"{path} is not a backup of this bot")
    revision = await (sqlite_archive.check(path) if kind == "SQLite" else postgres_archive.check(path))
    if revision not in known_revisions():
        raise BackupError(f"{path} was made by a newer version of the bot (schema {revision}): install that one first")
    return Backup(path, kind, revision)


async def restore(database: Database, path: Path, aside: Aside) -> Path | None:
    """Put what a backup holds in place of the database, in the newest schema; raise `BackupError` when it cannot be.

    Whatever goes wrong, the database is as it was or as the backup says, never between. Returns the file that keeps
    what it held before; None where it held nothing. Nothing else may use the database meanwhile.
    """
    backup, ours = await inspect(path), "SQLite" if database.is_sqlite else "PostgreSQL"
    if backup.kind != ours:
        raise BackupError(f"{path} is a backup of {backup.kind}, and DATABASE_URL names {ours}")
    put: Callable[..., Awaitable[Path | None]] = (
        sqlite_archive.restore if database.is_sqlite else postgres_archive.restore
    )
    return await put(database, path, aside)


def kind_of(path: Path) -> Kind | None:
    """Tell by its first bytes what kind of backup a file is; None for any other file."""
    try:
        with path.open("rb") as file:
            start = file.read(len(SQLITE_MAGIC))
    except OSError as error:
        raise BackupError(f"{path}: {error.strerror or error}") from error
    if start == SQLITE_MAGIC:
        return "SQLite"
    return "PostgreSQL" if start.startswith(POSTGRES_MAGIC) else None


def known_revisions() -> frozenset[str]:
    """Return the schemas that this version of the bot can bring to the newest."""
    scripts = ScriptDirectory.from_config(alembic_config(None))
    return frozenset(script.revision for script in scripts.walk_revisions())


def _refuse_to_overwrite(path: Path, database: Database) -> None:
    """Let a new backup take the place of an older one, and of nothing else."""
    ours = Path(database.url.database or "")
    if database.is_sqlite and path.exists() and ours.exists() and path.samefile(ours):
        raise BackupError(f"{path} is the database itself: name another file")
    if path.is_dir():
        raise BackupError(f"{path} is a folder: name a file in it")
    if path.exists() and path.stat().st_size and kind_of(path) is None:
        raise BackupError(f"{path} is there already and is not a backup: choose another name")


def _make_private(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
