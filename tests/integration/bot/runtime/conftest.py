"""The whole bot in this process, on a database and a Telegram that can be taken away."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from bot.context import Services
from bot.delivery import circuit_breaker
from bot.local.driver import LocalTelegram
from bot.running import Address, serving
from bot.runtime import recovery
from bot.settings import Settings
from bot.wiring import make_services, open_desk
from db.database import Database

TOKEN = "1:test"
OWNER = 7


class Away:
    """Lets every statement fail while entered, as if nobody listened at the database's address."""

    def __init__(self, database: Database) -> None:
        self._is_on = False
        sa.event.listen(database.engine.sync_engine, "before_cursor_execute", self._fail)

    @contextmanager
    def __call__(self) -> Iterator[None]:
        self._is_on = True
        try:
            yield
        finally:
            self._is_on = False

    def _fail(self, *_: Any) -> None:
        if self._is_on:
            raise OperationalError("SELECT a_secret", {"a": "secret"}, ConnectionRefusedError("connection refused"))


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(TOKEN) as running:
        yield running


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(database_url=database_url, owner_ids=frozenset({OWNER}))


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look whether something is back more often than in real life."""
    monkeypatch.setattr(circuit_breaker, "FIRST_PAUSE", 0.1)
    monkeypatch.setattr(circuit_breaker, "LONGEST_PAUSE", 0.4)
    monkeypatch.setattr(recovery, "ASK_EVERY", 0.1)
    monkeypatch.setattr("bot.schedule.AFTER_TROUBLE", 0.2)


@pytest.fixture
async def services(settings: Settings, telegram: LocalTelegram) -> AsyncIterator[Services]:
    """Run the bot; what it is made of can be looked at."""
    async with open_desk(settings) as desk:
        running = make_services(desk)
        async with serving(running, Address(TOKEN, telegram.url), alone=desk.database.is_sqlite):
            yield running


@pytest.fixture
def away(services: Services) -> Away:
    """Give a way to take the database away."""
    return Away(services.database)
