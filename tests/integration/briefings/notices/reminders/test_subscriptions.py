from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from briefings.errors import Gone
from briefings.model.briefing import When
from briefings.notices.reminders import EmptyTopic, NoLeadAhead, Over
from briefings.notices.reminders.topics import EVERYTHING

ANNA, GROUP = 101, -202
ELECTION = [
    ("reminder", "1:7d", "06-02 09:00"),
    ("reminder", "1:1d", "06-08 09:00"),
    ("reminder", "1:0d", "06-09 09:00"),
]


async def test_following_a_date_owes_its_reminders_at_nine(world, election):
    key_date = await world.load("presidential election", election)
    followed = await world.following.follow_date(ANNA, key_date)
    assert followed.key_date_id == key_date
    assert await world.pending(ANNA) == ELECTION


async def test_leads_already_past_are_skipped(world, clock, election):
    key_date = await world.load("presidential election", election)
    clock.advance(days=32)  # 4 June
    await world.following.follow_date(ANNA, key_date)
    assert await world.pending(ANNA) == ELECTION[1:]


async def test_following_twice_owes_once(world, election):
    key_date = await world.load("presidential election", election)
    first = await world.following.follow_date(ANNA, key_date)
    assert await world.following.follow_date(ANNA, key_date) == first
    assert await world.pending(ANNA) == ELECTION


async def test_own_leads_stand_in_place_of_the_readers(world, election):
    key_date = await world.load("presidential election", election)
    followed = await world.following.follow_date(ANNA, key_date, leads=(timedelta(days=3), timedelta(hours=2)))
    assert await world.pending(ANNA) == [("reminder", "1:3d", "06-06 09:00"), ("reminder", "1:2h", "06-08 22:00")]
    await world.following.set_leads(ANNA, followed.id, None)
    assert await world.pending(ANNA) == ELECTION


async def test_unfollowing_takes_back_and_refollowing_owes_again(world, election):
    key_date = await world.load("presidential election", election)
    followed = await world.following.follow_date(ANNA, key_date)
    await world.following.unfollow(ANNA, followed.id)
    assert await world.pending(ANNA) == []
    assert await world.following.followings(ANNA) == ()
    await world.following.refollow(ANNA, followed.id)
    assert await world.pending(ANNA) == ELECTION


async def test_a_topic_holds_dates_of_today_and_of_tomorrow(world, election):
    await world.load("presidential election", election)
    await world.load("inauguration", election)
    await world.following.follow_topic(GROUP, "Elections")
    assert len(await world.pending(GROUP)) == 3
    await world.load("vote", election, quote="An early election will be held.")
    assert len(await world.pending(GROUP)) == 6


async def test_everything_is_a_topic(world, election):
    await world.following.follow_topic(GROUP, "*")
    await world.load("inauguration", election)
    assert await world.pending(GROUP) == ELECTION


