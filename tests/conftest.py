"""What tests share: a migrated database, on SQLite and (in the long run) on PostgreSQL, and a set clock."""

import asyncio
import os
import shutil
import subprocess
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from db.database import Database
from db.migrate import migrate
from tests.browser import Browser, open_browser

settings.register_profile("ours", deadline=None)  # nothing here is timed with a stop-watch
settings.load_profile("ours")

ROOT = Path(__file__).parent.parent
POSTGRES = ROOT / ".ci" / "postgres"


class SetClock:
    """A clock that stands where it is put."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def real_seconds(self, simulated: timedelta) -> float:
        return max(0.0, simulated.total_seconds())

    def advance(self, **span: float) -> None:
        self.instant += timedelta(**span)


@pytest.fixture
def clock() -> SetClock:
    """Stand at the morning after the article that the tests know was published."""
    return SetClock(datetime(2019, 5, 3, 4, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one SQLite file; tests take copies of it."""
    path = tmp_path_factory.mktemp("template") / "bot.db"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a PostgreSQL server: the one that is named, or one of our own."""
    if named := os.environ.get("TEST_POSTGRES_URL"):
        yield named
        return
    folder = Path("/tmp") / f"briefings-postgres-{uuid.uuid4().hex[:8]}"
    started = subprocess.run([POSTGRES, "start", folder], check=True, capture_output=True, text=True)
    try:
        yield started.stdout.strip().splitlines()[-1]
    finally:
        subprocess.run([POSTGRES, "stop", folder], check=True, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty, migrated database."""
    if request.param == "sqlite":
        path = tmp_path / "bot.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    server = request.getfixturevalue("postgres_url")
    name = f"test_{uuid.uuid4().hex}"
    asyncio.run(_administer(server, f"CREATE DATABASE {name}"))
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    try:
        asyncio.run(_migrate(url))
        yield url
    finally:
        asyncio.run(_administer(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Open the empty, migrated database."""
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    """Open a page in headless Chromium."""
    async with open_browser(tmp_path / "profile") as page:
        yield page


async def _migrate(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


async def _administer(server: str, statement: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
