"""Changes of a key date: its history, what proves it afterwards, and telling its followers, in one transaction."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.audit import record
from briefings.key_dates.agreement import agrees, is_same
from briefings.key_dates.planner import Planner
from briefings.model.briefing import When
from briefings.model.rows import set_when, when_before, when_of_row
from db.tables import KeyDateChangeRow, KeyDateRow, ReportedDateRow

ChangeKind = Literal["moved", "cancelled", "restored"]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to key dates: in which transaction, when, by whom, and who tells followers."""

    session: AsyncSession
    at: datetime
    by: int | None
    """a user id, or None for the command line"""
    planner: Planner


async def change(act: Act, row: KeyDateRow, kind: ChangeKind, when: When, briefing_id: int | None = None) -> None:
    """Change a key date; `briefing_id` names the briefing that says so, without one the editors do."""
    old = when_of_row(row)
    row.revision += 1
    row.updated_at = act.at
    set_when(row, when)
    act.session.add(_change_row(act, row, kind, old, briefing_id))
    await act.session.flush()
    row.status = "cancelled" if kind == "cancelled" else await standing(act.session, row)
    await _confirm(act.session, row)
    record(act.session, act.at, act.by, kind, f"key_date:{row.id}", {"revision": row.revision})
    await act.session.flush()
    await act.planner.date_changed(act.session, row.id)


async def standing(session: AsyncSession, row: KeyDateRow) -> str:
    """Return the status of a key date that is to happen: moved, unless it is (again) where it was at first."""
    changes = select(KeyDateChangeRow).where(KeyDateChangeRow.key_date_id == row.id)
    first = await session.scalar(changes.order_by(KeyDateChangeRow.revision).limit(1))
    return "planned" if first is None or is_same(when_before(first), when_of_row(row)) else "moved"


async def is_set_by_hand(session: AsyncSession, row: KeyDateRow) -> bool:
    """Whether the editors, and no briefing, put it on its present date."""
    latest = await latest_change(session, row.id)
    return row.status != "planned" and latest is not None and latest.briefing_id is None


async def latest_change(session: AsyncSession, key_date_id: int) -> KeyDateChangeRow | None:
    """Return the last change of a key date; None when it never changed."""
    return await session.scalar(changes_of(key_date_id).limit(1))


def changes_of(key_date_id: int) -> Select[KeyDateChangeRow]:
    """Select the changes of a key date, the latest first."""
    changes = select(KeyDateChangeRow).where(KeyDateChangeRow.key_date_id == key_date_id)
    return changes.order_by(KeyDateChangeRow.revision.desc())


async def set_states(
    session: AsyncSession, key_date_id: int, old: Collection[str], new: str, briefing_id: int | None = None
) -> None:
    """Give reports of a key date, of one briefing or of all, another state, unless they agree with its date."""
    row = await session.get_one(KeyDateRow, key_date_id)
    reported = select(ReportedDateRow).where(ReportedDateRow.key_date_id == key_date_id, ReportedDateRow.state.in_(old))
    if briefing_id is not None:
        reported = reported.where(ReportedDateRow.briefing_id == briefing_id)
    for one in await session.scalars(reported):
        if not agrees(when_of_row(one), when_of_row(row)):
            one.state = new


async def _confirm(session: AsyncSession, row: KeyDateRow) -> None:
    """Reports of the date that holds now are its proof, whatever was decided on them before."""
    doubted = ("conflict", "overruled", "refused")
    rows = select(ReportedDateRow).where(ReportedDateRow.key_date_id == row.id, ReportedDateRow.state.in_(doubted))
    for reported in await session.scalars(rows):
        if agrees(when_of_row(reported), when_of_row(row)):
            reported.state = "told"


def _change_row(act: Act, row: KeyDateRow, kind: ChangeKind, old: When, briefing_id: int | None) -> KeyDateChangeRow:
    return KeyDateChangeRow(
        key_date_id=row.id,
        revision=row.revision,
        at=act.at,
        by=act.by,
        change=kind,
        briefing_id=briefing_id,
        old_value=old.value,
        old_first=old.first,
        old_last=old.last,
        old_precision=old.precision,
        old_instant=old.instant,
        old_zone=old.zone,
    )
