"""The bot in one process with its Telegram."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from db.database import Database
from tests.in_process import OWNER, InProcess, in_process


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.desk.loading.long_pastes.PAUSE", 0.01)
    monkeypatch.setattr("bot.desk.common.PASTE_LOOK_SECONDS", 0.01)


@pytest.fixture
async def bot(database: Database, clock: Any) -> AsyncIterator[InProcess]:
    async with in_process(database, clock) as running:
        yield running


@pytest.fixture
def owner(bot: InProcess):
    return bot.telegram.person(OWNER, "Olga")


@pytest.fixture
def reader(bot: InProcess):
    return bot.telegram.person(1003, "Tom")
