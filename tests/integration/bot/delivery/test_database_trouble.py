"""The database goes away for a moment, in each of the steps of a run: everything comes once, and nothing is stuck."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy.exc import OperationalError
from telegram.error import Forbidden

from bot.delivery import RateLimit

CHATS = range(101, 113)
BLOCKING = 112
LONGEST = 10.0
"""Seconds that nothing here needs: whoever needs them hangs."""


class SlowSender:
    """Telegram takes each message at once, and answers a while later."""

    def __init__(self):
        self.arrived = Counter()

    async def send(self, chat_id, _message):
        if chat_id == BLOCKING:
            raise Forbidden("bot was blocked by the user")
        self.arrived[chat_id] += 1
        await asyncio.sleep(0.2)
        return chat_id


class Trouble:
    """Lets a step of the run fail once, in its first, second or third call."""

    def __init__(self, monkeypatch, owner, step, number):
        self.really, self.left = getattr(owner, step), number
        monkeypatch.setattr(owner, step, self)

    async def __call__(self, *given, **named):
        self.left -= 1
        if self.left == 0:
            raise OperationalError("", {}, ConnectionError("the database is away"))
        return await self.really(*given, **named)


@pytest.fixture
def run(post, monkeypatch):
    """A run at a hundred messages a second whose parts can be got at."""
    post.sender = SlowSender()
    rate_limit = RateLimit(100)
    delivery = post.copy("one", alone=True, rate=100, rate_limit=rate_limit)
    owners = {
        "_ledger": ["take_over", "take_due", "begin", "record", "release"],
        "_budget": ["reserve"],
        "_chats": ["left"],
        "": ["_render"],
    }
    whose = {step: getattr(delivery, name, delivery) for name, steps in owners.items() for step in steps}

    def fail(step, number):
        return Trouble(monkeypatch, whose[step], step, number)

    return post, delivery, rate_limit, fail


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("step", ["take_due", "begin", "record", "_render", "left", "reserve", "take_over", "release"])
async def test_everything_comes_once_and_nothing_is_stuck(run, step, number):
    post, delivery, rate_limit, fail = run
    await post.enqueue(*CHATS)
    fail(step, number)
    async with asyncio.timeout(LONGEST):
        while await is_owed(post):
            try:
                await delivery.run()
            except OperationalError:
                assert rate_limit.in_air == 0
            await post.no_waiting()
        await delivery.stop()
    assert rate_limit.in_air == 0
    assert post.sender.arrived == Counter(chat for chat in CHATS if chat != BLOCKING)
    assert [row.state for row in await post.rows()] == ["sent"] * 11 + ["dropped"]


async def is_owed(post):
    return not {"pending", "sending"}.isdisjoint(await post.states())
