"""How fast the delivery is without limits, against bare python-telegram-bot in the same run, from one process.

    python benchmarks/delivery_throughput.py [--messages 3000] [--rounds 3] [--database URL]

The server is the local Telegram in a process of its own, its limits off. Bare means `Bot.send_message` and nothing
remembered, eight at a time: with its own HTTP client it only becomes slower beyond.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import time as time_of_day
from datetime import timedelta
from uuid import uuid4

import sqlalchemy as sa
from telegram import Bot
from telegram.constants import ParseMode
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery import Delivery, OwnBudget, TelegramSender, Traffic
from bot.delivery.delivery import MOST_IN_FLIGHT
from bot.delivery.request import LeanRequest
from bot.views.markup import escape
from bot.views.message import Button, Message
from briefings.clock import SystemClock
from briefings.outbox.ledger import Ledger
from briefings.outbox.owed import Owed
from briefings.outbox.owing import Slot, owe_readers
from briefings.people import People
from briefings.reader import Defaults
from db.database import Database
from db.migrate import migrate
from db.tables import ReaderRow

TOKEN = "1:local"
FIRST = 500_001
UNLIMITED = 10_000.0
FEW = 8
BARE = f"bare python-telegram-bot, {FEW} at a time"
DEFAULTS = Defaults("en", "UTC", time_of_day(9), ())
MESSAGE = Message(escape("🔔 A reminder about as long as reminders are. " * 8), ((Button("Stop", "stop:1"),),))


class NoTelegram:
    """Takes every message at once: what remains is our own work."""

    async def send(self, chat_id: int, message: Message) -> int:  # noqa: ARG002 - what every sender is given
        return 1


async def write(_owed: Owed) -> Message:
    return MESSAGE


async def bare(root: str, request: BaseRequest, count: int, workers: int = MOST_IN_FLIGHT) -> float:
    """Send with nothing but python-telegram-bot; return messages a second."""
    bot, chats = Bot(TOKEN, f"{root}/bot", request=request), iter(range(FIRST, FIRST + count))
    await request.initialize()

    async def worker() -> None:
        for chat in chats:
            await bot.send_message(chat, MESSAGE.text, ParseMode.HTML)

    begun = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(workers)))
    rate = count / (time.perf_counter() - begun)
    await request.shutdown()
    return rate


async def delivered(database: Database, sender: TelegramSender | NoTelegram, count: int) -> float:
    """Owe everybody a message and deliver it; return messages a second."""
    clock = SystemClock()
    everybody = sa.select(ReaderRow.chat_id, sa.literal("all").label("key")).limit(count)
    now = clock.now()
    async with database.writing() as session:
        slot = Slot("all", "1", now, now + timedelta(hours=1))
        await owe_readers(session, everybody, [slot], "correction", f"correction:{uuid4().hex[:20]}")
        await session.execute(sa.update(ReaderRow).values(silent_until=None))
    ledger = Ledger(database, clock, DEFAULTS, "benchmark", timedelta(minutes=1))
    people = People(database, clock, DEFAULTS)
    budget, traffic = OwnBudget(UNLIMITED), Traffic(UNLIMITED)
    delivery = Delivery(ledger, clock, budget, traffic, sender, write, people, alone=database.is_sqlite)
    begun = time.perf_counter()
    assert await delivery.run() == count
    return count / (time.perf_counter() - begun)


async def measure(options: argparse.Namespace, url: str, root: str) -> None:
    database = Database(url)
    await migrate(database)
    now = SystemClock().now()
    readers = [
        {"chat_id": FIRST + one, "kind": "private", "reachable": True, "seen_at": now}
        for one in range(options.messages)
    ]
    async with database.writing() as session:
        await session.execute(sa.insert(ReaderRow), readers)
    async with TelegramSender(TOKEN, root, Traffic(UNLIMITED)) as sender:
        ways: dict[str, Callable[[], Awaitable[float]]] = {
            BARE: lambda: bare(root, HTTPXRequest(FEW), options.messages, FEW),
            f"the same, {MOST_IN_FLIGHT} at a time": lambda: bare(root, HTTPXRequest(MOST_IN_FLIGHT), options.messages),
            "bare, over our lean request": lambda: bare(root, LeanRequest(MOST_IN_FLIGHT), options.messages),
            "delivery": lambda: delivered(database, sender, options.messages),
            "delivery to nobody (ledger and loop only)": lambda: delivered(database, NoTelegram(), options.messages),
        }
        rates: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(options.rounds):
            for name, way in ways.items():
                rates[name].append(await way())
    first = statistics.median(rates[BARE])
    for name, found in rates.items():
        middle = statistics.median(found)
        print(f"{name}: {middle:,.0f} a second, {100 * middle / first:.0f} % of bare; {1e6 / middle:,.0f} µs a message")
    await database.close()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=3_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database")
    options = parser.parse_args()
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.local", "--limits", "none", "--remember", "1",
        "--crowd", f"{FIRST}:{options.messages}", stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert server.stdout
    root = (await server.stdout.readline()).decode().strip()
    with tempfile.TemporaryDirectory() as folder:
        await measure(options, options.database or f"sqlite+aiosqlite:///{folder}/bot.db", root)
    server.terminate()
    await server.wait()


if __name__ == "__main__":
    asyncio.run(main())
