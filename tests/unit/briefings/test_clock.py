"""The rehearsal clock: starts where it is told, runs as fast as it is told, jumps only forward."""

from datetime import UTC, date, datetime, timedelta, timezone

from briefings.clock import RehearsalClock, SystemClock, today

START = datetime(2019, 5, 3, 9, 0, tzinfo=timezone(timedelta(hours=5)))


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_it_starts_at_the_instant_given_in_utc() -> None:
    now = RehearsalClock(START, monotonic=Stopwatch()).now()
    assert now == datetime(2019, 5, 3, 4, 0, tzinfo=UTC)
    assert now.tzinfo == UTC


def test_it_runs_as_fast_as_told() -> None:
    stopwatch = Stopwatch()
    clock = RehearsalClock(START, 3600, stopwatch)
    stopwatch.seconds += 24
    assert clock.now() == START + timedelta(days=1)
    assert clock.real_seconds(timedelta(hours=2)) == 2.0
    assert clock.real_seconds(timedelta(hours=-2)) == 0.0


def test_it_jumps_forward_and_goes_on() -> None:
    stopwatch = Stopwatch()
    clock = RehearsalClock(START, 60, stopwatch)
    clock.advance_to(START + timedelta(days=30))
    stopwatch.seconds += 1
    assert clock.now() == START + timedelta(days=30, minutes=1)


def test_it_never_jumps_back() -> None:
    clock = RehearsalClock(START, monotonic=Stopwatch())
    clock.advance_to(START - timedelta(days=1))
    assert clock.now() == START


def test_a_day_is_the_day_in_the_zone() -> None:
    clock = RehearsalClock(datetime(2019, 6, 8, 20, 30, tzinfo=UTC), monotonic=Stopwatch())
    assert today(clock, "UTC") == date(2019, 6, 8)
    assert today(clock, "Asia/Almaty") == date(2019, 6, 9)
    assert today(clock, "America/New_York") == date(2019, 6, 8)


def test_the_wall_clock_is_aware() -> None:
    assert SystemClock().now().tzinfo == UTC
