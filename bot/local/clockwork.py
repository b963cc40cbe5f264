"""The rehearsal clock as the chat page shows and moves it."""

from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.local.cast import ClockControl

T = TypeVar("T")

MORNING = 9  # o'clock


async def clock_view(clock: ClockControl | None) -> dict[str, Any] | None:
    """Return what time it is and when something falls due, in ISO 8601; None without a clock to control."""
    if clock is None:
        return None
    due = await _settled(clock.next_due())
    return {"now": clock.now().isoformat(), "due": due.isoformat() if due else None}


async def advance(clock: ClockControl, step: str, zone: ZoneInfo) -> None:
    """Move the clock by one of its buttons: ``hour``, ``day``, ``morning`` or ``due``."""
    target = await _target(clock, step, zone)
    if target:
        await _settled(clock.advance_to(target))


async def _target(clock: ClockControl, step: str, zone: ZoneInfo) -> datetime | None:
    now = clock.now()
    if step == "hour":
        return now + timedelta(hours=1)
    if step == "day":
        return now + timedelta(days=1)
    return _next_morning(now.astimezone(zone)) if step == "morning" else await _settled(clock.next_due())


def _next_morning(now: datetime) -> datetime:
    today = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    return today if now < today else today + timedelta(days=1)


async def _settled(value: Awaitable[T] | T) -> T:
    return await value if isinstance(value, Awaitable) else value
