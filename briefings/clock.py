"""The only place that knows what time it is."""

import threading
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


SHORTEST = 1e-6
"""Real seconds for a simulated one, at the highest speed there is."""


def today(clock: Clock, zone: str) -> date:
    """Return the day it is now in `zone` (a name such as `Asia/Almaty`)."""
    return day_of(clock.now(), zone)


def day_of(instant: datetime, zone: str) -> date:
    """Return the day that an instant falls on in `zone`."""
    return instant.astimezone(ZoneInfo(zone)).date()


CATCHING_UP = 0.5
"""Seconds that pass for each real one while the wall's clock, which was set back, is behind."""


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class SteadyClock:
    """The wall's clock, except that it never goes back while the process lives.

    Whoever sets the wall's clock forward is followed at once. Set back, time goes on from where it was, at half its
    speed until the wall's clock has caught up: what is due stays due, and a wait lasts at most twice as long, instead
    of an hour longer.
    """

    def __init__(
        self, wall: Callable[[], datetime] = _wall_clock, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._last = wall()
        self._read_at = monotonic()

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        with self._lock:
            read_at = self._monotonic()
            passed = timedelta(seconds=(read_at - self._read_at) * CATCHING_UP)
            self._last, self._read_at = max(self._wall(), self._last + passed), read_at
            return self._last


_STEADY = SteadyClock()


def simulated(clock: Clock, real: timedelta) -> timedelta:
    """Return how much simulated time passes in so much real time."""
    return real / max(clock.real_seconds(timedelta(seconds=1)), SHORTEST)


def real_now() -> datetime:
    """Return the real instant, aware, in UTC: for leases and time-outs, which no rehearsal may stretch.

    It never goes back while the process lives (`SteadyClock`).
    """
    return _STEADY.now()


class SystemClock:
    """The clock on the wall, steadied."""

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
