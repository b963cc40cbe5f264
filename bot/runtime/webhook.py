"""Telegram's webhook: an update is stored, and only then answered with 200."""

import hmac
import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.runtime.parsing import MalformedUpdate, read_arrival
from bot.runtime.poller import Store
from bot.runtime.update_dispatcher import NotStored
from briefings.inbox import Arrival

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
Handler = Callable[[web.Request], Awaitable[web.Response]]


def webhook(secret: str, store: Store) -> Handler:
    """Make what answers Telegram's posts; whoever does not know the secret is refused, unread.

    403: no secret; 400: no update; 503: not stored, so Telegram will send it again.
    """

    async def take(request: web.Request) -> web.Response:
        if not _is_known(request.headers.get(SECRET_HEADER, ""), secret):
            return web.Response(status=403)
        try:
            await store([await _read(request)])
        except MalformedUpdate:
            return web.Response(status=400)
        except NotStored:
            return web.Response(status=503)
        return web.Response()

    return take


def _is_known(given: str, secret: str) -> bool:
    """Compare in constant time; as bytes, since a header may hold any."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())


async def _read(request: web.Request) -> Arrival:
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError, web.RequestPayloadError) as error:
        raise MalformedUpdate(None) from error
    return read_arrival(body)
