"""How the messages about a key date were delivered."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.model.briefing import When
from briefings.model.rows import when_before, when_of_row
from briefings.outbox.outbox_message import DATE_SUBJECT, Kind, date_subject, key_date_of
from db.database import Database
from db.tables import KeyDateChangeRow, KeyDateRow, LedgerRow


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

    @property
    def revision(self) -> int:
        """The key date's revision that they tell of."""
        return int(self.occurrence.partition(":")[0])


@dataclass(frozen=True, slots=True)
class RevisionReport:
    """All messages about one revision of a key date."""

    revision: int
    change: str | None
    """what made this revision: moved, cancelled or restored; None for the first"""
    when: When
    """when it was to happen, by this revision"""
    lines: tuple[DeliveryLine, ...]
    """in the order in which they fell due"""


async def delivery_report(database: Database, key_date_id: int) -> tuple[RevisionReport, ...]:
    """Return how all messages about a key date stand, by its revisions, oldest first; none for an unknown one."""
    async with database.reading() as session:
        row = await session.get(KeyDateRow, key_date_id)
        lines = [DeliveryLine(*found) for found in await session.execute(_lines(key_date_id))]
        if row is None:
            return ()
        history = await _history(session, row)
    return tuple(
        RevisionReport(revision, change, when, told)
        for revision, (change, when) in sorted(history.items())
        if (told := tuple(line for line in lines if line.revision == revision))
    )


def _lines(key_date_id: int) -> sa.Select[*tuple[Any, ...]]:
    alike = (LedgerRow.kind, LedgerRow.occurrence, LedgerRow.state, sa.func.coalesce(LedgerRow.reason, ""))
    first_due = sa.func.min(LedgerRow.due_at)
    return (
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


async def _history(session: AsyncSession, row: KeyDateRow) -> Mapping[int, tuple[str | None, When]]:
    """Return what made each revision, and when the key date was to happen by it: a change tells what was before."""
    found = sa.select(KeyDateChangeRow).where(KeyDateChangeRow.key_date_id == row.id)
    changes = (await session.scalars(found)).all()
    made = {change.revision: change.change for change in changes}
    days = {change.revision - 1: when_before(change) for change in changes} | {row.revision: when_of_row(row)}
    return {revision: (made.get(revision), when) for revision, when in days.items()}


async def notice_count(database: Database, key_date_id: int, kind: Kind, revision: int) -> int:
    """Return how many chats were notified of this change of a key date, or will be."""
    notices = (LedgerRow.subject == date_subject(key_date_id), LedgerRow.kind == kind)
    told = (LedgerRow.occurrence == str(revision), LedgerRow.state != "dropped")
    async with database.reading() as session:
        return await session.scalar(sa.select(sa.func.count()).select_from(LedgerRow).where(*notices, *told)) or 0


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
    """Return the totals of all key dates about which there was ever a message, in the order of their days."""
    about_dates = LedgerRow.subject.startswith(DATE_SUBJECT, autoescape=True)
    counting = sa.select(LedgerRow.subject, LedgerRow.state, sa.func.count()).where(about_dates)
    dates = sa.select(KeyDateRow).order_by(KeyDateRow.first, KeyDateRow.id)
    states: dict[int | None, dict[str, int]] = defaultdict(dict)
    async with database.reading() as session:
        for subject, state, count in await session.execute(counting.group_by(LedgerRow.subject, LedgerRow.state)):
            states[key_date_of(subject)][state] = count
        rows = [row for row in await session.scalars(dates) if row.id in states]
    return tuple(DeliveryTotals(row.id, row.name, row.place, row.value, states[row.id]) for row in rows)
