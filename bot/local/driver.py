"""The local Telegram in one's own process: starts the server, and speaks for its people.

async with LocalTelegram(token="1:test") as telegram:
    editor = telegram.person(id=7, name="Aigerim", language="ru")
    await editor.says("/start")
    answer = await editor.hears("Welcome")
    await editor.presses(answer, "Remind")
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.local.cast import Cast, ClockControl
from bot.local.control import Control
from bot.local.faults import Faults
from bot.local.floods import Limits
from bot.local.group import Group
from bot.local.guard import guard
from bot.local.hearing import Hearing
from bot.local.journal import Call, Calls, Journal
from bot.local.measure import Measurements
from bot.local.memory import keep, recall
from bot.local.person import PATIENCE, Person
from bot.local.records import Chat, User
from bot.local.server import BotApi
from bot.local.telegram import World, wall_clock
from bot.local.webhook import post_updates

BOT_USERNAME = "briefings_bot"
_MAX_BODY = 64 * 1024 * 1024
_FIRST_GROUP = -1001
_SUPERGROUP = -1_000_000_000_000


class LocalTelegram:
    """A Bot API server on loopback with everybody in it; enter it to start, leave it to stop.

    ``remember`` is how many messages each chat keeps, ``journal`` how many calls are kept: None for all,
    0 for none (they are still counted). ``cast`` and ``clock`` are for the chat page, which ``url`` shows;
    ``keep_in`` is a file that keeps the chats over restarts.
    """

    def __init__(
        self,
        token: str = "1:local",  # noqa: S107 - opens nothing but this server
        *,
        limits: Limits | None = None,
        now: Callable[[], datetime] | None = None,
        faults: Faults | None = None,
        remember: int | None = None,
        journal: int | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        bot_name: str = "Briefings",
        cast: Cast | None = None,
        clock: ClockControl | None = None,
        keep_in: Path | None = None,
    ) -> None:
        bot = User(int(token.split(":", maxsplit=1)[0]), bot_name, username=BOT_USERNAME, is_bot=True)
        self.world = World(bot, limits=limits or Limits.none(), now=now or _now_of(clock), remember=remember)
        self.api = BotApi(self.world, token, faults or Faults(), Journal(journal))
        self.people: dict[int, Person] = {}
        self.url = ""
        self._hearing = Hearing(self.world)
        self._address = (host, port)
        self._runner = web.AppRunner(self._application(cast or Cast(), clock), access_log=None, shutdown_timeout=1.0)
        self._keep_in = keep_in
        self._tasks: list[asyncio.Task[None]] = []
        self._enter(cast or Cast())

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen; ``url`` then says where (the root for ``BOT_API_URL``)."""
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._address).start()
        self.url = f"http://{self._address[0]}:{self._runner.addresses[0][1]}"
        self._tasks = [asyncio.create_task(post_updates(self.world))]
        if self._keep_in:
            recall(self.world, self._keep_in)
            self._tasks.append(asyncio.create_task(keep(self.world, self._keep_in)))

    async def stop(self) -> None:
        """Stop listening; what was said stays readable."""
        self.world.feed.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._runner.cleanup()

    @property
    def faults(self) -> Faults:
        """The faults that calls meet."""
        return self.api.faults

    @property
    def calls(self) -> Calls:
        """What the bot called, oldest first, without its polling."""
        return Calls(call for call in self.api.journal if call.method != "getUpdates")

    async def called(self, method: str, *, chat_id: int = 0, patience: float = PATIENCE) -> Call:
        """Return the first call of a method (about a chat), whatever its outcome, or wait for it."""

        def fits(call: Call) -> bool:
            return call.method == method and chat_id in {0, call.chat_id}

        return await asyncio.wait_for(self.api.journal.find(fits), patience)

    @property
    def polls(self) -> int:
        """How often a bot asked for updates so far."""
        return self.world.feed.polls

    async def polled(self, after: int = 0, *, patience: float = 60.0) -> None:
        """Wait until a bot has asked for updates more than ``after`` times: it is there, or there again."""
        await asyncio.wait_for(self.world.feed.polled(after), patience)

    def person(
        self,
        id: int | None = None,  # noqa: A002 - the word of the tests
        name: str = "Somebody",
        language: str = "en",
        *,
        started: bool = True,
    ) -> Person:
        """Add a person, who talks with the bot already unless ``started`` is false."""
        user_id = id or max(self.people, default=100) + 1
        user = self.world.meet(User(user_id, name, language_code=language), started=started)
        self.people[user_id] = Person(self.world, user, self._hearing)
        return self.people[user_id]

    def group(
        self,
        title: str,
        members: Iterable[Person] = (),
        admins: Iterable[Person] = (),
        *,
        id: int | None = None,  # noqa: A002 - the word of the tests
        supergroup: bool = False,
    ) -> Group:
        """Make a group with the bot in it, which gets a ``my_chat_member`` update; at least one person is needed."""
        next_id = _FIRST_GROUP - len(self.world.chats) + (_SUPERGROUP if supergroup else 0)
        chat = Chat(id or next_id, "supergroup" if supergroup else "group", title)
        chat.statuses = {person.id: "member" for person in members} | {one.id: "administrator" for one in admins}
        self.world.chats[chat.id] = chat
        group = Group(self.world, chat, self._hearing)
        group.adds_bot()
        return group

    def _enter(self, cast: Cast) -> None:
        for persona in cast.people:
            self.person(persona.id, persona.name, persona.language)
        for group in cast.groups:
            members, admins = ([self.people[one] for one in ids] for ids in (group.members, group.admins))
            self.group(group.title, members, admins, id=group.id or None)

    def _application(self, cast: Cast, clock: ClockControl | None) -> web.Application:
        app = web.Application(client_max_size=_MAX_BODY, middlewares=[guard])
        app.add_routes(self.api.routes())
        app.add_routes(Control(self.world, cast, clock).routes())
        app.add_routes(Measurements(self.world, self.api.journal, self._hearing).routes())
        return app


def _now_of(clock: ClockControl | None) -> Callable[[], datetime]:
    return clock.now if clock else wall_clock
