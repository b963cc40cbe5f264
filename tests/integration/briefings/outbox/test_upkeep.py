from datetime import timedelta

from briefings.outbox.owing import Debt, owe, take_back
from briefings.outbox.pruning import prune
from briefings.outbox.report import delivery_report
from db.tables import LedgerRow

ANNA, BORIS = 101, 102


async def test_a_report_counts_what_became_of_each_reminder(world, clock, election):
    key_date = await world.load("presidential election", election)
    for chat in (ANNA, BORIS):
        await world.following.follow_date(chat, key_date)
    await world.following.unfollow_date(BORIS, key_date)
    lines = [
        (line.occurrence, line.state, line.count, line.reason)
        for line in await delivery_report(world.database, key_date)
    ]
    assert lines == [
        ("1:7d", "dropped", 1, "not followed"),
        ("1:7d", "pending", 1, ""),
        ("1:1d", "dropped", 1, "not followed"),
        ("1:1d", "pending", 1, ""),
        ("1:0d", "dropped", 1, "not followed"),
        ("1:0d", "pending", 1, ""),
    ]


async def test_nothing_is_reported_of_an_unknown_date(world):
    assert await delivery_report(world.database, 4711) == ()


async def test_only_what_ended_long_ago_is_forgotten(world, clock):
    now = clock.now()
    debts = [
        Debt(ANNA, "correction", "old and ended", "1", now - timedelta(days=181)),
        Debt(ANNA, "correction", "old and owed", "1", now - timedelta(days=181)),
        Debt(ANNA, "correction", "new and ended", "1", now - timedelta(days=179)),
    ]
    async with world.database.writing() as session:
        await owe(session, debts)
        await take_back(session, now, "test", LedgerRow.subject.contains("ended"))
    assert await prune(world.database, clock) == 1
    assert {row.subject for row in await world.rows()} == {"old and owed", "new and ended"}
