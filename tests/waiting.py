"""Waiting for what nobody tells of."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable

PATIENCE = 30.0


async def until(happened: Callable[[], bool | Awaitable[bool]], patience: float = PATIENCE) -> None:
    """Look again and again until it happened; fail after so many seconds."""
    async with asyncio.timeout(patience):
        while not await _now(happened):  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.01)


async def _now(happened: Callable[[], bool | Awaitable[bool]]) -> bool:
    found = happened()
    return await found if inspect.isawaitable(found) else found
