"""Fetching key dates together with the evidence that published briefings give."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.key_date import Evidence, KeyDate, KeyDateStatus
from briefings.language import Language
from briefings.rows import ref_of, when_of_row
from db.tables import BriefingRow, KeyDateRow, ToldDateRow


async def gather(session: AsyncSession, rows: Sequence[KeyDateRow]) -> tuple[KeyDate, ...]:
    """Turn rows into key dates, in the same order, with their evidence, newest briefing first."""
    evidence = await _evidence(session, [row.id for row in rows])
    return tuple(_key_date(row, evidence[row.id]) for row in rows)


async def _evidence(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[Evidence]]:
    telling = (
        select(ToldDateRow, BriefingRow)
        .join(BriefingRow, BriefingRow.id == ToldDateRow.briefing_id)
        .where(ToldDateRow.key_date_id.in_(ids), ToldDateRow.state == "told", BriefingRow.status == "published")
    )
    found: defaultdict[int, list[Evidence]] = defaultdict(list)
    pairs = (await session.execute(telling)).all()
    for told, briefing in sorted(pairs, key=lambda pair: (_age(pair[1]), -pair[0].id)):
        ref = ref_of(briefing)
        found[told.key_date_id or 0].append(Evidence(told.quote, told.mention, ref))
        found[told.key_date_id or 0].extend(Evidence(quote, "", ref) for quote in told.further_quotes)
    return found


def _age(briefing: BriefingRow) -> int:
    return -(briefing.published or date.min).toordinal()


def _key_date(row: KeyDateRow, evidence: Sequence[Evidence]) -> KeyDate:
    return KeyDate(
        id=row.id,
        name=row.name,
        language=cast("Language", row.language),
        place=row.place,
        when=when_of_row(row),
        status=cast("KeyDateStatus", row.status),
        revision=row.revision,
        evidence=tuple(evidence),
    )
