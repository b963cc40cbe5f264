"""Answers to people are counted too, so that what the ledger owes can give way to them."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.request import HTTPXRequest

from bot.delivery.request import FLOOD, flood_seconds
from bot.delivery.traffic import Traffic

CONNECTIONS = 256
"""As many as python-telegram-bot's own builder allows."""
IS_MESSAGE = re.compile(r"/(?:send(?!ChatAction)|edit|copy|forward)\w+$")
"""The methods that Telegram counts as messages."""
TRIES = 3
LONGEST_WAIT = 3.0
"""Seconds that somebody who asked is made to wait by a flood, each time."""


class CountingRequest(HTTPXRequest):
    """python-telegram-bot's own client, which counts in the traffic what it sends, and sits short floods out."""

    def __init__(self, traffic: Traffic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        super().__init__(connection_pool_size=CONNECTIONS)
        self._traffic = traffic
        self._sleep = sleep

    async def do_request(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        """Send a request, a message only when Telegram will take it."""
        if not IS_MESSAGE.search(url):
            return await super().do_request(url, *given, **named)
        for _ in range(TRIES - 1):
            status, body = await self._send(url, *given, **named)
            if status != FLOOD or (wait := flood_seconds(body)) > LONGEST_WAIT:
                return status, body
            await self._sleep(wait)
        return await self._send(url, *given, **named)

    async def _send(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        async with self._traffic.answering():
            return await super().do_request(url, *given, **named)
