import asyncio

import pytest

from bot.observability.health import FRESH_SECONDS, Health, beating
from bot.observability.pulse import Pulse


async def well():
    return None


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def health(now):
    return Health(lambda: now[0])


async def test_without_checks_all_is_well(health):
    assert (await health.report("alive")).ok


async def test_one_problem_is_enough_and_says_its_name(health):
    async def polling_ended():
        return "it has ended"

    health.add("alive", "loop", well)
    health.add("alive", "poller", polling_ended)
    report = await health.report("alive")
    assert not report.ok
    assert report.problems == {"loop": None, "poller": "it has ended"}
    assert (await health.report("ready")).ok


async def test_a_check_that_breaks_is_not_well_and_the_others_are_asked(health):
    async def broken():
        raise ZeroDivisionError

    health.add("ready", "database", broken)
    health.add("ready", "telegram", well)
    assert (await health.report("ready")).problems == {"database": "ZeroDivisionError", "telegram": None}


async def test_a_check_that_hangs_is_not_waited_for(health, monkeypatch):
    monkeypatch.setattr("bot.observability.health.CHECK_SECONDS", 0.01)

    async def hanging():
        await asyncio.Event().wait()

    health.add("ready", "database", hanging)
    assert (await health.report("ready")).problems == {"database": "no answer within 0.01 s"}


async def test_however_many_ask_a_check_is_asked_once_in_a_while(health, now):
    asked = []

    async def check():
        asked.append(now[0])

    health.add("ready", "telegram", check)
    await asyncio.gather(*(health.report("ready") for _ in range(20)))
    assert asked == [0.0]
    now[0] = FRESH_SECONDS
    await health.report("ready")
    assert asked == [0.0, FRESH_SECONDS]


async def test_a_later_check_takes_the_place_of_an_earlier_one(health):
    async def wrong():
        return "wrong"

    health.add("alive", "poller", wrong)
    health.add("alive", "poller", well)
    assert (await health.report("alive")).ok


async def test_a_pulse_must_beat():
    now = [0.0]
    pulse = Pulse(lambda: now[0])
    check = beating(pulse, within=60)
    now[0] = 60.0
    assert await check() is None
    now[0] = 61.0
    assert await check() == "nothing for 61 s"
    pulse.beat()
    assert await check() is None
