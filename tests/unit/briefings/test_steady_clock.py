"""The steady clock: forward with the wall's clock, never back."""

from datetime import UTC, datetime, timedelta

import pytest

from briefings.clock import SteadyClock

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Times:
    """A wall's clock that somebody sets, and the seconds that really pass."""

    def __init__(self):
        self.wall, self.seconds = START, 0.0

    def pass_by(self, seconds):
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds

    def set_wall(self, **span):
        self.wall += timedelta(**span)


@pytest.fixture
def times():
    return Times()


@pytest.fixture
def clock(times):
    return SteadyClock(lambda: times.wall, lambda: times.seconds)


def at(**span):
    return START + timedelta(**span)


def test_it_goes_with_the_wall(clock, times):
    times.pass_by(10)
    assert clock.now() == at(seconds=10)


def test_it_follows_a_jump_forward_at_once(clock, times):
    times.set_wall(days=1)
    assert clock.now() == at(days=1)
    times.pass_by(5)
    assert clock.now() == at(days=1, seconds=5)


def test_it_does_not_go_back_with_the_wall_and_does_not_stand_still(clock, times):
    times.set_wall(hours=-1)
    assert clock.now() == at()
    times.pass_by(60)
    assert clock.now() == at(seconds=30)


def test_the_wall_catches_up_and_both_go_together_again(clock, times):
    times.set_wall(hours=-1)
    for _ in range(120):  # minutes of waiting: an hour behind, at half the speed
        times.pass_by(60)
        clock.now()
    assert clock.now() == times.wall == at(hours=1)
    times.pass_by(60)
    assert clock.now() == times.wall


def test_back_and_forth_it_only_goes_forward(clock, times):
    seen = [clock.now()]
    for hours in (-1, 1, -1, -1, 3, 24, -24):
        times.set_wall(hours=hours)
        times.pass_by(1)
        seen.append(clock.now())
    assert seen == sorted(seen)
    assert len(set(seen)) == len(seen)
