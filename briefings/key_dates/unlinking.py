"""Taking back a briefing's reports: key dates fall back to what others report, or are withdrawn."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.agreement import tells
from briefings.key_dates.changes import Act, change, is_set_by_hand, set_states
from briefings.model.rows import when_of_row
from db.tables import BriefingRow, KeyDateRow, ReportedDateRow

HELD = ("told", "overruled")
"""What holds, or held until something newer was taken."""
TELLING = (*HELD, "conflict", "refused")
Telling = tuple[ReportedDateRow, BriefingRow]


async def part(act: Act, briefing: BriefingRow, reported: Sequence[ReportedDateRow]) -> tuple[int, ...]:
    """Take back what `briefing` reported, these rows being taken back or gone; return the key dates that changed by it.

    A key date whose present day nobody tells any longer goes to what is left: what this briefing tells now, else what
    held before, the newest first, else what was never settled. Where nothing is left it is withdrawn. A day that was
    set by hand, or that is cancelled, stays.
    """
    touched = sorted({row.key_date_id for row in reported if row.key_date_id is not None})
    return tuple([key_date_id for key_date_id in touched if await fall_back(act, briefing, key_date_id)])


async def fall_back(act: Act, briefing: BriefingRow, key_date_id: int) -> bool:
    """Let one key date, of which `briefing` told, stand on what is left; whether that changed it."""
    row = await act.session.get(KeyDateRow, key_date_id, with_for_update=True)
    if row is None or row.status == "withdrawn":
        return False
    left = await _left(act.session, key_date_id)
    if not left:
        await _withdraw(act, row)
        return True
    if row.status == "cancelled" or _is_told(row, left) or await is_set_by_hand(act.session, row):
        return False
    best, _ = max(left, key=lambda telling: _weight(telling, briefing))
    await change(act, row, "moved", when_of_row(best), best.briefing_id)
    await set_states(act.session, key_date_id, ("told",), "overruled")
    await set_states(act.session, key_date_id, ("refused",), "conflict")
    return True


async def _left(session: AsyncSession, key_date_id: int) -> list[Telling]:
    """Return what published briefings still tell of a key date."""
    telling = (
        select(ReportedDateRow, BriefingRow)
        .join(BriefingRow, BriefingRow.id == ReportedDateRow.briefing_id)
        .where(ReportedDateRow.key_date_id == key_date_id, ReportedDateRow.state.in_(TELLING))
        .where(BriefingRow.status == "published")
    )
    return [(reported, briefing) for reported, briefing in await session.execute(telling)]


def _is_told(row: KeyDateRow, left: Sequence[Telling]) -> bool:
    return any(tells(when_of_row(reported), when_of_row(row)) for reported, _ in left)


def _weight(telling: Telling, changed: BriefingRow) -> tuple[bool, bool, date, int]:
    reported, briefing = telling
    return briefing.id == changed.id, reported.state in HELD, briefing.published or date.min, briefing.id


async def _withdraw(act: Act, row: KeyDateRow) -> None:
    row.status, row.updated_at = "withdrawn", act.at
    await act.session.flush()
    await act.planner.date_gone(act.session, row.id)
