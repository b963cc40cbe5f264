"""Control requests: JSON in, JSON out, plain refusals."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.local.guard import HEADERS, Handler
from bot.local.refusals import Refused

Json = dict[str, Any]
Deed = Callable[[Json], Awaitable[Any]]

_NONSENSE = (KeyError, ValueError, TypeError, IndexError, StopIteration, RecursionError, OverflowError)


def deed(path: str, act: Deed) -> web.RouteDef:
    """Return a route that takes a JSON object and does something with it."""
    return web.post(path, _refusing(_from_json(act)))


def look(path: str, tell: Handler) -> web.RouteDef:
    """Return a route that only tells."""
    return web.get(path, _refusing(tell))


def answer(told: Any) -> web.Response:
    """Return JSON that browsers neither keep nor reinterpret."""
    return web.json_response(told, headers=HEADERS)


def _from_json(act: Deed) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="JSON, please.")
        return answer(await act(json.loads(await request.text())))

    return handle


def _refusing(handler: Handler) -> Handler:
    """Refuse in plain words what makes no sense."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refused as refused:
            raise web.HTTPBadRequest(text=refused.description) from None
        except _NONSENSE as error:
            raise web.HTTPBadRequest(text=f"This request makes no sense: {type(error).__name__}") from None

    return handle
