"""The register of key dates: what lies ahead, what has passed, and how editors move, cancel and settle."""

from asyncio import to_thread
from collections.abc import Sequence
from datetime import date
from typing import Literal, cast

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.audit import record
from briefings.briefing import When
from briefings.clock import Clock
from briefings.errors import Gone
from briefings.key_dates.finding import Found, find
from briefings.key_dates.gathering import gather
from briefings.key_dates.key_date import Change, Conflict, KeyDate, KeyDatePage
from briefings.key_dates.planner import Planner
from briefings.rows import ref_of, set_when, told_of, when_of_row
from db.database import Database
from db.tables import BriefingRow, KeyDateChangeRow, KeyDateRow, ToldDateRow

SHOWN = ("planned", "moved", "cancelled")
ChangeKind = Literal["moved", "cancelled", "restored"]


class KeyDates:
    """Reading gives whole key dates with evidence; every change is told to followers in the same transaction."""

    def __init__(self, database: Database, clock: Clock, planner: Planner) -> None:
        self._database = database
        self._clock = clock
        self._planner = planner

    async def ahead(self, today: date, offset: int = 0, limit: int = 10) -> KeyDatePage:
        """Return what is not over on `today`, the nearest first."""
        rows = select(KeyDateRow).where(KeyDateRow.status.in_(SHOWN), KeyDateRow.last >= today)
        return await self._page(rows.order_by(KeyDateRow.first, KeyDateRow.id), offset, limit)

    async def past(self, today: date, offset: int = 0, limit: int = 10) -> KeyDatePage:
        """Return what was over before `today`, the latest first."""
        rows = select(KeyDateRow).where(KeyDateRow.status.in_(SHOWN), KeyDateRow.last < today)
        return await self._page(rows.order_by(KeyDateRow.last.desc(), KeyDateRow.id), offset, limit)

    async def between(self, first: date, last: date) -> tuple[KeyDate, ...]:
        """Return what happens on any day from `first` to `last`, both included, in order of time."""
        rows = select(KeyDateRow).where(
            KeyDateRow.status.in_(SHOWN), KeyDateRow.last >= first, KeyDateRow.first <= last
        )
        return await self._all(rows.order_by(KeyDateRow.first, KeyDateRow.id))

    async def get(self, key_date_id: int) -> KeyDate:
        """Return one key date, a withdrawn one too; raise `Gone` when there is none."""
        async with self._database.reading() as session:
            return (await gather(session, [await _row(session, key_date_id, hold=False)]))[0]

    async def of_briefing(self, briefing_id: int) -> tuple[KeyDate, ...]:
        """Return what a briefing tells, in order of time."""
        told = select(ToldDateRow.key_date_id).where(
            ToldDateRow.briefing_id == briefing_id, ToldDateRow.state == "told"
        )
        rows = select(KeyDateRow).where(KeyDateRow.id.in_(told), KeyDateRow.status.in_(SHOWN))
        return await self._all(rows.order_by(KeyDateRow.first, KeyDateRow.id))

    async def find(self, words: str, today: date) -> Found:
        """Find key dates by what they are called, or else by what is told of them, in any language."""
        everything = await self._all(select(KeyDateRow).where(KeyDateRow.status.in_(SHOWN)))
        return await to_thread(find, words, everything, today)

    async def conflicts(self, briefing_id: int | None = None) -> tuple[Conflict, ...]:
        """Return what editors have to settle, in one briefing or in all, oldest first."""
        rows = (
            select(ToldDateRow, BriefingRow, KeyDateRow)
            .join(BriefingRow, BriefingRow.id == ToldDateRow.briefing_id)
            .join(KeyDateRow, KeyDateRow.id == ToldDateRow.key_date_id)
            .where(ToldDateRow.state == "conflict", BriefingRow.status == "published", KeyDateRow.status != "withdrawn")
            .order_by(ToldDateRow.id)
        )
        if briefing_id is not None:
            rows = rows.where(BriefingRow.id == briefing_id)
        async with self._database.reading() as session:
            triples = (await session.execute(rows)).all()
            key_dates = await gather(session, [key_date for _, _, key_date in triples])
        pairs = zip(triples, key_dates, strict=True)
        return tuple(_conflict(told, briefing, key_date) for (told, briefing, _), key_date in pairs)

    async def settle(self, told_id: int, by: int, *, take: bool) -> KeyDate:
        """End a conflict: move the key date to what was told, or overrule it; raise `Gone` if it is settled already."""
        async with self._database.writing() as session:
            told = await session.get(ToldDateRow, told_id, with_for_update=True)
            if told is None or told.state != "conflict" or told.key_date_id is None:
                raise Gone
            key_date_id = told.key_date_id
            if take:
                await _overrule(session, key_date_id)
                row = await _row(session, key_date_id)
                await self._change(session, row, "moved", by, told.briefing_id, when_of_row(told))
            told.state = "told" if take else "overruled"
            record(session, self._clock.now(), by, "settle", f"told:{told_id}", {"take": take})
        return await self.get(key_date_id)

    async def move(self, key_date_id: int, when: When, by: int | None, briefing_id: int | None = None) -> KeyDate:
        """Move a key date; followers are told, what was owed is replaced. Moving to where it is changes nothing."""
        async with self._database.writing() as session:
            row = await _row(session, key_date_id)
            if when_of_row(row) != when or row.status == "cancelled":
                await self._change(session, row, "moved", by, briefing_id, when)
        return await self.get(key_date_id)

    async def cancel(self, key_date_id: int, by: int | None, briefing_id: int | None = None) -> KeyDate:
        """Cancel a key date; followers are told, nothing further is owed. Cancelling twice changes nothing."""
        async with self._database.writing() as session:
            row = await _row(session, key_date_id)
            if row.status != "cancelled":
                await self._change(session, row, "cancelled", by, briefing_id, when_of_row(row))
        return await self.get(key_date_id)

    async def undo(self, key_date_id: int, by: int) -> KeyDate:
        """Take the latest move or cancellation back, as a further change that followers are told of."""
        async with self._database.writing() as session:
            row = await _row(session, key_date_id)
            latest = await session.scalar(_changes(key_date_id).limit(1))
            if latest is None:
                raise Gone
            kind: ChangeKind = "restored" if row.status == "cancelled" else "moved"
            await self._change(session, row, kind, by, None, _old_when(latest))
        return await self.get(key_date_id)

    async def changes(self, key_date_id: int) -> tuple[Change, ...]:
        """Return how it moved, newest first."""
        async with self._database.reading() as session:
            rows = (await session.scalars(_changes(key_date_id))).all()
            ids = {row.briefing_id for row in rows if row.briefing_id is not None}
            briefings = await session.scalars(select(BriefingRow).where(BriefingRow.id.in_(ids)))
            refs = {row.id: ref_of(row) for row in briefings}
        return tuple(
            Change(row.revision, row.at, cast("ChangeKind", row.change), _old_when(row), refs.get(row.briefing_id or 0))
            for row in rows
        )

    async def _change(
        self, session: AsyncSession, row: KeyDateRow, kind: ChangeKind, by: int | None, briefing: int | None, when: When
    ) -> None:
        now, old = self._clock.now(), when_of_row(row)
        row.revision += 1
        row.status = {"moved": "moved", "cancelled": "cancelled", "restored": "planned"}[kind]
        row.updated_at = now
        set_when(row, when)
        session.add(
            KeyDateChangeRow(
                key_date_id=row.id,
                revision=row.revision,
                at=now,
                by=by,
                change=kind,
                briefing_id=briefing,
                old_value=old.value,
                old_first=old.first,
                old_last=old.last,
                old_precision=old.precision,
                old_instant=old.instant,
                old_zone=old.zone,
            )
        )
        record(session, now, by, kind, f"key_date:{row.id}", {"revision": row.revision})
        await session.flush()
        await self._planner.date_changed(session, row.id)

    async def _page(self, rows: Select[KeyDateRow], offset: int, limit: int) -> KeyDatePage:
        async with self._database.reading() as session:
            total = await session.scalar(select(func.count()).select_from(rows.order_by(None).subquery()))
            page = (await session.scalars(rows.offset(offset).limit(limit))).all()
            return KeyDatePage(await gather(session, page), total or 0)

    async def _all(self, rows: Select[KeyDateRow]) -> tuple[KeyDate, ...]:
        async with self._database.reading() as session:
            return await gather(session, (await session.scalars(rows)).all())


