"""A lean HTTP client for sending in bulk: aiohttp below python-telegram-bot, with errors that tell what is certain."""

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 20.0
LONGEST_SECONDS = 45.0
"""For a request and all of its answer, however it trickles: well below the time for which a message is leased."""
OK, FLOOD, SERVER_ERROR = 200, 429, 500
NO_ANSWER = "HTTP {} without an answer of Telegram's"
GATEWAY_TROUBLE = (502, 504)
"""A proxy has no answer of Telegram's, which may have taken the message all the same."""


class NotSent(NetworkError):
    """No connection came about: the message certainly did not arrive."""


class Interrupted(NetworkError):
    """No answer of Telegram's came back: nobody knows whether the message arrived."""


class Flooded(TelegramError):
    """Telegram takes nothing more for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Flood control exceeded: wait {seconds:g} s")
        self.seconds = seconds


class LeanRequest(BaseRequest):
    """At most `connections` requests at a time, over connections that stay open."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            timeout = aiohttp.ClientTimeout(LONGEST_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=ANSWER_SECONDS)
            connector = aiohttp.TCPConnector(limit=self._connections)
            self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_named: Any
    ) -> tuple[int, bytes]:
        """Send a request; the time-outs are the pool's own."""
        if self._session is None:
            raise NotSent("the pool of connections is closed")
        try:
            async with self._session.request(method, url, data=_form(request_data)) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise Interrupted(type(error).__name__) from error
        if status == FLOOD:
            raise Flooded(flood_seconds(body))
        if status in GATEWAY_TROUBLE or not is_answer(body):
            raise Interrupted(NO_ANSWER.format(status))
        return status, body


def is_answer(body: bytes) -> bool:
    """Whether this may be an answer of Telegram's, and not a page of some proxy's."""
    return body.lstrip().startswith(b"{")


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None or not data.contains_files:
        return data.json_parameters if data else None
    form = aiohttp.FormData(data.json_parameters)
    for field, (name, content, kind) in (data.multipart_data or {}).items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form


def flood_seconds(body: bytes) -> float:
    """Read how long a 429 tells us to wait; a proxy's own, without Telegram's JSON, waits a second."""
    try:
        return float(json.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 1.0
