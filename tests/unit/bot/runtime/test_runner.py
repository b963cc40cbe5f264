from types import SimpleNamespace
from unittest.mock import AsyncMock

import pytest
from telegram.error import NetworkError

from bot.errors import TelegramAway, UsageError
from bot.runtime.runner import RETRIES_AT_START, _initialize


async def test_a_telegram_that_stays_away_at_the_start_is_told_with_the_first_reason(monkeypatch):
    monkeypatch.setattr("bot.runtime.runner.asyncio.sleep", AsyncMock())
    failures = [NetworkError("no route"), *[TelegramAway()] * (RETRIES_AT_START - 1)]
    app = SimpleNamespace(initialize=AsyncMock(side_effect=failures))
    with pytest.raises(UsageError, match="Telegram could not be reached: no route"):
        await _initialize(app)
    assert app.initialize.await_count == RETRIES_AT_START
