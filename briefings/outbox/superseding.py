"""What is due and has nothing to say any longer: what is over, and reminders that a nearer one of a date overtook."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from briefings.outbox.enqueueing import OPEN, PENDING
from db.tables import LedgerRow, UtcDateTime

OVER = "too late"
OVERTAKEN = "a nearer reminder took its place"
TOGETHER = timedelta(minutes=10)
"""Of two reminders of one key date as close as this, the later says all: an asked-for or late one is left out."""
MOST_SWEPT = 5_000


def is_overtaken(by: Callable[[Any], sa.ColumnElement[bool]]) -> sa.ColumnElement[bool]:
    """Say whether a reminder adds nothing, as the chat has a nearer one of its key date that falls due `by` then."""
    nearer = aliased(LedgerRow)
    return sa.and_(
        LedgerRow.kind == "reminder",
        sa.exists().where(
            nearer.chat_id == LedgerRow.chat_id,
            nearer.kind == "reminder",
            nearer.subject == LedgerRow.subject,
            nearer.state.in_(OPEN),
            nearer.due_at >= LedgerRow.due_at,
            sa.tuple_(nearer.due_at, nearer.id) > sa.tuple_(LedgerRow.due_at, LedgerRow.id),
            by(nearer.due_at),
        ),
    )


async def sweep(session: AsyncSession, now: datetime) -> None:
    """Drop thousands of such rows in one statement, as an outage leaves them; not what another copy has in hand."""
    await session.execute(_SWEEPING, {"now": now})


def _sweeping() -> sa.Update:
    now: sa.BindParameter[Any] = sa.bindparam("now", type_=UtcDateTime)
    is_over = LedgerRow.useless_after <= now
    useless = sa.or_(is_over, is_overtaken(lambda due_at: due_at <= now))
    found = sa.select(LedgerRow.id).where(PENDING, ~LedgerRow.bulk, LedgerRow.due_at <= now, useless)
    some = found.limit(MOST_SWEPT).with_for_update(skip_locked=True).correlate(None)
    ended = sa.case((LedgerRow.doubts > 0, "unknown"), else_="dropped")
    reason = sa.case((is_over, OVER), else_=OVERTAKEN)
    dropping = sa.update(LedgerRow).where(LedgerRow.id.in_(some)).values(state=ended, reason=reason)
    return dropping.execution_options(synchronize_session=False)


_SWEEPING = _sweeping()
