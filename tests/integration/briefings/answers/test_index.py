"""The index: in the caller's transaction, rebuilt whole, and never behind."""

import pytest
from sqlalchemy import delete, func, select, update

from briefings.answers import index
from briefings.answers.index_cache import IndexCacheKeeper
from briefings.facts import remember
from db.tables import PassageRow, PostingRow

TEXT = "The bridge in Atyrau opened on April 28. It cost 14 billion tenge."


async def counts(database) -> tuple[int, int]:
    async with database.reading() as session:
        passages = await session.scalar(select(func.count()).select_from(PassageRow))
        postings = await session.scalar(select(func.count()).select_from(PostingRow))
        return passages, postings


async def test_sentences_are_indexed_by_stems_names_concepts_and_days(publish, database) -> None:
    await publish(TEXT)
    async with database.reading() as session:
        stems = set(await session.scalars(select(PostingRow.stem)))
    assert {"bridg", "=atr", "#open", "@2019-04-28", "@--04-28"} <= stems


async def test_the_headline_is_indexed_once_with_the_first_sentence(publish, database) -> None:
    await publish(TEXT, "A bridge over the Ural")
    async with database.reading() as session:
        found = list(await session.scalars(select(PostingRow.stem).where(PostingRow.stem == "^ural")))
    assert found == ["^ural"]


async def test_removing_leaves_nothing(publish, library, database) -> None:
    await library.retract(await publish(TEXT), 1)
    assert await counts(database) == (0, 0)


async def test_what_fails_half_way_leaves_the_index_as_it_was(publish, database, models) -> None:
    briefing = await publish(TEXT)
    before = await counts(database)
    prepared = await index.prepare(models, "One. Two. Three.", "Numbers", "en")

    async def fail_half_way() -> None:
        async with database.writing() as session:
            await index.add(session, briefing, prepared)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_half_way()
    assert await counts(database) == before


async def test_rebuilding_brings_back_what_was_lost(publish, database, models, ask) -> None:
    await publish(TEXT)
    before = await counts(database)
    async with database.writing() as session:
        await session.execute(delete(PostingRow))
        await session.execute(update(PassageRow).values(vector=None))
    assert await index.rebuild(database, models) == 1
    assert await counts(database) == before
    assert (await ask("How much did the bridge cost?")).findings


async def test_an_index_of_an_earlier_version_is_renewed_once(publish, database, models, ask) -> None:
    await publish(TEXT)
    before = await counts(database)
    await remember(database, index.FACT, "1")
    async with database.writing() as session:
        await session.execute(delete(PostingRow))
    await index.renew(database, models)
    assert await counts(database) == before

    async with database.writing() as session:
        await session.execute(delete(PostingRow))
    await index.renew(database, models)
    assert await counts(database) != before


async def test_a_text_without_sentences_is_indexed_as_nothing(models) -> None:
    assert (await index.prepare(models, "", "", "en")).passages == ()


async def test_the_shelf_grows_and_shrinks_with_the_index(publish, library, database) -> None:
    keeper = IndexCacheKeeper(database)
    assert (await keeper.fresh()).size == 0
    first = await publish(TEXT)
    before = await keeper.fresh()
    assert before.size == 2
    await publish("Rain fell in Oral.", "Weather")
    assert (await keeper.fresh()).size == 3
    await library.retract(first, 1)
    assert (await keeper.fresh()).size == 1
    assert before.ids.tolist() == sorted(before.ids.tolist())


async def test_the_shelf_knows_the_rows_of_passages(publish, database) -> None:
    await publish(TEXT)
    cache = await IndexCacheKeeper(database).fresh()
    assert cache.rows_of(cache.ids).tolist() == [0, 1]
    assert cache.rows_of(cache.ids + 100).tolist() == [-1, -1]
