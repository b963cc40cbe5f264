"""The library: what is published, corrected and retracted, with its search index and its key dates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers import index
from briefings.answers.index import Prepared
from briefings.audit import record
from briefings.clock import Clock
from briefings.editorial.analysis import Proposal, Study
from briefings.editorial.drafts import Drafts, decisions, proposed_rows, refuse_twin, reported_rows
from briefings.errors import Gone, Undated
from briefings.intake import fingerprint
from briefings.key_dates.changes import Act
from briefings.key_dates.known import texts_to_compare
from briefings.key_dates.linking import join
from briefings.key_dates.matching import Event
from briefings.key_dates.planner import Planner
from briefings.key_dates.queries import gather
from briefings.key_dates.report_vectors import ReportVectors, Vectors
from briefings.key_dates.unlinking import part
from briefings.model.briefing import Briefing, BriefingRef, ReportedDate
from briefings.model.key_date import KeyDate
from briefings.model.rows import briefing_of, ref_of, reported_in_order
from briefings.models import Models
from briefings.text import Language, is_stopword, stems
from db.database import Database
from db.tables import BriefingRow, KeyDateRow, ReportedDateRow

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing brought: the briefing, and what it tells of key dates; conflicts have that state."""

    briefing: Briefing
    dates: tuple[ReportedDate, ...]
    changed: tuple[KeyDate, ...] = ()
    """key dates that were known and that moved or were withdrawn by it"""


