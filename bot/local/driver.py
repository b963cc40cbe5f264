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
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.local.faults import Faults
from bot.local.floods import Limits
from bot.local.group import Group
from bot.local.hearing import Hearing
from bot.local.journal import Call, Calls, Journal
from bot.local.person import PATIENCE, Person
from bot.local.records import Chat, User
from bot.local.server import BotApi, new_application
from bot.local.telegram import World, wall_clock
from bot.local.webhook import post_updates

BOT_USERNAME = "briefings_bot"
_FIRST_GROUP = -1001
_SUPERGROUP = -1_000_000_000_000


class LocalTelegram:
    """A Bot API server on loopback with everybody in it; enter it to start, leave it to stop.

    ``remember`` is how many messages each chat keeps, ``journal`` how many calls are kept: None for all,
    0 for none (they are still counted).
    """

    def __init__(
        self,
        token: str = "1:local",  # noqa: S107 - opens nothing but this server
        *,
        limits: Limits | None = None,
        now: Callable[[], datetime] = wall_clock,
        faults: Faults | None = None,
        remember: int | None = None,
        journal: int | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        bot_name: str = "Briefings",
    ) -> None:
        bot = User(int(token.split(":", maxsplit=1)[0]), bot_name, username=BOT_USERNAME, is_bot=True)
        self.world = World(bot, limits=limits or Limits.none(), now=now, remember=remember)
        self.api = BotApi(self.world, token, faults or Faults(), Journal(journal))
        self.people: dict[int, Person] = {}
        self.url = ""
        self._hearing = Hearing(self.world)
        self._address = (host, port)
        self._runner = web.AppRunner(new_application(self.api), access_log=None, shutdown_timeout=1.0)
        self._posting: asyncio.Task[None] | None = None

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
        self._posting = asyncio.create_task(post_updates(self.world))

    async def stop(self) -> None:
        """Stop listening; what was said stays readable."""
        self.world.feed.close()
        if self._posting:
            self._posting.cancel()
            await asyncio.wait([self._posting])
        await self._runner.cleanup()

    @property
    def faults(self) -> Faults:
        """The trouble that calls meet."""
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
