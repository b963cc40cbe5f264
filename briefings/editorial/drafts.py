"""Drafts: articles loaded, reviewed and corrected by an editor before anybody else sees them."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import Delete, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.audit import record
from briefings.clock import Clock, today
from briefings.editorial.analysis import Proposal, Study, study
from briefings.errors import AlreadyLoaded, FutureDate, Gone
from briefings.intake import Article, fingerprint
from briefings.model.briefing import Briefing, Draft, When
from briefings.model.rows import briefing_of, reported_in_order, set_when
from briefings.text import Language
from db.database import Database
from db.tables import BriefingRow, ReportedDateRow

LIVE = ("draft", "published")
NOTHING_DECIDED: Mapping[tuple[str, str], str] = MappingProxyType({})
KEEP_DISCARDED = timedelta(days=1)


class Drafts:
    """Every change gives the new draft back; all changes are noted in the audit."""

    def __init__(self, database: Database, clock: Clock, zone: str) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def load(self, article: Article, by: int | None) -> Draft:
        """Store an article as a draft; raise `AlreadyLoaded` or `FutureDate`. `by` is None for the command line."""
        self.refuse_future(article.published)
        read = await self.study(article.title, article.text, article.language, article.published)
        row = self._new_row(article, read, by)
        async with self._database.writing() as session:
            await refuse_twin(session, row.fingerprint)
            session.add(row)
            await session.flush()
            session.add_all(proposed_rows(row.id, read.proposals))
            record(session, self._clock.now(), by, "load", f"briefing:{row.id}")
        return await self.get(row.id)

    async def get(self, briefing_id: int) -> Draft:
        """Return a draft with its proposed dates; raise `Gone` when it is none any longer."""
        async with self._database.reading() as session:
            row = await _draft(session, briefing_id)
            dates = reported_in_order(await reported_rows(session, briefing_id))
        briefing = briefing_of(row)
        read = await self.study(briefing.title, briefing.text, briefing.language, briefing.published)
        anchors = {(one.quote, one.mention): one.anchor for one in read.proposals if one.anchor}
        others = tuple(reported for reported in dates if reported.state == "offered")
        kept = tuple(reported for reported in dates if reported.state != "offered")
        return Draft(briefing, kept, read.unresolved, read.date_choices, anchors, others)

    async def all(self) -> tuple[Briefing, ...]:
        """Return all drafts, newest first."""
        drafts = select(BriefingRow).where(BriefingRow.status == "draft").order_by(BriefingRow.id.desc())
        async with self._database.reading() as session:
            return tuple(briefing_of(row) for row in await session.scalars(drafts))

    async def retitle(self, briefing_id: int, title: str, by: int) -> Draft:
        """Give the draft another title."""
        return await self._set(briefing_id, by, "retitle", title=title)

    async def set_source(self, briefing_id: int, source: str, by: int) -> Draft:
        """Name another source."""
        return await self._set(briefing_id, by, "source", source=source)

    async def redate(self, briefing_id: int, published: date, by: int) -> Draft:
        """Tell the publication date and find the key dates anew; raise `FutureDate`.

        What the editor left out stays out, and what the editor took or added stays in.
        """
        self.refuse_future(published)
        old = (await self.get(briefing_id)).briefing
        read = await self.study(old.title, old.text, old.language, published)
        async with self._editing(briefing_id, by, "redate") as (session, row):
            row.published = published
            decided = decisions(await reported_rows(session, briefing_id))
            await session.execute(_found(briefing_id))
            session.add_all(proposed_rows(briefing_id, read.proposals, decided))
        return await self.get(briefing_id)

    async def leave_out(self, reported_id: int, by: int) -> Draft:
        """Keep a proposed key date from being published."""
        return await self._decide(reported_id, by, "left_out")

    async def put_back(self, reported_id: int, by: int) -> Draft:
        """Propose a key date again that was left out, or take one that was only offered."""
        return await self._decide(reported_id, by, "proposed")

    async def add_date(self, briefing_id: int, name: str, when: When, by: int) -> Draft:
        """Add a key date by hand."""
        async with self._editing(briefing_id, by, "add date") as (session, _row):
            now = today(self._clock, self._zone)
            session.add(added_row(briefing_id, name, when, planned=when.last >= now, by=by))
        return await self.get(briefing_id)

    async def discard(self, briefing_id: int, by: int) -> Briefing:
        """Put a draft aside; it can be restored for a day."""
        async with self._editing(briefing_id, by, "discard") as (session, row):
            row.status = "discarded"
            old = self._clock.now() - KEEP_DISCARDED
            await session.execute(
                delete(BriefingRow)
                .where(BriefingRow.status == "discarded", BriefingRow.loaded_at < old)
                .where(BriefingRow.id != briefing_id)
            )
        return briefing_of(row)

    async def restore(self, briefing_id: int, by: int) -> Draft:
        """Take a discarded draft back; raise `Gone` or `AlreadyLoaded`."""
        async with self._database.writing() as session:
            row = await session.get(BriefingRow, briefing_id, with_for_update=True)
            if row is None or row.status != "discarded":
                raise Gone
            await refuse_twin(session, row.fingerprint)
            row.status = "draft"
            record(session, self._clock.now(), by, "restore", f"briefing:{briefing_id}")
        return await self.get(briefing_id)

    async def study(self, title: str, text: str, language: Language, published: date | None) -> Study:
        """Read an article without holding up anybody else."""
        return await asyncio.to_thread(study, title, text, language, published, self._zone)

    def _new_row(self, article: Article, read: Study, by: int | None) -> BriefingRow:
        return BriefingRow(
            status="draft",
            title=article.title,
            source=article.source,
            url=article.url,
            language=article.language,
            published=article.published,
            text=article.text,
            summary=[[span.start, span.end] for span in read.summary],
            fingerprint=fingerprint(article.text),
            loaded_by=by,
            loaded_at=self._clock.now(),
        )

    def refuse_future(self, published: date | None) -> None:
        """Raise `FutureDate` for a day that has begun nowhere on earth yet."""
        if published is not None and published > today(self._clock, "Pacific/Kiritimati"):
            raise FutureDate(published)

    @asynccontextmanager
    async def _editing(self, briefing_id: int, by: int, action: str) -> AsyncIterator[tuple[AsyncSession, BriefingRow]]:
        async with self._database.writing() as session:
            row = await _draft(session, briefing_id, hold=True)
            yield session, row
            record(session, self._clock.now(), by, action, f"briefing:{briefing_id}")

    async def _set(self, briefing_id: int, by: int, action: str, **columns: str) -> Draft:
        async with self._editing(briefing_id, by, action) as (_session, row):
            for name, value in columns.items():
                setattr(row, name, value)
        return await self.get(briefing_id)

    async def _decide(self, reported_id: int, by: int, state: str) -> Draft:
        async with self._database.writing() as session:
            reported = await session.get(ReportedDateRow, reported_id)
            if reported is None:
                raise Gone
            await _draft(session, reported.briefing_id, hold=True)
            reported.state = state
            record(session, self._clock.now(), by, state, f"told:{reported_id}")
        return await self.get(reported.briefing_id)


async def reported_rows(session: AsyncSession, briefing_id: int) -> Sequence[ReportedDateRow]:
    """Fetch what a briefing tells, whatever its state."""
    return (await session.scalars(select(ReportedDateRow).where(ReportedDateRow.briefing_id == briefing_id))).all()


async def refuse_twin(session: AsyncSession, print_of_text: str) -> None:
    """Raise `AlreadyLoaded` when a draft or published briefing holds the same article."""
    twins = select(BriefingRow).where(BriefingRow.fingerprint == print_of_text, BriefingRow.status.in_(LIVE))
    twin = await session.scalar(twins)
    if twin is not None:
        raise AlreadyLoaded(briefing_of(twin))


def decisions(rows: Iterable[ReportedDateRow]) -> dict[tuple[str, str], str]:
    """Return by quote and mention what is left out and what is kept in a draft."""
    return {(row.quote, row.mention): row.state for row in rows if row.state in ("left_out", "proposed")}


def proposed_rows(
    briefing_id: int, proposals: Iterable[Proposal], decided: Mapping[tuple[str, str], str] = NOTHING_DECIDED
) -> list[ReportedDateRow]:
    """Make rows of what was found; what was decided before, by quote and mention, stays so."""
    return [_proposed_row(briefing_id, proposal, decided) for proposal in proposals]


def added_row(briefing_id: int, name: str, when: When, *, planned: bool, by: int) -> ReportedDateRow:
    """Make the row of a date that an editor added by hand, without a quote."""
    row = ReportedDateRow(
        briefing_id=briefing_id, state="proposed", name=name, place=None, planned=planned,
        quote="", mention="", further_quotes=[], added_by=by,
    )  # fmt: skip
    set_when(row, when)
    return row


def _proposed_row(briefing_id: int, proposal: Proposal, decided: Mapping[tuple[str, str], str]) -> ReportedDateRow:
    found = "offered" if proposal.offered else "proposed"
    row = ReportedDateRow(
        briefing_id=briefing_id,
        state=decided.get((proposal.quote, proposal.mention), found),
        name=proposal.name,
        place=proposal.place,
        planned=proposal.planned,
        quote=proposal.quote,
        mention=proposal.mention,
        further_quotes=list(proposal.further_quotes),
    )
    set_when(row, proposal.when)
    return row


def _found(briefing_id: int) -> Delete:
    return delete(ReportedDateRow).where(ReportedDateRow.briefing_id == briefing_id, ReportedDateRow.added_by.is_(None))


async def _draft(session: AsyncSession, briefing_id: int, *, hold: bool = False) -> BriefingRow:
    row = await session.get(BriefingRow, briefing_id, with_for_update=hold or None)
    if row is None or row.status != "draft":
        raise Gone
    return row
