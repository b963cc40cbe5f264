from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from briefings.errors import Gone
from briefings.model.reader import Quiet
from briefings.notices.reminders import Over
from briefings.notices.reminders.snoozing import wishes_ahead
from briefings.outbox.ledger import Ended
from briefings.outbox.outbox_message import Sent

ANNA = 101


@pytest.fixture
async def reminded(world, clock, election):
    """Stand at 2 June, 10:00 in Almaty, with the first of three reminders sent."""
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    clock.advance(days=30)
    (outgoing,) = await world.ledger.take_due(10, clock.now())
    await world.ledger.begin([outgoing])
    await world.ledger.record([Ended(outgoing, Sent(1))])
    return key_date


@pytest.mark.parametrize(
    ("wish", "when"),
    [(timedelta(hours=3), "06-02 13:00"), ("tomorrow", "06-03 09:00")],
)
async def test_a_reminder_can_be_put_off(world, reminded, wish, when):
    await world.snoozing.snooze(ANNA, reminded, wish)
    assert ("reminder", "1:snooze:1", when) in await world.pending(ANNA)


async def test_on_the_day_before_there_is_one_reminder_not_two(world, reminded):
    await world.snoozing.snooze(ANNA, reminded, "tomorrow")
    snoozed = await world.snoozing.snooze(ANNA, reminded, "day before")
    assert snoozed.planned_anyway
    assert snoozed.due_at == datetime(2019, 6, 8, 3, tzinfo=UTC)
    assert await world.pending(ANNA) == [("reminder", "1:1d", "06-08 09:00"), ("reminder", "1:0d", "06-09 09:00")]


async def test_without_a_reminder_on_the_day_before_it_can_be_put_off_until_then(world, reminded):
    await world.people.set_leads(ANNA, (timedelta(0),))
    await world.snoozing.snooze(ANNA, reminded, "day before")
    assert ("reminder", "1:snooze:1", "06-08 09:00") in await world.pending(ANNA)


async def test_a_few_minutes_apart_is_the_same(world, clock, reminded):
    clock.advance(days=5, hours=20, minutes=5)  # 8 June, 06:05
    snoozed = await world.snoozing.snooze(ANNA, reminded, timedelta(hours=3))
    assert (snoozed.planned_anyway, snoozed.due_at) == (True, datetime(2019, 6, 8, 3, tzinfo=UTC))


async def test_only_what_comes_before_the_date_is_offered(world, election):
    reader = await world.people.settings(ANNA)
    ten_o_clock = replace(election, instant=datetime(2019, 6, 9, 4, tzinfo=UTC))  # in Almaty

    def offered(when, day, hour, minute=0, **others):
        local = datetime(2019, 6, day, hour, minute, tzinfo=ZoneInfo("Asia/Almaty"))
        return wishes_ahead(when, replace(reader, **others), local.astimezone(UTC))

    assert offered(election, 2, 9) == ("hours", "tomorrow", "eve")
    assert offered(election, 7, 9) == ("hours", "tomorrow")  # tomorrow is the day before
    assert offered(election, 8, 10) == ("hours", "tomorrow")
    assert offered(election, 9, 9) == ("hours",)
    assert offered(ten_o_clock, 9, 9, 30) == ()
    assert offered(ten_o_clock, 8, 21, quiet=Quiet(time(22), time(11))) == ("hours", "tomorrow")
    assert offered(election, 8, 22, quiet=Quiet(time(23), time(9))) == ("hours",)


async def test_a_second_wish_replaces_the_first(world, reminded):
    await world.snoozing.snooze(ANNA, reminded, timedelta(hours=3))
    await world.snoozing.snooze(ANNA, reminded, "tomorrow")
    assert len(await world.pending(ANNA)) == 3
    assert ("reminder", "1:snooze:1", "06-03 09:00") in await world.pending(ANNA)


async def test_after_a_snooze_came_there_can_be_another(world, clock, reminded):
    await world.snoozing.snooze(ANNA, reminded, timedelta(hours=3))
    clock.advance(hours=3)
    (outgoing,) = await world.ledger.take_due(10, clock.now())
    await world.ledger.begin([outgoing])
    await world.ledger.record([Ended(outgoing, Sent(2))])
    await world.snoozing.snooze(ANNA, reminded, timedelta(hours=3))
    assert ("reminder", "1:snooze:2", "06-02 16:00") in await world.pending(ANNA)


async def test_a_snooze_waits_for_the_end_of_quiet_hours(world, reminded):
    await world.people.set_quiet(ANNA, Quiet(time(12), time(15)))
    snoozed = await world.snoozing.snooze(ANNA, reminded, timedelta(hours=3))
    assert ("reminder", "1:snooze:1", "06-02 15:00") in await world.pending(ANNA)
    assert snoozed.key_date_id == reminded


async def test_a_snooze_survives_new_settings_but_not_unfollowing(world, reminded):
    await world.snoozing.snooze(ANNA, reminded, "tomorrow")
    await world.people.set_reminder_time(ANNA, time(8))
    assert ("reminder", "1:snooze:1", "06-03 09:00") in await world.pending(ANNA)
    await world.following.unfollow_date(ANNA, reminded)
    assert await world.pending(ANNA) == []


async def test_a_snooze_can_be_taken_back(world, reminded):
    await world.snoozing.snooze(ANNA, reminded, "tomorrow")
    await world.snoozing.unsnooze(ANNA, reminded)
    assert [occurrence for _, occurrence, _ in await world.pending(ANNA)] == ["1:1d", "1:0d"]


async def test_nothing_is_put_off_beyond_the_date(world, clock, reminded):
    with pytest.raises(Over):
        await world.snoozing.snooze(ANNA, reminded, timedelta(days=8))
    clock.advance(days=7)
    with pytest.raises(Over):
        await world.snoozing.snooze(ANNA, reminded, "day before")
    with pytest.raises(Gone):
        await world.snoozing.snooze(ANNA, 4711, "tomorrow")


async def test_a_moved_date_takes_its_snooze_away(world, reminded):
    await world.snoozing.snooze(ANNA, reminded, "tomorrow")
    await world.key_dates.cancel(reminded, by=1)
    assert [kind for kind, _, _ in await world.pending(ANNA)] == ["cancelled"]
