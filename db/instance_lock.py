"""On SQLite there is one copy of the bot: a second one, started by mistake, says so and stops."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout
from sqlalchemy.engine import make_url

from db.files import OWNER_FILE


class AnotherInstance(Exception):
    """Another copy of the bot runs on this database; several copies need PostgreSQL."""

    def __init__(self, path: str) -> None:
        super().__init__(f"another copy of the bot runs on {path}: stop it first, or use PostgreSQL for several copies")


@contextmanager
def single_instance(url: str) -> Iterator[bool]:
    """Hold the database at `url` for this process; raise `AnotherInstance` when another one holds it.

    The operating system frees the lock when the process ends, however it ends. Yields whether we are sure to be alone:
    on PostgreSQL, where copies share the work, nothing is locked.
    """
    path, is_sqlite = make_url(url).database, make_url(url).get_backend_name() == "sqlite"
    if not is_sqlite or not path or path == ":memory:":
        yield is_sqlite
        return
    lock = FileLock(f"{path}.running", blocking=False, mode=OWNER_FILE)
    try:
        held = lock.acquire()
    except Timeout:
        raise AnotherInstance(path) from None
    with held:
        yield True
