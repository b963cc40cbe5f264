"""Polling: stored first, confirmed by the next request; whatever goes wrong, we ask again, and say so once."""

import asyncio
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.observability.liveness import Liveness
from bot.observability.outages import Outages
from bot.runtime.poller import LONGEST_PAUSE, TOKEN_PATIENCE, Conflicts, Poller, TokenRevoked
from bot.runtime.update_dispatcher import NotStored

CHAT = {"id": 5, "type": "private", "first_name": "Tom"}


def update(number):
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1_556_859_600, "chat": CHAT, "text": "/help"},
    }


class Telegram:
    """Answers or fails as the test says, and then has nothing new."""

    def __init__(self):
        self.answers = []
        self.offsets = []

    async def __call__(self, offset):
        self.offsets.append(offset)
        answer = self.answers.pop(0) if self.answers else []
        if isinstance(answer, Exception):
            raise answer
        return answer


class Store:
    def __init__(self):
        self.ids = []
        self.failures = []
        self.stored = asyncio.Event()

    async def __call__(self, arrivals):
        if self.failures:
            raise self.failures.pop()
        self.ids += [one.id for one in arrivals]
        self.stored.set()


class Watch:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def telegram():
    return Telegram()


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def outages():
    return Outages()


@pytest.fixture
def poller(telegram, store, outages, watch):
    return Poller(telegram, store, outages, Liveness(watch), watch)


async def test_what_was_stored_is_confirmed_by_the_next_request(poller, telegram, store):
    telegram.answers = [[update(7), update(8)], [update(9)]]
    assert [await poller.look() for _ in range(3)] == [0, 0, 0]
    assert (store.ids, telegram.offsets) == ([7, 8, 9], [0, 9, 10])


async def test_once_all_is_confirmed_a_lower_number_is_heard_too(poller, telegram, store):
    telegram.answers = [[update(900)], [], [update(7)], []]
    for _ in range(5):
        await poller.look()
    assert (store.ids, telegram.offsets) == ([900, 7], [0, 901, 0, 8, 0])


async def test_while_a_long_flood_is_sat_out_there_are_signs_of_life(poller, telegram, watch, monkeypatch):
    silences = []

    async def sleep(seconds):
        watch.seconds += seconds
        silences.append(poller._liveness.silence("receiving"))
        if watch.seconds >= 300:
            raise asyncio.CancelledError

    telegram.answers = [RetryAfter(timedelta(seconds=300))]
    monkeypatch.setattr("bot.runtime.poller.asyncio.sleep", sleep)
    with pytest.raises(asyncio.CancelledError):
        await poller.run()
    assert telegram.offsets == [0]
    assert set(silences) == {10}


async def test_what_was_not_stored_is_asked_for_again(poller, telegram, store):
    telegram.answers = [[update(7)], [update(7)]]
    store.failures = [NotStored()]
    assert await poller.look() > 0
    assert await poller.look() == 0
    assert (store.ids, telegram.offsets) == ([7], [0, 0])


async def test_a_malformed_update_is_left_out_by_its_id_and_the_others_are_stored(poller, telegram, store, caplog):
    secret = update(8) | {"message": {"text": "my secret"}}
    telegram.answers = [[update(7), secret, update(9)]]
    await poller.look()
    await poller.look()
    assert (store.ids, telegram.offsets) == ([7, 9], [0, 10])
    assert [record.getMessage() for record in caplog.records] == ["update 8 is malformed and left out"]


@pytest.mark.parametrize("answer", [5, None, {}, "updates", ["update"], [{"update_id": "7"}], [[]]])
async def test_an_answer_that_makes_no_sense_is_not_asked_for_at_once_again(poller, telegram, store, answer):
    telegram.answers = [answer]
    assert await poller.look() > 0
    assert await poller.look() == 0
    assert (store.ids, telegram.offsets) == ([], [0, 0])


@pytest.mark.parametrize("error", [NetworkError("no route"), TimedOut(), BadRequest("no")])
async def test_a_telegram_that_is_away_is_two_lines_and_ever_fewer_requests(poller, telegram, outages, caplog, error):
    telegram.answers = [error] * 8
    pauses = [await poller.look() for _ in range(8)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert outages.is_on("telegram")
    assert await poller.look() == 0
    assert len(caplog.records) == 2
    telegram.answers = [error]
    assert await poller.look() == pauses[0]


async def test_a_flood_is_waited_for_as_long_as_telegram_says(poller, telegram):
    telegram.answers = [RetryAfter(timedelta(seconds=17))]
    assert await poller.look() == 17


async def test_a_token_that_is_refused_for_a_minute_ends_polling(poller, telegram, watch, caplog):
    telegram.answers = [InvalidToken()] * 3
    await poller.look()
    watch.seconds += TOKEN_PATIENCE - 1
    await poller.look()
    watch.seconds += 1
    with pytest.raises(TokenRevoked, match="BOT_TOKEN"):
        await poller.look()
    assert len(caplog.records) == 1


async def test_a_token_that_was_refused_for_a_moment_is_fine(poller, telegram, watch):
    for _ in range(3):
        telegram.answers = [InvalidToken(), []]
        await poller.look()
        watch.seconds += TOKEN_PATIENCE - 1
        assert await poller.look() == 0


async def test_polling_goes_on_and_gives_signs_of_life(telegram, store, outages, watch, monkeypatch):
    liveness = Liveness(watch)
    telegram.answers = [NetworkError("no route"), [update(7)]]
    monkeypatch.setattr("bot.runtime.poller.FIRST_PAUSE", 0.0)
    polling = asyncio.create_task(Poller(telegram, store, outages, liveness, watch).run())
    watch.seconds += 1_000
    await store.stored.wait()
    await asyncio.sleep(0)
    assert liveness.silence("receiving") == 0
    polling.cancel()
    await asyncio.wait({polling})


@pytest.fixture
def conflict(watch, caplog):
    """Let another program end our call, so many seconds after the last; return the lines that were logged so far."""
    conflicts = Conflicts(watch)

    def happen(seconds):
        watch.seconds += seconds
        conflicts.happened(Conflict("terminated by other getUpdates request"))
        return [record for record in caplog.records if "somebody else takes this bot's messages" in record.message]

    return happen


def test_one_conflict_is_a_copy_that_takes_over(conflict):
    assert conflict(0) == []
    assert conflict(61) == []


def test_somebody_who_keeps_polling_is_told_of_seldom_and_without_a_traceback(conflict):
    conflict(0)
    assert len(conflict(1)) == 1
    for _ in range(59):
        told = conflict(10)
    assert len(told) == 1
    told = conflict(10)
    assert len(told) == 2
    assert all(record.exc_info is None for record in told)


async def test_a_conflict_is_no_outage_and_polling_goes_on(poller, telegram, store, outages):
    telegram.answers = [NetworkError("no route"), Conflict("other"), [update(7)]]
    await poller.look()
    assert await poller.look() > 0
    assert not outages.is_on("telegram")
    await poller.look()
    assert store.ids == [7]
