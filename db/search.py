"""Search that fetches: stems, passages and changes as plain rows. Ranks are computed in `briefings.answers`."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Self

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.tables import BriefingRow, FactRow, IndexChangeRow, KeyDateRow, PassageRow, PostingRow, ReportedDateRow

REVISION: Final = "index revision"
"""The fact that counts changes of the index."""

AT_ONCE: Final = 500
"""Keys in one statement: SQLite and PostgreSQL both bound them."""

VECTORS_AT_ONCE: Final = 1_000
ROWS_AT_ONCE: Final = 2_000
"""Rows made into objects before the event loop gets its turn: a few milliseconds."""

LIVE: Final = ("planned", "moved", "cancelled")
"""Key dates that are shown: all but those that no briefing tells any longer."""

TELLING: Final = ("told", "overruled", "refused", "conflict")
"""What a published briefing says of a key date, whether or not it holds."""


@dataclass(frozen=True, slots=True)
class StoredDate:
    """A date mention in a passage: its place in the text, and what it resolves to."""

    start: int
    end: int
    value: str
    first: date
    last: date
    precision: str

    def packed(self) -> list[int | str]:
        """Return it as the table keeps it."""
        return [self.start, self.end, self.value, self.first.isoformat(), self.last.isoformat(), self.precision]

    @classmethod
    def unpacked(cls, row: Sequence[Any]) -> Self:
        """Return what `packed` packed."""
        start, end, value, first, last, precision = row
        return cls(start, end, value, date.fromisoformat(first), date.fromisoformat(last), precision)


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage of a published briefing, as the index keeps it."""

    id: int
    briefing_id: int
    position: int
    text: str
    dates: tuple[StoredDate, ...]

    @property
    def place(self) -> tuple[int, int]:
        """Its briefing, and its position there."""
        return self.briefing_id, self.position


@dataclass(frozen=True, slots=True)
class StoredBriefing:
    """What an answer says of the briefing it comes from."""

    id: int
    title: str
    source: str | None
    url: str | None
    language: str
    published: date | None


@dataclass(frozen=True, slots=True)
class StoredKeyDate:
    """What a published briefing tells of a key date."""

    key_date_id: int
    briefing_id: int
    language: str
    name: str
    place: str | None
    quotes: tuple[str, ...]
    value: str
    first: date
    last: date
    precision: str
    instant: datetime | None
    zone: str | None
    is_settled: bool
    """False while another date for the same event waits for an editor"""


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage to be indexed: its place in the briefing's text, its vector as bytes, its stems and their counts."""

    start: int
    end: int
    text: str
    stem_count: int
    dates: tuple[StoredDate, ...]
    vector: bytes
    stems: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PackedPassage:
    """What is kept in memory of each passage."""

    id: int
    briefing_id: int
    position: int
    stem_count: int
    vector: bytes


async def frequencies(session: AsyncSession, stems: Sequence[str]) -> dict[str, int]:
    """Return in how many passages each stem stands; stems that stand in none are left out."""
    query = select(PostingRow.stem, func.count()).where(PostingRow.stem.in_(stems)).group_by(PostingRow.stem)
    return dict((await session.execute(query)).all())