def _conflict(told: ToldDateRow, briefing: BriefingRow, key_date: KeyDate) -> Conflict:
    known = max((evidence.briefing.published or date.min for evidence in key_date.evidence), default=date.min)
    return Conflict(told_of(told), ref_of(briefing), key_date, (briefing.published or date.min) >= known)


def _changes(key_date_id: int) -> Select[KeyDateChangeRow]:
    changes = select(KeyDateChangeRow).where(KeyDateChangeRow.key_date_id == key_date_id)
    return changes.order_by(KeyDateChangeRow.revision.desc())


def _old_when(row: KeyDateChangeRow) -> When:
    return When(row.old_value, row.old_first, row.old_last, row.old_precision, row.old_instant, row.old_zone)


async def _overrule(session: AsyncSession, key_date_id: int) -> None:
    """What was told before no longer holds."""
    rows: Sequence[ToldDateRow] = (
        await session.scalars(
            select(ToldDateRow).where(ToldDateRow.key_date_id == key_date_id, ToldDateRow.state == "told")
        )
    ).all()
    for row in rows:
        row.state = "overruled"


async def _row(session: AsyncSession, key_date_id: int, *, hold: bool = True) -> KeyDateRow:
    """Fetch a key date, to change it: of two who do so at once the second finds it changed."""
    row = await session.get(KeyDateRow, key_date_id, with_for_update=hold or None)
    if row is None:
        raise Gone
    return row
