"""People do not wait for each other; what one chat sends stays in order."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.runtime.log_context import working_on

AT_ONCE = 256


class InOrderPerChat(BaseUpdateProcessor):
    """Works on many updates at once, on one at a time for each chat, in the order in which they came."""

    def __init__(self, after: Callable[[], None], at_once: int = AT_ONCE) -> None:
        super().__init__(at_once)
        self._after = after
        self._last: dict[int, asyncio.Task[Any]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's update before this one, then work on this one and call `after`."""
        try:
            with working_on(_person(update), update.update_id if isinstance(update, Update) else 0):
                await self._in_order(update, coroutine)
        finally:
            self._after()

    async def _in_order(self, update: object, coroutine: Awaitable[Any]) -> None:
        key = _key(update)
        task = asyncio.current_task()
        if key is None or task is None:
            await coroutine
            return
        before, self._last[key] = self._last.get(key), task
        try:
            if before is not None:
                await asyncio.wait({before})
            await coroutine
        finally:
            if self._last.get(key) is task:
                del self._last[key]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _key(update: object) -> int | None:
    if not isinstance(update, Update):
        return None
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else None


def _person(update: object) -> int | None:
    """Return who wrote: whose lines of the log belong together."""
    return update.effective_user.id if isinstance(update, Update) and update.effective_user else _key(update)
