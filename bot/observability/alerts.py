"""Alerts to the owners in Telegram, at most one an hour of each kind."""

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
"""Kinds that say how often: what comes within the hour is added up, and sent when it has passed."""
PATIENCE = 10.0
"""Real seconds that something may be away before the owners get an alert."""
WORTH_TELLING = 60.0
"""Real seconds for which Telegram must have been away."""
RETRY_SECONDS = 30.0


@dataclass(slots=True)
class _News:
    """The next alert of one kind: what it says, when it may be sent, and who has it already."""

    count: int = 0
    facts: dict[str, Fact] = field(default_factory=dict)
    not_before: float = 0.0
    told: set[int] = field(default_factory=set)


class Alerts:
    """Takes news at any time, from the event loop's thread; tells them while `run` runs, however long Telegram is away.

    Nothing is stored, so that no database is needed: what was not sent when the bot stops is lost.
    """

    def __init__(
        self,
        owners: Collection[int],
        default: Language,
        outages: Outages,
        monotonic: Callable[[], float] = time.monotonic,
        on_told: Callable[[Kind], None] = lambda kind: None,  # noqa: ARG005
    ) -> None:
        """Call `on_told` with the kind whenever all owners have an alert."""
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
        """Alert the owners, unless they had one of this kind within the hour; never pass anybody's words or a secret.

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
        """Wait until no alert is being sent, so that `run` can be cancelled without harm."""
        async with self._busy:
            pass

    def _began(self, resource: Resource, reason: str) -> None:
        """Wait a little before saying that something is away; while Telegram is, nothing can be sent."""
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
        """Return the seconds until an alert may be sent; None while there is none."""
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
        """Send it to every owner who does not have it yet; return whether all have it, or cannot get it."""
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
