"""A circuit breaker before Telegram: while nothing gets through, nobody waits for one time-out after another.

Closed, everything is sent. After a few failures in a row it opens: nothing is sent, and `getMe`, which changes nothing,
is asked again and again. Once that is answered, the circuit is half open: the ledger sends one message, and the circuit
closes when Telegram takes it. See https://martinfowler.com/bliki/CircuitBreaker.html.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal

from bot.observability.outages import Outages

MOST_FAILURES = 3
"""Failures without a success between them, after which Telegram is taken to be away."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 10.0
"""Real seconds between two tries to reach Telegram, doubled each time."""
PART = "sending"
State = Literal["closed", "open", "half open"]
Sleep = Callable[[float], Awaitable[None]]


class CircuitBreaker:
    """What all that is sent to Telegram tells how it went, and asks whether to send at all."""

    def __init__(self, outages: Outages, sleep: Sleep = asyncio.sleep) -> None:
        self._outages = outages
        self._sleep = sleep
        self._state: State = "closed"
        self._failures = 0
        self._pauses = 0
        self._opened = asyncio.Event()
        self._was_unreachable = False
        self._has_recovered = False

    @property
    def is_closed(self) -> bool:
        """Whether everything may be sent."""
        return self._state == "closed"

    @property
    def is_half_open(self) -> bool:
        """Whether one message may be sent, to see whether Telegram takes it."""
        return self._state == "half open"

    @property
    def is_open(self) -> bool:
        """Whether nothing at all may be sent."""
        return self._state == "open"

    def failed(self, reason: str) -> None:
        """Note that a request got no answer of Telegram's."""
        self._failures += 1
        if self.is_half_open or (self.is_closed and self._failures >= MOST_FAILURES):
            self._state = "open"
            self._opened.set()
            self._outages.began("telegram", reason, PART)

    def succeeded(self) -> None:
        """Note that Telegram took a message, or refused it: it is there."""
        self._failures = 0
        if not self.is_closed:
            self._state, self._pauses, self._was_unreachable, self._has_recovered = "closed", 0, False, True
            self._outages.ended("telegram", PART)

    def take_recovery(self) -> bool:
        """Whether Telegram came back since this was asked last: what waits for another try need not wait longer."""
        recovered, self._has_recovered = self._has_recovered, False
        return recovered

    async def watch(self, is_reachable: Callable[[], Awaitable[bool]], wake: Callable[[], None]) -> None:
        """For ever: while open, ask whether Telegram can be reached; when it can, half open the circuit and `wake`."""
        while True:
            await self._opened.wait()
            await self._sleep(min(LONGEST_PAUSE, FIRST_PAUSE * 2**self._pauses))
            self._pauses = min(self._pauses + 1, 10)
            if await is_reachable():
                self._half_open()
                wake()
            else:
                self._was_unreachable = True

    def _half_open(self) -> None:
        """Where Telegram as a whole was away, all that failed may be tried again; else only what is due for it."""
        self._opened.clear()
        self._state, self._has_recovered, self._was_unreachable = "half open", self._was_unreachable, False
