import asyncio
from datetime import time, timedelta

import pytest

from briefings.model.reader import Quiet
from briefings.readers.pending_input import PendingInputs
from db.tables import FollowingRow, LedgerRow, ReaderRow

ANNA, GROUP, SUPERGROUP = 101, -202, -1_000_000_000_202
ELECTION = [
    ("reminder", "1:7d", "06-02 09:00"),
    ("reminder", "1:1d", "06-08 09:00"),
    ("reminder", "1:0d", "06-09 09:00"),
]


@pytest.fixture
async def followed(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    return key_date


async def test_a_stranger_gets_the_defaults_and_keeps_what_they_choose(world):
    met = await world.people.meet(ANNA, "private", "kk")
    assert (met.language, met.zone, met.reminder_time, met.leads) == (
        "kk",
        "Asia/Almaty",
        time(9),
        world.defaults.leads,
    )
    await world.people.set_language(ANNA, "ru")
    assert (await world.people.meet(ANNA, "private", "en")).language == "ru"


@pytest.mark.parametrize(
    ("change", "morning"),
    [
        (lambda people: people.set_zone(ANNA, "Europe/Moscow"), "06-09 09:00"),
        (lambda people: people.set_reminder_time(ANNA, time(7, 30)), "06-09 07:30"),
        (lambda people: people.set_quiet(ANNA, Quiet(time(21), time(10))), "06-09 10:00"),
    ],
)
async def test_a_changed_setting_changes_what_is_owed(world, followed, change, morning):
    await change(world.people)
    assert (await world.pending(ANNA))[-1] == ("reminder", "1:0d", morning)
    assert len(await world.pending(ANNA)) == 3


async def test_new_leads_add_and_take_away(world, followed):
    await world.people.set_leads(ANNA, (timedelta(days=3), timedelta(days=1)))
    assert await world.pending(ANNA) == [("reminder", "1:3d", "06-06 09:00"), ("reminder", "1:1d", "06-08 09:00")]
    await world.people.set_leads(ANNA, ())
    assert await world.pending(ANNA) == []
    await world.people.set_leads(ANNA, None)
    assert await world.pending(ANNA) == ELECTION


async def test_a_reminder_whose_new_time_has_passed_comes_at_once(world, clock, followed):
    clock.advance(days=37, hours=-1)  # 9 June, 09:00 in Almaty, three hours earlier in Moscow
    await world.people.set_zone(ANNA, "Europe/Moscow")
    clock.advance(hours=1)
    await world.people.set_reminder_time(ANNA, time(5))
    assert (await world.pending(ANNA))[-1] == ("reminder", "1:0d", "06-09 07:00")


async def test_a_zone_that_does_not_exist_is_refused(world):
    with pytest.raises(ValueError, match="Mars/Olympus"):
        await world.people.set_zone(ANNA, "Mars/Olympus")


async def test_who_leaves_is_owed_nothing_and_who_returns_is_owed_what_lies_ahead(world, clock, followed):
    await world.people.left(ANNA)
    assert await world.pending(ANNA) == []
    clock.advance(days=33)
    await world.people.meet(ANNA, "private")
    assert await world.pending(ANNA) == ELECTION[1:]


async def test_a_group_takes_everything_to_its_new_id(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(GROUP, key_date)
    await world.people.set_language(GROUP, "kk")
    await world.people.migrate_chat(GROUP, SUPERGROUP)
    assert await world.pending(SUPERGROUP) == ELECTION
    assert (await world.people.settings(SUPERGROUP)).language == "kk"
    assert await world.rows(LedgerRow.chat_id == GROUP) == []


async def test_a_group_may_have_begun_anew_under_its_new_id(world, election):
    key_date = await world.load("presidential election", election)
    for chat in (GROUP, SUPERGROUP):
        await world.following.follow_date(chat, key_date)
    await world.people.migrate_chat(GROUP, SUPERGROUP)
    await world.people.migrate_chat(GROUP, SUPERGROUP)
    assert await world.pending(SUPERGROUP) == ELECTION
    assert len(await world.following.followings(SUPERGROUP)) == 1


async def test_a_group_that_came_to_its_new_id_before_that_was_told_keeps_its_settings(world, election):
    key_date = await world.load("presidential election", election)
    await world.people.meet(GROUP, "group", "kk")
    await world.people.set_zone(GROUP, "Europe/Berlin")
    await world.following.follow_date(GROUP, key_date)
    await world.people.returned(SUPERGROUP)
    await world.people.migrate_chat(GROUP, SUPERGROUP)
    settings = await world.people.settings(SUPERGROUP)
    assert (settings.language, settings.zone, settings.reachable) == ("kk", "Europe/Berlin", True)
    assert len(await world.pending(SUPERGROUP)) == len(ELECTION)


async def test_a_group_that_moved_is_told_in_both_chats_at_once(world, election):
    key_date = await world.load("presidential election", election)
    for number in range(10):
        await world.people.meet(GROUP - number, "group", "kk")
        await world.following.follow_date(GROUP - number, key_date)
    moves = [world.people.migrate_chat(GROUP - number, SUPERGROUP - number) for number in range(10)]
    again = [world.people.migrate_chat(GROUP - number, SUPERGROUP - number) for number in range(10)]
    joins = [world.people.returned(SUPERGROUP - number) for number in range(10)]
    await asyncio.gather(*moves, *again, *joins)
    for number in range(10):
        assert await world.pending(SUPERGROUP - number) == ELECTION
        assert (await world.people.settings(SUPERGROUP - number)).language == "kk"


async def test_forgetting_leaves_nothing(world, followed):
    await world.people.forget(ANNA)
    async with world.database.reading() as session:
        for table in (ReaderRow, FollowingRow, LedgerRow):
            assert (await session.execute(table.__table__.select())).all() == []


async def test_what_is_kept_can_be_read(world, followed):
    await PendingInputs(world.database).begin(ANNA, ANNA, "set-zone", typed="Berl")
    await world.following.follow_topic(7, "of somebody else")
    kept = await world.people.export(ANNA)
    assert kept["settings"]["zone"] == "Asia/Almaty"
    assert kept["followed"] == [followed]
    assert [message["occurrence"] for message in kept["messages"]] == ["1:7d", "1:1d", "1:0d"]
    assert kept["under way"] == [{"step": "set-zone", "data": {"typed": "Berl"}}]
