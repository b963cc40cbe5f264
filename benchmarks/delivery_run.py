"""Election morning: everybody's reminder falls due at once, while a reader asks a question every second.

    python benchmarks/delivery_run.py [--followers 20000] [--rate 28]
    python benchmarks/delivery_run.py --limits none --rate 10000 --silent [--copies 2 --database URL]

The bot runs as `python -m bot` against a local Telegram with Telegram's limits: 30 messages a second overall, 1 a
second for a person, 429 with retry-after. Without --database on a SQLite file in a temporary folder; several copies
need an empty PostgreSQL database.
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import math
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from typing import Any

import aiohttp
import sqlalchemy as sa

from briefings.model.briefing import When
from briefings.model.reader import Defaults
from briefings.model.rows import set_when
from briefings.notices.reminders import ReminderPlanner
from db.database import Database
from db.migrate import migrate
from db.tables import BriefingRow, FollowingRow, KeyDateRow, LedgerRow, ReaderRow, ReportedDateRow

ROOT = Path(__file__).parents[1]
TOKEN = "123456789:AAFtokenOfTheDeliveryBenchmark"
FIRST = 500_001
ASKING = range(400_001, 400_011)
"""Several people, each well below the limit of one message a second."""
DEFAULTS = Defaults("en", "Asia/Almaty", time_of_day(9), (timedelta(0),))
PUBLISHED = datetime(2019, 5, 2, 6, tzinfo=UTC)
ELECTION = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
QUOTE = "The presidential election will be held on June 9."
QUESTION = "when is the election?"
ROWS_AT_ONCE = 1_000
SETTLING = 8.0
"""Seconds until the bot has started; the reminders fall due a little later."""
LOOK_EVERY = 2.0
PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")


class StandingClock:
    def now(self) -> datetime:
        return PUBLISHED

    def real_seconds(self, simulated: timedelta) -> float:
        return max(0.0, simulated.total_seconds())


async def gather(database: Database, count: int) -> None:
    """Let so many readers follow the election."""
    async with database.writing() as session:
        key_date = await _tell_election(session)
        for start in range(FIRST, FIRST + count, ROWS_AT_ONCE):
            chats = range(start, min(start + ROWS_AT_ONCE, FIRST + count))
            readers = [{"chat_id": one, "kind": "private", "reachable": True, "seen_at": PUBLISHED} for one in chats]
            followed = {"key_date_id": key_date, "topic": "", "stopped": False, "since": PUBLISHED}
            await session.execute(sa.insert(ReaderRow), readers)
            await session.execute(sa.insert(FollowingRow), [{"chat_id": one, **followed} for one in chats])
        await ReminderPlanner(StandingClock(), DEFAULTS).date_added(session, key_date)


async def _tell_election(session: Any) -> int:
    briefing = BriefingRow(status="published", title="The election", language="en", text=QUOTE, summary=[])
    briefing.published, briefing.fingerprint = date(2019, 5, 2), "1"
    briefing.loaded_at = briefing.live_at = PUBLISHED
    key_date = KeyDateRow(name="presidential election", language="en", status="planned")
    key_date.created_at = key_date.updated_at = PUBLISHED
    told = ReportedDateRow(state="told", name=key_date.name, planned=True, quote=QUOTE, mention="June 9")
    set_when(key_date, ELECTION)
    set_when(told, ELECTION)
    session.add_all([briefing, key_date])
    await session.flush()
    told.briefing_id, told.key_date_id = briefing.id, key_date.id
    session.add(told)
    await session.flush()
    return key_date.id


@asynccontextmanager
async def process(*arguments: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *arguments, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            running.terminate()
        await running.wait()


def seconds_worked(pid: int) -> float:
    """Seconds of processor time, as Linux counts them (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def megabytes(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE / 1e6


class Watch:
    """What is seen of the bots while they send."""

    def __init__(self, session: aiohttp.ClientSession, bots: list[int], followers: int) -> None:
        self.session, self.bots, self.followers = session, bots, followers
        self.sent: list[tuple[float, int]] = []
        self.memory: list[float] = []
        self.answers: list[float] = []
        self.final: dict[str, Any] = {}

    async def ask_every_second(self) -> None:
        people = itertools.cycle(ASKING)
        while True:
            due = time.monotonic() + 1
            asked = self.session.post("/measure/ask", json={"person": next(people), "text": QUESTION})
            async with asked as response:
                self.answers.append((await response.json())["ms"] if response.ok else math.inf)
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    async def until_all_sent(self, database: Database) -> None:
        """Count in the ledger: asking the server for its tally every second would hold its calls up."""
        owed = sa.select(sa.func.count()).where(LedgerRow.state.in_(("pending", "sending")))
        while not self.sent or self.sent[-1][1] < self.followers:
            await asyncio.sleep(LOOK_EVERY)
            async with database.reading() as session:
                left = await session.scalar(owed) or 0
            self.sent.append((time.monotonic(), self.followers - left))
            self.memory.append(sum(megabytes(pid) for pid in self.bots))
        async with self.session.get("/measure/tally") as response:
            self.final = await response.json()


async def measure(options: argparse.Namespace, url: str) -> None:
    database = Database(url)
    await migrate(database)
    await gather(database, options.followers)
    crowd = f"{ASKING.start}:{FIRST + options.followers - ASKING.start}"
    arguments = ("bot.local", "--token", TOKEN, "--crowd", crowd, "--remember", "1")
    arguments = (*arguments, "--limits", options.limits)
    async with process(*arguments) as telegram:
        assert telegram.stdout
        root = (await telegram.stdout.readline()).decode().strip()
        environment = {
            "BOT_TOKEN": TOKEN, "BOT_API_URL": root, "DATABASE_URL": url, "SEND_RATE": str(options.rate),
            "CLOCK": "2019-06-09T08:59:50+05:00", "DEFAULT_TIMEZONE": "Asia/Almaty", "REMINDER_LEADS": "0d",
            "LOG_LEVEL": "WARNING",
        }  # fmt: skip
        async with contextlib.AsyncExitStack() as stack, aiohttp.ClientSession(root) as session:
            bots = [await stack.enter_async_context(process("bot", **environment)) for _ in range(options.copies)]
            watch = Watch(session, [bot.pid for bot in bots], options.followers)
            asking = asyncio.create_task(asyncio.sleep(0) if options.silent else watch.ask_every_second())
            await asyncio.sleep(SETTLING)
            worked, begun = sum(map(seconds_worked, watch.bots)), time.monotonic()
            await watch.until_all_sent(database)
            share = (sum(map(seconds_worked, watch.bots)) - worked) / (time.monotonic() - begun)
            asking.cancel()
    await report(options, watch, share, database)
    await database.close()


async def report(options: argparse.Namespace, watch: Watch, share: float, database: Database) -> None:
    steady = [one for one in watch.sent if 0 < one[1] < options.followers]
    (first, early), (last, late) = steady[0], steady[-1]
    rate = (late - early) / (last - first)
    answers = sorted(watch.answers[5:])
    twice = sum(number > 1 for chat, number in watch.final["chats"].items() if int(chat) >= FIRST)
    async with database.reading() as session:
        states = Counter((await session.scalars(sa.select(LedgerRow.state))).all())
    refused = {call: number for call, number in watch.final["calls"].items() if not call.endswith(" 200")}
    print(f"{options.followers:,} reminders at once, SEND_RATE={options.rate}, {options.copies} copies of the bot")
    print(f"rate held: {rate:.2f} a second, {100 * rate / options.rate:.1f} % of what is allowed")
    print(
        f"refused by Telegram: {json.dumps(refused)}; chats with more than one message: {twice}; ledger: {dict(states)}"
    )
    print(f"processor: {100 * share:.0f} % of a core; memory: {max(watch.memory):.0f} MB")
    if options.silent:
        return
    p95 = answers[int(0.95 * len(answers))]
    print(f"answers: {len(answers)}, median {statistics.median(answers):.0f} ms, p95 {p95:.0f} ms")


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--followers", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=28)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--limits", choices=["telegram", "none"], default="telegram")
    parser.add_argument("--silent", action="store_true", help="ask no questions meanwhile")
    parser.add_argument("--database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        await measure(options, options.database or f"sqlite+aiosqlite:///{folder}/bot.db")


if __name__ == "__main__":
    asyncio.run(main())
