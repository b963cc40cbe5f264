"""Whoever waits for answers is never limited; whoever does not is told once, and then not heard for a while."""

import pytest

from bot.runtime.rate_limiter import BURST, MOST_BUCKETS, RECOVERED, STAFF_BURST, RateLimiter

TOM, ANNA, OLGA, GROUP = 11, 12, 13, -100


class Watch:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def limiter(watch):
    async def is_staff(person):
        return person == OLGA

    return RateLimiter(is_staff, watch)


async def flood(limiter, count, person=TOM, group=None):
    """Return the decisions about so many messages sent at once."""
    return [await limiter.decide(person, group, is_overlapped=True) for _ in range(count)]


async def test_whoever_waits_for_each_answer_is_never_limited(limiter):
    for _ in range(1_000):
        assert (await limiter.decide(TOM, None, is_overlapped=False)).is_admitted


async def test_a_burst_is_fine_the_rest_of_a_flood_is_not_and_that_is_said_once(limiter):
    decisions = await flood(limiter, int(BURST) + 5)
    assert [one.is_admitted for one in decisions] == [True] * int(BURST) + [False] * 5
    assert [one.is_first for one in decisions[int(BURST) :]] == [True] + [False] * 4


async def test_one_who_floods_limits_nobody_else(limiter):
    await flood(limiter, 100)
    assert all(one.is_admitted for one in await flood(limiter, 5, ANNA))


async def test_one_message_a_second_may_overlap_for_ever(limiter, watch):
    for _ in range(500):
        watch.seconds += 1
        assert (await limiter.decide(TOM, None, is_overlapped=True)).is_admitted


async def test_whoever_goes_on_is_not_heard_and_whoever_slows_down_is(limiter, watch):
    await flood(limiter, 100)
    for _ in range(20):
        watch.seconds += 1
        assert not (await limiter.decide(TOM, None, is_overlapped=False)).is_admitted
    watch.seconds += RECOVERED
    assert (await limiter.decide(TOM, None, is_overlapped=False)).is_admitted


async def test_who_floods_again_is_told_again(limiter, watch):
    await flood(limiter, 100)
    watch.seconds += BURST
    assert sum(one.is_first for one in await flood(limiter, 100)) == 1


async def test_editors_may_send_far_more(limiter):
    assert all(one.is_admitted for one in await flood(limiter, int(STAFF_BURST), OLGA))
    assert not any(one.is_admitted for one in await flood(limiter, 5, OLGA))


async def test_a_group_has_a_limit_of_its_own(limiter):
    decisions = [one for person in range(50) for one in await flood(limiter, 1, person, GROUP)]
    assert sum(one.is_admitted for one in decisions) == BURST
    assert [one.is_first for one in decisions if not one.is_admitted] == [True] + [False] * (49 - int(BURST))
    assert all(one.is_group for one in decisions if not one.is_admitted)


async def test_who_floods_one_group_is_limited_in_all(limiter):
    await flood(limiter, 100, TOM, GROUP)
    assert await flood(limiter, 1, TOM, GROUP - 1) == [(False, False, False)]
    assert await flood(limiter, 1, ANNA, GROUP - 1) == [(True, False, False)]


async def test_one_member_who_floods_a_group_silences_nobody_else_in_it(limiter, watch):
    decisions = await flood(limiter, 100, TOM, GROUP)
    assert sum(one.is_first for one in decisions) == 1
    assert not any(one.is_group for one in decisions)
    assert (await limiter.decide(ANNA, GROUP, is_overlapped=False)).is_admitted
    watch.seconds += 1
    assert await flood(limiter, 1, ANNA, GROUP) == [(True, False, False)]


async def test_buckets_that_are_full_again_are_forgotten(limiter, watch):
    await flood(limiter, 100)
    for person in range(100, 100 + MOST_BUCKETS):
        await flood(limiter, 1, person)
    watch.seconds += 5
    await flood(limiter, 1, ANNA)
    assert len(limiter._buckets) <= 3
    assert not (await flood(limiter, 1))[0].is_admitted
