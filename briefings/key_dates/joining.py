"""Joining what a briefing tells to the key dates that are known: the same, another, or a conflict."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.matching import Event, Match, compare
from briefings.key_dates.planner import Planner
from briefings.language import Language
from briefings.rows import set_when, when_of_row
from db.tables import BriefingRow, KeyDateRow, ToldDateRow

REACH = timedelta(days=400)
"""How far apart two dates may lie and still be told of the same event."""


async def join(
    session: AsyncSession, briefing: BriefingRow, told: Sequence[ToldDateRow], now: datetime, planner: Planner
) -> None:
    """Give each proposed date of a briefing its key date, new or known; one that contradicts becomes a conflict."""
    for row in told:
        if row.state == "proposed":
            await _join_one(session, briefing, row, now, planner)


async def part(session: AsyncSession, told: Sequence[ToldDateRow], now: datetime, planner: Planner) -> None:
    """Withdraw the key dates that no published briefing tells any longer, these rows being taken back or gone."""
    for key_date_id in sorted({row.key_date_id for row in told if row.key_date_id is not None}):
        key_date = await session.get(KeyDateRow, key_date_id)
        if key_date is None or key_date.status == "withdrawn" or await _is_told(session, key_date_id):
            continue
        key_date.status, key_date.updated_at = "withdrawn", now
        await session.flush()
        await planner.date_gone(session, key_date_id)


async def _join_one(
    session: AsyncSession, briefing: BriefingRow, row: ToldDateRow, now: datetime, planner: Planner
) -> None:
    if row.key_date_id is not None and await _revive(session, row.key_date_id, now, planner):
        row.state = "told"
        return
    known, match = await _closest(session, briefing, row)
    if known is None:
        await _start(session, briefing, row, now, planner)
    elif match is Match.SAME:
        row.key_date_id, row.state = known.id, "told"
    else:
        row.key_date_id, row.state = known.id, "conflict"


async def _revive(session: AsyncSession, key_date_id: int, now: datetime, planner: Planner) -> bool:
    """Bring back a key date that was withdrawn with the only briefing that told it."""
    key_date = await session.get(KeyDateRow, key_date_id)
    if key_date is None or key_date.status != "withdrawn":
        return False
    key_date.status, key_date.updated_at = "planned", now
    await session.flush()
    await planner.date_added(session, key_date_id)
    return True


async def _closest(session: AsyncSession, briefing: BriefingRow, row: ToldDateRow) -> tuple[KeyDateRow | None, Match]:
    """Find the key date that tells of the same event, one on the same day before one on another."""
    near = select(KeyDateRow).where(
        KeyDateRow.status.in_(("planned", "moved")),
        KeyDateRow.first >= row.first - REACH,
        KeyDateRow.first <= row.last + REACH,
    )
    conflicting: KeyDateRow | None = None
    told = _event(row, briefing.language)
    for known in await session.scalars(near.order_by(KeyDateRow.id)):
        match = compare(told, _event(known, known.language))
        if match is Match.SAME:
            return known, match
        if match is Match.CONFLICT and conflicting is None:
            conflicting = known
    return conflicting, Match.CONFLICT


async def _start(
    session: AsyncSession, briefing: BriefingRow, row: ToldDateRow, now: datetime, planner: Planner
) -> None:
    key_date = KeyDateRow(
        name=row.name, language=briefing.language, place=row.place, status="planned", created_at=now, updated_at=now
    )
    set_when(key_date, when_of_row(row))
    session.add(key_date)
    await session.flush()
    row.key_date_id, row.state = key_date.id, "told"
    await session.flush()
    await planner.date_added(session, key_date.id)


async def _is_told(session: AsyncSession, key_date_id: int) -> bool:
    telling = (
        select(ToldDateRow.id)
        .join(BriefingRow, BriefingRow.id == ToldDateRow.briefing_id)
        .where(
            ToldDateRow.key_date_id == key_date_id,
            ToldDateRow.state.in_(("told", "overruled")),
            BriefingRow.status == "published",
        )
    )
    return await session.scalar(telling.limit(1)) is not None


def _event(row: ToldDateRow | KeyDateRow, language: str) -> Event:
    return Event(row.name, row.place, row.first, row.last, cast("Language", language))
