from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from briefings.model.briefing import When
from briefings.model.reader import Quiet
from briefings.notices.reminders.due_times import at
from db.tables import KeyDateRow, LedgerRow

ANNA, BORIS = 101, 102


@pytest.fixture
def later():
    return When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")


async def test_a_moved_date_owes_new_reminders_and_tells_at_once(world, clock, election, later):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    await world.key_dates.move(key_date, later, by=1)
    assert await world.pending(ANNA) == [
        ("moved", "2", "05-03 10:00"),
        ("reminder", "2:7d", "06-09 09:00"),
        ("reminder", "2:1d", "06-15 09:00"),
        ("reminder", "2:0d", "06-16 09:00"),
    ]


async def test_a_cancelled_date_owes_only_the_news(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_topic(ANNA, "election")
    await world.key_dates.cancel(key_date, by=1)
    assert [kind for kind, _, _ in await world.pending(ANNA)] == ["cancelled"]


async def test_a_restored_date_is_owed_again(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    await world.key_dates.cancel(key_date, by=1)
    await world.key_dates.undo(key_date, by=1)
    kinds = [kind for kind, _, _ in await world.pending(ANNA)]
    assert kinds == ["cancelled", "restored", "reminder", "reminder", "reminder"]


async def test_news_in_quiet_hours_wait_for_their_end(world, clock, election, later):
    key_date = await world.load("presidential election", election)
    await world.people.set_quiet(ANNA, Quiet(time(22), time(8)))
    await world.following.follow_date(ANNA, key_date)
    clock.advance(hours=13)  # 23:00 in Almaty
    await world.key_dates.move(key_date, later, by=1)
    assert (await world.pending(ANNA))[0] == ("moved", "2", "05-04 08:00")


async def test_each_follower_is_told_in_their_own_zone(world, election, later):
    key_date = await world.load("presidential election", election)
    await world.people.set_zone(BORIS, "Europe/Moscow")
    for chat in (ANNA, BORIS):
        await world.following.follow_date(chat, key_date)
    await world.key_dates.move(key_date, later, by=1)
    reminders = await world.rows(LedgerRow.occurrence == "2:0d")
    assert [row.due_at.hour for row in reminders] == [3, 6]


async def test_a_withdrawn_date_is_owed_no_longer(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    async with world.database.writing() as session:
        await world.planner.date_gone(session, key_date)
    assert await world.pending(ANNA) == []


async def test_new_defaults_hold_for_who_chose_nothing(world, clock, election):
    key_date = await world.load("presidential election", election)
    await world.people.set_reminder_time(BORIS, time(7))
    for chat in (ANNA, BORIS):
        await world.following.follow_date(chat, key_date)
    later = type(world)(world.database, clock, replace(world.defaults, reminder_time=time(20), leads=(timedelta(0),)))
    async with world.database.writing() as session:
        await later.planner.plan_anew(session)
    assert await world.pending(ANNA) == [("reminder", "1:0d", "06-09 20:00")]
    assert await world.pending(BORIS) == [("reminder", "1:0d", "06-09 07:00")]


async def test_what_would_have_come_already_under_new_defaults_comes_at_once(world, clock, election):
    evening = replace(world.defaults, reminder_time=time(20), leads=(timedelta(days=7), timedelta(0)))
    before = type(world)(world.database, clock, evening)
    key_date = await before.load("presidential election", election)
    await before.following.follow_date(ANNA, key_date)
    await before.people.set_reminder_time(BORIS, time(20))
    await before.following.follow_date(BORIS, key_date)
    clock.instant = at(date(2019, 6, 9), time(12), "Asia/Almaty")  # the first reminder is late, the second to come
    morning = type(world)(world.database, clock, replace(evening, reminder_time=time(9), leads=(timedelta(0),)))
    for _ in range(2):  # what is due stays due
        async with world.database.writing() as session:
            await morning.planner.plan_anew(session)
    assert await world.pending(ANNA) == [("reminder", "1:7d", "06-02 20:00"), ("reminder", "1:0d", "06-09 12:00")]
    assert await world.pending(BORIS) == [("reminder", "1:7d", "06-02 20:00"), ("reminder", "1:0d", "06-09 20:00")]


async def join(world, new: int, known: int) -> None:
    async with world.database.writing() as session:
        (await session.get_one(KeyDateRow, new)).status = "withdrawn"
        await world.planner.date_joined(session, new, known)


async def test_who_followed_what_is_the_same_follows_the_one_that_is_left(world, election):
    known = await world.load("election", election)
    new = await world.load("сайлау", election, language="kk")
    await world.following.follow_date(ANNA, new)
    await world.following.follow_date(BORIS, known)
    await join(world, new, known)
    assert await world.subjects(ANNA) == await world.subjects(BORIS) == [f"date:{known}"] * 3
    assert {kind for kind, _, _ in await world.pending(ANNA)} == {"reminder"}


async def test_who_followed_both_is_reminded_once(world, election):
    known = await world.load("election", election)
    new = await world.load("сайлау", election, language="kk")
    for key_date in (new, known):
        await world.following.follow_date(ANNA, key_date)
    await join(world, new, known)
    assert await world.subjects(ANNA) == [f"date:{known}"] * 3


async def test_parted_again_each_is_followed_as_before(world, clock, election):
    known = await world.load("election", election)
    new = await world.load("сайлау", election, language="kk")
    await world.following.follow_date(ANNA, new)
    clock.advance(hours=1)
    await world.following.follow_date(BORIS, known)
    await join(world, new, known)
    async with world.database.writing() as session:
        (await session.get_one(KeyDateRow, new)).status = "planned"
        await world.planner.date_parted(session, new, known)
    assert await world.subjects(ANNA) == [f"date:{new}"] * 3
    assert await world.subjects(BORIS) == [f"date:{known}"] * 3
