"""Fetching key dates together with the evidence that published briefings give."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.agreement import agrees
from briefings.model.key_date import Evidence, KeyDate, KeyDateStatus, Name
from briefings.model.rows import ref_of, when_of_row
from db.tables import BriefingRow, KeyDateChangeRow, KeyDateRow, ReportedDateRow

Telling = tuple[ReportedDateRow, BriefingRow]
"""One thing that a briefing tells of a key date."""
EVIDENT = ("told", "overruled")
"""What holds, or held once: a key date is found by both, and proven by what tells its present date."""


async def gather(session: AsyncSession, rows: Sequence[KeyDateRow]) -> tuple[KeyDate, ...]:
    """Turn rows into key dates, in the same order, with their evidence, newest briefing first."""
    tellings = await tellings_of(session, [row.id for row in rows])
    by_hand = await _moved_by_hand(session, [row.id for row in rows if row.status == "moved"])
    return tuple(_key_date(row, tellings[row.id], by_hand.get(row.id)) for row in rows)


async def tellings_of(session: AsyncSession, ids: Collection[int]) -> defaultdict[int, list[Telling]]:
    """Return what published briefings tell of key dates, the oldest telling first."""
    telling = (
        select(ReportedDateRow, BriefingRow)
        .join(BriefingRow, BriefingRow.id == ReportedDateRow.briefing_id)
        .where(
            ReportedDateRow.key_date_id.in_(ids),
            ReportedDateRow.state.in_(EVIDENT),
            BriefingRow.status == "published",
        )
        .order_by(ReportedDateRow.briefing_id, ReportedDateRow.id)
    )
    found: defaultdict[int, list[Telling]] = defaultdict(list)
    for reported, briefing in await session.execute(telling):
        found[reported.key_date_id or 0].append((reported, briefing))
    return found


def names_of(row: KeyDateRow, tellings: Sequence[Telling]) -> tuple[Name, ...]:
    """Return what a key date is called in each language that tells it, the original first.

    The name that it was given at first lives as long as somebody tells it; then the oldest one left takes its place.
    """
    told = [Name(reported.name, briefing.language, reported.place) for reported, briefing in tellings]
    told.sort(key=lambda name: (name.text, name.language) != (row.name, row.language))
    first_in = {name.language: name for name in reversed(told)}
    return tuple(name for name in told if first_in[name.language] is name)


def _evidence(row: KeyDateRow, tellings: Sequence[Telling]) -> Iterator[Evidence]:
    """Yield the sentences that tell it, those of the newest briefing first."""
    for reported, briefing in sorted(tellings, key=lambda telling: (_age(telling[1]), -telling[0].id)):
        ref, agreeing = ref_of(briefing), agrees(when_of_row(reported), when_of_row(row))
        yield Evidence(reported.quote, reported.mention, ref, agreeing)
        yield from (Evidence(quote, "", ref, agreeing) for quote in reported.further_quotes)


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


def _key_date(row: KeyDateRow, tellings: Sequence[Telling], by_hand: datetime | None) -> KeyDate:
    names = names_of(row, tellings)
    original = names[0] if names else Name(row.name, row.language, row.place)
    return KeyDate(
        id=row.id,
        name=original.text,
        language=original.language,
        place=original.place,
        when=when_of_row(row),
        status=cast("KeyDateStatus", row.status),
        revision=row.revision,
        evidence=tuple(_evidence(row, tellings)),
        moved_by_hand_at=by_hand,
        names=names,
    )
