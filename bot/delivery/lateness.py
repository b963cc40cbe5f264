"""Which messages are late: they fell due while the bot was down, or could not get through for long."""

from datetime import datetime, timedelta

from briefings.clock import Clock

TOLERATED = timedelta(minutes=30)
"""Real time that a message may wait in a long run without a word about it."""
RESTART = timedelta(minutes=1)
"""How long before the start of the bot something may have fallen due without being late."""

SLOWEST = 1e-6
"""Real seconds for a simulated one, at the highest speed there is."""


def late_before(clock: Clock, started: datetime) -> datetime:
    """Return the instant (simulated) before which what fell due is late; the bot `started` at a simulated instant."""
    now = clock.now()
    speed = 1 / max(clock.real_seconds(timedelta(seconds=1)), SLOWEST)
    return max(now - TOLERATED * speed, min(started, now - RESTART))
