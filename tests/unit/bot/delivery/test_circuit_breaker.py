import asyncio

import pytest

from bot.delivery.circuit_breaker import LONGEST_PAUSE, MOST_FAILURES, CircuitBreaker
from bot.observability.outages import Outages


class Probe:
    """Whether Telegram answers, each time that is asked; and the pauses before that."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.pauses = []
        self.woken = asyncio.Event()

    async def sleep(self, seconds):
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    async def is_reachable(self):
        return self.answers.pop(0) if self.answers else await asyncio.Event().wait()


@pytest.fixture
def outages():
    return Outages()


@pytest.fixture
async def watched(outages):
    tasks = []

    def watch(*answers):
        probe = Probe(*answers)
        breaker = CircuitBreaker(outages, probe.sleep)
        tasks.append(asyncio.create_task(breaker.watch(probe.is_reachable, probe.woken.set)))
        return breaker, probe

    yield watch
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def fail(breaker, times=MOST_FAILURES):
    for _ in range(times):
        breaker.failed("HTTP 502")


def test_single_failures_are_no_outage(outages):
    breaker = CircuitBreaker(outages)
    for _ in range(10):
        fail(breaker, MOST_FAILURES - 1)
        breaker.succeeded()
    assert breaker.is_closed
    assert not outages.is_on("telegram")


def test_failures_in_a_row_open_it(outages, caplog):
    breaker = CircuitBreaker(outages)
    fail(breaker, 50)
    assert breaker.is_open
    assert [record.message for record in caplog.records] == ["telegram is away, we go on trying: HTTP 502"]


async def test_it_is_half_open_once_telegram_answers_and_a_message_closes_it(watched, outages):
    breaker, probe = watched(False, False, True)
    fail(breaker)
    await asyncio.wait_for(probe.woken.wait(), 10)
    assert breaker.is_half_open
    assert outages.is_on("telegram")
    assert probe.pauses == [1, 2, 4]
    breaker.succeeded()
    assert breaker.is_closed
    assert not outages.is_on("telegram")


async def test_a_message_that_fails_opens_it_again_for_longer(watched, outages, caplog):
    breaker, probe = watched(True, True)
    fail(breaker)
    await asyncio.wait_for(probe.woken.wait(), 10)
    probe.woken.clear()
    fail(breaker, 1)
    assert breaker.is_open
    await asyncio.wait_for(probe.woken.wait(), 10)
    assert probe.pauses == [1, 2]
    assert len(caplog.records) == 1


async def test_pauses_have_an_end(watched):
    breaker, probe = watched(*[False] * 30, True)
    fail(breaker)
    await asyncio.wait_for(probe.woken.wait(), 10)
    assert max(probe.pauses) == LONGEST_PAUSE


async def test_what_failed_is_tried_again_when_all_of_telegram_was_away(watched):
    breaker, probe = watched(False, True)
    fail(breaker)
    await asyncio.wait_for(probe.woken.wait(), 10)
    assert breaker.take_recovery()
    assert not breaker.take_recovery()


async def test_where_only_messages_fail_others_wait_until_one_gets_through(watched):
    breaker, probe = watched(True)
    fail(breaker)
    await asyncio.wait_for(probe.woken.wait(), 10)
    assert not breaker.take_recovery()
    breaker.succeeded()
    assert breaker.take_recovery()
