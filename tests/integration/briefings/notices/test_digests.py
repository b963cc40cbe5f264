from dataclasses import replace
from datetime import time, timedelta

from briefings.maintenance import Maintenance
from briefings.outbox.ledger import Ended
from briefings.outbox.outbox_message import Sent

ANNA, BORIS = 101, 102


async def due(world, clock):
    """Take the one message that is due."""
    (outgoing,) = await world.ledger.take_due(10, clock.now())
    return outgoing


async def send(world, outgoing):
    await world.ledger.begin([outgoing])
    await world.ledger.record([Ended(outgoing, Sent(1))])


async def test_a_daily_digest_comes_at_the_reminder_time(world):
    await world.people.set_digest(ANNA, "daily")
    assert await world.pending(ANNA) == [("digest", "2019-05-04", "05-04 09:00")]


async def test_a_weekly_digest_comes_on_monday(world):
    await world.people.set_digest(ANNA, "weekly")
    assert await world.pending(ANNA) == [("digest", "2019-05-06", "05-06 09:00")]


async def test_who_changes_their_mind_gets_one_digest_or_none(world):
    await world.people.set_digest(ANNA, "daily")
    await world.people.set_reminder_time(ANNA, time(18))
    assert await world.pending(ANNA) == [("digest", "2019-05-03", "05-03 18:00")]
    await world.people.set_digest(ANNA, None)
    assert await world.pending(ANNA) == []


async def test_one_digest_is_followed_by_the_next(world, clock):
    await world.people.set_digest(ANNA, "daily")
    clock.advance(days=1)
    await send(world, await due(world, clock))
    assert await world.pending(ANNA) == [("digest", "2019-05-05", "05-05 09:00")]


async def test_a_digest_tells_what_is_new_and_what_lies_ahead(world, clock, election):
    await world.people.set_digest(ANNA, "weekly")
    clock.advance(days=1)
    await world.load("presidential election", election)
    clock.advance(days=2)
    digest = await world.digests.contents(await due(world, clock))
    assert [briefing.title for briefing in digest.new] == ["presidential election"]
    assert digest.ahead == ()  # more than a month away
    assert not digest.is_empty


async def test_a_digest_tells_what_came_since_the_last_one_sent_even_if_that_was_long_ago(world, clock, election):
    await world.people.set_digest(ANNA, "daily")
    await world.load("told already", election)
    clock.advance(days=1)
    await send(world, await due(world, clock))
    clock.advance(hours=1)
    await world.load("just before the outage", election)
    clock.advance(days=5)
    digest = await world.digests.contents(await due(world, clock))
    assert [briefing.title for briefing in digest.new] == ["just before the outage"]


async def test_after_an_outage_one_digest_comes_and_then_the_next_at_its_time(world, clock, election):
    await world.people.set_digest(ANNA, "daily")
    clock.advance(days=4, hours=-2, minutes=-1)  # 7 May, 07:59 in Almaty: an hour before the regular time
    await world.load("in the last hour", election)
    clock.advance(minutes=30)
    late = await due(world, clock)
    assert late.late
    await send(world, late)
    assert await world.ledger.take_due(10, clock.now()) == ()
    assert await world.pending(ANNA) == [("digest", "2019-05-08", "05-08 09:00")]


async def test_what_a_late_digest_told_is_not_told_again(world, clock, election):
    await world.people.set_digest(ANNA, "daily")
    clock.advance(days=3)
    await world.load("told late", election)
    clock.advance(hours=2)
    await send(world, await due(world, clock))
    await world.load("new", election)
    clock.advance(days=1)
    digest = await world.digests.contents(await due(world, clock))
    assert [briefing.title for briefing in digest.new] == ["new"]


async def test_a_digest_with_nothing_to_tell_says_so(world, clock):
    await world.people.set_digest(ANNA, "daily")
    clock.advance(days=1)
    assert (await world.digests.contents(await due(world, clock))).is_empty


async def test_new_defaults_are_noticed_at_the_next_start(world, clock, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    await world.people.set_digest(ANNA, "daily")
    later = replace(world.defaults, reminder_time=time(20), leads=(timedelta(0),))
    await Maintenance(world.database, clock, later).catch_up()
    assert await world.pending(ANNA) == [("digest", "2019-05-03", "05-03 20:00"), ("reminder", "1:0d", "06-09 20:00")]
    await Maintenance(world.database, clock, later).catch_up()
    assert len(await world.pending(ANNA)) == 2


async def test_a_missing_digest_is_owed_by_the_hourly_round(world, clock):
    await world.people.set_digest(ANNA, "daily")
    async with world.database.writing() as session:
        for row in await world.rows():
            await session.delete(await session.merge(row))
    await Maintenance(world.database, clock, world.defaults).renew()
    assert len(await world.pending(ANNA)) == 1
