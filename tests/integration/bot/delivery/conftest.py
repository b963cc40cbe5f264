"""Delivery over real HTTP to the local Telegram, and short ways to owe something."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.delivery import Delivery, RateLimit, TelegramSender
from bot.local.driver import LocalTelegram
from bot.observability.outages import Outages
from bot.ui.markup import escape
from bot.ui.message import Message
from briefings.model.reader import Defaults
from briefings.outbox.budget import OwnBudget
from briefings.outbox.enqueueing import NewMessage, enqueue
from briefings.outbox.ledger import Ledger
from briefings.outbox.outbox_message import OutboxMessage
from briefings.readers.readers import Readers
from db.database import Database
from db.tables import LedgerRow

TOKEN = "1:test"
DEFAULTS = Defaults("en", "Asia/Almaty", time(9), (timedelta(0),))


class Post:
    """A ledger and the delivery that empties it."""

    def __init__(self, database: Database, clock: Any, telegram: LocalTelegram, sender: TelegramSender) -> None:
        self.database, self.clock, self.telegram, self.sender = database, clock, telegram, sender
        self.people = Readers(database, clock, DEFAULTS)
        self.delivery = self.copy("one", alone=True)

    def copy(self, owner: str, *, alone: bool = False, rate: float = 1000, **options: Any) -> Delivery:
        render, rate_limit = options.pop("render", write), options.pop("rate_limit", None) or RateLimit(rate)
        ledger, sender = self.ledger(owner), self.sender
        return Delivery(
            ledger,
            self.clock,
            OwnBudget(rate),
            rate_limit,
            sender,
            render,
            self.people,
            Outages(),
            alone=alone,
            **options,
        )

    def ledger(self, owner: str) -> Ledger:
        return Ledger(self.database, self.clock, DEFAULTS, owner, timedelta(minutes=1))

    async def enqueue(
        self, *chats: int, text: str = "hello", subject: str = "correction:1", **new_message: Any
    ) -> None:
        for chat in chats:
            await self.people.meet(chat, "private" if chat > 0 else "group")
        new_messages = [
            NewMessage(chat, "correction", subject, "1", **{"due_at": self.clock.now(), "payload": text} | new_message)
            for chat in chats
        ]
        async with self.database.writing() as session:
            await enqueue(session, new_messages)

    async def rows(self) -> list[LedgerRow]:
        async with self.database.reading() as session:
            return list(await session.scalars(sa.select(LedgerRow).order_by(LedgerRow.id)))

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def no_waiting(self) -> None:
        """Let real waits be over."""
        async with self.database.writing() as session:
            await session.execute(sa.text("UPDATE ledger SET not_before = NULL"))
            await session.execute(sa.text("UPDATE readers SET silent_until = NULL"))


async def write(outgoing: OutboxMessage) -> Message:
    return Message(escape(str(outgoing.payload)))


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(TOKEN) as running:
        yield running


@pytest.fixture
async def post(database: Database, clock: Any, telegram: LocalTelegram) -> AsyncIterator[Post]:
    async with TelegramSender(TOKEN, telegram.url) as sender:
        yield Post(database, clock, telegram, sender)
