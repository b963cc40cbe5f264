"""The dispatcher: one transaction for all that came together, bounded work, nothing lost when something fails."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.observability.liveness import Liveness
from bot.observability.metrics import Metrics
from bot.observability.outages import Outages
from bot.runtime.update_dispatcher import CAREFUL_SECONDS, Dispatcher, NotStored
from briefings.inbox import Arrival, Finished, Postponed, Taken
from briefings.inbox.inbox import TurnResult


class Box:
    """An inbox in memory that knows no queues: what arrived is taken as places are free."""

    def __init__(self):
        self.waiting = []
        self.ended = []
        self.turns = []
        self.failures = []
        self.left_in_hand = 0

    async def turn(self, arrivals, ended, free):
        if self.failures:
            raise self.failures.pop()
        self.turns.append((list(arrivals), list(ended)))
        self.waiting += arrivals
        self.ended += ended
        places, taken = dict(free), []
        for one in list(self.waiting):
            if places.get(one.lane, 0) > 0:
                places[one.lane] -= 1
                self.waiting.remove(one)
                taken.append(Taken(one, 1, datetime(2026, 5, 4, tzinfo=UTC), is_overlapped=False))
        left, self.left_in_hand = self.left_in_hand, 0
        return TurnResult(tuple(taken), 0, left)

    async def count_open(self):
        return len(self.waiting)


class Worker:
    """Works on an update until the test lets it end."""

    def __init__(self):
        self.begun = []
        self.gates = {}

    async def __call__(self, taken):
        number = taken.arrival.id
        self.begun.append(number)
        await self._gate(number).wait()
        return Finished(number, "done")

    def lets(self, *numbers):
        for number in numbers:
            self._gate(number).set()

    def _gate(self, number):
        return self.gates.setdefault(number, asyncio.Event())


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def worker():
    return Worker()


@pytest.fixture
def parts():
    return Outages(), Metrics(), Liveness()


@pytest.fixture
async def dispatcher(box, worker, parts):
    running = Dispatcher(box, worker, *parts, workers={"quick": 2, "asking": 1})
    running.start()
    yield running
    worker.lets(*range(100))
    await running.stop(5)


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr("bot.runtime.update_dispatcher.AFTER_TROUBLE", 0)


def sent(number, lane="quick"):
    return Arrival(number, number, number, lane, "{}")


async def settle():
    for _ in range(20):
        await asyncio.sleep(0)


async def test_storing_returns_when_it_is_stored_and_work_goes_on(dispatcher, box, worker):
    await dispatcher.store([sent(1)])
    assert box.turns[-1][0] == [sent(1)]
    await settle()
    assert (worker.begun, box.ended) == ([1], [])
    worker.lets(1)
    await settle()
    assert box.ended == [Finished(1, "done")]


async def test_what_comes_together_is_stored_together(dispatcher, box):
    await settle()
    await asyncio.gather(*(dispatcher.store([sent(number)]) for number in range(1, 9)))
    assert [arrivals for arrivals, _ in box.turns if arrivals] == [[sent(number) for number in range(1, 9)]]


async def test_no_more_is_worked_on_at_once_than_there_are_workers(dispatcher, worker):
    await dispatcher.store([sent(number) for number in range(1, 6)] + [sent(9, "asking")])
    await settle()
    assert worker.begun == [1, 2, 9]
    worker.lets(1)
    await settle()
    assert worker.begun == [1, 2, 9, 3]


async def test_after_a_death_with_work_in_hand_one_thing_is_done_at_a_time_for_a_while(box, worker, parts):
    seconds = [0.0]
    box.left_in_hand = 2
    running = Dispatcher(box, worker, *parts, workers={"quick": 4, "asking": 3}, monotonic=lambda: seconds[0])
    running.start()
    await running.store([sent(number) for number in range(1, 9)] + [sent(9, "asking")])
    worker.lets(1)
    await settle()
    assert worker.begun == [1, 9, 2]
    seconds[0] += CAREFUL_SECONDS
    worker.lets(2)
    await settle()
    assert worker.begun == [1, 9, 2, 3, 4, 5, 6]
    worker.lets(*range(1, 10))
    await running.stop(5)


async def test_an_update_that_fails_stops_nothing(box, parts, caplog):
    async def fails(_taken):
        raise ZeroDivisionError

    running = Dispatcher(box, fails, *parts)
    running.start()
    await running.store([sent(1)])
    await settle()
    assert box.ended == [Finished(1, "failed")]
    await running.store([sent(2)])
    await running.stop(5)
    assert caplog.text.count("update 1 failed") == 1


async def test_while_the_database_is_away_nothing_is_taken_as_stored_and_nothing_that_ended_is_forgotten(
    dispatcher, box, worker, parts, caplog
):
    await dispatcher.store([sent(1)])
    await settle()
    box.failures = [ConnectionResetError("away")] * 3
    with pytest.raises(NotStored):
        await dispatcher.store([sent(2)])
    assert parts[0].is_on("database")
    worker.lets(1)
    await settle()
    assert not parts[0].is_on("database")
    assert box.ended == [Finished(1, "done")]
    assert worker.begun == [1]
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]  # it went, and it is back


async def test_a_mistake_of_ours_in_the_inbox_is_logged_and_the_next_turn_comes(dispatcher, box, caplog):
    await settle()
    box.failures = [ZeroDivisionError()]
    with pytest.raises(NotStored):
        await dispatcher.store([sent(1)])
    await dispatcher.store([sent(1)])
    assert caplog.text.count("ZeroDivisionError") == 1


async def test_at_the_end_what_is_in_hand_is_finished_and_nothing_new_is_taken(dispatcher, box, worker):
    await dispatcher.store([sent(number) for number in range(1, 4)])
    await settle()
    stopping = asyncio.create_task(dispatcher.stop(60))
    await settle()
    with pytest.raises(NotStored):
        await dispatcher.store([sent(9)])
    worker.lets(1, 2)
    await stopping
    assert worker.begun == [1, 2]
    assert box.ended == [Finished(1, "done"), Finished(2, "done")]
    assert box.waiting == [sent(3)]


async def test_what_takes_too_long_at_the_end_is_given_back(dispatcher, box, worker):
    await dispatcher.store([sent(1), sent(2)])
    await settle()
    worker.lets(2)
    await dispatcher.stop(0.01)
    assert sorted(box.ended, key=lambda one: one.id) == [
        Postponed(1, 0, is_innocent=False), Finished(2, "done"),
    ]  # fmt: skip


async def test_a_database_that_is_away_at_the_end_holds_nothing_up(dispatcher, box, worker):
    await dispatcher.store([sent(1)])
    await settle()
    box.failures = [ConnectionResetError("away")] * 5
    worker.lets(1)
    await dispatcher.stop(5)
    assert box.ended == []


async def test_the_dispatcher_gives_signs_of_life_and_counts(dispatcher, box, worker, parts, monkeypatch):
    monkeypatch.setattr("bot.runtime.update_dispatcher.COUNT_EVERY", 0)
    _, metrics, liveness = parts
    worker.lets(1)
    await dispatcher.store([sent(1), sent(2), sent(3), sent(4), sent(5)])
    await settle()
    assert metrics.registry.get_sample_value("briefings_updates_total", {"outcome": "done"}) == 1
    assert metrics.registry.get_sample_value("briefings_update_queue") == 2
    assert liveness.silence("dispatching") < 60
