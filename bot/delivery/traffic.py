"""Who may send this moment: answers first, and what the ledger owes in the room that they leave.

Telegram counts what arrives within a second by its own clock. Of a message we know when it left and when its answer
came: it arrived in between. It counts until a second after the latest moment at which it can have arrived.
"""

import asyncio
import math
import time
from bisect import insort
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

TELEGRAMS = 30
"""Messages that Telegram takes from one bot in a second (https://core.telegram.org/bots/faq)."""
KEPT = 1
"""Places that stay free for the next answer."""
ROOM = KEPT + 1
"""What an operator who may send more than Telegram's usual 30 a second still leaves to answers."""
MARGIN = 0.002
"""Seconds more than a second, for the travel times that we cannot tell apart."""
TRAVELS = 100
"""Messages whose shortest way there and back is taken to be what every message needs."""


class Places:
    """So many messages in so many seconds: each takes a place, which is free again when it counts no longer."""

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds + MARGIN
        self._free = deque([-math.inf] * count)

    def free_at(self, kept: int = 0) -> float:
        """Return when a place is free beside `kept` others; never, as far as we know, while all are in the air."""
        return self._free[kept] if kept < len(self._free) else math.inf

    def take(self, kept: int = 0) -> float:
        """Take that place; return from when it may be used."""
        at = self._free[kept]
        del self._free[kept]
        return at

    def put_back(self, at: float) -> None:
        """Give back a place that was not used."""
        insort(self._free, at)

    def landed(self, arrived: float) -> None:
        """Give back the place of a message that arrived at that moment, or before."""
        insort(self._free, arrived + self._seconds)


class Traffic:
    """Counts all messages of this copy of the bot; `rate` is what the ledger may send in a second.

    Instants are seconds of `monotonic`.
    """

    def __init__(
        self,
        rate: float,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        owed = max(1, int(rate))
        self._owed = Places(owed, owed / rate)
        self._all = Places(max(TELEGRAMS, owed + ROOM), 1.0)
        self._travels: deque[float] = deque(maxlen=TRAVELS)
        self._monotonic = monotonic
        self._sleep = sleep
        self._landing = asyncio.Event()

    async def take(self, ahead: float = 0.0) -> float:
        """Wait for a place for what the ledger owes, until `ahead` seconds before it is free; return when that is."""
        await self._until(lambda: max(self._owed.free_at(), self._all.free_at(KEPT)), ahead)
        return max(self._owed.take(), self._all.take(KEPT))

    def put_back(self, at: float) -> None:
        """Give back a place that was taken, but not used."""
        self._owed.put_back(at)
        self._all.put_back(at)

    def landed(self, left: float) -> None:
        """Note that Telegram answered, just now, a message of the ledger that left at that moment."""
        arrived = self._arrival(left)
        self._owed.landed(arrived)
        self._all.landed(arrived)
        self._tell()

    @asynccontextmanager
    async def answering(self) -> AsyncIterator[None]:
        """Count a message to somebody who waits for it; wait only where Telegram would refuse it."""
        await self._until(self._all.free_at)
        self._all.take()
        left = self._monotonic()
        try:
            yield
        finally:
            self._all.landed(self._arrival(left))
            self._tell()

    def _arrival(self, left: float) -> float:
        """Return the latest moment at which a message just answered can have arrived, plus what all have in common."""
        now = self._monotonic()
        self._travels.append(now - left)
        return now - min(self._travels)

    async def _until(self, free_at: Callable[[], float], ahead: float = 0.0) -> None:
        while (wait := free_at() - ahead - self._monotonic()) > 0:
            await (self._landing.wait() if wait == math.inf else self._sleep(wait))

    def _tell(self) -> None:
        """Wake whoever waits for a landing."""
        self._landing.set()
        self._landing.clear()
