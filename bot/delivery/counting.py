"""Answers to people are counted too, so that what the ledger owes can give way to them."""

import re
from typing import Any

from telegram.request import HTTPXRequest, RequestData

from bot.delivery.traffic import Traffic

CONNECTIONS = 256
"""As many as python-telegram-bot's own builder allows."""
IS_MESSAGE = re.compile(r"/(?:send(?!ChatAction)|edit|copy|forward)\w+$")
"""The methods that Telegram counts as messages."""


class CountingRequest(HTTPXRequest):
    """python-telegram-bot's own client, which counts in the traffic what it sends."""

    def __init__(self, traffic: Traffic) -> None:
        super().__init__(connection_pool_size=CONNECTIONS)
        self._traffic = traffic

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named: Any
    ) -> tuple[int, bytes]:
        """Send a request, a message only when Telegram will take it."""
        if not IS_MESSAGE.search(url):
            return await super().do_request(url, method, request_data, *timeouts, **named)
        async with self._traffic.answering():
            return await super().do_request(url, method, request_data, *timeouts, **named)
