"""Sending one message over a pool of connections of its own, so that answers to people never wait behind it."""

from types import TracebackType
from typing import Protocol, Self

from telegram import Bot
from telegram.constants import ParseMode

from bot.delivery.request import LeanRequest
from bot.delivery.traffic import Traffic
from bot.sending import NO_PREVIEW, markup
from bot.views.message import Message
from bot.views.splitting import split

CONNECTIONS = 64


class Sender(Protocol):
    """Sends; what goes wrong is raised as python-telegram-bot's errors."""

    async def send(self, chat_id: int, message: Message) -> int:
        """Send a message; return Telegram's id of it."""
        ...


class TelegramSender:
    """Sends through python-telegram-bot; enter it to open its connections."""

    def __init__(self, token: str, api_root: str, traffic: Traffic, connections: int = CONNECTIONS) -> None:
        self._traffic = traffic
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
        """Send a message; return Telegram's id of it, of its last part where it is long.

        The caller has a place in the traffic for one message; the parts before the last take places of their own.
        """
        *first, last = split(message.text)
        for part in first:
            async with self._traffic.answering():
                await self._bot.send_message(chat_id, part, ParseMode.HTML, link_preview_options=NO_PREVIEW)
        sent = await self._bot.send_message(
            chat_id, last, ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=markup(message.keyboard)
        )
        return sent.message_id
