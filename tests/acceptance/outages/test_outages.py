"""Telegram or the database away for a while, and twenty people ask: everybody is answered, and the log stays short."""

import asyncio
import os
import re
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.conftest import ROOT
from tests.gateway import Gateway
from tests.waiting import until

pytestmark = pytest.mark.long

POSTGRES = ROOT / ".ci" / "postgres"
ASKERS = range(2001, 2021)
OUTAGE = 15.0
"""Seconds: longer than the bot needs to notice, several times over."""
PATIENCE = 60.0
LOUD = re.compile(r"^\S+ (?:WARNING|ERROR|CRITICAL) [^:]*: (.*)$", re.MULTILINE)
APOLOGY = "I cannot reach my records"


@pytest.fixture
def people(telegram):
    return [telegram.person(number) for number in ASKERS]


def loud(log):
    """Return what the bot logged as a warning or worse, without the time."""
    return LOUD.findall(log)


@pytest.fixture
async def gateway(telegram):
    async with Gateway(telegram.url) as way:
        yield way


@pytest.mark.parametrize("manner", ["bad gateway", "dropped", "hanging", "refused"])
async def test_while_telegram_is_away_nobody_is_forgotten(any_bot, telegram, gateway, people, manner):
    await any_bot.start(BOT_API_URL=gateway.url)
    await people[0].says("/start")
    await people[0].hears()
    before = len(loud(any_bot.log))
    await gateway.become(manner)
    for person in people:
        await person.says("/help")
        await asyncio.sleep(OUTAGE / len(people))
    await gateway.become("open")
    for person in people:
        await person.hears("/ask", patience=PATIENCE)
    await people[0].says("/privacy")
    await people[0].hears("What I keep", patience=PATIENCE)
    await any_bot.stop()
    for person in people[1:]:
        assert len(person.messages) == 2  # what was asked, and one answer
    lines = loud(any_bot.log)[before:]
    assert lines[0].startswith("telegram is away")
    assert lines[-1].startswith("telegram is back")
    assert len(lines) == 2
    assert "Traceback" not in any_bot.log


@pytest.fixture
def postgres(unused_tcp_port) -> Iterator[tuple[Path, dict[str, str]]]:
    """Start a PostgreSQL that the test may stop."""
    folder = Path("/tmp") / f"briefings-postgres-{uuid.uuid4().hex[:8]}"
    environment = {**os.environ, "TEST_POSTGRES_PORT": str(unused_tcp_port)}
    subprocess.run([POSTGRES, "start", folder], check=True, capture_output=True, env=environment)
    try:
        yield folder, environment
    finally:
        subprocess.run([POSTGRES, "stop", folder], check=False, capture_output=True, env=environment)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def unused_tcp_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def control(postgres, what: str) -> None:
    """Stop PostgreSQL, or start it again."""
    folder, environment = postgres
    await asyncio.to_thread(subprocess.run, [POSTGRES, what, folder], check=True, capture_output=True, env=environment)


async def test_while_the_database_is_away_nobody_is_forgotten_and_owners_are_told(
    any_bot, telegram, people, postgres, owner
):
    port = postgres[1]["TEST_POSTGRES_PORT"]
    await any_bot.start(DATABASE_URL=f"postgresql+asyncpg://postgres@127.0.0.1:{port}/briefings")
    for person in (owner, *people[:5]):
        await person.says("/start")
        await person.hears(patience=PATIENCE)
    before = len(loud(any_bot.log))
    await control(postgres, "stop")
    for person in people:
        await person.says("/help")
        await asyncio.sleep(OUTAGE / len(people))
    await owner.hears("⚠️ The database does not answer", patience=PATIENCE)
    await people[0].hears(APOLOGY, patience=PATIENCE)
    await control(postgres, "again")
    for person in people:
        await person.hears("/ask", patience=PATIENCE)
    await until(lambda: loud(any_bot.log)[-1].startswith("database is back"), PATIENCE)
    await any_bot.stop()
    for person in people:
        assert sum(APOLOGY in message.text for message in person.messages) <= 1
        assert sum("/ask" in message.text for message in person.messages if message.sender != person.user) == 1
    lines = loud(any_bot.log)[before:]
    assert lines[0].startswith("database is away")
    assert len(lines) <= 4, lines
    assert "Traceback" not in any_bot.log


async def test_while_sqlite_is_locked_everybody_is_answered_or_hears_so(any_bot, telegram, people):
    import sqlite3

    await any_bot.start()
    await people[0].says("/start")
    await people[0].hears()
    before = len(loud(any_bot.log))
    other = sqlite3.connect(any_bot.folder / "bot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        for person in people:
            await person.says("/help")
        await asyncio.sleep(2 * OUTAGE)
    finally:
        other.execute("ROLLBACK")
        other.close()
    for person in people:
        await person.hears("/ask", patience=PATIENCE)
    await any_bot.stop()
    assert len(loud(any_bot.log)[before:]) <= 4
    assert "Traceback" not in any_bot.log
