"""How fast the delivery is without limits, against bare python-telegram-bot in the same run, from one process.

    python benchmarks/delivery_throughput.py [--messages 3000] [--rounds 3] [--database URL]

The server is the local Telegram in a process of its own, its limits off. What is delivered are reminders, written by
the bot's own services as ever. Bare means `Bot.send_message` and nothing remembered, eight at a time: with its own HTTP
client it only becomes slower beyond. With --database on an empty PostgreSQL database.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from delivery_run import DEFAULTS, FIRST, gather
from telegram import Bot
from telegram.constants import ParseMode
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery import Delivery, RateLimit, TelegramSender
from bot.delivery.bulk_request import LeanRequest
from bot.delivery.dispatcher import MOST_IN_FLIGHT
from bot.delivery.renderer import Renderer
from bot.runtime.services import make_services, open_desk
from bot.settings import Settings
from bot.telegram.context import Services
from bot.ui.markup import escape
from bot.ui.message import Button, Message
from briefings.clock import RehearsalClock
from briefings.outbox.budget import OwnBudget
from briefings.outbox.ledger import Ledger
from db.tables import LedgerRow, ReaderRow

TOKEN = "1:local"
UNLIMITED = 10_000.0
FEW = 8
BARE = f"bare python-telegram-bot, {FEW} at a time"
ELECTION_MORNING = datetime(2019, 6, 9, 4, 0, 5, tzinfo=UTC)
MESSAGE = Message(escape("🔔 A reminder about as long as reminders are. " * 8), ((Button("Stop", "stop:1"),),))


class NoTelegram:
    """Takes every message at once: what remains is our own work."""

    async def send(self, chat_id: int, message: Message) -> int:  # noqa: ARG002 - what every sender is given
        return 1


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


async def delivered(services: Services, sender: TelegramSender | NoTelegram, count: int) -> float:
    """Owe everybody the reminder once more, and deliver it; return messages a second."""
    database, clock, rate_limit = services.database, services.clock, RateLimit(UNLIMITED)
    async with database.writing() as session:
        await session.execute(sa.update(LedgerRow).values(state="pending", message_id=None, sent_at=None))
        await session.execute(sa.update(ReaderRow).values(silent_until=None))
    ledger = Ledger(database, clock, DEFAULTS, "benchmark", timedelta(minutes=1))
    budget, write = OwnBudget(UNLIMITED), Renderer(services)
    alone = database.is_sqlite
    delivery = Delivery(
        ledger, clock, budget, rate_limit, sender, write, services.readers, services.outages, alone=alone
    )
    begun = time.perf_counter()
    assert await delivery.run() == count
    return count / (time.perf_counter() - begun)


async def measure(options: argparse.Namespace, url: str, root: str) -> None:
    settings = Settings(database_url=url, reminder_leads="0d", default_timezone=DEFAULTS.zone)
    async with open_desk(settings, RehearsalClock(ELECTION_MORNING, 1)) as desk:
        await gather(desk.database, options.messages)
        services = make_services(desk)
        async with TelegramSender(TOKEN, root) as sender:
            await compare(options, services, sender, root)


async def compare(options: argparse.Namespace, services: Services, sender: TelegramSender, root: str) -> None:
    ways: dict[str, Callable[[], Awaitable[float]]] = {
        BARE: lambda: bare(root, HTTPXRequest(FEW), options.messages, FEW),
        f"the same, {MOST_IN_FLIGHT} at a time": lambda: bare(root, HTTPXRequest(MOST_IN_FLIGHT), options.messages),
        "bare, over our lean request": lambda: bare(root, LeanRequest(MOST_IN_FLIGHT), options.messages),
        "delivery": lambda: delivered(services, sender, options.messages),
        "delivery to nobody (ledger, writing, loop)": lambda: delivered(services, NoTelegram(), options.messages),
    }
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(options.rounds):
        for name, way in ways.items():
            rates[name].append(await way())
    first = statistics.median(rates[BARE])
    for name, found in rates.items():
        middle = statistics.median(found)
        print(f"{name}: {middle:,.0f} a second, {100 * middle / first:.0f} % of bare; {1e6 / middle:,.0f} µs a message")


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
