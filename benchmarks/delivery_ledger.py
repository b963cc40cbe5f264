"""The ledger at size: a hundred thousand followers of one key date, and the look for what is due among a million.

    python benchmarks/delivery_ledger.py [--followers 100000] [--pending 1000000] [--database URL]

Without --database on a SQLite file in a temporary folder; with it, on an empty PostgreSQL database.
"""

import argparse
import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day

import sqlalchemy as sa

from briefings.key_dates.service import KeyDates
from briefings.model.briefing import When
from briefings.model.reader import Defaults
from briefings.model.rows import set_when
from briefings.notices.reminders import ReminderPlanner, Subscriptions
from briefings.outbox.ledger import Ended, Ledger
from briefings.outbox.outbox_message import Sent
from db.database import Database
from db.migrate import migrate
from db.tables import FollowingRow, KeyDateRow, LedgerRow, ReaderRow

DEFAULTS = Defaults("en", "Asia/Almaty", time_of_day(9), (timedelta(days=7), timedelta(days=1), timedelta(0)))
ZONES = (None, "Europe/Moscow", "Asia/Almaty", "Europe/Berlin", "America/New_York", "Asia/Tashkent")
PUBLISHED = datetime(2019, 5, 2, 6, tzinfo=UTC)
ELECTION = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
LATER = When("2019-06-16", date(2019, 6, 16), date(2019, 6, 16), "day")
SINGLE_FOLLOWS = 200
LOOKS = 100
RATE = 28
ROWS_AT_ONCE = 5_000
TAKEN = 200


class Clock:
    def __init__(self) -> None:
        self.instant = PUBLISHED

    def now(self) -> datetime:
        return self.instant

    def real_seconds(self, simulated: timedelta) -> float:
        return max(0.0, simulated.total_seconds())


class Ledgers:
    """One database with its services, and a stop-watch."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, Clock()
        self.planner = ReminderPlanner(self.clock, DEFAULTS)
        self.key_dates = KeyDates(database, self.clock, self.planner)
        self.following = Subscriptions(database, self.clock, DEFAULTS)
        self.ledger = Ledger(database, self.clock, DEFAULTS, "benchmark", timedelta(minutes=5))

    async def gather(self, count: int) -> int:
        """Let a crowd of readers in several zones follow one key date, without planning anything yet."""
        async with self.database.writing() as session:
            row = KeyDateRow(name="presidential election", language="en", status="planned")
            row.created_at = row.updated_at = PUBLISHED
            set_when(row, ELECTION)
            session.add(row)
            await session.flush()
            for start in range(1, count + 1, 1_000):
                chats = range(start, min(start + 1_000, count + 1))
                await session.execute(sa.insert(ReaderRow), [_reader(chat) for chat in chats])
                await session.execute(sa.insert(FollowingRow), [_following(chat, row.id) for chat in chats])
            return row.id

    async def pend(self, count: int) -> None:
        """Owe so many messages that fall due in the far future."""
        async with self.database.writing() as session:
            for start in range(0, count, ROWS_AT_ONCE):
                await session.execute(
                    sa.insert(LedgerRow.__table__), [_far(start + one) for one in range(ROWS_AT_ONCE)]
                )


async def measure(followers: int, pending: int, database: Database) -> None:
    ledgers = Ledgers(database)
    key_date = await ledgers.gather(followers)
    with watch(f"planning three reminders for each of {followers:,} followers"):
        async with database.writing() as session:
            await ledgers.planner.date_added(session, key_date)
    with watch("moving the date: telling all, dropping and planning anew"):
        await ledgers.key_dates.move(key_date, LATER, 1)
    with watch(f"one reader after another begins to follow: {SINGLE_FOLLOWS} readers") as begun:
        for chat in range(1, SINGLE_FOLLOWS + 1):
            await ledgers.following.follow_date(-chat, key_date)
    print(f"  {SINGLE_FOLLOWS / (time.perf_counter() - begun):,.0f} a second")
    await _settle(database)
    await ledgers.pend(pending)
    await _settle(database)
    await look(ledgers, f"among {pending + 4 * followers:,} pending", PUBLISHED - timedelta(days=1))
    ledgers.clock.instant = PUBLISHED + timedelta(seconds=1)
    await look(ledgers, f"with {followers:,} of them due", PUBLISHED + timedelta(seconds=1))
    await take(ledgers, followers)
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


async def look(ledgers: Ledgers, what: str, now: datetime) -> None:
    """Time the look for the next due message, and the taking of a second's worth."""
    ledgers.clock.instant = now
    looks, takes = [], []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        await ledgers.ledger.next_due()
        looked = time.perf_counter()
        taken = await ledgers.ledger.take_due(RATE, now)
        looks.append(1000 * (looked - begun))
        takes.append(1000 * (time.perf_counter() - looked))
        await ledgers.ledger.release(taken)
    for name, spans in (("looking for", looks), (f"taking {len(taken)} of", takes)):
        first, *later = spans
        middle, worst = statistics.median(later), max(later)
        print(f"{name} what is due {what}: median {middle:.1f} ms, worst {worst:.1f} ms, the first {first:.1f} ms")


