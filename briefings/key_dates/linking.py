"""Joining what a briefing tells to the key dates that are known: the same, another, or a conflict."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.agreement import agrees, tells
from briefings.key_dates.changes import Act, change, is_set_by_hand, latest_change, set_states, standing
from briefings.key_dates.matching import Event, Match, compare
from briefings.model.rows import set_when, when_before, when_of_row
from db.tables import BriefingRow, KeyDateRow, ReportedDateRow

REACH = timedelta(days=400)
"""How far apart two dates may lie and still be reports of the same event."""


async def join(act: Act, briefing: BriefingRow, reported: Sequence[ReportedDateRow]) -> tuple[int, ...]:
    """Give each proposed date of a briefing its key date, new or known; one that contradicts becomes a conflict.

    What a retraction took away comes back as it was: `briefing.retracted_at` still says when that was. Return the key
    dates that moved back by it.
    """
    back: list[int] = []
    for row in reported:
        if row.state in ("left_out", "offered"):
            continue
        key_date = await act.session.get(KeyDateRow, row.key_date_id) if row.key_date_id else None
        if key_date is not None and await _comes_back(act, briefing, row, key_date):
            back.append(key_date.id)
        if key_date is not None and agrees(when_of_row(row), when_of_row(key_date)):
            row.state = "told"
        elif row.state == "proposed":
            await _join_one(act, briefing, row)
    return tuple(back)


async def _comes_back(act: Act, briefing: BriefingRow, row: ReportedDateRow, key_date: KeyDateRow) -> bool:
    """Undo what the retraction of this briefing did to a key date; whether that moved it back."""
    if key_date.status == "withdrawn":
        return await _revive(act, key_date, row)
    if not await _fell_back_from(act.session, key_date, briefing, row):
        return False
    await change(act, key_date, "moved", when_of_row(row), briefing.id)
    await set_states(act.session, key_date.id, ("told",), "overruled")
    return True


async def _revive(act: Act, key_date: KeyDateRow, row: ReportedDateRow) -> bool:
    """Bring back a key date that was withdrawn; whether it stood on another day than this briefing tells."""
    latest = await latest_change(act.session, key_date.id)
    is_cancelled = latest is not None and latest.change == "cancelled"
    key_date.status = "cancelled" if is_cancelled else await standing(act.session, key_date)
    key_date.updated_at = act.at
    await act.session.flush()
    await act.planner.date_added(act.session, key_date.id)
    if is_cancelled or agrees(when_of_row(row), when_of_row(key_date)) or await is_set_by_hand(act.session, key_date):
        return False
    await change(act, key_date, "moved", when_of_row(row), row.briefing_id)
    return True


async def _fell_back_from(
    session: AsyncSession, key_date: KeyDateRow, briefing: BriefingRow, row: ReportedDateRow
) -> bool:
    """Whether the retraction of this very briefing was the last that moved the key date, away from what it tells."""
    latest = await latest_change(session, key_date.id)
    if latest is None or latest.change != "moved" or latest.at != briefing.retracted_at:
        return False
    return tells(when_of_row(row), when_before(latest))


async def _join_one(act: Act, briefing: BriefingRow, row: ReportedDateRow) -> None:
    known, match = await _closest(act.session, briefing, row)
    if known is None:
        await _start(act, briefing, row)
    elif match is Match.SAME:
        row.key_date_id, row.state = known.id, "told"
    else:
        row.key_date_id, row.state = known.id, "conflict"


async def _closest(
    session: AsyncSession, briefing: BriefingRow, row: ReportedDateRow
) -> tuple[KeyDateRow | None, Match]:
    """Find the key date that tells of the same event, one on the same day before one on another."""
    near = select(KeyDateRow).where(
        KeyDateRow.status.in_(("planned", "moved")),
        KeyDateRow.first >= row.first - REACH,
        KeyDateRow.first <= row.last + REACH,
    )
    conflicting: KeyDateRow | None = None
    reported = _event(row, briefing.language)
    for known in await session.scalars(near.order_by(KeyDateRow.id)):
        match = compare(reported, _event(known, known.language))
        if match is Match.SAME:
            return known, match
        if match is Match.CONFLICT and conflicting is None:
            conflicting = known
    return conflicting, Match.CONFLICT


async def _start(act: Act, briefing: BriefingRow, row: ReportedDateRow) -> None:
    key_date = KeyDateRow(
        name=row.name,
        language=briefing.language,
        place=row.place,
        status="planned",
        created_at=act.at,
        updated_at=act.at,
    )
    set_when(key_date, when_of_row(row))
    act.session.add(key_date)
    await act.session.flush()
    row.key_date_id, row.state = key_date.id, "told"
    await act.session.flush()
    await act.planner.date_added(act.session, key_date.id)


def _event(row: ReportedDateRow | KeyDateRow, language: str) -> Event:
    return Event(row.name, row.place, row.first, row.last, language)
