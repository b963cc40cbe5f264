"""Which messages are late: they fell due while the bot was down, or could not get through for long."""

from datetime import datetime, timedelta

from briefings.clock import Clock, simulated

TOLERATED = timedelta(minutes=30)
"""Real time that a message may wait in a long run without a word about it."""
RESTART = timedelta(minutes=1)
"""How long before the start of the bot something may have fallen due without being late."""


def late_before(clock: Clock, started: datetime) -> datetime:
    """Return the instant (simulated) before which what fell due is late; the bot `started` at a simulated instant."""
    now = clock.now()
    return max(now - simulated(clock, TOLERATED), min(started, now - RESTART))
