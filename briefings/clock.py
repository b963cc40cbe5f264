"""The only place that knows what time it is."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the simulated time: what people's dates, reminders and countdowns go by."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        ...

    def real_seconds(self, simulated: timedelta) -> float:
        """Return how many real seconds pass while `simulated` does; at least 0."""
        ...


def today(clock: Clock, zone: str) -> date:
    """Return the day it is now in `zone` (a name such as `Asia/Almaty`)."""
    return clock.now().astimezone(ZoneInfo(zone)).date()


def real_now() -> datetime:
    """Return the real instant, aware, in UTC: for leases and time-outs, which no rehearsal may stretch."""
    return datetime.now(UTC)


class SystemClock:
    """The clock on the wall."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        return real_now()

    def real_seconds(self, simulated: timedelta) -> float:
        """Return the same span in seconds; at least 0."""
        return max(0.0, simulated.total_seconds())


class RehearsalClock:
    """A clock that starts at a chosen instant and runs `speed` simulated seconds for each real one."""

    def __init__(self, start: datetime, speed: float = 1.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._start = start.astimezone(UTC)
        self._speed = speed
        self._monotonic = monotonic
        self._origin = monotonic()

    def now(self) -> datetime:
        """Return the simulated instant, aware, in UTC."""
        elapsed = (self._monotonic() - self._origin) * self._speed
        return self._start + timedelta(seconds=elapsed)

    def real_seconds(self, simulated: timedelta) -> float:
        """Return how many real seconds pass while `simulated` does; at least 0."""
        return max(0.0, simulated.total_seconds() / self._speed)

    def advance_to(self, instant: datetime) -> None:
        """Jump forward to `instant` (aware); an instant already behind changes nothing."""
        ahead = instant.astimezone(UTC) - self.now()
        if ahead > timedelta(0):
            self._start += ahead