async def take(ledgers: Ledgers, count: int) -> None:
    """Time the taking, beginning and recording of what is due, without sending anything."""
    taken, spent = 0, dict.fromkeys(("take", "begin", "record"), 0.0)
    while taken < min(count, 20_000):
        begun = time.perf_counter()
        batch = await ledgers.ledger.take_due(TAKEN, PUBLISHED)
        spent["take"] += time.perf_counter() - begun
        begun = time.perf_counter()
        await ledgers.ledger.begin(batch)
        spent["begin"] += time.perf_counter() - begun
        begun = time.perf_counter()
        await ledgers.ledger.record([Ended(owed, Sent(1), 1.0) for owed in batch])
        spent["record"] += time.perf_counter() - begun
        taken += len(batch)
    rates = ", ".join(f"{what} {taken / seconds:,.0f}" for what, seconds in spent.items())
    print(f"rows a second, {TAKEN} at a time: {rates}; all three {taken / sum(spent.values()):,.0f}")


class watch:  # noqa: N801 - reads like a statement
    """Print how long something took."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> float:
        self._begun, self._worked = time.perf_counter(), time.process_time()
        return self._begun

    def __exit__(self, *_: object) -> None:
        passed, worked = time.perf_counter() - self._begun, time.process_time() - self._worked
        print(f"{self._what}: {passed:.1f} s, of which this process worked {worked:.1f} s")


async def _settle(database: Database) -> None:
    """Let PostgreSQL and SQLite count their rows, as they do by themselves after a while."""
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(sa.text("ANALYZE"))


def _reader(chat: int) -> dict[str, object]:
    zone = ZONES[chat % len(ZONES)]
    moment = time_of_day(7 + chat % 4) if chat % 3 == 0 else None
    return {
        "chat_id": chat,
        "kind": "private",
        "zone": zone,
        "reminder_time": moment,
        "reachable": True,
        "seen_at": PUBLISHED,
    }


def _far(number: int) -> dict[str, object]:
    return {
        "chat_id": number + 1_000_000,
        "kind": "correction",
        "subject": "far",
        "occurrence": "1",
        "bulk": False,
        "state": "pending",
        "due_at": PUBLISHED + timedelta(days=400, seconds=number),
        "attempts": 0,
        "doubts": 0,
        "late": False,
    }


def _following(chat: int, key_date: int) -> dict[str, object]:
    return {"chat_id": chat, "key_date_id": key_date, "topic": "", "stopped": False, "since": PUBLISHED}


@asynccontextmanager
async def opened(url: str | None) -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(url or f"sqlite+aiosqlite:///{folder}/bot.db")
        await migrate(database)
        yield database
        await database.close()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--followers", type=int, default=100_000)
    parser.add_argument("--pending", type=int, default=1_000_000)
    parser.add_argument("--database")
    options = parser.parse_args()
    async with opened(options.database) as database:
        await measure(options.followers, options.pending, database)


if __name__ == "__main__":
    asyncio.run(main())
