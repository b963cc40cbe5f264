"""Sending one message over a pool of connections of its own, so that answers to people never wait behind it."""

import asyncio
import logging
from types import TracebackType
from typing import Protocol, Self

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.delivery.bulk_request import LeanRequest
from bot.telegram.posting import post
from bot.ui.markup import CAPTION_LIMIT, TEXT_LIMIT
from bot.ui.message import Message, Reply
from bot.ui.splitting import shortened

logger = logging.getLogger(__name__)

CONNECTIONS = 64
BALANCE_TOO_LOW = "balance_too_low"
"""What Telegram says when there are not enough Stars (https://core.telegram.org/method/messages.sendMessage)."""
PROBE_SECONDS = 5.0


class Sender(Protocol):
    """Sends; what goes wrong is raised as python-telegram-bot's errors."""

    async def send(self, chat_id: int, message: Message) -> int:
        """Send a message; return Telegram's id of it."""
        ...


class TelegramSender:
    """Sends through python-telegram-bot; enter it to open its connections.

    `paid` lets Telegram take more than its usual 30 messages a second, and take Stars from the bot's balance for them
    (`allow_paid_broadcast`, https://core.telegram.org/bots/api#sendmessage).
    """

    def __init__(self, token: str, api_root: str, connections: int = CONNECTIONS, *, paid: bool = False) -> None:
        self._paid = paid
        self._request = LeanRequest(connections)
        self._bot = Bot(token, f"{api_root}/bot", request=self._request)

    async def __aenter__(self) -> Self:
        await self._request.initialize()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._request.shutdown()

    async def send(self, chat_id: int, message: Message) -> int:
        """Send one message, shortened where Telegram would not take it whole; return Telegram's id of it.

        A balance that is too low is no reason to keep it back.
        """
        is_caption = isinstance(message, Reply) and message.file is not None
        text = shortened(message.text, CAPTION_LIMIT if is_caption else TEXT_LIMIT)
        try:
            return (await post(self._bot, chat_id, message, text, paid=self._paid or None)).message_id
        except BadRequest as error:
            if not self._paid or BALANCE_TOO_LOW not in error.message.lower():
                raise
        logger.warning("too few Stars for paid messages: until the next start they go unpaid, as fast as Telegram lets")
        self._paid = False
        return (await post(self._bot, chat_id, message, text)).message_id

    async def is_reachable(self) -> bool:
        """Whether Telegram answers at all; asks for nothing that would be seen."""
        try:
            async with asyncio.timeout(PROBE_SECONDS):
                await self._bot.get_me()
        except (TelegramError, TimeoutError):
            return False
        return True
