"""How the ledger stands: how many messages are in each state, and how late the oldest unsent one of each kind is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import get_args

import sqlalchemy as sa

from briefings.outbox.enqueueing import OPEN
from briefings.outbox.outbox_message import Kind, State
from db.database import Database
from db.tables import LedgerRow


@dataclass(frozen=True, slots=True)
class Backlog:
    """Counts by state, and lateness by kind, with a zero where there is nothing."""

    states: Mapping[str, int]
    lags: Mapping[str, timedelta]


async def backlog(database: Database, now: datetime) -> Backlog:
    """Count the ledger; `now` is the clock's, by which messages fall due."""
    counting = sa.select(LedgerRow.state, sa.func.count()).group_by(LedgerRow.state)
    oldest = sa.select(LedgerRow.kind, sa.func.min(LedgerRow.due_at).label("due_at"))
    unsent = oldest.where(LedgerRow.state.in_(OPEN), LedgerRow.due_at <= now).group_by(LedgerRow.kind)
    async with database.reading() as session:
        counts = dict((await session.execute(counting)).all())
        firsts = dict((await session.execute(unsent)).all())
    return Backlog(
        {state: counts.get(state, 0) for state in get_args(State)},
        {kind: now - firsts.get(kind, now) for kind in get_args(Kind)},
    )
