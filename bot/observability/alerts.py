"""Owners are told in Telegram what they should know of, at most once an hour for each kind."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.locales import Texts, texts
from bot.observability.outages import Outages, Resource
from briefings.text import Language
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)

Kind = Literal["database", "telegram", "disk", "errors", "late", "feed", "backup"]
Fact = str | int
Send = Callable[[int, Texts], Awaitable[None]]
Languages = Callable[[Collection[int]], Awaitable[Mapping[int, Language]]]

QUIET_SECONDS = 3600.0
"""Real seconds between two alerts of one kind."""
COUNTED: Collection[Kind] = ("errors", "late")
"""Kinds that tell how often: what comes within the hour is added up, and told when it has passed."""
PATIENCE = 10.0
"""Real seconds that something may be away before the owners are told."""
WORTH_TELLING = 60.0
"""Real seconds for which Telegram must have been away."""
RETRY_SECONDS = 30.0


@dataclass(slots=True)
class _News:
    """What is to be told of one kind, when it may be told, and who was told already."""

    count: int = 0
    facts: dict[str, Fact] = field(default_factory=dict)
    not_before: float = 0.0
    told: set[int] = field(default_factory=set)


class Alerts:
    """Takes news at any time, from the event loop's thread; tells them while `run` runs, however long Telegram is away.

    Nothing is stored, so that no database is needed: what was not told when the bot stops is lost.
    """

    def __init__(
        self,
        owners: Collection[int],
        default: Language,
        outages: Outages,
        monotonic: Callable[[], float] = time.monotonic,
        on_told: Callable[[Kind], None] = lambda kind: None,  # noqa: ARG005
    ) -> None:
        """Call `on_told` with the kind whenever the owners have been told."""
        self._owners = owners
        self._default = default
        self._outages = outages
        self._monotonic = monotonic
        self._on_told = on_told
        self._news: dict[Kind, _News] = {}
        self._changed = asyncio.Event()
        self._busy = asyncio.Lock()
        self._spoken: Mapping[int, Language] = {}
        outages.listen(self._began, self._ended)

    def tell(self, kind: Kind, **facts: Fact) -> None:
        """Tell the owners, unless they were told of this kind within the hour; never pass anybody's words or a secret.

        Facts: `feed` wants `name`; `backup` and `disk` may have `reason`; `telegram` wants `minutes`.
        """
        news = self._news.setdefault(kind, _News())
        if self._monotonic() < news.not_before and kind not in COUNTED:
            return
        news.count += 1
        news.facts = dict(facts)
        self._changed.set()

    async def run(self, send: Callable[[int, str], Awaitable[object]], languages: Languages) -> None:
        """Tell what there is to tell, for ever; `send` takes an owner's id and plain text."""
        async with self._busy:
            await self._learn(languages)
        while True:
            self._changed.clear()
            async with self._busy:
                await self._tell_all(send, languages)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._pause()):
                    await self._changed.wait()

    async def settled(self) -> None:
        """Wait until nothing is being told, so that `run` can be cancelled without harm."""
        async with self._busy:
            pass

    def _began(self, resource: Resource, reason: str) -> None:
        """Wait a little before telling that something is away; of Telegram nothing can be told before it is back."""
        if resource != "telegram":
            asyncio.get_running_loop().call_later(PATIENCE, self._tell_if_on, resource, reason)

    def _ended(self, resource: Resource, seconds: float) -> None:
        if resource == "telegram" and seconds >= WORTH_TELLING:
            self.tell("telegram", minutes=round(seconds / 60))
        self._changed.set()

    def _tell_if_on(self, resource: Literal["database", "disk"], reason: str) -> None:
        if self._outages.is_on(resource):
            self.tell(resource, reason=reason)

    def _pause(self) -> float | None:
        """Return the seconds until something can be told; None while there is nothing."""
        ahead = [news.not_before - self._monotonic() for news in self._news.values() if news.count]
        return max(RETRY_SECONDS, min(ahead)) if ahead else None

    async def _tell_all(self, send: Callable[[int, str], Awaitable[object]], languages: Languages) -> None:
        ready = {kind: news for kind, news in self._news.items() if news.count and news.not_before <= self._monotonic()}
        if not ready:
            return
        await self._learn(languages)
        for kind, news in ready.items():
            if await self._tell_owners(kind, news, send):
                self._news[kind] = _News(not_before=self._monotonic() + QUIET_SECONDS)
                self._on_told(kind)

    async def _tell_owners(self, kind: Kind, news: _News, send: Callable[[int, str], Awaitable[object]]) -> bool:
        """Tell every owner who was not told yet; return whether all have been told, or cannot be."""
        for owner in set(self._owners) - news.told:
            words = texts(self._spoken.get(owner, self._default))(f"alert-{kind}", count=news.count, **news.facts)
            try:
                await send(owner, words)
            except (Forbidden, BadRequest) as error:
                logger.info("an owner cannot be told: %s", error.message)
            except TelegramError:
                return False
            news.told.add(owner)
        return True

    async def _learn(self, languages: Languages) -> None:
        """Learn which owner reads which language; while the database is away, what was known before holds."""
        if self._outages.is_on("database"):
            return
        try:
            self._spoken = await languages(self._owners)
        except DATABASE_ERRORS as error:
            self._outages.met(error)


class ErrorCounter(logging.Handler):
    """Tells the owners how many errors were logged: a handler for the root logger."""

    def __init__(self, alerts: Alerts, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(logging.ERROR)
        self._alerts = alerts
        self._loop = loop

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - logging's
        """Count one, from whatever thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._alerts.tell, "errors")
