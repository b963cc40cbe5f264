"""Kill -9 at random moments while people write: everybody is answered, at most one in hand for each kill twice.

`UPDATES` and `KILLS` make it longer: `benchmarks/updates_kill.py`.
"""

import asyncio
import contextlib
import logging
import os
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.local.driver import LocalTelegram
from tests.acceptance.conftest import RunningBot

logger = logging.getLogger(__name__)

UPDATES = int(os.environ.get("UPDATES", "200"))
KILLS = int(os.environ.get("KILLS", "4"))
RATE = 10
"""Updates a second."""
FIRST = 600_001
LONGEST_LIFE = 2.0
"""Seconds between the first answer of a life and its end."""
MOST_SECONDS = 300


@dataclass
class Crash:
    """A bot that is killed again and again while people write to it, one message each."""

    bot: RunningBot
    telegram: LocalTelegram
    dice: random.Random
    sent: list[int] = field(default_factory=list)
    failed_starts: int = 0

    async def write(self) -> None:
        """Let one person after another write."""
        for number in range(UPDATES):
            person = self.telegram.person(FIRST + number)
            await person.says("/help")
            self.sent.append(person.id)
            await asyncio.sleep(1 / RATE)

    async def live(self) -> None:
        """Start the bot, wait for its first answer, and kill it a little later."""
        born = self.telegram.world.monotonic()
        await self.bot.start()
        with contextlib.suppress(TimeoutError):
            answering = self.telegram.api.journal.find(lambda call: call.method == "sendMessage" and call.at > born)
            await asyncio.wait_for(answering, 10)
        await asyncio.sleep(self.dice.uniform(0, LONGEST_LIFE))
        await self.bot.kill()

    async def finish(self) -> None:
        """Let the bot live until everybody has been answered."""
        await self.bot.start()
        for _ in range(MOST_SECONDS):
            if len(self.answers()) == UPDATES:
                return
            await asyncio.sleep(1)

    def answers(self) -> Counter[int]:
        """Count the messages that Telegram took for each person."""
        return Counter(call.chat_id for call in self.telegram.calls.of("sendMessage").accepted)


@pytest.fixture(params=["polling", "webhook"])
def way(request: pytest.FixtureRequest, unused_tcp_port_factory: Any) -> dict[str, str]:
    """Settings for either way of receiving."""
    if request.param == "polling":
        return {}
    listen = f"127.0.0.1:{unused_tcp_port_factory()}"
    return {"LISTEN": listen, "WEBHOOK_URL": f"http://{listen}/telegram", "WEBHOOK_SECRET": "open-sesame"}


@pytest.mark.long
async def test_kill_minus_nine_loses_no_update(any_bot, telegram, database_url, way):
    any_bot.environment |= {"DATABASE_URL": database_url, "LOG_LEVEL": "WARNING", **way}
    crash = Crash(any_bot, telegram, random.Random(20190609))
    writing = asyncio.create_task(crash.write())
    for _ in range(KILLS):
        await crash.live()
    await writing
    await crash.finish()

    answers = crash.answers()
    lost = [person for person in crash.sent if not answers[person]]
    repeated = sum(count - 1 for count in answers.values())
    logger.info("%s updates, %s kills: %s lost, %s repeated", UPDATES, KILLS, len(lost), repeated)
    assert lost == []
    assert repeated <= KILLS
    assert "Traceback" not in any_bot.log
