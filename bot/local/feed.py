"""Updates on their way to the bot: kept until it says that it has them, by long polling or webhook."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.local.refusals import conflict

ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})  # only if asked for by name
_SUPERSEDED = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

Update = dict[str, Any]


@dataclass(slots=True)
class Webhook:
    """Where updates are posted to, and how that went last."""

    url: str = ""
    secret: str = ""
    last_error_date: int = 0
    last_error_message: str = ""


class Feed:
    """The queue of updates of one bot."""

    def __init__(self, first_id: int = 1) -> None:
        self.webhook = Webhook()
        self.allowed: frozenset[str] = frozenset()
        self.polls = 0  # how often the bot asked for updates
        self._polled = asyncio.Event()
        self._next_id = first_id
        self._pending: deque[Update] = deque()
        self._waiting: asyncio.Future[bool] | None = None
        self._arrived = asyncio.Event()

    def __len__(self) -> int:
        return len(self._pending)

    def push(self, kind: str, payload: dict[str, Any]) -> None:
        """Queue an update, unless the bot said that it does not want this kind."""
        if (self.allowed and kind not in self.allowed) or (not self.allowed and kind in ON_REQUEST):
            return
        self._pending.append({"update_id": self._next_id, kind: payload})
        self._next_id += 1
        self._arrived.set()
        self._wake(still_ours=True)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Take only these kinds from now on; an empty list means the usual ones, None leaves things as they are."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Update]:  # noqa: ASYNC109 - Telegram's word
        """Return what is there from ``offset`` on, or wait up to ``timeout`` seconds; ends an older call that waits."""
        if self.webhook.url:
            raise conflict(_WEBHOOK_ACTIVE)
        self._wake(still_ours=False)
        self.polls += 1
        self._polled.set()
        self._confirm(offset)
        if not self._pending and timeout > 0:
            await self._wait(timeout)
        return [update for update, _ in zip(self._pending, range(limit), strict=False)]

    async def polled(self, after: int) -> None:
        """Wait until the bot has asked more than ``after`` times."""
        while self.polls <= after:
            self._polled.clear()
            await self._polled.wait()

    def drop(self) -> None:
        """Forget everything that is queued."""
        self._pending.clear()
        self._arrived.clear()

    def close(self) -> None:
        """Let a call that waits return with nothing."""
        self._wake(still_ours=True)

    async def first(self) -> Update:
        """Wait for the oldest update there is; it stays queued until ``done``."""
        while not self._pending:
            self._arrived.clear()
            await self._arrived.wait()
        return self._pending[0]

    def done(self, update: Update) -> None:
        """Forget an update that arrived at the bot."""
        if self._pending and self._pending[0] is update:
            self._pending.popleft()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()

    async def _wait(self, seconds: float) -> None:
        self._waiting = waiting = asyncio.get_running_loop().create_future()
        await asyncio.wait([waiting], timeout=seconds)
        if waiting.done() and not waiting.result():
            raise conflict(_SUPERSEDED)

    def _wake(self, *, still_ours: bool) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(still_ours)
        self._waiting = None
