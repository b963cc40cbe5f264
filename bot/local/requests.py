"""Control requests: JSON in, JSON out, plain refusals."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.local.guard import HEADERS, Handler, guarded
from bot.local.refusals import Refused

Json = dict[str, Any]
Deed = Callable[[Json], Awaitable[Any]]


def deed(path: str, act: Deed) -> web.RouteDef:
    """Return a route that takes a JSON object and does something with it."""
    return web.post(path, guarded(_from_json(act)))


def look(path: str, tell: Handler) -> web.RouteDef:
    """Return a route that only tells."""
    return web.get(path, guarded(tell))


def answer(told: Any) -> web.Response:
    """Return JSON that browsers neither keep nor reinterpret."""
    return web.json_response(told, headers=HEADERS)


def _from_json(act: Deed) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="JSON, please.")
        try:
            return answer(await act(json.loads(await request.text())))
        except Refused as refused:
            raise web.HTTPBadRequest(text=refused.description) from None
        except (KeyError, ValueError, TypeError, IndexError, StopIteration) as error:
            raise web.HTTPBadRequest(text=f"This request makes no sense: {error!r}") from None

    return handle
