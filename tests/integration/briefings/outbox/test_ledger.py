from datetime import timedelta

import pytest
import sqlalchemy as sa

from briefings.outbox.enqueueing import NewMessage, Slot, enqueue, enqueue_for_readers, take_back
from briefings.outbox.ledger import ANSWERS_DUE, DUE, IN_ORDER, NEXT, Ended
from briefings.outbox.outbox_message import Failed, Sent, Silenced, Unsent
from db.tables import LedgerRow, ReaderRow

ANNA, BORIS = 101, 102
LATER = timedelta(hours=1)
SUBJECTS = "ix_ledger_subject_state (subject=? AND state=?"


@pytest.fixture
async def new_messages(world, clock):
    """Owe each of two readers two corrections and a broadcast that is older."""
    for chat in (ANNA, BORIS):
        await world.people.meet(chat, "private")
    now = clock.now()
    found = [
        NewMessage(chat, kind, f"{kind}:{number}", "1", now - timedelta(minutes=number))
        for chat in (ANNA, BORIS)
        for kind, number in (("correction", 2), ("correction", 1), ("broadcast", 3))
    ]
    async with world.database.writing() as session:
        await enqueue(session, found)
    return found


def told(batch):
    return [(outgoing.chat_id, outgoing.subject) for outgoing in batch]


def a_look(now):
    return {"bulk": False, "now": now, "soon": now, "real": now, "far": now + LATER, "late_before": now, "most": 10}


async def take(world, limit=10):
    return await world.ledger.take_due(limit, world.clock.now() - LATER)


async def test_the_oldest_comes_first_one_for_each_chat_and_bulk_last(world, new_messages):
    waves = []
    while batch := await take(world):
        waves.append(told(batch))
        await world.ledger.begin(batch)
        await world.ledger.record([Ended(outgoing, Sent(1)) for outgoing in batch])
    assert waves == [
        [(ANNA, "correction:2"), (BORIS, "correction:2")],
        [(ANNA, "correction:1"), (BORIS, "correction:1")],
        [(ANNA, "broadcast:3"), (BORIS, "broadcast:3")],
    ]


async def test_no_copy_gets_what_another_holds(world, new_messages):
    first = await take(world, limit=1)
    other = world.copy("two")
    second = await other.take_due(10, world.clock.now())
    assert told(first) == [(ANNA, "correction:2")]
    assert told(second) == [(BORIS, "correction:2")]


async def test_copies_that_have_messages_in_hand_are_counted(world, new_messages):
    assert await world.ledger.copies() == 1
    await take(world, limit=1)
    other = world.copy("two")
    assert await other.copies() == 2
    assert await world.ledger.copies() == 1


async def test_what_is_given_back_can_be_taken_again(world, new_messages):
    batch = await take(world)
    await world.ledger.release(batch)
    assert told(await take(world)) == told(batch)


async def test_what_was_taken_back_meanwhile_may_not_begin(world, clock, new_messages):
    batch = await take(world)
    async with world.database.writing() as session:
        await take_back(session, clock.now(), "moved", LedgerRow.chat_id == ANNA)
    begun = await world.ledger.begin(batch)
    assert begun == {outgoing.id for outgoing in batch if outgoing.chat_id == BORIS}


async def test_what_is_over_meanwhile_may_not_begin(world, clock, new_messages):
    async with world.database.writing() as session:
        await session.execute(sa.update(LedgerRow).values(useless_after=clock.now() + LATER))
    batch = await take(world)
    clock.advance(hours=2)
    assert await world.ledger.begin(batch) == frozenset()
    assert {row.state for row in await world.rows(LedgerRow.id.in_([outgoing.id for outgoing in batch]))} == {"dropped"}


async def test_what_was_taken_back_in_the_air_is_not_tried_again(world, clock, new_messages):
    batch = await take(world, limit=1)
    await world.ledger.begin(batch)
    async with world.database.writing() as session:
        await take_back(session, clock.now(), "moved", LedgerRow.chat_id == ANNA)
    await world.ledger.record([Ended(batch[0], Unsent(0, "Bad Gateway"))])
    (row,) = await world.rows(LedgerRow.id == batch[0].id)
    assert (row.state, row.reason) == ("dropped", "moved")


async def test_a_lease_that_ran_out_is_worth_nothing(world, clock, new_messages):
    slow = world.copy("slow", lease=timedelta(0))
    batch = await slow.take_due(1, clock.now())
    assert await slow.begin(batch) == frozenset()
    assert await world.ledger.take_over() == 1
    assert told(await take(world, limit=1)) == told(batch)


