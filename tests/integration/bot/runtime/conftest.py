"""The whole bot in this process, on a database and a Telegram that can be taken away."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import Pool

from bot.delivery import circuit_breaker
from bot.local.driver import LocalTelegram
from bot.runtime import recovery
from bot.runtime.runner import Address, serving
from bot.runtime.services import make_services, open_desk
from bot.settings import Settings
from bot.telegram.context import Services

TOKEN = "1:test"
OWNER = 7


class Trouble:
    """What is wrong with every database of this process just now."""

    is_away = False
    is_readonly = False

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let every statement fail while entered, as if nobody listened at the database's address."""
        self.is_away = True
        try:
            yield
        finally:
            self.is_away = False

    @contextmanager
    def readonly(self) -> Iterator[None]:
        """Let SQLite write nothing while entered, as on a disk that is full or mounted read-only."""
        self.is_readonly = True
        try:
            yield
        finally:
            self.is_readonly = False


TROUBLE = Trouble()


@sa.event.listens_for(sa.Engine, "before_cursor_execute")
def fail(*_: Any) -> None:
    """Refuse a statement."""
    if TROUBLE.is_away:
        raise OperationalError("SELECT a_secret", {"a": "secret"}, ConnectionRefusedError("connection refused"))


@sa.event.listens_for(Pool, "checkout")
def forbid(connection: Any, *_: Any) -> None:
    """Forbid a connection to write; one that was forbidden is thrown away when it tried."""
    if TROUBLE.is_readonly:
        connection.execute("PRAGMA query_only = ON")


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
    monkeypatch.setattr("bot.runtime.scheduler.AFTER_TROUBLE", 0.2)


@pytest.fixture
async def services(settings: Settings, telegram: LocalTelegram) -> AsyncIterator[Services]:
    """Run the bot; what it is made of can be looked at."""
    async with open_desk(settings) as desk:
        running = make_services(desk)
        async with serving(running, Address(TOKEN, telegram.url), alone=desk.database.is_sqlite):
            yield running


@pytest.fixture
def trouble() -> Iterator[Trouble]:
    """Give the ways to take the database away."""
    yield TROUBLE
    TROUBLE.is_away = TROUBLE.is_readonly = False
