"""Answers in the ledger: once for each part, before all else, for an hour, and only to those whom we know."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from briefings.clock import real_now
from briefings.outbox.deferred_answers import Replies
from briefings.outbox.enqueueing import NewMessage, enqueue
from briefings.outbox.ledger import Ended
from briefings.outbox.ledger_pruning import prune
from briefings.outbox.outbox_message import Sent, Unsent
from db.tables import LedgerRow

ANNA, BORIS = 101, 102
HELLO = {"text": "hello"}


@pytest.fixture
async def replies(world):
    for chat in (ANNA, BORIS):
        await world.people.meet(chat, "private")
    return Replies(world.database, world.clock)


async def take(world):
    return await world.ledger.take_due(10, world.clock.now() - timedelta(hours=1))


async def test_an_answer_is_due_at_once_and_useless_after_an_hour(world, clock, replies):
    assert await replies.enqueue(ANNA, "7:1:0", HELLO)
    (row,) = await world.rows()
    assert (row.kind, row.payload, row.due_at, row.doubts) == ("answer", HELLO, clock.now(), 0)
    assert row.useless_after == clock.now() + timedelta(hours=1)
    clock.advance(minutes=60)
    assert await take(world) == ()
    (row,) = await world.rows()
    assert (row.state, row.reason) == ("dropped", "too late")


async def test_the_same_part_is_owed_once_as_it_was_said_last(world, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    await replies.enqueue(ANNA, "7:1:0", {"text": "good morning"}, is_doubtful=True)
    await replies.enqueue(ANNA, "7:2:0", HELLO)
    assert [row.payload["text"] for row in await world.rows()] == ["good morning", "hello"]


async def test_what_was_sent_is_not_owed_again(world, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    (outgoing,) = await take(world)
    await world.ledger.begin([outgoing])
    await world.ledger.record([Ended(outgoing, Sent(1))])
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    assert [row.state for row in await world.rows()] == ["sent"]


async def test_an_attempt_that_may_have_arrived_is_a_doubt(world, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO, is_doubtful=True)
    assert [outgoing.doubts for outgoing in await take(world)] == [1]


async def test_answers_go_before_what_was_due_long_before(world, clock, replies):
    old = clock.now() - timedelta(minutes=30)
    async with world.database.writing() as session:
        await enqueue(session, [NewMessage(chat, "correction", "correction:1", "1", old) for chat in (ANNA, BORIS)])
    await replies.enqueue(BORIS, "7:1:0", HELLO)
    await replies.enqueue(BORIS, "7:2:0", HELLO)
    taken = await take(world)
    assert [(outgoing.chat_id, outgoing.kind, outgoing.occurrence) for outgoing in taken] == [
        (BORIS, "answer", "7:1:0"),
        (ANNA, "correction", "1"),
    ]


async def test_nobody_is_owed_an_answer_whom_we_forgot_or_who_left(world, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    await world.people.forget(ANNA)
    await world.people.left(BORIS)
    assert not await replies.enqueue(ANNA, "8:1:0", HELLO)
    assert not await replies.enqueue(BORIS, "9:1:0", HELLO)
    assert await world.rows() == []


async def test_what_was_answered_is_soon_forgotten(world, clock, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    (outgoing,) = await take(world)
    await world.ledger.begin([outgoing])
    await world.ledger.record([Ended(outgoing, Sent(1))])
    clock.advance(minutes=119)
    await prune(world.database, clock)
    assert len(await world.rows()) == 1
    clock.advance(minutes=2)
    await prune(world.database, clock)
    assert await world.rows() == []


async def test_when_telegram_is_back_what_failed_is_due_at_once(world, clock, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    (outgoing,) = await take(world)
    await world.ledger.begin([outgoing])
    await world.ledger.record([Ended(outgoing, Unsent(300, "away"))])
    assert await take(world) == ()
    await world.ledger.try_again()
    assert [again.attempts for again in await take(world)] == [1]


async def test_a_wait_left_from_a_clock_that_was_set_back_is_none(world, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    for ahead, found in ((timedelta(minutes=14), 0), (timedelta(minutes=16), 1)):
        async with world.database.writing() as session:
            await session.execute(sa.update(LedgerRow).values(not_before=real_now() + ahead))
        assert len(await take(world)) == found


async def test_a_lease_left_from_a_clock_that_was_set_back_is_none(world, replies):
    await replies.enqueue(ANNA, "7:1:0", HELLO)
    await take(world)
    assert await world.copy("two").take_over() == 0
    async with world.database.writing() as session:
        await session.execute(sa.update(LedgerRow).values(leased_until=real_now() + timedelta(hours=1)))
    assert await world.copy("two").take_over() == 1
