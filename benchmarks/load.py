"""A busy newsroom: many people at once, one of them flooding, many questions beside a command.

    python -m benchmarks.load crowd [--people 2000] [--seconds 180] [--wave 300] [--database URL]
    python -m benchmarks.load questions [--count 20]
    python -m benchmarks.load flood [--count 400]

The bot runs as `python -m bot` over `samples/` and a local Telegram with Telegram's limits, on the same machine.
`crowd`: five updates a second, one in five a question, while a wave of reminders falls due. `questions`: so many at the
same moment, and `/help` beside them. `flood`: one chat sends so many messages at once, and somebody else `/help`.
Times are those from the update's arrival at Telegram to the bot's message.
"""

import argparse
import asyncio
import contextlib
import itertools
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from benchmarks.delivery_run import FIRST, ROOT, TOKEN, gather, megabytes, process
from db.database import Database
from db.migrate import migrate

UPDATES_A_SECOND = 5
ONE_QUESTION_IN = 5
COMMANDS = ("/help", "/dates", "/briefings", "/reminders", "/follow forum", "/settings", "/unfollow forum", "/privacy")
QUESTIONS = (
    "when is the election?",
    "who trains the observers?",
    "когда выборы?",
    "where is the water forum held?",
    "сайлау қашан өтеді?",
    "why was the trial moved?",
    "what does the road fund hearing decide?",
    "who was detained?",
)
ASKING_FROM = 400_001
SETTLING = 20.0
"""Seconds until the bot has started and read a first question; the wave falls due some seconds later."""
WAVE_AT = "2026-06-09T08:59:20+05:00"
FLOODING, CALM = ASKING_FROM, ASKING_FROM + 1


@dataclass
class Measured:
    """Seconds that people waited, by what they sent, and what went wrong."""

    waits: dict[str, list[float]] = field(default_factory=dict)
    missing: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)

    def note(self, kind: str, seconds: float | None) -> None:
        if seconds is None:
            self.missing[kind] += 1
        else:
            self.waits.setdefault(kind, []).append(seconds)

    def print(self) -> None:
        for kind, waits in sorted(self.waits.items()):
            ordered = sorted(waits)
            p50, p95 = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
            print(f"{kind}: {len(ordered)} answered, p50 {p50:.3f} s, p95 {p95:.3f} s, longest {ordered[-1]:.3f} s")
        print(f"without an answer: {dict(self.missing) or 0}")
        if self.memory:
            print(f"memory: {self.memory[0]:.0f} MB at the beginning, {self.memory[-1]:.0f} MB at the end")


@dataclass
class Stage:
    """A bot that runs, and its Telegram."""

    telegram: aiohttp.ClientSession
    bot: int
    measured: Measured = field(default_factory=Measured)

    async def ask(self, person: int, text: str, kind: str) -> None:
        """Let somebody say something, and note how long the answer took."""
        try:
            async with self.telegram.post("/measure/ask", json={"person": person, "text": text}) as response:
                self.measured.note(kind, (await response.json())["ms"] / 1000 if response.ok else None)
        except (TimeoutError, aiohttp.ClientError):
            self.measured.note(kind, None)


@asynccontextmanager
async def stage(options: argparse.Namespace, folder: str) -> AsyncIterator[Stage]:
    url = options.database or f"sqlite+aiosqlite:///{folder}/bot.db"
    await _prepare(url, options)
    arguments = ["bot.local", "--token", TOKEN, "--crowd", f"{ASKING_FROM}:{FIRST - ASKING_FROM + 100_000}"]
    async with process(*arguments, "--remember", "1") as telegram:
        assert telegram.stdout
        root = (await telegram.stdout.readline()).decode().strip()
        environment = {"BOT_TOKEN": TOKEN, "BOT_API_URL": root, "DATABASE_URL": url, "LOG_LEVEL": "WARNING"}
        environment |= {"CLOCK": WAVE_AT, "DEFAULT_TIMEZONE": "Asia/Almaty", "REMINDER_LEADS": "0d"}
        async with process("bot", **environment) as bot, aiohttp.ClientSession(root) as session:
            running = Stage(session, bot.pid)
            await running.ask(CALM, QUESTIONS[0], "first question, with the start")
            yield running
            async with session.get("/measure/tally") as response:
                calls = (await response.json())["calls"]
            print("refused by Telegram:", {call: n for call, n in calls.items() if not call.endswith(" 200")} or 0)