async def test_the_narrowest_subscription_decides_the_leads(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_topic(ANNA, "*", leads=(timedelta(days=2),))
    assert [occurrence for _, occurrence, _ in await world.pending(ANNA)] == ["1:2d"]
    await world.following.follow_topic(ANNA, "election", leads=(timedelta(days=3),))
    assert [occurrence for _, occurrence, _ in await world.pending(ANNA)] == ["1:3d"]
    await world.following.follow_date(ANNA, key_date, leads=(timedelta(days=4),))
    assert [occurrence for _, occurrence, _ in await world.pending(ANNA)] == ["1:4d"]


async def test_later_dates_are_planned_by_the_narrowest_subscription_too(world, election):
    await world.following.follow_topic(ANNA, "*", leads=(timedelta(days=2),))
    await world.following.follow_topic(ANNA, "election", leads=(timedelta(days=3),))
    await world.load("presidential election", election)
    assert [occurrence for _, occurrence, _ in await world.pending(ANNA)] == ["1:3d"]


async def test_one_date_can_be_left_out_of_a_topic(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_topic(ANNA, "election")
    left_out = await world.following.unfollow_date(ANNA, key_date)
    assert await world.pending(ANNA) == []
    assert await world.following.following(ANNA, key_date) is None
    await world.following.refollow(ANNA, left_out.id)
    assert await world.pending(ANNA) == ELECTION


async def test_following_a_topic_anew_takes_in_what_was_left_out(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.unfollow_date(ANNA, key_date)
    await world.following.follow_topic(ANNA, "election")
    assert await world.pending(ANNA) == ELECTION


async def test_stopping_everything_at_once(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_topic(ANNA, "*")
    await world.following.follow_date(ANNA, key_date)
    assert len(await world.following.unfollow_all(ANNA)) == 2
    assert await world.pending(ANNA) == []


async def test_taking_back_that_everything_was_stopped_brings_back_what_was_there(world, election):
    vote, count, rally = [await world.load(name, election) for name in ("presidential election", "count", "rally")]
    await world.following.follow_topic(ANNA, "*")
    await world.following.follow_date(ANNA, vote, leads=(timedelta(days=3),))
    await world.following.unfollow_date(ANNA, rally)
    await world.following.follow_date(GROUP, rally)
    subscriptions, outgoing = await world.following.followings(ANNA), await world.subjects(ANNA)
    assert outgoing == [f"date:{count}", f"date:{vote}", f"date:{count}", f"date:{count}"]

    stopped = await world.following.unfollow_all(ANNA)
    assert await world.pending(ANNA) == []
    await world.following.restore(ANNA, [one.id for one in stopped])
    assert await world.following.followings(ANNA) == subscriptions
    assert await world.subjects(ANNA) == outgoing
    assert await world.following.following(ANNA, rally) is None


async def test_following_a_topic_again_leaves_out_what_was_left_out(world, election):
    rally = await world.load("election rally", election)
    topic = await world.following.follow_topic(ANNA, "election")
    await world.following.unfollow_date(ANNA, rally)
    await world.following.unfollow(ANNA, topic.id)
    await world.following.refollow(ANNA, topic.id)
    assert await world.pending(ANNA) == []


async def test_subscriptions_of_others_are_not_restored(world, election):
    key_date = await world.load("presidential election", election)
    theirs = await world.following.follow_date(GROUP, key_date)
    await world.following.unfollow(GROUP, theirs.id)
    assert await world.following.restore(ANNA, [theirs.id, 4711]) == ()
    assert await world.pending(GROUP) == []
    with pytest.raises(Gone):
        await world.following.refollow(ANNA, theirs.id)


async def test_a_month_gets_one_reminder_on_its_first_day(world, clock):
    june = When(
        "2019-06", clock.now().date().replace(month=6, day=1), clock.now().date().replace(month=6, day=30), "month"
    )
    key_date = await world.load("census", june)
    await world.following.follow_date(ANNA, key_date)
    assert await world.pending(ANNA) == [("reminder", "1:first", "06-01 09:00")]


async def test_what_is_over_unknown_or_without_words_is_refused(world, clock, election):
    key_date = await world.load("presidential election", election)
    clock.advance(days=38)
    with pytest.raises(Over):
        await world.following.follow_date(ANNA, key_date)
    with pytest.raises(Gone):
        await world.following.follow_date(ANNA, 4711)
    with pytest.raises(EmptyTopic):
        await world.following.follow_topic(ANNA, "of the")


async def test_subscriptions_of_others_cannot_be_touched(world, election):
    key_date = await world.load("presidential election", election)
    followed = await world.following.follow_date(ANNA, key_date)
    with pytest.raises(Gone):
        await world.following.unfollow(GROUP, followed.id)


async def test_a_wish_adds_a_lead_to_those_there_are(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    await world.following.wish_date(ANNA, key_date, (timedelta(days=3),))
    assert await world.pending(ANNA) == [ELECTION[0], ("reminder", "1:3d", "06-06 09:00"), *ELECTION[1:]]


async def test_a_wish_adds_to_what_a_topic_brings(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_topic(ANNA, EVERYTHING)
    await world.following.wish_date(ANNA, key_date, (timedelta(days=3),))
    assert await world.pending(ANNA) == [ELECTION[0], ("reminder", "1:3d", "06-06 09:00"), *ELECTION[1:]]


async def test_a_first_wish_is_all_there_is(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.wish_date(ANNA, key_date, (timedelta(days=3),))
    assert await world.pending(ANNA) == [("reminder", "1:3d", "06-06 09:00")]


async def test_a_wish_replaces_where_it_says_so(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    await world.following.wish_date(ANNA, key_date, (timedelta(days=3),), replaces=True)
    assert await world.pending(ANNA) == [("reminder", "1:3d", "06-06 09:00")]


@pytest.mark.parametrize("leads", [(timedelta(days=60),), ()])
async def test_a_wish_that_cannot_be_met_leaves_everything_as_it_was(world, election, leads):
    key_date = await world.load("presidential election", election)
    await world.following.follow_date(ANNA, key_date)
    with pytest.raises(NoLeadAhead):
        await world.following.wish_date(ANNA, key_date, leads, replaces=True)
    assert await world.pending(ANNA) == ELECTION


async def test_a_wish_that_cannot_be_met_follows_nothing(world, election):
    key_date = await world.load("presidential election", election)
    with pytest.raises(NoLeadAhead):
        await world.following.wish_date(ANNA, key_date, (timedelta(days=60),))
    assert await world.following.followings(ANNA) == ()


async def test_of_several_wishes_those_that_can_be_met_are(world, election):
    key_date = await world.load("presidential election", election)
    await world.following.wish_date(ANNA, key_date, (timedelta(days=60), timedelta(days=3)))
    assert await world.pending(ANNA) == [("reminder", "1:3d", "06-06 09:00")]


@pytest.mark.parametrize(
    ("begins", "owed"),
    [
        (timedelta(hours=4), [("reminder", "1:2h")]),
        (timedelta(minutes=90), [("reminder", "1:1h")]),
        (timedelta(minutes=30), []),
    ],
)
async def test_what_is_very_near_takes_the_nearest_reminder_that_can_still_come(world, clock, begins, owed):
    instant = clock.now() + begins
    day = instant.astimezone(ZoneInfo("Asia/Almaty")).date()
    key_date = await world.load("debates", When(instant.isoformat(), day, day, "minute", instant, "Asia/Almaty"))
    await world.following.follow_date(ANNA, key_date)
    assert [(kind, occurrence) for kind, occurrence, _ in await world.pending(ANNA)] == owed
