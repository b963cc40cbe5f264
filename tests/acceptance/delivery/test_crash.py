"""Kill -9 at random moments of a long run, with a bad network and blocked readers among the followers.

`CRASH_KILLS` kills more often than 20 times: `benchmarks/delivery_crash.py`.
"""

import asyncio
import logging
import os
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from bot.delivery.dispatcher import MOST_IN_FLIGHT
from bot.local.faults import Faults

logger = logging.getLogger(__name__)

FOLLOWERS = 1_000
KILLS = int(os.environ.get("CRASH_KILLS", "20"))
BLOCKED = 30
LONGEST_LIFE = 30 / KILLS
"""Seconds between a life's first message and its end: all lives together do not get through."""
MOST_LOOKS = 200
TROUBLE = "drop_before=0.02,drop_after=0.02,server_error=0.02,flood=0.01,seed=7"
ENVIRONMENT = {"CLOCK": "2019-06-09T09:00:05+05:00", "SEND_RATE": "40", "REMINDER_LEADS": "0d", "LOG_LEVEL": "WARNING"}


@pytest.mark.long
async def test_kill_minus_nine_loses_nothing_and_repeats_only_what_was_in_doubt(crash):
    blocked = crash.block(crash.dice.sample(crash.crowd.chats, BLOCKED))
    killed_in_flight: Counter[int] = Counter()
    for _ in range(KILLS):
        await crash.live(crash.dice.uniform(0, LONGEST_LIFE))
        in_flight = await crash.crowd.in_flight()
        assert len(in_flight) <= MOST_IN_FLIGHT
        killed_in_flight.update(in_flight)
    await crash.finish()
    crash.log(killed_in_flight)

    received, broken = crash.received(), crash.broken()
    rows = {row.chat_id: row for row in await crash.crowd.rows()}
    assert set(rows) == set(crash.crowd.chats)
    for chat, row in rows.items():
        assert row.state in (_ends_of_blocked(row.doubts) if chat in blocked else {"sent"})
        assert received[chat] in ([0] if chat in blocked else range(1, 2 + row.doubts))
        assert row.doubts <= killed_in_flight[chat] + broken[chat]


def _ends_of_blocked(doubts: int) -> set[str]:
    """How a message ends that cannot arrive: where we never heard of one attempt, we do not say that it did not."""
    return {"dropped", "unknown"} if doubts else {"dropped"}


@dataclass
class Crash:
    """A bot that is killed again and again, and what its Telegram saw."""

    bot: Any
    crowd: Any
    dice: random.Random

    def block(self, chats: Sequence[int]) -> frozenset[int]:
        """Let these people block the bot."""
        for chat in chats:
            self.bot.telegram.people[chat].blocks()
        return frozenset(chats)

    async def live(self, seconds: float) -> None:
        """Start the bot, wait for its first message, and kill it so many seconds later."""
        journal, born = self.bot.telegram.api.journal, self.bot.telegram.world.monotonic()
        await self.bot.start()
        await journal.find(lambda call: call.method == "sendMessage" and call.at > born)
        await asyncio.sleep(seconds)
        await self.bot.kill()

    async def finish(self) -> None:
        """Let the bot live until it owes nothing."""
        await self.bot.start()
        for _ in range(MOST_LOOKS):
            if await self.crowd.is_done():
                return
            await asyncio.sleep(1)
        raise AssertionError("the bot still owes something")

    def received(self) -> Counter[int]:
        """Count the messages that Telegram took for each chat."""
        return Counter(call.chat_id for call in self.bot.telegram.calls.of("sendMessage").accepted)

    def log(self, killed_in_flight: Counter[int]) -> None:
        """Tell of the run in a line."""
        repeated = sum(count - 1 for count in self.received().values())
        told = (KILLS, killed_in_flight.total(), self.broken().total(), repeated)
        logger.info("%s kills, %s messages in flight then; %s connections broken; %s messages came once more", *told)

    def broken(self) -> Counter[int]:
        """Count the calls of which the bot never heard how they ended."""
        return Counter(call.chat_id for call in self.bot.telegram.calls.of("sendMessage") if call.dropped)


@pytest.fixture
async def crash(any_bot, telegram, gather_crowd):
    any_bot.environment |= ENVIRONMENT
    crowd = await gather_crowd(any_bot.environment["DATABASE_URL"], FOLLOWERS)
    telegram.faults.rules[:] = Faults.parse(TROUBLE).rules
    return Crash(any_bot, crowd, random.Random(20190609))
