import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.delivery import CircuitBreaker, CountingRequest, RateLimit
from bot.observability.outages import Outages

TOKEN = "1:test"


class StopWatch:
    """Time that passes only where somebody sleeps."""

    def __init__(self):
        self.seconds, self.sleeps = 100.0, []

    def __call__(self):
        return self.seconds

    async def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.seconds += seconds


@pytest.fixture
def watch():
    return StopWatch()


@pytest.fixture
def lane(watch):
    return RateLimit(28, watch, watch.sleep)


@pytest.fixture
async def bot(telegram, lane, watch):
    request = CountingRequest(lane, CircuitBreaker(Outages()), watch.sleep)
    async with Bot(TOKEN, f"{telegram.url}/bot", request=request) as running:
        yield running


async def test_an_answer_waits_until_telegram_takes_it(bot, lane, watch, telegram):
    anna = telegram.person(101)
    for _ in range(30):
        async with lane.answering():
            pass
    await bot.send_chat_action(101, "typing")
    assert watch.sleeps == []
    await bot.send_message(101, "hello")
    assert watch.sleeps == pytest.approx([1.002])
    assert [message.text for message in anna.messages] == ["hello"]


async def test_a_short_flood_is_sat_out(bot, watch, telegram):
    anna = telegram.person(101)
    telegram.faults.add("flood", times=2, seconds=2)
    await bot.send_message(101, "hello")
    assert watch.sleeps == [2, 2]
    assert [message.text for message in anna.messages] == ["hello"]


async def test_a_long_flood_is_told(bot, watch, telegram):
    telegram.person(101)
    telegram.faults.add("flood", seconds=40)
    with pytest.raises(RetryAfter):
        await bot.send_message(101, "hello")
    assert watch.sleeps == []


async def test_a_flood_without_end_is_told(bot, watch, telegram):
    telegram.person(101)
    telegram.faults.add("flood", seconds=1)
    with pytest.raises(RetryAfter):
        await bot.send_message(101, "hello")
    assert len(telegram.calls.of("sendMessage")) == 3
