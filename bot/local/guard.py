"""Keeps strangers' web pages away from the server: no DNS rebinding, no cross-site requests."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_OWN_SITE = frozenset({"same-origin", "none"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Take only requests that name this machine, and come from our own page or from no page: on every route."""
    if _host(request) not in _LOOPBACK:
        raise web.HTTPForbidden(text="This server answers on localhost only.")
    if not _comes_from_here(request):
        raise web.HTTPForbidden(text="Requests from other sites are not taken.")
    return await handler(request)


def _host(request: web.Request) -> str | None:
    try:
        return urlsplit(f"//{request.host}").hostname
    except ValueError:
        return None


def _comes_from_here(request: web.Request) -> bool:
    """Browsers say whose page asks; following a link to our page is no harm, for that changes nothing."""
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "none")
    navigates = request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    return (site in _OWN_SITE or navigates) and origin in (None, f"{request.scheme}://{request.host}")
