"""Putting briefings into the search index and taking them out, inside the caller's transaction."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers.names import name_keys
from briefings.answers.question import NAME_MARK
from briefings.answers.vectors import pack
from briefings.language import Language, Span, is_stopword, split_sentences, stem, tokens
from briefings.models import Models
from db.database import Database
from db.search import NewPassage, add_passages, mark_changed, remove_passages
from db.tables import BriefingRow

LONGEST_STEM: Final = 64


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
    """Split, stem and encode a briefing in a worker thread. `sentences` are places in `text`, where they are known."""
    return await asyncio.to_thread(_prepare, models, text, language, sentences)


async def add(session: AsyncSession, briefing_id: int, prepared: Prepared) -> None:
    """Index a briefing that is being published, replacing what was indexed of it."""
    await mark_changed(session, briefing_id)
    await remove_passages(session, briefing_id)
    await add_passages(session, briefing_id, prepared.passages)


async def remove(session: AsyncSession, briefing_id: int) -> None:
    """Take a briefing that is being retracted out of the index."""
    await mark_changed(session, briefing_id)
    await remove_passages(session, briefing_id)


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
    prepared = await prepare(models, row.text, row.title, cast("Language", row.language), row.published)
    async with database.writing() as session:
        current = await session.get(BriefingRow, briefing_id, with_for_update=True)
        if current is None or current.status != "published" or current.version != row.version:
            return False
        await add(session, briefing_id, prepared)
    return True


def _prepare(models: Models, text: str, language: Language, sentences: Sequence[Span] | None) -> Prepared:
    spans = split_sentences(text, language) if sentences is None else sentences
    texts = [text[span.start : span.end] for span in spans]
    vectors = pack(models.encode(texts, "passage")) if texts else []
    counted = [Counter(index_stems(one, language)) for one in texts]
    return Prepared(
        tuple(
            NewPassage(span.start, span.end, one, sum(counts.values()), vector, tuple(sorted(counts.items())))
            for span, one, vector, counts in zip(spans, texts, vectors, counted, strict=True)
        )
    )


def index_stems(text: str, language: Language) -> list[str]:
    """Return what a passage is found by: its stems without stopwords, and the sound of each name."""
    found: list[str] = []
    for token in tokens(text):
        if is_stopword(token.text, language):
            continue
        found.append(stem(token.text, language)[:LONGEST_STEM])
        if token.text[:1].isupper():
            found += [NAME_MARK + key[: LONGEST_STEM - 1] for key in name_keys(token.text)]
    return found
