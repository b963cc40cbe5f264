"""How the messages about a key date were delivered."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from briefings.outbox.owed import date_subject
from db.database import Database
from db.tables import LedgerRow


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
