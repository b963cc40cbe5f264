"""Of several reminders of one key date that would come together, one comes: the nearest."""

from datetime import timedelta

import pytest

from briefings.outbox.enqueueing import NewMessage, enqueue
from briefings.outbox.ledger import Ended
from briefings.outbox.outbox_message import Doubtful, Sent
from db.tables import LedgerRow

ANNA, BORIS = 101, 102
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def reminded(world, clock):
    """Say when reminders of a key date fall due, from now, for each of the chats."""

    async def owing(*spans, chats=(ANNA,), subject="date:1", useless_after=None):
        now = clock.now()
        new_messages = [
            NewMessage(chat, "reminder", subject, f"1:{number}", now + span, useless_after)
            for chat in chats
            for number, span in enumerate(spans)
        ]
        for chat in chats:
            await world.people.meet(chat, "private")
        async with world.database.writing() as session:
            await enqueue(session, new_messages)

    return owing


async def deliver(world, late_before):
    """Send all that is due; tell what went out."""
    sent = []
    while batch := await world.ledger.take_due(10, late_before):
        begun = await world.ledger.begin(batch)
        await world.ledger.record([Ended(outgoing, Sent(1)) for outgoing in batch if outgoing.id in begun])
        sent += [
            (outgoing.chat_id, outgoing.subject, outgoing.occurrence) for outgoing in batch if outgoing.id in begun
        ]
    return sent


async def ended(world):
    return [(row.occurrence, row.state, row.reason) for row in await world.rows(LedgerRow.state != "pending")]


async def test_after_an_outage_one_reminder_comes_of_those_of_one_date(world, clock, reminded):
    await reminded(-6 * DAY, -HOUR, -MINUTE, DAY)
    assert await deliver(world, clock.now()) == [(ANNA, "date:1", "1:2")]
    overtaken = "a nearer reminder took its place"
    assert await ended(world) == [("1:0", "dropped", overtaken), ("1:1", "dropped", overtaken), ("1:2", "sent", None)]


async def test_other_dates_and_other_chats_have_their_own(world, clock, reminded):
    await reminded(-DAY, chats=(ANNA, BORIS))
    await reminded(-HOUR, subject="date:2")
    assert sorted(await deliver(world, clock.now())) == [
        (ANNA, "date:1", "1:0"),
        (ANNA, "date:2", "1:0"),
        (BORIS, "date:1", "1:0"),
    ]


async def test_a_late_one_leaves_it_to_the_one_that_comes_in_a_moment(world, clock, reminded):
    await reminded(-DAY, 9 * MINUTE)
    assert await deliver(world, clock.now()) == []
    clock.advance(minutes=9)
    assert await deliver(world, clock.now() - HOUR) == [(ANNA, "date:1", "1:1")]


async def test_a_late_one_comes_where_the_next_is_not_that_close(world, clock, reminded):
    await reminded(-DAY, 11 * MINUTE)
    assert await deliver(world, clock.now()) == [(ANNA, "date:1", "1:0")]


async def test_two_that_come_in_time_both_come(world, clock, reminded):
    await reminded(timedelta(0), MINUTE)
    assert await deliver(world, clock.now() - HOUR) == [(ANNA, "date:1", "1:0")]
    clock.advance(minutes=1)
    assert await deliver(world, clock.now() - HOUR) == [(ANNA, "date:1", "1:1")]


async def test_one_that_waited_in_hand_until_the_next_fell_due_does_not_begin(world, clock, reminded):
    await reminded(timedelta(0), MINUTE)
    batch = await world.ledger.take_due(10, clock.now() - HOUR)
    clock.advance(minutes=1)
    assert await world.ledger.begin(batch) == frozenset()
    assert await deliver(world, clock.now() - HOUR) == [(ANNA, "date:1", "1:1")]


async def test_one_that_may_have_arrived_is_not_tried_again_once_the_next_is_due(world, clock, reminded):
    await reminded(timedelta(0), MINUTE)
    batch = await world.ledger.take_due(10, clock.now())
    await world.ledger.begin(batch)
    await world.ledger.record([Ended(batch[0], Doubtful(0, "timed out"))])
    clock.advance(minutes=1)
    assert await deliver(world, clock.now()) == [(ANNA, "date:1", "1:1")]
    assert [(occurrence, state) for occurrence, state, _ in await ended(world)] == [("1:0", "unknown"), ("1:1", "sent")]


async def test_what_is_over_is_not_said_to_be_overtaken(world, clock, reminded):
    await reminded(-2 * HOUR, -HOUR, useless_after=clock.now())
    assert await deliver(world, clock.now()) == []
    assert {reason for _, _, reason in await ended(world)} == {"too late"}


async def test_a_look_goes_on_until_it_finds_something_to_send(world, clock, reminded):
    chats = tuple(range(1, 31))
    await reminded(-DAY, -HOUR, chats=chats)
    batch = await world.ledger.take_due(5, clock.now())
    assert [outgoing.occurrence for outgoing in batch] == ["1:1"] * 5
    assert len(await deliver(world, clock.now())) == 25


async def test_two_copies_send_one_reminder_each_chat(world, clock, reminded):
    await reminded(-DAY, -HOUR, chats=(ANNA, BORIS))
    first = await world.ledger.take_due(1, clock.now())
    second = await world.copy("two").take_due(10, clock.now())
    assert [(outgoing.chat_id, outgoing.occurrence) for outgoing in (*first, *second)] == [
        (ANNA, "1:1"),
        (BORIS, "1:1"),
    ]
