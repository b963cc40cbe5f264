import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.observability.outages import Outages
from bot.runtime.scheduler import Scheduler
from briefings.clock import RehearsalClock, SystemClock

START = datetime(2019, 6, 1, tzinfo=UTC)


class Ledger:
    """Messages by when they fall due, and when each was delivered."""

    def __init__(self, clock, *due):
        self.clock = clock
        self.due = sorted(due)
        self.delivered = []
        self.looks = 0
        self.done = asyncio.Event()

    async def next_due(self):
        return self.due[0] if self.due else None

    async def deliver(self):
        self.looks += 1
        while self.due and self.due[0] <= self.clock.now():
            self.delivered.append((self.due.pop(0), self.clock.now()))
        if not self.due:
            self.done.set()


@pytest.fixture
async def running():
    started = []

    def start(clock, ledger):
        schedule = Scheduler(clock, ledger.next_due, ledger.deliver, Outages())
        schedule.start()
        started.append(schedule)
        return schedule

    yield start
    for schedule in started:
        await schedule.stop()


async def test_what_falls_due_is_delivered_when_it_does(running):
    clock = SystemClock()
    ledger = Ledger(clock, clock.now() + timedelta(seconds=0.3))
    running(clock, ledger)
    await asyncio.wait_for(ledger.done.wait(), 10)
    ((due, delivered),) = ledger.delivered
    assert due <= delivered


async def test_something_new_is_delivered_when_woken(running):
    clock = SystemClock()
    ledger = Ledger(clock, clock.now() + timedelta(days=1))
    schedule = running(clock, ledger)
    ledger.due.insert(0, clock.now())
    ledger.due.pop()
    schedule.wake()
    await asyncio.wait_for(ledger.done.wait(), 10)
    assert len(ledger.delivered) == 1


async def test_a_fast_clock_brings_a_month_in_a_moment(running):
    clock = RehearsalClock(START, speed=10_000_000)
    ledger = Ledger(clock, *(START + timedelta(days=day) for day in range(1, 31)))
    running(clock, ledger)
    await asyncio.wait_for(ledger.done.wait(), 10)
    assert len(ledger.delivered) == 30


async def test_moving_the_clock_stops_at_all_that_falls_due(running):
    clock = RehearsalClock(START, monotonic=lambda: 0.0)
    ledger = Ledger(clock, *(START + timedelta(days=day) for day in (1, 2, 20)))
    schedule = running(clock, ledger)
    await schedule.advance_to(START + timedelta(days=10))
    assert ledger.delivered == [(START + timedelta(days=day),) * 2 for day in (1, 2)]
    assert clock.now() == START + timedelta(days=10)


async def test_trouble_is_no_reason_to_stop_looking(running, monkeypatch, caplog):
    monkeypatch.setattr("bot.runtime.scheduler.AFTER_TROUBLE", 0.01)
    clock = SystemClock()
    ledger = Ledger(clock, clock.now())
    troubles = [ZeroDivisionError()]

    async def fail_once():
        if troubles:
            raise troubles.pop()
        await ledger.deliver()

    schedule = Scheduler(clock, ledger.next_due, fail_once, Outages())
    schedule.start()
    await asyncio.wait_for(ledger.done.wait(), 10)
    await schedule.stop()
    assert "delivery stopped" in caplog.text


async def test_other_work_comes_again_and_again_even_after_it_failed(running):
    clock, times, done = SystemClock(), [], asyncio.Event()

    async def work():
        times.append(clock.now())
        if len(times) == 1:
            raise ZeroDivisionError
        done.set()

    schedule = Scheduler(clock, Ledger(clock).next_due, Ledger(clock).deliver, Outages())
    schedule.every(timedelta(seconds=0.05), work, "work")
    schedule.start()
    await asyncio.wait_for(done.wait(), 10)
    await schedule.stop()


@pytest.mark.parametrize("clock", [SystemClock(), RehearsalClock(START, speed=3_600_000)])
async def test_other_work_is_done_at_the_start_and_by_the_clock_that_people_see(clock):
    times, done = [], asyncio.Event()

    async def work():
        times.append(clock.now())
        if isinstance(clock, SystemClock) or len(times) == 2:
            done.set()

    schedule = Scheduler(clock, Ledger(clock).next_due, Ledger(clock).deliver, Outages())
    schedule.every(timedelta(days=40), work, "work")
    schedule.start()
    await asyncio.wait_for(done.wait(), 20)
    await schedule.stop()
    assert times[-1] - times[0] >= timedelta(days=39) * (len(times) - 1)


async def test_a_stop_lets_other_work_end(caplog):
    clock, begun, ended = SystemClock(), asyncio.Event(), []

    async def work():
        begun.set()
        await asyncio.sleep(0.05)
        ended.append(clock.now())

    schedule = Scheduler(clock, Ledger(clock).next_due, Ledger(clock).deliver, Outages())
    schedule.every(timedelta(days=1), work, "work")
    schedule.start()
    await asyncio.wait_for(begun.wait(), 10)
    await schedule.stop()
    assert len(ended) == 1
    assert caplog.records == []


async def test_what_never_started_can_be_stopped():
    clock = SystemClock()
    ledger = Ledger(clock)
    await Scheduler(clock, ledger.next_due, ledger.deliver, Outages()).stop()
    assert ledger.looks == 0
