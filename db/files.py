"""A SQLite database's files: for the user that the bot runs as, and nobody else."""

import logging
import os
from glob import escape
from pathlib import Path

from sqlalchemy.engine import URL

OWNER_FILE, OWNER_FOLDER = 0o600, 0o700
OTHERS = 0o077
"""The rights of everybody but the owner."""
WIDE = "%s can be read by other users of this machine, and its rights could not be changed: %s"

logger = logging.getLogger(__name__)


def file_of(url: URL) -> Path | None:
    """Return the file of a SQLite database; None for one in memory, or on a server."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith((":memory:", "file:")):
        return None
    return Path(url.database)


def create_private(path: Path) -> None:
    """Make folder and file where they are missing, and narrow the rights of whatever lies beside under the same name.

    SQLite gives its journals the rights of the database, so that they are private from their first byte.
    """
    path.parent.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_FILE))
    for file in path.parent.glob(f"{escape(path.name)}*"):
        narrow(file)


def narrow(file: Path) -> None:
    """Leave a file to its owner alone; what cannot be changed is logged, once at each start."""
    try:
        if file.is_file() and file.stat().st_mode & OTHERS:
            file.chmod(OWNER_FILE)
    except OSError as error:
        logger.warning(WIDE, file, error.strerror)
