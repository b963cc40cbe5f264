from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.local.clockwork import advance, clock_view

ALMATY = ZoneInfo("Asia/Almaty")


class Rehearsal:
    def __init__(self, now: datetime, due: datetime | None = None) -> None:
        self.time, self.due = now, due

    def now(self) -> datetime:
        return self.time

    async def advance_to(self, instant: datetime) -> None:
        self.time = instant

    async def next_due(self) -> datetime | None:
        return self.due


@pytest.mark.parametrize(
    ("step", "now", "then"),
    [
        ("hour", (2019, 5, 3, 4), (2019, 5, 3, 5)),
        ("day", (2019, 5, 3, 4), (2019, 5, 4, 4)),
        ("morning", (2019, 5, 3, 2), (2019, 5, 3, 3)),
        ("morning", (2019, 5, 3, 3), (2019, 5, 4, 3)),
        ("due", (2019, 5, 3, 4), (2019, 6, 2, 3)),
    ],
)
async def test_moves_as_the_buttons_say(step: str, now: tuple[int, ...], then: tuple[int, ...]) -> None:
    clock = Rehearsal(datetime(*now, tzinfo=UTC), datetime(2019, 6, 2, 3, tzinfo=UTC))  # nine in Almaty was three
    await advance(clock, step, ZoneInfo("Etc/GMT-6"))
    assert clock.time == datetime(*then, tzinfo=UTC)


async def test_stays_where_nothing_is_due() -> None:
    clock = Rehearsal(datetime(2019, 5, 3, tzinfo=UTC))
    await advance(clock, "due", ALMATY)
    assert clock.time == datetime(2019, 5, 3, tzinfo=UTC)


async def test_tells_the_time_and_what_is_due() -> None:
    clock = Rehearsal(datetime(2019, 5, 3, 4, tzinfo=UTC))
    assert await clock_view(clock) == {"now": "2019-05-03T04:00:00+00:00", "due": None}
    assert await clock_view(None) is None
