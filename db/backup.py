"""Copies of a SQLite database: whole and consistent, also while others read and write it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

OWNER_ONLY = 0o600
"""A copy holds what people wrote: nobody but its owner may read it."""
ALL_PAGES = -1
"""In one step: between two steps a write begins the copy anew, so that a busy database would never be copied. With a
write-ahead log nobody waits for it."""
UNFINISHED = ".unfinished"


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy the database file `source` to `target`, which is replaced only when the copy is whole.

    Takes as long as reading the file does: call it in a thread. Raises `sqlite3.Error` or `OSError`.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))
    try:
        with closing(_open_reading(source)) as reading, closing(sqlite3.connect(unfinished)) as writing:
            reading.backup(writing, pages=ALL_PAGES)
            writing.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _open_reading(path: Path) -> sqlite3.Connection:
    """Open a database that must exist, and that reading creates nothing of."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
