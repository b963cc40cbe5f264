"""Whatever is sent, in whatever order: a kind word for people, nothing for Telegram to refuse, nothing in the log."""

import os

import pytest

from tests.in_process import InProcess
from tests.integration.bot.telegram.walk import Walk

SEED = int(os.environ.get("FUZZ_SEED", "1"))
STEPS = int(os.environ.get("FUZZ_STEPS", "1000"))


async def test_a_short_walk(bot: InProcess) -> None:
    walk = Walk(bot, seed=7)
    await walk.begin()
    await walk.takes(150)


@pytest.mark.long
async def test_a_long_walk(bot: InProcess) -> None:
    walk = Walk(bot, SEED)
    await walk.begin()
    await walk.takes(STEPS)
