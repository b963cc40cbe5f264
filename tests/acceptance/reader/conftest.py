"""A bot that already knows a briefing in our own words; the briefing is loaded once for all these tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.fixture
async def running(bot, library: Path):
    """Start the bot on a copy of that database."""
    shutil.copy(library, bot.folder / "bot.db")
    await bot.start()
    return bot