async def postings(session: AsyncSession, stems: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return (stem, passage, count) wherever one of the stems stands."""
    query = (
        select(PostingRow.stem, PostingRow.passage_id, PostingRow.count)
        .where(PostingRow.stem.in_(stems))
        .execution_options(yield_per=ROWS_AT_ONCE)
    )
    stream = await session.stream(query)
    return [(stem, passage, count) async for part in stream.partitions() for stem, passage, count in part]


async def passages_with_stem_between(session: AsyncSession, low: str, high: str, limit: int) -> list[int]:
    """Return the passages that have a stem from `low` to `high`, both included, by code point; the newest first."""
    between = and_(PostingRow.stem >= low, PostingRow.stem <= high)
    query = select(PostingRow.passage_id).where(between).distinct().order_by(PostingRow.passage_id.desc()).limit(limit)
    return list(await session.scalars(query))


async def stems_with_prefix(session: AsyncSession, prefix: str) -> list[str]:
    """Return all indexed stems that begin with `prefix`."""
    past = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    between = and_(PostingRow.stem >= prefix, PostingRow.stem < past)
    query = select(PostingRow.stem).where(between).distinct().order_by(PostingRow.stem)
    return [stem async for stem in await session.stream_scalars(query.execution_options(yield_per=ROWS_AT_ONCE))]


async def published_passages(session: AsyncSession, ids: Sequence[int]) -> list[StoredPassage]:
    """Return those of the passages whose briefing is published at this moment."""
    found: list[StoredPassage] = []
    for start in range(0, len(ids), AT_ONCE):
        found += await _passages(session, PassageRow.id.in_(ids[start : start + AT_ONCE]))
    return found


async def neighbours(session: AsyncSession, places: Sequence[tuple[int, int, int]]) -> list[StoredPassage]:
    """Return the published passages at (briefing, first position, last position), in their order."""
    if not places:
        return []
    ranges = [
        and_(PassageRow.briefing_id == briefing, PassageRow.position.between(first, last))
        for briefing, first, last in places
    ]
    return await _passages(session, or_(*ranges))


async def _passages(session: AsyncSession, condition: ColumnElement[bool]) -> list[StoredPassage]:
    query = (
        select(PassageRow.id, PassageRow.briefing_id, PassageRow.position, PassageRow.text, PassageRow.dates)
        .join(BriefingRow, BriefingRow.id == PassageRow.briefing_id)
        .where(condition, BriefingRow.status == "published")
        .order_by(PassageRow.briefing_id, PassageRow.position)
    )
    return [
        StoredPassage(row.id, row.briefing_id, row.position, row.text, tuple(map(StoredDate.unpacked, row.dates)))
        for row in await session.execute(query)
    ]


async def published_briefings(session: AsyncSession, ids: Sequence[int]) -> dict[int, StoredBriefing]:
    """Return those of the briefings that are published at this moment, by id."""
    query = select(
        BriefingRow.id,
        BriefingRow.title,
        BriefingRow.source,
        BriefingRow.url,
        BriefingRow.language,
        BriefingRow.published,
    ).where(BriefingRow.id.in_(ids), BriefingRow.status == "published")
    return {row.id: StoredBriefing(*row) for row in await session.execute(query)}


async def key_dates_told(session: AsyncSession, briefing_ids: Sequence[int]) -> list[StoredKeyDate]:
    """Return the key dates that these briefings tell, as they tell them: also what holds no longer or is disputed."""
    return await _key_dates(session, ReportedDateRow.briefing_id.in_(briefing_ids), TELLING)


async def key_dates_between(session: AsyncSession, first: date, last: date) -> list[StoredKeyDate]:
    """Return what published briefings tell of key dates that now fall on any day from `first` to `last`."""
    return await _key_dates(session, and_(KeyDateRow.last >= first, KeyDateRow.first <= last))


async def _key_dates(
    session: AsyncSession, condition: ColumnElement[bool], states: Sequence[str] = ("told",)
) -> list[StoredKeyDate]:
    query = (
        select(ReportedDateRow, BriefingRow.language)
        .join(BriefingRow, BriefingRow.id == ReportedDateRow.briefing_id)
        .join(KeyDateRow, KeyDateRow.id == ReportedDateRow.key_date_id)
        .where(condition, ReportedDateRow.state.in_(states), BriefingRow.status == "published")
        .where(KeyDateRow.status.in_(LIVE))
        .order_by(ReportedDateRow.first, ReportedDateRow.briefing_id, ReportedDateRow.id)
    )
    return [_key_date(row, language) for row, language in await session.execute(query)]


def _key_date(row: ReportedDateRow, language: str) -> StoredKeyDate:
    return StoredKeyDate(
        row.key_date_id or 0, row.briefing_id, language, row.name, row.place, (row.quote, *row.further_quotes),
        row.value, row.first, row.last, row.precision, row.instant, row.zone, row.state != "conflict",
    )  # fmt: skip


async def openings(session: AsyncSession, first: date, last: date, limit: int) -> list[StoredPassage]:
    """Return the passages of the newest briefings published from `first` to `last` that open their summaries."""
    query = (
        select(BriefingRow.id, BriefingRow.summary)
        .where(BriefingRow.status == "published", BriefingRow.published.between(first, last))
        .order_by(BriefingRow.published.desc(), BriefingRow.id.desc())
        .limit(limit)
    )
    wanted = [
        and_(PassageRow.briefing_id == id_, PassageRow.start == summary[0][0]) if summary
        else and_(PassageRow.briefing_id == id_, PassageRow.position == 0)
        for id_, summary in await session.execute(query)
    ]  # fmt: skip
    return await _passages(session, or_(*wanted)) if wanted else []


async def add_passages(session: AsyncSession, briefing_id: int, passages: Sequence[NewPassage]) -> None:
    """Store and index the passages of a briefing, in order."""
    if not passages:
        return
    rows = [
        {
            "briefing_id": briefing_id,
            "position": position,
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
            "stem_count": passage.stem_count,
            "dates": [mention.packed() for mention in passage.dates],
            "vector": passage.vector,
        }
        for position, passage in enumerate(passages)
    ]
    adding = insert(PassageRow).returning(PassageRow.id, sort_by_parameter_order=True)
    ids = (await session.scalars(adding, rows)).all()
    found = [
        {"stem": stem, "passage_id": id_, "count": count}
        for id_, passage in zip(ids, passages, strict=True)
        for stem, count in passage.stems
    ]
    if found:
        await session.execute(insert(PostingRow), found)


async def remove_passages(session: AsyncSession, briefing_id: int) -> None:
    """Take the passages of a briefing, and their stems, out."""
    mine = select(PassageRow.id).where(PassageRow.briefing_id == briefing_id)
    await session.execute(delete(PostingRow).where(PostingRow.passage_id.in_(mine)))
    await session.execute(delete(PassageRow).where(PassageRow.briefing_id == briefing_id))


async def mark_changed(session: AsyncSession, briefing_id: int) -> None:
    """Tell every process that the passages of a briefing change; call it before they do.

    Only one transaction at a time gets past this, so passage ids and revisions grow in the order of commits.
    """
    revision = await _next_revision(session)
    row = await session.get(IndexChangeRow, briefing_id)
    if row is None:
        session.add(IndexChangeRow(briefing_id=briefing_id, revision=revision))
    else:
        row.revision = revision
    await session.flush()


async def _next_revision(session: AsyncSession) -> int:
    fact = await session.get(FactRow, REVISION, with_for_update=True)
    revision = int(fact.value) + 1 if fact else 1
    if fact is None:
        session.add(FactRow(name=REVISION, value=str(revision)))
    else:
        await session.execute(update(FactRow).where(FactRow.name == REVISION).values(value=str(revision)))
    return revision


async def index_revision(session: AsyncSession) -> int:
    """Return how often the index has changed."""
    value = await session.scalar(select(FactRow.value).where(FactRow.name == REVISION))
    return int(value or 0)


async def changed_briefings(session: AsyncSession, after: int) -> list[int]:
    """Return the briefings whose passages changed after a revision."""
    return list(await session.scalars(select(IndexChangeRow.briefing_id).where(IndexChangeRow.revision > after)))


async def passage_count(session: AsyncSession) -> int:
    """Return how many passages are indexed."""
    return await session.scalar(select(func.count()).select_from(PassageRow)) or 0


async def packed_passages(
    session: AsyncSession, briefing_ids: Sequence[int] | None
) -> AsyncIterator[list[PackedPassage]]:
    """Stream what is kept in memory of some briefings (None: of all), by passage id."""
    query = (
        select(PassageRow.id, PassageRow.briefing_id, PassageRow.position, PassageRow.stem_count, PassageRow.vector)
        .where(PassageRow.vector.is_not(None))
        .order_by(PassageRow.id)
        .execution_options(yield_per=VECTORS_AT_ONCE)
    )
    if briefing_ids is not None:
        query = query.where(PassageRow.briefing_id.in_(briefing_ids))
    stream = await session.stream(query)
    async for part in stream.partitions():
        yield [PackedPassage(row.id, row.briefing_id, row.position, row.stem_count, row.vector or b"") for row in part]
