"""What the bot serves over HTTP at one address: Telegram's webhook, the calendar feed, and pages for operators."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

MAX_UPDATE = 1024 * 1024
"""bytes of one update"""
CLOSING_SECONDS = 2.0
"""For requests under way when we stop listening."""
Calendar = Callable[[], Awaitable[bytes]]
Handler = Callable[[web.Request], Awaitable[web.Response]]


class Web:
    """Listens while it is entered."""

    def __init__(self, listen: str) -> None:
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._routes = web.RouteTableDef()

    def webhook(self, url: str, take: Handler) -> None:
        """Take Telegram's updates at the path of `url`."""
        self._routes.post(urlsplit(url).path or "/")(take)

    def page(self, path: str, answer: Handler) -> None:
        """Let `answer` handle GET requests for this path."""
        self._routes.get(path)(answer)

    def calendar(self, write: Calendar) -> None:
        """Give the key dates that lie ahead at /calendar.ics (RFC 5545)."""

        @self._routes.get("/calendar.ics")
        async def answer(_request: web.Request) -> web.Response:
            return web.Response(body=await write(), content_type="text/calendar", charset="utf-8")

    async def start(self) -> web.AppRunner:
        """Listen; clean the runner up at the end."""
        application = web.Application(client_max_size=MAX_UPDATE)
        application.add_routes(self._routes)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=CLOSING_SECONDS)
        await runner.setup()
        await web.TCPSite(runner, self._host, self._port).start()
        return runner
