"""Writing to all readers, owed in the ledger."""

import pytest
from sqlalchemy import select, update

from briefings.editorial.usage import Stats
from briefings.notices.broadcasts import Broadcasts, Progress
from db.database import Database
from db.tables import LedgerRow, ReaderRow

EDITOR = 7


@pytest.fixture
async def broadcasts(database: Database, clock) -> Broadcasts:
    async with database.writing() as session:
        for chat_id, reachable in ((101, True), (102, True), (-103, True), (104, False)):
            kind = "private" if chat_id > 0 else "group"
            session.add(ReaderRow(chat_id=chat_id, kind=kind, reachable=reachable, seen_at=clock.now()))
    return Broadcasts(database, clock)


async def ledger(database: Database) -> list[tuple[int, str, str]]:
    async with database.reading() as session:
        rows = await session.scalars(select(LedgerRow).order_by(LedgerRow.chat_id))
        return [(row.chat_id, row.state, row.payload["text"]) for row in rows]


async def test_everybody_who_can_be_reached_is_owed_the_text_once(broadcasts, database):
    assert await broadcasts.readers() == 3
    assert await broadcasts.send("7:55", "Polls are open", EDITOR) == Progress("7:55", 3, 0, 0, 0)
    await broadcasts.send("7:55", "Polls are open", EDITOR)
    assert await ledger(database) == [(chat, "pending", "Polls are open") for chat in (-103, 101, 102)]


async def test_another_broadcast_is_another_message(broadcasts):
    await broadcasts.send("7:55", "Polls are open", EDITOR)
    await broadcasts.send("7:56", "Polls are closed", EDITOR)
    assert (await broadcasts.progress("7:55")).pending == 3
    assert (await broadcasts.progress("7:56")).pending == 3


async def test_stopping_takes_back_what_did_not_go_out(broadcasts, database):
    await broadcasts.send("7:55", "Polls are open", EDITOR)
    async with database.writing() as session:
        await session.execute(update(LedgerRow).where(LedgerRow.chat_id == 101).values(state="sent"))
    progress = await broadcasts.stop("7:55", EDITOR)
    assert progress == Progress("7:55", pending=0, sent=1, dropped=2, failed=0)
    assert progress.total == 3


async def test_one_that_never_was_has_no_progress(broadcasts):
    assert (await broadcasts.progress("7:99")).total == 0


async def test_figures_count_readers_and_what_is_owed(broadcasts, database, clock):
    await broadcasts.send("7:55", "Polls are open", EDITOR)
    figures = await Stats(database).figures(clock.now().date())
    assert (figures.readers, figures.unreachable, figures.owed, figures.sent) == (4, 1, 3, 0)
    assert (figures.published, figures.drafts, figures.dates_ahead, figures.unanswered) == (0, 0, 0, 0)