async def _prepare(url: str, options: argparse.Namespace) -> None:
    """Publish the samples and let the wave's followers follow."""
    samples = sorted(str(path) for path in (ROOT / "samples").glob("*.md") if path.stem != "README")
    loading = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "load", *samples, "--publish", stdout=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": url, "BOT_TOKEN": ""},
    )  # fmt: skip
    assert await loading.wait() == 0
    database = Database(url)
    await migrate(database)
    await gather(database, getattr(options, "wave", 0))
    await database.close()


async def crowd(options: argparse.Namespace, running: Stage) -> None:
    dice = random.Random(9)
    people = list(range(ASKING_FROM, ASKING_FROM + options.people))
    kinds = itertools.cycle(["question"] + ["command"] * (ONE_QUESTION_IN - 1))
    begun, asking = time.monotonic(), set()
    for number, kind in zip(range(options.seconds * UPDATES_A_SECOND), kinds, strict=False):
        await asyncio.sleep(begun + number / UPDATES_A_SECOND - time.monotonic())
        text = dice.choice(QUESTIONS if kind == "question" else COMMANDS)
        asking.add(asyncio.create_task(running.ask(dice.choice(people), text, kind)))
        if number % (UPDATES_A_SECOND * 10) == 0:
            running.measured.memory.append(megabytes(running.bot))
    await asyncio.gather(*asking)
    running.measured.memory.append(megabytes(running.bot))


async def questions(options: argparse.Namespace, running: Stage) -> None:
    many = [
        asyncio.create_task(running.ask(ASKING_FROM + 10 + number, QUESTIONS[number % len(QUESTIONS)], "question"))
        for number in range(options.count)
    ]
    await asyncio.sleep(0.05)
    await running.ask(CALM, "/help", "/help beside them")
    await asyncio.gather(*many)


async def flood(options: argparse.Namespace, running: Stage) -> None:
    await asyncio.sleep(1.1)  # Telegram takes one message a second to a chat, and this one was just answered
    await running.ask(FLOODING, "/start", "before the flood")
    flooding = asyncio.create_task(_say(running, options.count))
    await asyncio.sleep(0.5)
    for _ in range(5):
        await running.ask(CALM, "/help", "/help of somebody else")
        await asyncio.sleep(1.1)
    await flooding


async def _say(running: Stage, count: int) -> None:
    """Send messages for whose answers nobody waits."""
    for number in range(count):
        said = {"person": FLOODING, "chat": FLOODING, "text": QUESTIONS[number % len(QUESTIONS)]}
        async with running.telegram.post("/control/say", json=said) as response:
            assert response.ok, await response.text()


async def main() -> None:
    options = _options()
    scenes: dict[str, Callable[[argparse.Namespace, Stage], Awaitable[None]]]
    scenes = {"crowd": crowd, "questions": questions, "flood": flood}
    with tempfile.TemporaryDirectory() as folder:
        async with stage(options, folder) as running:
            await scenes[options.scene](options, running)
            running.measured.print()
    print(f"processor: {_processor()}, {os.cpu_count()} cores")


def _processor() -> str:
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return "unknown"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", help="an empty PostgreSQL database; otherwise SQLite in a temporary folder")
    scenes = parser.add_subparsers(dest="scene", required=True)
    one = scenes.add_parser("crowd")
    one.add_argument("--people", type=int, default=2_000)
    one.add_argument("--seconds", type=int, default=180)
    one.add_argument("--wave", type=int, default=300)
    scenes.add_parser("questions").add_argument("--count", type=int, default=20)
    scenes.add_parser("flood").add_argument("--count", type=int, default=400)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main())
