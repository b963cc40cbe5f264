"""Putting briefings into the search index and taking them out, inside the caller's transaction."""

import asyncio
import logging
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers.vectors import pack
from briefings.dates import DateMention, find_dates
from briefings.facts import recall, remember
from briefings.intake.passages import passages
from briefings.models import Models
from briefings.models.encoder import DIMENSIONS, Vectors
from briefings.text import Language, Span
from briefings.text.terms import MARKS, day_stems, index_stems, title_stems
from db.database import Database
from db.search import NewPassage, StoredDate, add_passages, mark_changed, remove_passages
from db.tables import BriefingRow

TITLE_SHARE: Final = 0.25
"""Measured: one in fifty Kazakh questions more finds its sentence first, others are no worse."""

AT_ONCE: Final = 16
"""Sentences that are encoded between two questions: a quarter of a second."""

VERSION: Final = "3"
"""Of what stands in the index: raised with the rules of passages and of stems, which renews every index at the next
start."""
FACT: Final = "index"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A briefing ready to be indexed: all the slow work done."""

    passages: tuple[NewPassage, ...]


async def prepare(
    models: Models,
    text: str,
    title: str,
    language: Language,
    published: date | None = None,
    sentences: Sequence[Span] | None = None,
) -> Prepared:
    """Split, stem and encode a briefing in worker threads. `sentences` are places in `text`, where they are known.

    Encoding pauses after every few sentences, so that questions need not wait for a long article.
    """
    spans: Sequence[Span] = await asyncio.to_thread(passages, text, title, language) if sentences is None else sentences
    vectors = await _vectors(models, [text[span.start : span.end] for span in spans], title)
    return await asyncio.to_thread(prepared_passages, text, title, spans, vectors, language, published)


async def add(session: AsyncSession, briefing_id: int, prepared: Prepared) -> None:
    """Index a briefing that is being published, replacing what was indexed of it."""
    await mark_changed(session, briefing_id)
    await remove_passages(session, briefing_id)
    await add_passages(session, briefing_id, prepared.passages)


async def remove(session: AsyncSession, briefing_id: int) -> None:
    """Take a briefing that is being retracted out of the index."""
    await mark_changed(session, briefing_id)
    await remove_passages(session, briefing_id)


async def renew(database: Database, models: Models) -> None:
    """Index everything anew if the index was made by an earlier version of the rules; until then it finds less."""
    if await recall(database, FACT) == VERSION:
        return
    async with database.reading() as session:
        known = await session.scalar(select(BriefingRow.id).where(BriefingRow.status == "published").limit(1))
    if known is not None:
        logger.info("the search index is of an earlier version: indexing all briefings anew")
        await rebuild(database, models)
    await remember(database, FACT, VERSION)


async def rebuild(database: Database, models: Models) -> int:
    """Index all published briefings anew, each in its own short transaction; return how many."""
    async with database.reading() as session:
        ids = list(await session.scalars(select(BriefingRow.id).order_by(BriefingRow.id)))
    return sum([await _rebuild_one(database, models, id_) for id_ in ids])


async def _rebuild_one(database: Database, models: Models, briefing_id: int) -> bool:
    async with database.reading() as session:
        row = await session.get(BriefingRow, briefing_id)
    if row is None or row.status != "published":
        async with database.writing() as session:
            await remove(session, briefing_id)
        return False
    prepared = await prepare(models, row.text, row.title, row.language, row.published)
    async with database.writing() as session:
        current = await session.get(BriefingRow, briefing_id, with_for_update=True)
        if current is None or current.status != "published" or current.version != row.version:
            return False
        await add(session, briefing_id, prepared)
    return True


async def _vectors(models: Models, texts: Sequence[str], title: str) -> Vectors:
    """Encode sentences, each drawn a little towards the headline: alone it may not say what it is about."""
    parts = [await models.encoded(texts[at : at + AT_ONCE], "passage") for at in range(0, len(texts), AT_ONCE)]
    vectors = np.concatenate([*parts, np.zeros((0, DIMENSIONS), np.float32)])
    if title:
        vectors += np.float32(TITLE_SHARE) * await models.encoded([title], "passage")
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def prepared_passages(
    text: str, title: str, spans: Sequence[Span], vectors: Vectors, language: Language, published: date | None
) -> Prepared:
    """Stem the sentences of a briefing, with their vectors and the dates that they tell. Pure, but slow."""
    mentions = [mention for mention in find_dates(text, published, language) if mention.first]
    starts = [mention.start for mention in mentions]
    passages = [
        _passage(span, text[span.start : span.end], language, vector, _dates_within(span, mentions, starts))
        for span, vector in zip(spans, pack(vectors), strict=True)
    ]
    headline = tuple((stem, 1) for stem in title_stems(title, language))
    passages[:1] = [replace(first, stems=(*first.stems, *headline)) for first in passages[:1]]
    return Prepared(tuple(passages))


def _passage(span: Span, text: str, language: Language, vector: bytes, dates: tuple[StoredDate, ...]) -> NewPassage:
    counts = Counter(index_stems(text, language))
    counts.update(set(day_stems((mention.first, mention.last) for mention in dates)))
    words = sum(count for stem, count in counts.items() if stem[0] not in MARKS)
    return NewPassage(span.start, span.end, text, words, dates, vector, tuple(sorted(counts.items())))


def _dates_within(span: Span, mentions: Sequence[DateMention], starts: Sequence[int]) -> tuple[StoredDate, ...]:
    told = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return tuple(
        StoredDate(one.start - span.start, one.end - span.start, one.value, one.first, one.last, one.precision)
        for one in told
        if one.first and one.last and one.end <= span.end
    )