@dataclass(frozen=True, slots=True)
class Retraction:
    """What taking a briefing back brought."""

    briefing: Briefing
    changed: tuple[KeyDate, ...]
    """key dates that fell back to what others tell, or were withdrawn"""


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the list of published briefings."""

    briefings: tuple[BriefingRef, ...]
    total: int


class Publisher:
    """Publishing, correcting and retracting change briefing, index and key dates in one transaction."""

    def __init__(self, database: Database, clock: Clock, drafts: Drafts, models: Models, planner: Planner) -> None:
        self._database = database
        self._clock = clock
        self._drafts = drafts
        self._models = models
        self._report_vectors = ReportVectors(models)
        self._planner = planner

    async def publish(self, briefing_id: int, by: int | None, *, undated: bool = False) -> Publication:
        """Show a draft to readers; raise `Gone`, or `Undated` unless `undated` says that no date is known."""
        review = await self._drafts.get(briefing_id)
        draft, dates = review.briefing, review.dates
        if draft.published is None and not undated:
            raise Undated
        prepared, vectors = await self._prepare(draft), await self._vectors(draft.language, dates)
        async with self._database.writing() as session:
            row = await _row(session, briefing_id, "draft")
            await self._go_live(self._act(session, by), row, prepared, vectors)
            record(session, self._clock.now(), by, "publish", f"briefing:{briefing_id}")
        return await self._publication(briefing_id)

    async def retract(self, briefing_id: int, by: int) -> Retraction:
        """Take a briefing back: from now on nothing of it is used; raise `Gone` if it is not published."""
        async with self._database.writing() as session:
            row, act = await _row(session, briefing_id, "published"), self._act(session, by)
            row.status, row.retracted_at = "retracted", act.at
            await index.remove(session, briefing_id)
            await session.flush()
            changed = await part(act, row, await reported_rows(session, briefing_id))
            record(session, act.at, by, "retract", f"briefing:{briefing_id}")
        return Retraction(briefing_of(row), await self._key_dates(changed))

    async def unretract(self, briefing_id: int, by: int) -> Publication:
        """Undo a retraction; raise `Gone` if it is not retracted, `AlreadyLoaded` if the article came back since."""
        retracted = await self.get(briefing_id)
        async with self._database.reading() as session:
            dates = reported_in_order(await reported_rows(session, briefing_id))
        prepared, vectors = await self._prepare(retracted), await self._vectors(retracted.language, dates)
        async with self._database.writing() as session:
            row = await _row(session, briefing_id, "retracted")
            await refuse_twin(session, row.fingerprint)
            for reported in await reported_rows(session, briefing_id):
                reported.state = "proposed" if reported.state == "told" else reported.state
            changed = await self._go_live(self._act(session, by), row, prepared, vectors)
            row.retracted_at = None
            record(session, self._clock.now(), by, "unretract", f"briefing:{briefing_id}")
        return await self._publication(briefing_id, changed)

    async def correct(self, briefing_id: int, text: str, by: int) -> Publication:
        """Replace a published text by a new version; its key dates are found anew, those added by hand stay."""
        old = await self.get(briefing_id)
        read = await self._drafts.study(old.title, text, old.language, old.published)
        prepared = await self._prepare(replace(old, text=text))
        vectors = await self._vectors(old.language, read.proposals)
        async with self._database.writing() as session:
            row = await _row(session, briefing_id, "published")
            _renew_text(row, text, read)
            await index.remove(session, briefing_id)
            await index.add(session, briefing_id, prepared)
            changed = await self._retell(self._act(session, by), row, read, vectors)
            record(session, self._clock.now(), by, "correct", f"briefing:{briefing_id}", {"version": row.version})
        return await self._publication(briefing_id, changed)

    async def retitle(self, briefing_id: int, title: str, by: int) -> Briefing:
        """Give a published briefing another title."""
        prepared = await self._prepare(replace(await self.get(briefing_id), title=title))
        async with self._database.writing() as session:
            row = await _row(session, briefing_id, "published")
            row.title = title
            await index.add(session, briefing_id, prepared)
            record(session, self._clock.now(), by, "retitle", f"briefing:{briefing_id}")
        return briefing_of(row)

    async def set_source(self, briefing_id: int, source: str, by: int) -> Briefing:
        """Name another source of a published briefing."""
        async with self._database.writing() as session:
            row = await _row(session, briefing_id, "published")
            row.source = source
            record(session, self._clock.now(), by, "source", f"briefing:{briefing_id}")
        return briefing_of(row)

    async def redate(self, briefing_id: int, published: date, by: int) -> Publication:
        """Correct the publication date of a published briefing: its key dates are found anew; raise `FutureDate`."""
        self._drafts.refuse_future(published)
        old = await self.get(briefing_id)
        read = await self._drafts.study(old.title, old.text, old.language, published)
        prepared = await self._prepare(replace(old, published=published))
        vectors = await self._vectors(old.language, read.proposals)
        async with self._database.writing() as session:
            row = await _row(session, briefing_id, "published")
            row.published = published
            await index.add(session, briefing_id, prepared)
            changed = await self._retell(self._act(session, by), row, read, vectors)
            record(session, self._clock.now(), by, "redate", f"briefing:{briefing_id}")
        return await self._publication(briefing_id, changed)

    async def get(self, briefing_id: int) -> Briefing:
        """Return a briefing, whatever its state; raise `Gone` when there is none."""
        async with self._database.reading() as session:
            row = await session.get(BriefingRow, briefing_id)
        if row is None:
            raise Gone
        return briefing_of(row)

    async def page(self, offset: int = 0, limit: int = 10) -> Page:
        """Return published briefings, newest first."""
        live = select(BriefingRow).where(BriefingRow.status == "published")
        newest = live.order_by(BriefingRow.published.desc().nulls_last(), BriefingRow.id.desc())
        async with self._database.reading() as session:
            total = await session.scalar(select(func.count()).select_from(live.subquery()))
            rows = await session.scalars(newest.offset(offset).limit(limit))
            return Page(tuple(ref_of(row) for row in rows), total or 0)

    async def find(self, words: str, language: Language) -> tuple[BriefingRef, ...]:
        """Find published briefings whose title holds all the words, newest first, at most twenty."""
        wanted = {stem for stem in stems(words, language) if not is_stopword(stem, language)}
        everything = (await self.page(0, 10_000)).briefings
        found = [ref for ref in everything if wanted <= set(stems(ref.title, ref.language))]
        return tuple(found[:MOST_FOUND]) if wanted else ()

    async def _prepare(self, briefing: Briefing) -> Prepared:
        return await index.prepare(self._models, briefing.text, briefing.title, briefing.language, briefing.published)

    async def _vectors(self, language: Language, told: Sequence[ReportedDate | Proposal]) -> Vectors:
        events = [
            Event(one.name, one.place, one.when.first, one.when.last, language, one.quote, one.when.instant)
            for one in told
        ]
        async with self._database.reading() as session:
            texts = await texts_to_compare(session, events)
        return await self._report_vectors.of(texts)

    async def _go_live(self, act: Act, row: BriefingRow, prepared: Prepared, vectors: Vectors) -> tuple[int, ...]:
        row.status, row.live_at = "published", act.at
        await act.session.flush()
        await index.add(act.session, row.id, prepared)
        return await join(act, row, await reported_rows(act.session, row.id), vectors)

    async def _retell(self, act: Act, row: BriefingRow, read: Study, vectors: Vectors) -> tuple[int, ...]:
        session = act.session
        old = [reported for reported in await reported_rows(session, row.id) if reported.added_by is None]
        new = proposed_rows(row.id, read.proposals, decisions(old))
        _carry_over(old, new)
        await session.execute(delete(ReportedDateRow).where(ReportedDateRow.id.in_([reported.id for reported in old])))
        session.add_all(new)
        await session.flush()
        await join(act, row, await reported_rows(session, row.id), vectors)
        return await part(act, row, old)

    def _act(self, session: AsyncSession, by: int | None) -> Act:
        return Act(session, self._clock.now(), by, self._planner)

    async def _publication(self, briefing_id: int, changed: Sequence[int] = ()) -> Publication:
        async with self._database.reading() as session:
            dates = reported_in_order(await reported_rows(session, briefing_id))
        return Publication(await self.get(briefing_id), dates, await self._key_dates(changed))

    async def _key_dates(self, ids: Sequence[int]) -> tuple[KeyDate, ...]:
        async with self._database.reading() as session:
            rows = await session.scalars(select(KeyDateRow).where(KeyDateRow.id.in_(ids)).order_by(KeyDateRow.first))
            return await gather(session, rows.all())


def _renew_text(row: BriefingRow, text: str, read: Study) -> None:
    row.text = text
    row.summary = [[span.start, span.end] for span in read.summary]
    row.fingerprint = fingerprint(text)
    row.version += 1


def _carry_over(old: Sequence[ReportedDateRow], new: Sequence[ReportedDateRow]) -> None:
    """A date reported as before keeps its state: left out, refused, say, or evidence of a date since cancelled.

    What had been taken stays taken where it is told of another day.
    """
    before = {_told(row): row for row in sorted(old, key=lambda row: row.key_date_id is not None)}
    gone = before.keys() - {_told(row) for row in new}
    taken = {before[told].name for told in gone if before[told].key_date_id is not None}
    for row in new:
        known = before.get(_told(row))
        if known is not None and known.state != "offered" and row.state in ("proposed", "offered"):
            row.key_date_id, row.state = known.key_date_id, known.state
        elif known is None and row.state == "offered" and row.name in taken:
            row.state = "proposed"


def _told(row: ReportedDateRow) -> tuple[str, str]:
    return row.name, row.value


async def _row(session: AsyncSession, briefing_id: int, status: str) -> BriefingRow:
    """Fetch and hold a briefing: of two who change it at once the second finds it changed."""
    row = await session.get(BriefingRow, briefing_id, with_for_update=True)
    if row is None or row.status != status:
        raise Gone
    return row
