from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.lateness import late_before

NOON = datetime(2019, 6, 9, 12, tzinfo=UTC)


class Clock:
    """A clock that runs so many times faster than the one on the wall."""

    def __init__(self, speed=1.0):
        self.speed = speed

    def now(self):
        return NOON

    def real_seconds(self, simulated):
        return simulated.total_seconds() / self.speed


@pytest.mark.parametrize(
    ("started", "speed", "late_after"),
    [
        (timedelta(days=1), 1, timedelta(minutes=30)),  # running for long: half an hour is tolerated
        (timedelta(minutes=5), 1, timedelta(minutes=5)),  # what fell due before the start is late
        (timedelta(0), 1, timedelta(minutes=1)),  # a quick restart is no reason to apologise
        (timedelta(days=3), 60, timedelta(hours=30)),  # in a rehearsal half a real hour is longer
    ],
)
def test_late_is_what_fell_due_before_the_start_or_waited_long(started, speed, late_after):
    assert late_before(Clock(speed), NOON - started) == NOON - late_after
