"""How the messages about a key date were delivered."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from briefings.outbox.owed import DATE_SUBJECT, date_subject, key_date_of
from db.database import Database
from db.tables import KeyDateRow, LedgerRow


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """Messages of one kind and occurrence that stand alike."""

    kind: str
    occurrence: str
    """`2:7d`: the reminder seven days before the second revision"""
    state: str
    reason: str
    """why they were dropped, failed, unknown or are tried again; empty otherwise"""
    count: int
    late: int
    doubtful: int
    """how many of them followed an attempt that may have arrived as well"""
    first_due: datetime
    last_sent: datetime | None


async def delivery_report(database: Database, key_date_id: int) -> tuple[DeliveryLine, ...]:
    """Return how all messages about a key date stand, in the order in which they fell due; none for an unknown one."""
    alike = (LedgerRow.kind, LedgerRow.occurrence, LedgerRow.state, sa.func.coalesce(LedgerRow.reason, ""))
    first_due = sa.func.min(LedgerRow.due_at)
    lines = (
        sa.select(
            *alike,
            sa.func.count(),
            sa.func.count().filter(LedgerRow.late),
            sa.func.count().filter(LedgerRow.doubts > 0),
            first_due,
            sa.func.max(LedgerRow.sent_at),
        )
        .where(LedgerRow.subject == date_subject(key_date_id))
        .group_by(*alike)
        .order_by(first_due, *alike)
    )
    async with database.reading() as session:
        return tuple(DeliveryLine(*row) for row in await session.execute(lines))


@dataclass(frozen=True, slots=True)
class DeliveryTotals:
    """How many messages about a key date stand in each state."""

    key_date_id: int
    name: str
    place: str | None
    value: str
    """TIMEX3"""
    states: Mapping[str, int]


async def delivery_totals(database: Database) -> tuple[DeliveryTotals, ...]:
    """Return the totals of all key dates about which something was ever owed, in the order of their days."""
    about_dates = LedgerRow.subject.startswith(DATE_SUBJECT, autoescape=True)
    counting = sa.select(LedgerRow.subject, LedgerRow.state, sa.func.count()).where(about_dates)
    dates = sa.select(KeyDateRow).order_by(KeyDateRow.first, KeyDateRow.id)
    states: dict[int | None, dict[str, int]] = defaultdict(dict)
    async with database.reading() as session:
        for subject, state, count in await session.execute(counting.group_by(LedgerRow.subject, LedgerRow.state)):
            states[key_date_of(subject)][state] = count
        rows = [row for row in await session.scalars(dates) if row.id in states]
    return tuple(DeliveryTotals(row.id, row.name, row.place, row.value, states[row.id]) for row in rows)
