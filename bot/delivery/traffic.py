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
FEWEST_TRAVELS, TRAVELS = 10, 100
"""Messages whose shortest way there and back is taken to be what every message needs; before so many, nothing is."""


class Places:
    """So many messages in so many seconds: each takes a place, which is free again when it counts no longer."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count = count
        self._seconds = seconds + MARGIN
        self._free = deque([-math.inf] * count)
        self._in_air = 0

    def free_at(self, kept: int = 0) -> float:
        """Return when a place is free beside `kept` others; never, as far as we know, while all are in the air."""
        return self._free[kept] if kept < len(self._free) else math.inf

    def take(self, kept: int = 0) -> float:
        """Take that place; return from when it may be used."""
        at = self._free[kept]
        del self._free[kept]
        self._in_air += 1
        return at

    def put_back(self, at: float) -> None:
        """Give back a place that was not used."""
        self._in_air -= 1
        self._add(at)

    def landed(self, arrived: float) -> None:
        """Give back the place of a message that arrived at that moment, or before."""
        self.put_back(arrived + self._seconds)

    def resize(self, count: int, seconds: float, now: float) -> None:
        """From `now` on have so many places for so many seconds; new ones are free when what was sent has aged."""
        self._count, self._seconds = count, seconds + MARGIN
        for _ in range(count - len(self._free) - self._in_air):
            self._add(now + self._seconds)
        self._trim()

    def _add(self, at: float) -> None:
        insort(self._free, at)
        self._trim()

    def _trim(self) -> None:
        """Drop what is too much, idle places first: the others stand for messages that count still."""
        while self._free and len(self._free) + self._in_air > self._count:
            self._free.popleft()


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
        self._rate = rate
        self._copies = 1
        self._owed = Places(*_owed(rate))
        self._all = Places(self._total(), 1.0)
        self._travels: deque[float] = deque(maxlen=TRAVELS)
        self._monotonic = monotonic
        self._sleep = sleep
        self._landing = asyncio.Event()

    def share(self, copies: int) -> None:
        """Leave the other copies of the bot that send just now their equal shares."""
        if copies == self._copies:
            return
        self._copies = copies
        self._owed.resize(*_owed(self._rate / copies), self._monotonic())
        self._all.resize(max(KEPT + 1, self._total() // copies), 1.0, self._monotonic())
        self._tell()

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

    def _total(self) -> int:
        return max(TELEGRAMS, int(self._rate) + ROOM)

    def _arrival(self, left: float) -> float:
        """Return the latest moment at which a message just answered can have arrived, plus what all have in common."""
        now = self._monotonic()
        self._travels.append(now - left)
        return now - (min(self._travels) if len(self._travels) >= FEWEST_TRAVELS else 0.0)

    async def _until(self, free_at: Callable[[], float], ahead: float = 0.0) -> None:
        while (wait := free_at() - ahead - self._monotonic()) > 0:
            await (self._landing.wait() if wait == math.inf else self._sleep(wait))

    def _tell(self) -> None:
        """Wake whoever waits for a landing."""
        self._landing.set()
        self._landing.clear()


def _owed(rate: float) -> tuple[int, float]:
    """Return how many messages in how many seconds a rate is."""
    count = max(1, int(rate))
    return count, count / rate
