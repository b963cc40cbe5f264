"""The bot as people meet it: a process of its own, talking over real HTTP with a Telegram as strict as Telegram."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.local.driver import LocalTelegram
from tests.waiting import until

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAFtestTokenOfTheAcceptanceTests"
OWNER, EDITOR, READER = 7_000_000_001, 1002, 1003
START = "2019-05-03T09:00:00+05:00"
PATIENCE = 60.0
OPEN_UPDATES = "SELECT id FROM updates WHERE state IN ('waiting', 'working')"


class RunningBot:
    """`python -m bot` as a process; `kill` is kill -9, `start` starts it again on the same data."""

    def __init__(self, folder: Path, telegram: LocalTelegram, **environment: str) -> None:
        self.folder = folder
        self.telegram = telegram
        self.environment = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": telegram.url,
            "OWNER_IDS": str(OWNER),
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.db",
            "DEFAULT_TIMEZONE": "Asia/Almaty",
            "CLOCK": START,
            **environment,
        }
        self._process: asyncio.subprocess.Process | None = None

    @property
    def log(self) -> str:
        """Everything that was logged so far, by all its lives."""
        path = self.folder / "log"
        return path.read_text() if path.exists() else ""

    @property
    def pid(self) -> int:
        """The process's number."""
        if self._process is None:
            raise AssertionError("the bot was never started")
        return self._process.pid

    async def start(self, **environment: str) -> None:
        """Start the process and wait until it listens to Telegram."""
        lives = len(self.telegram.calls.of("getMe"))
        await self.launch(**environment)
        async with asyncio.timeout(PATIENCE):
            while len(self.telegram.calls.of("getMe")) == lives:
                if self._process and self._process.returncode is not None:
                    raise AssertionError(f"the bot did not start:\n{self.log}")
                await asyncio.sleep(0.05)

    async def launch(self, **environment: str) -> None:
        """Start the process and wait for nothing."""
        self.environment |= environment
        self._process = await self._open("run")

    async def ended(self, patience: float = PATIENCE) -> int:
        """Wait until it has ended by itself; return its exit code."""
        if self._process is None:
            raise AssertionError("the bot was never started")
        return await asyncio.wait_for(self._process.wait(), patience)

    async def end(self, how: signal.Signals) -> int:
        """Send a signal; return the exit code."""
        await self._end(how)
        return await self.ended()

    async def kill(self) -> None:
        """End it as a power cut would."""
        await self._end(signal.SIGKILL)

    async def rests(self) -> None:
        """Wait until it has noted how all that it took has ended: what is in hand at a kill is worked on once more."""
        with closing(sqlite3.connect(self.folder / "bot.db")) as database:
            await until(lambda: database.execute(OPEN_UPDATES).fetchone() is None)

    async def stop(self) -> None:
        """Ask it to end, as a service manager would."""
        await self._end(signal.SIGTERM)

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Run another command on the same data; return exit code and stdout."""
        process = await self._open(*arguments, pipe=True)
        output, _ = await process.communicate()
        return process.returncode or 0, output.decode()

    async def _open(self, *arguments: str, pipe: bool = False) -> asyncio.subprocess.Process:
        with (self.folder / "log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", *arguments,
                cwd=self.folder,
                env={**os.environ, **self.environment, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"},
                stdout=asyncio.subprocess.PIPE if pipe else log,
                stderr=log,
            )  # fmt: skip

    async def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(how)
            try:
                await asyncio.wait_for(self._process.wait(), PATIENCE)
            except TimeoutError:
                self._process.kill()
                raise AssertionError(f"the bot did not stop:\n{self.log}") from None


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    """Run a Telegram of our own."""
    async with LocalTelegram(TOKEN) as local:
        yield local


@pytest.fixture
async def any_bot(tmp_path: Path, telegram: LocalTelegram) -> AsyncIterator[RunningBot]:
    """Give a bot that is not running yet; in stories of trouble Telegram may refuse it something."""
    running = RunningBot(tmp_path, telegram)
    yield running
    await running.kill()


@pytest.fixture
async def bot(any_bot: RunningBot, telegram: LocalTelegram) -> AsyncIterator[RunningBot]:
    """Give a bot that is not running yet; at the end its log must be clean and Telegram must have taken every call."""
    running = any_bot
    yield running
    await running.stop()
    assert TOKEN not in running.log
    assert "Traceback" not in running.log
    assert telegram.calls.refused == []


@pytest.fixture
def owner(telegram: LocalTelegram):
    return telegram.person(OWNER, "Olga")


@pytest.fixture
def editor(telegram: LocalTelegram):
    return telegram.person(EDITOR, "Aigerim")


@pytest.fixture
def reader(telegram: LocalTelegram):
    return telegram.person(READER, "Tom")


@pytest.fixture
def load(bot: RunningBot) -> Callable[..., Awaitable[None]]:
    """Publish an article by the command line."""

    async def publish(text: str, published: str = "2019-05-02", name: str = "article.txt") -> None:
        path = bot.folder / name
        path.write_text(text)
        code, _ = await bot.command("load", str(path), "--published", published, "--publish")
        assert code == 0, bot.log

    return publish
