"""Answers to people are counted too, so that the ledger's messages can give way to them."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.delivery.bulk_request import FLOOD, NO_ANSWER, SERVER_ERROR, flood_seconds, is_answer
from bot.delivery.circuit_breaker import CircuitBreaker
from bot.delivery.rate_limit import RateLimit
from bot.errors import TelegramAway

CONNECTIONS = 256
"""As many as python-telegram-bot's own builder allows."""
IS_MESSAGE = re.compile(r"/(?:send(?!ChatAction)|edit|copy|forward)\w+$")
"""The methods that Telegram counts as messages."""
TRIES = 3
LONGEST_WAIT = 3.0
"""Seconds that somebody who asked is made to wait by a flood, each time."""
IS_FILE = re.compile(r"/file/bot[^/]+/")


class AnsweredRequest(HTTPXRequest):
    """python-telegram-bot's own client, which takes a server error, or a page of some proxy's, for no answer.

    The library would log each of them with a traceback.
    """

    async def do_request(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        """Send a request; raise `NetworkError` where Telegram does not answer it."""
        status, body = await super().do_request(url, *given, **named)
        if status >= SERVER_ERROR or not (IS_FILE.search(url) or is_answer(body)):
            raise NetworkError(NO_ANSWER.format(status))
        return status, body


class CountingRequest(AnsweredRequest):
    """python-telegram-bot's own client, which counts in the traffic what it sends, and sits short floods out.

    While the circuit is not closed, every request fails at once.
    """

    def __init__(
        self,
        rate_limit: RateLimit,
        breaker: CircuitBreaker,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        heard: Callable[[int], None] = lambda status: None,  # noqa: ARG005
    ) -> None:
        """Call `heard` with the HTTP status of each answer."""
        super().__init__(connection_pool_size=CONNECTIONS)
        self._heard = heard
        self._traffic = rate_limit
        self._breaker = breaker
        self._sleep = sleep

    async def do_request(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        """Send a request, a message only when Telegram will take it."""
        if not self._breaker.is_closed:
            raise TelegramAway
        if not IS_MESSAGE.search(url):
            return await self._request(url, *given, **named)
        for _ in range(TRIES - 1):
            status, body = await self._send(url, *given, **named)
            if status != FLOOD or (wait := flood_seconds(body)) > LONGEST_WAIT:
                return status, body
            await self._sleep(wait)
        return await self._send(url, *given, **named)

    async def _send(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        async with self._traffic.answering():
            status, body = await self._request(url, *given, **named)
        self._breaker.succeeded()
        return status, body

    async def _request(self, url: str, *given: Any, **named: Any) -> tuple[int, bytes]:
        """Send a request; only messages that go through tell the breaker that all is well again."""
        try:
            status, body = await super().do_request(url, *given, **named)
        except NetworkError as error:
            self._breaker.failed(error.message)
            raise
        self._heard(status)
        return status, body
