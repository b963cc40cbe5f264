import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

from briefings.clock import real_now
from briefings.editorial.unanswered import Unanswered
from briefings.maintenance import Maintenance
from briefings.model.briefing import When
from briefings.outbox.enqueueing import NewMessage, enqueue, take_back
from briefings.outbox.ledger_pruning import prune
from briefings.outbox.report import delivery_report
from briefings.readers.pending_input import PATIENCE, PendingInputs
from db.tables import ConversationRow, LedgerRow

ANNA, BORIS = 101, 102


async def test_a_report_counts_what_became_of_each_reminder(world, clock, election):
    key_date = await world.load("presidential election", election)
    for chat in (ANNA, BORIS):
        await world.following.follow_date(chat, key_date)
    await world.following.unfollow_date(BORIS, key_date)
    lines = [
        (line.occurrence, line.state, line.count, line.reason)
        for report in await delivery_report(world.database, key_date)
        for line in report.lines
    ]
    assert lines == [
        ("1:7d", "dropped", 1, "not followed"),
        ("1:7d", "pending", 1, ""),
        ("1:1d", "dropped", 1, "not followed"),
        ("1:1d", "pending", 1, ""),
        ("1:0d", "dropped", 1, "not followed"),
        ("1:0d", "pending", 1, ""),
    ]


async def test_a_report_tells_for_which_day_messages_were(world, clock, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    june_16 = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")
    await world.key_dates.move(key_date, june_16, by=1)
    await world.key_dates.cancel(key_date, by=1)
    told = [
        (report.revision, report.change, report.when.value, [(line.kind, line.state) for line in report.lines])
        for report in await delivery_report(world.database, key_date)
    ]
    assert told == [
        (1, None, "2019-06-09", [("reminder", "dropped")] * 3),
        (2, "moved", "2019-06-16", [("moved", "pending"), *[("reminder", "dropped")] * 3]),
        (3, "cancelled", "2019-06-16", [("cancelled", "pending")]),
    ]


async def test_nothing_is_reported_of_an_unknown_date(world):
    assert await delivery_report(world.database, 4711) == ()


async def test_only_what_ended_long_ago_is_forgotten(world, clock):
    now = clock.now()
    debts = [
        NewMessage(ANNA, "correction", "old and ended", "1", now - timedelta(days=181)),
        NewMessage(ANNA, "correction", "old and owed", "1", now - timedelta(days=181)),
        NewMessage(ANNA, "correction", "new and ended", "1", now - timedelta(days=179)),
    ]
    async with world.database.writing() as session:
        await enqueue(session, debts)
        await take_back(session, now, "test", LedgerRow.subject.contains("ended"))
    assert await prune(world.database, clock) == 1
    assert {row.subject for row in await world.rows()} == {"old and owed", "new and ended"}


async def test_what_was_never_answered_is_forgotten(world, clock, monkeypatch):
    conversations, unanswered = PendingInputs(world.database), Unanswered(world.database, clock)
    upkeep = Maintenance(world.database, clock, world.defaults)
    real = real_now()
    await conversations.begin(ANNA, ANNA, "zone", typed="Berl")
    await unanswered.note("where is the library?", "en")

    monkeypatch.setattr("briefings.readers.pending_input.real_now", lambda: real + PATIENCE)
    clock.advance(days=90)
    await upkeep.renew()
    assert await conversations.get(ANNA, ANNA)
    assert (await unanswered.page()).total == 1

    monkeypatch.setattr("briefings.readers.pending_input.real_now", lambda: real + PATIENCE + timedelta(minutes=1))
    clock.advance(days=1)
    await upkeep.renew()
    async with world.database.reading() as session:
        assert await session.get(ConversationRow, (ANNA, ANNA)) is None
    assert (await unanswered.page()).total == 0


async def test_copies_that_start_in_the_same_moment_plan_once(world, clock, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    later = replace(world.defaults, reminder_time=time(20))
    await asyncio.gather(*(Maintenance(world.database, clock, later).catch_up() for _ in range(4)))
    assert await world.pending(ANNA) == [
        ("reminder", "1:7d", "06-02 20:00"),
        ("reminder", "1:1d", "06-08 20:00"),
        ("reminder", "1:0d", "06-09 20:00"),
    ]
