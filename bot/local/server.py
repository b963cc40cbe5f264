"""The Bot API over HTTP on loopback: ``<root>/bot<token>/<method>`` and ``<root>/file/bot<token>/<path>``."""

import asyncio
import hmac
import inspect
import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.local.faults import Fault, Faults, Trouble
from bot.local.journal import Call, Journal
from bot.local.methods import find_method, only_tells
from bot.local.parameters import Parameters, read_parameters
from bot.local.refusals import Refused, too_many_requests
from bot.local.telegram import World

_TOKEN = re.compile(r"\A[0-9]+:[A-Za-z0-9_-]+$")


@dataclass(slots=True)
class BotApi:
    """What answers the calls of one bot, and keeps a journal of them."""

    world: World
    token: str
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)

    def routes(self) -> list[web.RouteDef]:
        """Return where it answers."""
        methods = r"/bot{token:[^/]+}/{method:[A-Za-z]+}"
        files = web.get(r"/file/bot{token:[^/]+}/{path:.+}", self.send_file)
        return [web.post(methods, self.answer), web.get(methods, self.answer), files]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Carry out one call."""
        call = Call(request.match_info["method"], {}, self.world.monotonic())
        try:
            self._check_token(request.match_info["token"])
            _check_way(request, call.method)
            given = await read_parameters(request)
            call.parameters = dict(given.values)
            call.result = await self._carry_out(call, given)
            call.code, reply = 200, {"ok": True, "result": call.result}
        except Refused as refused:
            call.code, call.description, reply = refused.code, refused.description, _refusal(refused)
        except _Dropped:
            reply = {}
        self.journal.note(call)
        if call.dropped:
            _drop_connection(request)
        return web.Response(body=json.dumps(reply).encode(), status=call.code or 502, content_type="application/json")

    async def send_file(self, request: web.Request) -> web.Response:
        """Let the bot fetch a file."""
        file = self.world.files.at(request.match_info["path"])
        if not self._knows(request.match_info["token"]) or file is None:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        return web.Response(body=file.data, content_type="application/octet-stream")

    def _check_token(self, token: str) -> None:
        if self._knows(token):
            return
        raise Refused(401, "Unauthorized") if _TOKEN.match(token) else Refused(404, "Not Found")

    def _knows(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.token.encode())

    async def _carry_out(self, call: Call, given: Parameters) -> Any:
        method = find_method(call.method)
        fault = self.faults.draw(call.method, str(given.values.get("chat_id", ""))) if self.faults.rules else None
        if fault:
            await _strike(fault, call)
        result = method(self.world, given)
        result = await result if inspect.isawaitable(result) else result
        if fault and fault.trouble is Trouble.DELAY:
            await asyncio.sleep(fault.seconds)
        call.dropped = fault is not None and fault.trouble is Trouble.DROP_AFTER
        return result


def _check_way(request: web.Request, method: str) -> None:
    """Change nothing by GET, which any page can make a browser do; Telegram does, but no client of ours asks so."""
    if request.method != "POST" and not only_tells(method):
        raise Refused(405, "Method Not Allowed: this local server takes it by POST only")


class _Dropped(Exception):
    """The connection breaks before anything is done."""


async def _strike(fault: Fault, call: Call) -> None:
    if fault.trouble is Trouble.HANG:
        await asyncio.sleep(fault.seconds)
    if fault.trouble in {Trouble.DROP_BEFORE, Trouble.HANG}:
        call.dropped = True
        raise _Dropped
    if fault.trouble is Trouble.SERVER_ERROR:
        raise Refused(500, "Internal Server Error")
    if fault.trouble is Trouble.BAD_GATEWAY:
        raise Refused(502, "Bad Gateway")
    if fault.trouble is Trouble.FLOOD:
        raise too_many_requests(fault.seconds)


def _refusal(refused: Refused) -> dict[str, Any]:
    reply = {"ok": False, "error_code": refused.code, "description": refused.description}
    return {**reply, "parameters": refused.parameters} if refused.parameters else reply


def _drop_connection(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()
