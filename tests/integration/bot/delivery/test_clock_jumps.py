"""Somebody sets the wall's clock in the middle of a wave: everything still comes at once, and once."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.observability.outages import Outages
from bot.runtime.scheduler import Scheduler
from briefings import clock as clock_module
from briefings.clock import SteadyClock, SystemClock
from tests.waiting import until

CHATS = range(101, 131)
RATE = 20
"""Fewer than there are chats, so that more must be taken after the clock was set."""


class Wall:
    """The clock on the wall, with a hand on it."""

    def __init__(self):
        self.offset = timedelta(0)

    def __call__(self):
        return datetime.now(UTC) + self.offset


@pytest.fixture
def wall(monkeypatch):
    wall = Wall()
    monkeypatch.setattr(clock_module, "_STEADY", SteadyClock(wall))
    return wall


@pytest.fixture
def clock(wall):
    return SystemClock()


@pytest.mark.parametrize("jumps", [[-1], [-1, 1], [1, -1], [24]], ids=str)
async def test_a_wave_goes_on_however_the_clock_is_set(post, telegram, wall, clock, jumps):
    people = [telegram.person(chat) for chat in CHATS]
    await post.enqueue(*CHATS)
    delivery = post.copy("one", alone=True, rate=RATE)
    schedule = Scheduler(clock, post.ledger("one").next_due, delivery.run, Outages())
    schedule.start()
    for number, hours in enumerate(jumps, 1):
        await until(lambda number=number: sum(bool(person.messages) for person in people) >= 6 * number)
        wall.offset += timedelta(hours=hours)
        schedule.wake()
    await asyncio.gather(*(person.hears("hello") for person in people))
    await until(lambda: all_sent(post))
    await delivery.stop()
    await schedule.stop()
    assert {len(person.messages) for person in people} == {1}


async def all_sent(post):
    return set(await post.states()) == {"sent"}


async def test_what_falls_due_later_is_not_waited_for_longer_than_twice(post, telegram, wall, clock):
    """The clock goes on at half its speed until the wall's has caught up."""
    anna = telegram.person(101)
    await post.enqueue(101, due_at=clock.now() + timedelta(seconds=0.5))
    delivery = post.copy("one", alone=True)
    schedule = Scheduler(clock, post.ledger("one").next_due, delivery.run, Outages())
    schedule.start()
    wall.offset = timedelta(hours=-1)
    await anna.hears("hello")
    await delivery.stop()
    await schedule.stop()