async def test_a_message_that_arrived_is_sent_though_the_lease_was_lost(world, clock, new_messages):
    slow = world.copy("slow")
    batch = await slow.take_due(1, clock.now())
    await slow.begin(batch)
    await world.ledger.take_over(alone=True)
    await slow.record([Ended(batch[0], Failed("too late to tell"))])
    (row,) = await world.rows(LedgerRow.id == batch[0].id)
    assert (row.state, row.doubts) == ("pending", 1)
    await slow.record([Ended(batch[0], Sent(7))])
    (row,) = await world.rows(LedgerRow.id == batch[0].id)
    assert (row.state, row.message_id) == ("sent", 7)


async def test_a_silent_chat_gets_nothing_others_do(world, new_messages):
    batch = await take(world)
    await world.ledger.begin(batch)
    await world.ledger.record([Ended(batch[0], Silenced(60)), Ended(batch[1], Sent(1))])
    assert {chat for chat, _ in told(await take(world))} == {BORIS}


async def test_what_was_sent_is_never_owed_again_but_what_was_dropped_is(world, clock, new_messages):
    batch = await take(world)
    await world.ledger.begin(batch)
    await world.ledger.record([Ended(batch[0], Sent(1)), Ended(batch[1], Failed("empty"))])
    async with world.database.writing() as session:
        await take_back(session, clock.now(), "test", LedgerRow.subject == "broadcast:3")
        await enqueue(session, new_messages)
    states = {(row.chat_id, row.subject): row.state for row in await world.rows()}
    assert (states[ANNA, "correction:2"], states[BORIS, "correction:2"]) == ("sent", "failed")
    assert (states[ANNA, "broadcast:3"], states[BORIS, "broadcast:3"]) == ("pending", "pending")


async def test_a_crowd_is_owed_its_slots_in_one_go(world, clock, new_messages):
    readers = sa.select(ReaderRow.chat_id, sa.case((ReaderRow.chat_id == ANNA, "a"), else_="b").label("key"))
    now = clock.now()
    slots = [Slot("a", "1", now, now + LATER), Slot("b", "1", now + LATER, now + 2 * LATER)]
    async with world.database.writing() as session:
        await enqueue_for_readers(session, readers, slots, "correction", "crowd", {"text": "hello"})
    rows = await world.rows(LedgerRow.subject == "crowd")
    assert [(row.chat_id, row.due_at, row.payload) for row in rows] == [
        (ANNA, now, {"text": "hello"}),
        (BORIS, now + LATER, {"text": "hello"}),
    ]


async def test_the_look_for_what_is_due_reads_an_index_of_what_is_pending(world, clock):
    """Whatever the ledger's size: a scan of the table would be slow with a million rows."""
    if not world.database.is_sqlite:
        return
    given = a_look(clock.now())
    async with world.database.reading() as session:
        for query, index in ((NEXT, "ix_ledger_pending"), (DUE, "ix_ledger_pending"), (ANSWERS_DUE, SUBJECTS)):
            compiled = query.params(given).compile(
                world.database.engine.sync_engine, compile_kwargs={"literal_binds": True}
            )
            plan = [row[3] for row in await session.execute(sa.text(f"EXPLAIN QUERY PLAN {compiled}"))]
            assert any(index in step for step in plan), plan
            assert not any(step.startswith("SCAN ledger") and "INDEX" not in step for step in plan), plan
            of_the_chat = [step for step in plan if step.startswith("SEARCH ledger_")]
            assert all("ix_ledger_open (chat_id=? AND due_at" in step for step in of_the_chat), plan


async def test_a_wave_that_the_statistics_do_not_know_is_not_sorted(world, clock, new_messages):
    if world.database.is_sqlite:
        return
    given = a_look(clock.now())
    async with world.database.writing() as session:
        await session.execute(sa.update(LedgerRow).values(state="sent"))
        await session.execute(sa.text("ANALYZE ledger"))
        wave = [NewMessage(ANNA, "correction", "correction:3", str(number), clock.now()) for number in range(2_000)]
        await enqueue(session, wave)
    async with world.database.reading() as session:
        await session.execute(IN_ORDER)
        look = DUE.params(given).compile(world.database.engine.sync_engine, compile_kwargs={"literal_binds": True})
        plan = [row[0] for row in await session.execute(sa.text(f"EXPLAIN {look}"))]
    assert any("ix_ledger_pending" in step for step in plan), plan
    assert not any("Sort" in step for step in plan), plan
