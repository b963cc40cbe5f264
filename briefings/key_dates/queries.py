"""Fetching key dates together with the evidence that published briefings give."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.agreement import agrees
from briefings.model.key_date import Evidence, KeyDate, KeyDateStatus
from briefings.model.rows import ref_of, when_of_row
from db.tables import BriefingRow, KeyDateChangeRow, KeyDateRow, ReportedDateRow

EVIDENT = ("told", "overruled")
"""What holds, or held once: a key date is found by both, and proven by what tells its present date."""


async def gather(session: AsyncSession, rows: Sequence[KeyDateRow]) -> tuple[KeyDate, ...]:
    """Turn rows into key dates, in the same order, with their evidence, newest briefing first."""
    evidence = await _evidence(session, rows)
    by_hand = await _moved_by_hand(session, [row.id for row in rows if row.status == "moved"])
    return tuple(_key_date(row, evidence[row.id], by_hand.get(row.id)) for row in rows)


async def _evidence(session: AsyncSession, rows: Sequence[KeyDateRow]) -> dict[int, list[Evidence]]:
    whens = {row.id: when_of_row(row) for row in rows}
    telling = (
        select(ReportedDateRow, BriefingRow)
        .join(BriefingRow, BriefingRow.id == ReportedDateRow.briefing_id)
        .where(
            ReportedDateRow.key_date_id.in_(whens),
            ReportedDateRow.state.in_(EVIDENT),
            BriefingRow.status == "published",
        )
    )
    found: defaultdict[int, list[Evidence]] = defaultdict(list)
    pairs = (await session.execute(telling)).all()
    for reported, briefing in sorted(pairs, key=lambda pair: (_age(pair[1]), -pair[0].id)):
        ref, key_date_id = ref_of(briefing), reported.key_date_id or 0
        agreeing = agrees(when_of_row(reported), whens[key_date_id])
        found[key_date_id].append(Evidence(reported.quote, reported.mention, ref, agreeing))
        found[key_date_id].extend(Evidence(quote, "", ref, agreeing) for quote in reported.further_quotes)
    return found


async def _moved_by_hand(session: AsyncSession, ids: Sequence[int]) -> dict[int, datetime]:
    """Return when editors moved those whose latest change no briefing tells."""
    if not ids:
        return {}
    latest = and_(KeyDateRow.id == KeyDateChangeRow.key_date_id, KeyDateRow.revision == KeyDateChangeRow.revision)
    moves = select(KeyDateChangeRow.key_date_id, KeyDateChangeRow.at).join(KeyDateRow, latest)
    by_hand = moves.where(KeyDateRow.id.in_(ids), KeyDateChangeRow.briefing_id.is_(None))
    return {row.key_date_id: row.at for row in await session.execute(by_hand)}


def _age(briefing: BriefingRow) -> int:
    return -(briefing.published or date.min).toordinal()


def _key_date(row: KeyDateRow, evidence: Sequence[Evidence], by_hand: datetime | None) -> KeyDate:
    return KeyDate(
        id=row.id,
        name=row.name,
        language=row.language,
        place=row.place,
        when=when_of_row(row),
        status=cast("KeyDateStatus", row.status),
        revision=row.revision,
        evidence=tuple(evidence),
        moved_by_hand_at=by_hand,
    )
