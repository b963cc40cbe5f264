"""A bot that already knows a briefing in our own words; the briefing is loaded once for all these tests."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.local.driver import LocalTelegram
from bot.local.person import Person
from tests.acceptance.conftest import OWNER, TOKEN, RunningBot

ROOT = Path(__file__).parents[3]
ARTICLE = """City council calls an early vote

OSKEMEN – The city council of Oskemen will hold an early vote on June 9, its speaker said on Thursday.

Police detained eleven people at a rally near the river station on May 1.
Two of them, Saule Akhmet and Daniyar Omarov, were fined the next day.

The commission publishes the list of candidates on May 11. Observers said that the campaign has been quiet so far.
"""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the briefing by the command line; return the database."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "article.txt").write_text(ARTICLE)
    database = folder / "bot.db"
    subprocess.run(
        [sys.executable, "-m", "bot", "load", "article.txt", "--published", "2019-05-02", "--publish"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
            "CLOCK": "2019-05-03T09:00:00+05:00",
        },
        check=True,
        capture_output=True,
    )
    return database


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram() -> AsyncIterator[LocalTelegram]:
    """Run a Telegram for all tests of a module; each has a reader of its own."""
    async with LocalTelegram(TOKEN) as local:
        yield local


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory, telegram: LocalTelegram, library: Path
) -> AsyncIterator[RunningBot]:
    """Run one bot on a copy of that database; at the end its log must be clean, and every call have been taken."""
    bot = RunningBot(tmp_path_factory.mktemp("reader"), telegram)
    shutil.copy(library, bot.folder / "bot.db")
    await bot.start()
    yield bot
    await bot.stop()
    assert TOKEN not in bot.log
    assert "Traceback" not in bot.log
    assert telegram.calls.refused == []


@pytest.fixture(scope="module")
def owner(telegram: LocalTelegram) -> Person:
    return telegram.person(OWNER, "Olga")


@pytest.fixture
def reader(telegram: LocalTelegram) -> Person:
    return telegram.person(name="Tom")
