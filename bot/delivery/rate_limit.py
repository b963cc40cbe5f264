"""Who may send just now: answers first, and the ledger's messages in the room that they leave.

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
from types import TracebackType
from typing import Self

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
SLOW = 1.0
"""Seconds there and back beyond which places come back late: from then on the ledger leaves half of them to answers."""


class Permits:
    """So many messages in so many seconds: each takes a place, which is free again when it counts no longer."""

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self._seconds = seconds + MARGIN
        self._free = deque([-math.inf] * count)
        self.in_air = 0

    def free_at(self, kept: int = 0) -> float:
        """Return when a place is free beside `kept` others; never, as far as we know, while all are in the air."""
        return self._free[kept] if kept < len(self._free) else math.inf

    def take(self, kept: int = 0) -> float:
        """Take that place; return from when it may be used."""
        at = self._free[kept]
        del self._free[kept]
        self.in_air += 1
        return at

    def put_back(self, at: float) -> None:
        """Give back a place that was not used."""
        self.in_air -= 1
        self._add(at)

    def landed(self, arrived: float) -> None:
        """Give back the place of a message that had arrived by then."""
        self.put_back(arrived + self._seconds)

    def resize(self, count: int, seconds: float, now: float) -> None:
        """From `now` on have so many places for so many seconds; new ones are free when what was sent has aged."""
        self.count, self._seconds = count, seconds + MARGIN
        for _ in range(count - len(self._free) - self.in_air):
            self._add(now + self._seconds)
        self._trim()

    def _add(self, at: float) -> None:
        insort(self._free, at)
        self._trim()

    def _trim(self) -> None:
        """Drop what is too much, idle places first: the others stand for messages that count still."""
        while self._free and len(self._free) + self.in_air > self.count:
            self._free.popleft()


class RateLimit:
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
        self._outgoing = Permits(*_outgoing(rate))
        self._all = Permits(self._total(), 1.0)
        self._travels: deque[float] = deque(maxlen=TRAVELS)
        self._monotonic = monotonic
        self._sleep = sleep
        self._landing = asyncio.Event()
        self._waiting = 0

    def share(self, copies: int) -> None:
        """Leave the other copies of the bot that send just now their equal shares."""
        if copies == self._copies:
            return
        self._copies = copies
        self._outgoing.resize(*_outgoing(self._rate / copies), self._monotonic())
        self._all.resize(max(KEPT + 1, self._total() // copies), 1.0, self._monotonic())
        self._tell()

    @property
    def in_air(self) -> int:
        """How many places are held by messages that Telegram has not answered yet, or that are about to leave."""
        return self._all.in_air

    @property
    def most_together(self) -> int:
        """How many places the ledger can have at the same moment, whatever happens."""
        return max(1, min(self._outgoing.count, self._all.count - max(KEPT, self._all.count // 2)))

    @asynccontextmanager
    async def permits(self, count: int, ahead: float = 0.0) -> AsyncIterator[list["Permit"]]:
        """Take places for messages of the ledger, each `ahead` seconds before it is free, or later when somebody waits.

        Those that were not handed over go back at the end.
        """
        taken: list[Permit] = []
        try:
            while len(taken) < count:
                taken.append(await self._take(ahead))
            yield taken
        finally:
            for permit in taken:
                permit.give_back_unless_handed_over()

    @asynccontextmanager
    async def answering(self) -> AsyncIterator[None]:
        """Count a message to somebody who waits for it; wait only where Telegram would refuse it."""
        await self._until_free_for_answer()
        self._all.take()
        left = self._monotonic()
        try:
            yield
        finally:
            self._all.landed(self._arrival(left))
            self._tell()

    def give_back(self, at: float, left: float | None) -> None:
        """Free a place: when its message, just answered, counts no longer; unless one `left`, as it was."""
        if left is None:
            self._outgoing.put_back(at)
            self._all.put_back(at)
        else:
            arrived = self._arrival(left)
            self._outgoing.landed(arrived)
            self._all.landed(arrived)
        self._tell()

    def now(self) -> float:
        """Return the instant by the clock of the traffic."""
        return self._monotonic()

    async def _take(self, ahead: float) -> "Permit":
        while (wait := self._free_at() - (0.0 if self._waiting else ahead) - self._monotonic()) > 0:
            await self._wait(wait)
        return Permit(self, max(self._outgoing.take(), self._all.take(self._kept())))

    async def _until_free_for_answer(self) -> None:
        self._waiting += 1
        try:
            while (wait := self._all.free_at() - self._monotonic()) > 0:
                await self._wait(wait)
        finally:
            self._waiting -= 1
            self._tell()

    def _free_at(self) -> float:
        return max(self._outgoing.free_at(), self._all.free_at(self._kept()))

    def _kept(self) -> int:
        """Count the places that the ledger leaves free: for whoever waits, and for the next answer."""
        kept = KEPT + self._waiting
        return max(kept, self._all.count // 2) if self._quickest() > SLOW else kept

    def _total(self) -> int:
        return max(TELEGRAMS, int(self._rate) + ROOM)

    def _arrival(self, left: float) -> float:
        """Return the latest moment at which a message just answered can have arrived, plus what all have in common."""
        now = self._monotonic()
        self._travels.append(now - left)
        return now - self._quickest()

    def _quickest(self) -> float:
        """Return the seconds that the quickest of the last messages needed there and back; 0 until we know."""
        return min(self._travels) if len(self._travels) >= FEWEST_TRAVELS else 0.0

    async def _wait(self, seconds: float) -> None:
        await (self._landing.wait() if seconds == math.inf else self._sleep(seconds))

    def _tell(self) -> None:
        """Wake whoever waits for a landing."""
        self._landing.set()
        self._landing.clear()


class Permit:
    """A place for one message of the ledger's, which may leave from `at` on; leaving the context gives it back."""

    def __init__(self, rate_limit: RateLimit, at: float) -> None:
        self.at = at
        self._traffic = rate_limit
        self._handed_over = False
        self._left: float | None = None

    def hand_over(self) -> Self:
        """Leave it to a message, which gives it back."""
        self._handed_over = True
        return self

    def leave(self) -> None:
        """Note that the message leaves this moment."""
        self._left = self._traffic.now()

    def give_back_unless_handed_over(self) -> None:
        """Give it back where no message came about."""
        if not self._handed_over:
            self._traffic.give_back(self.at, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._traffic.give_back(self.at, self._left)


def _outgoing(rate: float) -> tuple[int, float]:
    """Return how many messages in how many seconds a rate is."""
    count = max(1, int(rate))
    return count, count / rate
