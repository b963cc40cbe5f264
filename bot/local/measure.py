"""Control endpoints for measurements from outside: how much arrived where, and how fast questions are answered."""

import asyncio
from dataclasses import dataclass

from aiohttp import web

from bot.local import people
from bot.local.hearing import Hearing
from bot.local.journal import Journal
from bot.local.requests import Json, answer, deed, look
from bot.local.telegram import World

_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Measurements:
    """The endpoints below ``/measure``."""

    world: World
    journal: Journal
    hearing: Hearing

    def routes(self) -> list[web.RouteDef]:
        """Return where everything is."""
        tally = look("/measure/tally", self.tally)
        return [tally, deed("/measure/ask", self.ask), deed("/measure/block", self.block)]

    async def tally(self, request: web.Request) -> web.Response:  # noqa: ARG002 - every look takes the request
        """Tell how many calls had which outcome ("sendMessage 200"), and how many messages each chat got."""
        calls = {f"{method} {code}": count for (method, code), count in self.journal.counts.items()}
        return answer({"calls": calls, "chats": {chat.id: chat.sent_by_bot for chat in self.world.chats.values()}})

    async def ask(self, given: Json) -> Json:
        """Let ``person`` say ``text``; tell the next message of the bot there and the milliseconds it took."""
        chat = self.world.find_chat(int(given["person"]))
        person, transcript = self.world.users[chat.id], self.hearing.of(chat.id)
        heard, begun = len(transcript.heard), self.world.monotonic()
        people.say(self.world, person, chat, str(given["text"]))
        place = await asyncio.wait_for(transcript.find(lambda _: True, heard), _PATIENCE)
        return {"ms": 1000 * (self.world.monotonic() - begun), "text": transcript.heard[place].text}

    async def block(self, given: Json) -> Json:
        """Let these ``people`` block the bot."""
        chats = [self.world.find_chat(int(person)) for person in given["people"]]
        for chat in chats:
            people.set_status(self.world, chat, self.world.users[chat.id], self.world.bot, "kicked")
        return {"blocked": len(chats)}
