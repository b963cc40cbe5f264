"""Whose update is being worked on: every line that is logged meanwhile carries a hash of the person and of the update.

The hashes are salted, with a salt of the database's own: its operator can put the lines of one person together, and
nobody else can tell from a log who that is.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import blake2b
from secrets import token_bytes, token_hex
from typing import NamedTuple

from briefings.facts import settle
from db.database import DATABASE_ERRORS, Database

SALT_FACT = "log salt"
SALT_BYTES = 16
HASH_BYTES = 6


class Work(NamedTuple):
    """An update under way, by the hashes that stand for it in logs."""

    person: str | None
    request: str


class Pseudonyms:
    """Hashes that stand for people and updates; alike in all copies of the bot once they share the database's salt."""

    def __init__(self) -> None:
        self._salt = token_bytes(SALT_BYTES)

    def use(self, salt: bytes) -> None:
        """Hash with this salt from now on."""
        self._salt = salt

    def person(self, person_id: int) -> str:
        """Return what stands for a person or a chat, by Telegram's id."""
        return self._hash(f"person {person_id}")

    def request(self, update_id: int) -> str:
        """Return what stands for an update."""
        return self._hash(f"update {update_id}")

    def _hash(self, text: str) -> str:
        return blake2b(text.encode(), key=self._salt, digest_size=HASH_BYTES).hexdigest()


PSEUDONYMS = Pseudonyms()
_under_way: ContextVar[tuple[int | None, int] | None] = ContextVar("under way", default=None)


@contextmanager
def working_on(person_id: int | None, update_id: int) -> Iterator[None]:
    """Mark everything that is logged inside, in tasks begun there as well, as belonging to this person and update."""
    token = _under_way.set((person_id, update_id))
    try:
        yield
    finally:
        _under_way.reset(token)


def current() -> Work | None:
    """Return the update under way where this is called, if there is one."""
    ids = _under_way.get()
    if ids is None:
        return None
    person_id, update_id = ids
    person = None if person_id is None else PSEUDONYMS.person(person_id)
    return Work(person, PSEUDONYMS.request(update_id))


async def share_salt(database: Database) -> None:
    """Use the salt that all copies of the bot share; while the database is away, one of this process alone."""
    with suppress(*DATABASE_ERRORS):
        PSEUDONYMS.use(bytes.fromhex(await settle(database, SALT_FACT, token_hex(SALT_BYTES))))
