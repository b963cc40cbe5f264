"""What an error of the database says: whether the disk is to blame, and why in one line without anybody's words."""

import errno
import socket

from sqlalchemy.exc import DBAPIError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
CANNOT_WRITE = ("database or disk is full", "attempt to write a readonly database", "disk I/O error")
"""SQLite's words for SQLITE_FULL, SQLITE_READONLY and SQLITE_IOERR (https://www.sqlite.org/rescode.html)."""
MOVED = CANNOT_WRITE[1:]
"""Also what a connection meets whose file was moved or replaced: a new one opens the file that is there now."""
DISK_FULL = "53100"
"""PostgreSQL's SQLSTATE."""
LONGEST_REASON = 200
"""characters"""


def cannot_store(error: BaseException) -> bool:
    """Whether nothing can be written for want of room or of the right to: reading may go on."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if not isinstance(error, DBAPIError) or error.orig is None:
        return False
    words = str(error.orig)
    return getattr(error.orig, "pgcode", None) == DISK_FULL or any(known in words for known in CANNOT_WRITE)


def is_of_database(error: BaseException) -> bool:
    """Whether an error of `db.database.DATABASE_ERRORS` is no mistake of ours with some file."""
    network = (ConnectionError, TimeoutError, socket.gaierror)
    return not isinstance(error, OSError) or isinstance(error, network) or cannot_store(error)


def reason_of(error: BaseException) -> str:
    """Return the driver's own words in one line: neither the statement nor what was to be stored."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return " ".join(f"{type(cause).__name__}: {cause}".split())[:LONGEST_REASON]
