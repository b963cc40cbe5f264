"""The bot and a Telegram as strict as Telegram, in one process and without a network: quick enough for thousands of
updates. What is logged at ERROR, what Telegram refuses and what is answered twice or never is noted."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.local.driver import LocalTelegram
from bot.local.faults import Faults
from bot.local.journal import Call
from bot.local.methods import find_method
from bot.local.parameters import Parameters, Upload
from bot.local.records import Message, User
from bot.local.refusals import Refused
from bot.runtime.application import build
from bot.runtime.services import make_desk, make_services
from bot.settings import Settings
from bot.telegram.context import App, Services
from briefings.intake import Intake
from db.database import Database

TOKEN = "1:test"
OWNER = 7_000_000_001
SAYING = {"sendMessage", "sendDocument", "editMessageText"}


class InMemory(BaseRequest):
    """Carries out the calls of the Bot API by calling the local Telegram's methods."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_named: Any
    ) -> tuple[int, bytes]:
        if "/file/" in url:
            file = self.telegram.world.files.at(url.split(TOKEN)[1].lstrip("/"))
            return (200, file.data) if file else (404, b'{"ok": false, "description": "Not Found"}')
        call = Call(url.rsplit("/", 1)[1], dict(request_data.json_parameters) if request_data else {}, 0)
        files = {
            name: Upload(*part[:2]) for name, part in ((request_data and request_data.multipart_data) or {}).items()
        }
        try:
            result = find_method(call.method)(self.telegram.world, Parameters(call.parameters, files))
            call.result = await result if asyncio.iscoroutine(result) else result
            call.code, reply = 200, {"ok": True, "result": call.result}
        except Refused as refused:
            call.code, call.description = refused.code, refused.description
            reply = {"ok": False, "error_code": refused.code, "description": refused.description}
            if refused.parameters:
                reply["parameters"] = refused.parameters
        self.telegram.api.journal.note(call)
        return call.code, json.dumps(reply).encode()


class Complaints(logging.Handler):
    """Keeps what is logged at ERROR or with a traceback."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR or record.exc_info:
            self.lines.append(self.format(record))


class InProcess:
    """A bot that works on what people in its Telegram do, when `works` is called."""

    def __init__(self, app: App, services: Services, telegram: LocalTelegram, complaints: Complaints) -> None:
        self.app = app
        self.services = services
        self.telegram = telegram
        self.world = telegram.world
        self.complaints = complaints
        self._next_id = 1
        self._lasting = asyncio.all_tasks()

    async def works(self) -> None:
        """Work on everything that has come."""
        for given in await self.world.feed.poll(self._next_id, 10_000, 0):
            self._next_id = given["update_id"] + 1
            await self.app.process_update(Update.de_json(given, self.app.bot))

    async def rests(self) -> None:
        """Wait for what was begun and goes on by itself, such as long pastes."""
        while later := asyncio.all_tasks() - self._lasting - {asyncio.current_task()}:
            await asyncio.wait(later)

    async def gets(self, kind: str, payload: dict[str, Any]) -> None:
        """Work on one update of any kind, made by hand."""
        self.world.feed.push(kind, payload)
        await self.works()

    async def pressed(self, person: User, message: Message, data: str) -> dict[str, Any] | None:
        """Let somebody press a button with any data; return the bot's answer, None for none."""
        press = self.world.press(person, message, data)
        await self.works()
        return press.answer.result() if press.answer.done() else None

    def said_in(self, chat_id: int, since: int = 0) -> list[str]:
        """Return what the bot said in a chat after so many calls."""
        said = [one for one in self.telegram.calls[since:] if one.method in SAYING and one.chat_id == chat_id]
        return [str(one.parameters.get("text") or one.parameters.get("caption") or "") for one in said if one.accepted]


@asynccontextmanager
async def in_process(database: Database, clock: Any, **settings: Any) -> AsyncIterator[InProcess]:
    """Build the bot on a migrated database."""
    telegram = LocalTelegram(TOKEN, faults=Faults())
    chosen = Settings(_env_file=None, bot_token=TOKEN, owner_ids=f"{OWNER}", default_timezone="Asia/Almaty", **settings)
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    try:
        async with Intake() as intake:
            services = make_services(make_desk(chosen, clock, database, intake))
            app = build(services, TOKEN, "http://memory", InMemory(telegram))
            await app.initialize()
            await app.start()
            yield InProcess(app, services, telegram, complaints)
            await app.stop()
            await app.shutdown()
    finally:
        logging.getLogger().removeHandler(complaints)
