"""What the bot serves over HTTP: Telegram's webhook, health, metrics, and the calendar feed."""

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlsplit

from aiohttp import web

MAX_UPDATE = 1024 * 1024
"""bytes of one update"""
CLOSING_SECONDS = 2.0
"""For requests under way when we stop listening."""
Numbers = Callable[[], Awaitable[Mapping[str, float]]]
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

    def health(self, is_well: Callable[[], Awaitable[bool]]) -> None:
        """Say at /health whether the bot is well: 200 or 503."""

        @self._routes.get("/health")
        async def answer(_request: web.Request) -> web.Response:
            well = await is_well()
            return web.json_response({"ok": well}, status=200 if well else 503)

    def metrics(self, numbers: Numbers) -> None:
        """Give numbers at /metrics, in Prometheus' text format."""

        @self._routes.get("/metrics")
        async def answer(_request: web.Request) -> web.Response:
            lines = (f"briefings_{name} {value:g}\n" for name, value in sorted((await numbers()).items()))
            return web.Response(text="".join(lines), headers={"Content-Type": "text/plain; version=0.0.4"})

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
