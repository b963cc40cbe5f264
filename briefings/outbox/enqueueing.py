"""Adding messages to the ledger and taking them back, inside the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.outbox.outbox_message import Kind
from db.tables import LedgerRow, UtcDateTime

PENDING: ColumnElement[bool] = LedgerRow.state == sa.bindparam(None, "pending", literal_execute=True)
"""Written out, not bound, as in the lines below: only so do SQLite and PostgreSQL use their partial indexes."""
SENDING: ColumnElement[bool] = LedgerRow.state == sa.bindparam(None, "sending", literal_execute=True)
OPEN: Sequence[ColumnElement[str]] = (sa.literal_column("'pending'"), sa.literal_column("'sending'"))
NOT_BEGUN = sa.or_(PENDING, sa.and_(SENDING, LedgerRow.begun_at.is_(None)))
BULK_KINDS = frozenset({"digest", "broadcast"})
ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be sent to one chat: `due_at` and `useless_after` are instants of the simulated clock."""

    chat_id: int
    kind: Kind
    subject: str
    occurrence: str
    due_at: datetime
    useless_after: datetime | None = None
    payload: Any = None
    doubts: int = 0
    """attempts made before it was queued of which nobody knows whether they arrived"""


@dataclass(frozen=True, slots=True)
class Slot:
    """When one occurrence falls due for all readers whose `key` is the same."""

    key: str
    occurrence: str
    due_at: datetime
    useless_after: datetime


async def enqueue(session: AsyncSession, new_messages: Sequence[NewMessage]) -> None:
    """Queue these messages; what was sent, or is being sent, is not queued again, what was dropped is."""
    for start in range(0, len(new_messages), ROWS_AT_ONCE):
        rows = [_row(new_message) for new_message in new_messages[start : start + ROWS_AT_ONCE]]
        await session.execute(_enqueueing(_insert(session).values(rows)))


async def enqueue_for_readers(
    session: AsyncSession,
    readers: Select[Any],
    slots: Sequence[Slot],
    kind: Kind,
    subject: str,
    payload: Any = None,
) -> None:
    """Queue each slot for all `readers` (chat_id, key) with its key: one statement, however many they are."""
    for start in range(0, len(slots), ROWS_AT_ONCE):
        source = _selection(readers, slots[start : start + ROWS_AT_ONCE], kind, subject, payload)
        names = source.selected_columns.keys()
        await session.execute(_enqueueing(_insert(session).from_select(names, source, include_defaults=False)))


async def take_back(session: AsyncSession, now: datetime, reason: str, *where: ColumnElement[bool]) -> None:
    """Drop what waits, except what is in flight: that ends as it ends, but is not tried again."""
    ended = sa.case((LedgerRow.doubts > 0, "unknown"), else_="dropped")
    dropping = sa.update(LedgerRow).where(*where, NOT_BEGUN)
    await session.execute(dropping.values(state=ended, reason=reason, owner=None, leased_until=None))
    await session.execute(sa.update(LedgerRow).where(*where, SENDING).values(useless_after=now, reason=reason))


def _enqueueing(insert: Any) -> Any:
    fresh = {name: insert.excluded[name] for name in ("due_at", "useless_after", "payload")}
    return insert.on_conflict_do_update(
        index_elements=["chat_id", "kind", "subject", "occurrence"],
        set_={**fresh, **_AFRESH},
        where=sa.or_(NOT_BEGUN, LedgerRow.state == "dropped"),
    )


_AFRESH: Mapping[str, Any] = {
    "state": "pending",
    "reason": None,
    "not_before": None,
    "owner": None,
    "leased_until": None,
}


def _insert(session: AsyncSession) -> Any:
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(LedgerRow) if is_sqlite else postgresql.insert(LedgerRow)


def _row(new_message: NewMessage) -> dict[str, Any]:
    return {
        "chat_id": new_message.chat_id,
        "due_at": new_message.due_at,
        "useless_after": new_message.useless_after,
        "occurrence": new_message.occurrence,
        **_common(new_message.kind, new_message.subject, new_message.payload),
        "doubts": new_message.doubts,
    }


def _common(kind: Kind, subject: str, payload: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "subject": subject,
        "bulk": kind in BULK_KINDS,
        "payload": payload,
        "state": "pending",
        "attempts": 0,
        "doubts": 0,
        "late": False,
    }


def _selection(readers: Select[Any], slots: Sequence[Slot], kind: Kind, subject: str, payload: Any) -> Select[Any]:
    followers = readers.subquery("followers")
    slot = (
        sa.values(
            sa.column("key", sa.String),
            sa.column("occurrence", sa.String),
            sa.column("due_at", UtcDateTime),
            sa.column("useless_after", UtcDateTime),
            name="slots",
        )
        .data([(slot.key, slot.occurrence, slot.due_at, slot.useless_after) for slot in slots])
        .cte("slots")
    )
    common = _common(kind, subject, payload)
    columns = (sa.literal(value, LedgerRow.__table__.c[name].type).label(name) for name, value in common.items())
    return sa.select(followers.c.chat_id, slot.c.due_at, slot.c.useless_after, slot.c.occurrence, *columns).where(
        slot.c.key == followers.c.key
    )
