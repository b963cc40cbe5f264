"""What goes on beside the bot's work while it runs: noticing that something is back, and telling the owners."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Bot
from telegram.constants import ParseMode

from bot.observability.alerts import ErrorCounter
from bot.runtime.recovery import Recovery
from bot.telegram.context import Services


@asynccontextmanager
async def in_background(
    work: Coroutine[Any, Any, None], settled: Callable[[], Awaitable[None]] | None = None
) -> AsyncIterator[None]:
    """Let something that never ends by itself go on while entered, and cancel it when it has `settled`."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        if settled is not None:
            await settled()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def recovering(services: Services) -> AsyncIterator[None]:
    """Notice while entered that the database is back."""
    recovery = Recovery(services.outages, services.database)
    async with in_background(recovery.run(), recovery.settled):
        yield


@asynccontextmanager
async def alerting(services: Services, bot: Bot) -> AsyncIterator[None]:
    """Tell the owners while entered of what they should know: outages, errors in the log, and what others pass on."""
    alerts, errors = services.alerts, logging.getLogger()
    counter = ErrorCounter(alerts, asyncio.get_running_loop())
    errors.addHandler(counter)

    async def send(owner: int, words: str) -> None:
        await bot.send_message(owner, words, ParseMode.HTML)

    try:
        async with in_background(alerts.run(send, services.readers.languages), alerts.settled):
            yield
    finally:
        errors.removeHandler(counter)
