"""What the chat page asks for and does, as JSON on loopback: who is there, what was said, say this, press that."""

import asyncio
import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.local import people
from bot.local.appearance import cast_view, chat_view, happening_view, message_view
from bot.local.cast import Cast, ClockControl, Sample
from bot.local.clockwork import advance, clock_view
from bot.local.guard import HEADERS
from bot.local.records import Chat, User
from bot.local.requests import Json, answer, deed, look
from bot.local.telegram import Happening, World

PAGE = Path(__file__).parent / "page"
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_TICK = 1.0  # real seconds between two looks at the clock
_PATIENCE = 15.0  # real seconds until a press counts as not answered


@dataclass(frozen=True, slots=True)
class Control:
    """The endpoints below ``/control`` and the page itself."""

    world: World
    cast: Cast
    clock: ClockControl | None

    def routes(self) -> list[web.RouteDef]:
        """Return where everything is."""
        return [
            look("/", self.page),
            look(r"/page/{name:[a-z]+\.(?:css|js|svg)}", self.page),
            look("/control/state", self.state),
            look("/control/chats", self.chats),
            look("/control/history", self.history),
            look("/control/events", self.events),
            look("/control/file/{file_id}", self.download),
            deed("/control/say", self.say),
            deed("/control/file", self.send_file),
            deed("/control/try", self.try_this),
            deed("/control/forward", self.forward),
            deed("/control/press", self.press),
            deed("/control/block", self.block),
            deed("/control/clock", self.move_clock),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        """Serve the page and its parts."""
        return web.FileResponse(PAGE / request.match_info.get("name", "index.html"), headers=HEADERS)

    async def state(self, request: web.Request) -> web.Response:  # noqa: ARG002 - every look takes the request
        """Tell who can be played, and what time it is."""
        return answer({**cast_view(self.cast, self.world), "clock": await clock_view(self.clock)})

    async def chats(self, request: web.Request) -> web.Response:
        """Tell the chats of ``person``."""
        person = self._person(request.query)
        return answer([chat_view(self.world, chat, person.id) for chat in self.world.chats_of(person.id)])

    async def history(self, request: web.Request) -> web.Response:
        """Tell what is in ``chat``, as ``person`` sees it."""
        _, chat = self._person_in_chat(request.query)
        return answer([message_view(message) for message in chat.messages.values()])

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Stream what happens from now on, and the clock once a second (server-sent events)."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", **HEADERS})
        await response.prepare(request)
        queue: asyncio.Queue[Happening] = asyncio.Queue()
        self.world.listeners.append(queue.put_nowait)
        try:
            await self._stream(response, queue)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self.world.listeners.remove(queue.put_nowait)
        return response

    async def say(self, given: Json) -> Json:
        """Send a text, perhaps in reply to a message."""
        person, chat = self._person_in_chat(given)
        reply = chat.messages.get(int(given.get("reply_to") or 0))
        people.say(self.world, person, chat, str(given["text"]), reply_to=reply)
        return {}

    async def send_file(self, given: Json) -> Json:
        """Send a file (``data`` in base64) with a caption."""
        person, chat = self._person_in_chat(given)
        data = base64.b64decode(given["data"], validate=True)
        reply = chat.messages.get(int(given.get("reply_to") or 0))
        name, caption = str(given["name"]), str(given.get("caption", ""))
        people.send_file(self.world, person, chat, name, data, caption, reply_to=reply)
        return {}

    async def forward(self, given: Json) -> Json:
        """Forward ``message`` of the chat ``source`` into ``chat``."""
        person, chat = self._person_in_chat(given)
        _, source = self._person_in_chat({**given, "chat": given["source"]})
        people.forward(self.world, person, chat, source.messages[int(given["message"])])
        return {}

    async def try_this(self, given: Json) -> Json:
        """Send one of the things to try of a person."""
        person, chat = self._person_in_chat(given)
        samples = {one.id: one.try_these for one in self.cast.people}
        sample = samples[person.id][int(given["index"])]
        _send_sample(self.world, person, chat, Sample(sample, sample) if isinstance(sample, str) else sample)
        return {}

    async def press(self, given: Json) -> Json:
        """Press the button at ``row``, ``column`` of ``message``; tells what the bot answered."""
        person, chat = self._person_in_chat(given)
        button = chat.messages[int(given["message"])].keyboard[int(given["row"])][int(given["column"])]
        press = self.world.press(person, chat.messages[int(given["message"])], button.callback_data)
        try:
            return {"answered": True, **await asyncio.wait_for(press.answer, _PATIENCE)}
        except TimeoutError:
            return {"answered": False}

    async def block(self, given: Json) -> Json:
        """Block the bot, or let it write again."""
        person, chat = self._person_in_chat(given)
        status = "member" if not chat.has(self.world.bot.id) else "kicked"
        people.set_status(self.world, chat, person, self.world.bot, status)
        return {}

    async def move_clock(self, given: Json) -> Json:
        """Move the rehearsal clock."""
        if self.clock:
            await advance(self.clock, str(given["step"]), ZoneInfo(self.cast.timezone))
        return {"clock": await clock_view(self.clock)}

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Serve a file of a chat; pictures may be shown, everything else is only for saving."""
        file = self.world.files.find(request.match_info["file_id"])
        if file.kind in _PICTURES:
            return web.Response(body=file.data, content_type=file.kind, headers=HEADERS)
        saving = {"Content-Disposition": "attachment"}
        return web.Response(body=file.data, content_type="application/octet-stream", headers={**HEADERS, **saving})

    async def _stream(self, response: web.StreamResponse, queue: asyncio.Queue[Happening]) -> None:
        while True:
            try:
                told = happening_view(await asyncio.wait_for(queue.get(), _TICK))
            except TimeoutError:
                told = {"kind": "clock", "clock": await clock_view(self.clock)}
            await response.write(f"data: {json.dumps(told)}\n\n".encode())

    def _person(self, given: Any) -> User:
        person = self.world.find_chat(int(given["person"])).person
        if person is None:
            raise web.HTTPNotFound(text="Nobody has this id.")
        return person

    def _person_in_chat(self, given: Any) -> tuple[User, Chat]:
        person, chat = self._person(given), self.world.chats.get(int(given["chat"]))
        if chat is None or not chat.has(person.id):
            raise web.HTTPNotFound(text="This person is not in this chat.")
        return person, chat


def _send_sample(world: World, person: User, chat: Chat, sample: Sample) -> None:
    file = (sample.file_name, sample.file) if sample.file_name else None
    if sample.channel:
        people.forward_post(world, person, chat, sample.text, channel=sample.channel, file=file)
    elif file:
        people.send_file(world, person, chat, *file, sample.text)
    else:
        people.say(world, person, chat, sample.text)
