"""Reads that many ask for in the same moment are done once, for all of them."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class SharedReads(Generic[T]):
    """Whoever asks for what is just being read gets that; nothing is kept beyond."""

    def __init__(self, read: Callable[[int], Coroutine[Any, Any, T]]) -> None:
        self._read = read
        self._running: dict[int, asyncio.Task[T]] = {}

    async def __call__(self, key: int) -> T:
        """Read it, or wait with the others for it; all get the error if there is one."""
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.create_task(self._read(key))
            task.add_done_callback(lambda _: self._running.pop(key))
        return await asyncio.shield(task)
