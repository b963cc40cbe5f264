"""The register of key dates: what lies ahead, what has passed, and how editors move, cancel and settle."""

from asyncio import to_thread
from datetime import date
from typing import cast

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.audit import record
from briefings.clock import Clock
from briefings.errors import Gone
from briefings.key_dates.changes import Act, ChangeKind, change, changes_of, set_states
from briefings.key_dates.planner import Planner
from briefings.key_dates.queries import gather
from briefings.key_dates.search import Found, find
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import Change, Conflict, KeyDate, KeyDatePage
from briefings.model.rows import ref_of, reported_of, when_before, when_of_row
from db.database import Database
from db.tables import BriefingRow, KeyDateChangeRow, KeyDateRow, ReportedDateRow, SameDateQuestionRow

SHOWN = ("planned", "moved", "cancelled")


class KeyDates:
    """Reading gives whole key dates with evidence; every change notifies followers in the same transaction."""

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

    async def current(self, key_date_id: int) -> int:
        """Return the key date that this one was found to be the same as, else this one: old buttons lead there too."""
        joined = select(SameDateQuestionRow.other_id).where(
            SameDateQuestionRow.key_date_id == key_date_id, SameDateQuestionRow.answer == "same"
        )
        async with self._database.reading() as session:
            other = await session.scalar(joined.limit(1))
        return key_date_id if other is None else await self.current(other)

    async def of_briefing(self, briefing_id: int) -> tuple[KeyDate, ...]:
        """Return what a briefing tells, in order of time."""
        reported = select(ReportedDateRow.key_date_id).where(
            ReportedDateRow.briefing_id == briefing_id, ReportedDateRow.state == "told"
        )
        rows = select(KeyDateRow).where(KeyDateRow.id.in_(reported), KeyDateRow.status.in_(SHOWN))
        return await self._all(rows.order_by(KeyDateRow.first, KeyDateRow.id))

    async def find(self, words: str, today: date) -> Found:
        """Find key dates by what they are called, or else by what briefings say of them, in any language."""
        everything = await self._all(select(KeyDateRow).where(KeyDateRow.status.in_(SHOWN)))
        return await to_thread(find, words, everything, today)

    async def conflicts(self, briefing_id: int | None = None, key_date_id: int | None = None) -> tuple[Conflict, ...]:
        """Return what editors have to settle, of one briefing or key date or of all, oldest first."""
        rows = (
            select(ReportedDateRow, BriefingRow, KeyDateRow)
            .join(BriefingRow, BriefingRow.id == ReportedDateRow.briefing_id)
            .join(KeyDateRow, KeyDateRow.id == ReportedDateRow.key_date_id)
            .where(
                ReportedDateRow.state == "conflict", BriefingRow.status == "published", KeyDateRow.status != "withdrawn"
            )
            .order_by(ReportedDateRow.id)
        )
        if briefing_id is not None:
            rows = rows.where(BriefingRow.id == briefing_id)
        if key_date_id is not None:
            rows = rows.where(KeyDateRow.id == key_date_id)
        async with self._database.reading() as session:
            triples = (await session.execute(rows)).all()
            key_dates = await gather(session, [key_date for _, _, key_date in triples])
        pairs = zip(triples, key_dates, strict=True)
        return tuple(_conflict(reported, briefing, key_date) for (reported, briefing, _), key_date in pairs)

    async def settle(self, reported_id: int, by: int, *, take: bool) -> KeyDate:
        """End a conflict: move the key date to what was reported, or refuse that; raise `Gone` if it is settled."""
        async with self._database.writing() as session:
            reported = await session.get(ReportedDateRow, reported_id, with_for_update=True)
            if reported is None or reported.state != "conflict" or reported.key_date_id is None:
                raise Gone
            key_date_id = reported.key_date_id
            if take:
                row = await _row(session, key_date_id)
                await change(self._act(session, by), row, "moved", when_of_row(reported), reported.briefing_id)
                await set_states(session, key_date_id, ("told",), "overruled")
            reported.state = "told" if take else "refused"
            record(session, self._clock.now(), by, "settle", f"told:{reported_id}", {"take": take})
        return await self.get(key_date_id)

    async def move(self, key_date_id: int, when: When, by: int | None, briefing_id: int | None = None) -> KeyDate:
        """Move a key date; followers are notified, their reminders replaced. Moving to where it is changes nothing."""
        async with self._database.writing() as session:
            row = await _row(session, key_date_id)
            if when_of_row(row) != when or row.status == "cancelled":
                await change(self._act(session, by), row, "moved", when, briefing_id)
        return await self.get(key_date_id)

    async def cancel(self, key_date_id: int, by: int | None, briefing_id: int | None = None) -> KeyDate:
        """Cancel a key date; followers are notified, their reminders dropped. Cancelling twice changes nothing."""
        async with self._database.writing() as session:
            row = await _row(session, key_date_id)
            if row.status != "cancelled":
                await change(self._act(session, by), row, "cancelled", when_of_row(row), briefing_id)
        return await self.get(key_date_id)

    async def undo(self, key_date_id: int, by: int) -> KeyDate:
        """Take the latest move or cancellation back, as a further change that followers are notified of.

        A conflict that had been settled by it is open again.
        """
        async with self._database.writing() as session:
            row = await _row(session, key_date_id)
            changes = (await session.scalars(changes_of(key_date_id).limit(2))).all()
            if not changes:
                raise Gone
            kind: ChangeKind = "restored" if row.status == "cancelled" else "moved"
            said_by = changes[1].briefing_id if len(changes) > 1 else None
            await change(self._act(session, by), row, kind, when_before(changes[0]), said_by)
            if changes[0].briefing_id is not None:
                await set_states(session, key_date_id, ("told",), "conflict", changes[0].briefing_id)
        return await self.get(key_date_id)

    async def changes(self, key_date_id: int) -> tuple[Change, ...]:
        """Return how it moved, newest first."""
        async with self._database.reading() as session:
            rows = (await session.scalars(changes_of(key_date_id))).all()
            ids = {row.briefing_id for row in rows if row.briefing_id is not None}
            briefings = await session.scalars(select(BriefingRow).where(BriefingRow.id.in_(ids)))
            refs = {row.id: ref_of(row) for row in briefings}
        return tuple(_change(row, refs.get(row.briefing_id or 0)) for row in rows)

    def _act(self, session: AsyncSession, by: int | None) -> Act:
        return Act(session, self._clock.now(), by, self._planner)

    async def _page(self, rows: Select[KeyDateRow], offset: int, limit: int) -> KeyDatePage:
        async with self._database.reading() as session:
            total = await session.scalar(select(func.count()).select_from(rows.order_by(None).subquery()))
            page = (await session.scalars(rows.offset(offset).limit(limit))).all()
            return KeyDatePage(await gather(session, page), total or 0)

    async def _all(self, rows: Select[KeyDateRow]) -> tuple[KeyDate, ...]:
        async with self._database.reading() as session:
            return await gather(session, (await session.scalars(rows)).all())


def _change(row: KeyDateChangeRow, briefing: BriefingRef | None) -> Change:
    return Change(row.revision, row.at, cast("ChangeKind", row.change), when_before(row), briefing, row.by)


def _conflict(reported: ReportedDateRow, briefing: BriefingRow, key_date: KeyDate) -> Conflict:
    days = [proof.briefing.published or date.min for proof in key_date.proofs]
    by_hand = [key_date.moved_by_hand_at.date()] if key_date.moved_by_hand_at else []
    is_newer = (briefing.published or date.min) >= max([*days, *by_hand], default=date.min)
    return Conflict(reported_of(reported), ref_of(briefing), key_date, is_newer)


async def _row(session: AsyncSession, key_date_id: int, *, hold: bool = True) -> KeyDateRow:
    """Fetch a key date, to change it: of two who do so at once the second finds it changed."""
    row = await session.get(KeyDateRow, key_date_id, with_for_update=hold or None)
    if row is None:
        raise Gone
    return row
