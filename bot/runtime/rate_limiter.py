"""A limit for each person and each group: a token bucket, emptied only by those who do not wait for answers."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple

BURST, RATE = 30.0, 1.0
"""Messages at once, and a second in the long run."""
STAFF_BURST, STAFF_RATE = 400.0, 10.0
"""The same for owners and editors, who paste articles in many parts."""
RECOVERED = 10.0
"""Tokens with which somebody who was limited is heard again: seconds of silence, for whoever is not staff."""
MOST_BUCKETS = 10_000
"""Buckets kept; those that are full again go first."""

IsStaff = Callable[[int], Awaitable[bool]]


class Decision(NamedTuple):
    """Whether to work on an update; if not, whether it is the first of many, and whether its whole group is over."""

    is_admitted: bool
    is_first: bool = False
    is_group: bool = False


ADMITTED = Decision(is_admitted=True)


@dataclass(slots=True)
class Bucket:
    """Tokens of one person or group; filled by time, emptied by messages."""

    refilled_at: float
    tokens: float = BURST
    size: float = BURST
    rate: float = RATE
    is_limited: bool = False

    def take(self, now: float, *, is_overlapped: bool) -> bool:
        """Return whether one more is within the limit; one that nothing else waits behind costs nothing.

        Beyond the limit everything costs a token and nothing is within it until the bucket has recovered.
        """
        self._refill(now)
        if self.is_limited:
            self.is_limited = self.tokens < RECOVERED
        elif not is_overlapped:
            return True
        else:
            self.is_limited = self.tokens < 1
        self.tokens = max(0.0, self.tokens - 1)
        return not self.is_limited

    def promote(self) -> None:
        """Give the room that staff have, less what was used up of a reader's, and this message."""
        self.tokens, self.size, self.rate, self.is_limited = STAFF_BURST - BURST - 1, STAFF_BURST, STAFF_RATE, False

    def is_full(self, now: float) -> bool:
        """Whether nothing would be lost by forgetting it."""
        self._refill(now)
        return self.tokens >= self.size and not self.is_limited

    def _refill(self, now: float) -> None:
        self.tokens = min(self.size, self.tokens + (now - self.refilled_at) * self.rate)
        self.refilled_at = now


class RateLimiter:
    """Decides about updates in the order in which they are worked on."""

    def __init__(self, is_staff: IsStaff, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._is_staff = is_staff
        self._monotonic = monotonic
        self._buckets: dict[int, Bucket] = {}

    async def decide(self, person: int | None, group: int | None, *, is_overlapped: bool) -> Decision:
        """Say whether to work on an update of `person`, in `group` if it came from one.

        `is_overlapped`: more of the same chat waits behind it. Whoever waits for each answer is never limited. One
        member who floods a group uses up their own limit first, so that the others are still heard.
        """
        refused = None if person is None else self._refusal(person, is_overlapped=is_overlapped)
        if person is not None and refused and not await self._is_promoted(person, refused):
            return refused
        if group is not None and (refused := self._refusal(group, is_overlapped=is_overlapped)):
            return refused._replace(is_group=True)
        return ADMITTED

    async def _is_promoted(self, person: int, refused: Decision) -> bool:
        """Give staff their larger limit when they pass a reader's; return whether that was done now."""
        bucket = self._buckets[person]
        if not refused.is_first or bucket.size >= STAFF_BURST or not await self._is_staff(person):
            return False
        bucket.promote()
        return True

    def _refusal(self, key: int, *, is_overlapped: bool) -> Decision | None:
        bucket = self._bucket(key)
        was_limited = bucket.is_limited
        if bucket.take(self._monotonic(), is_overlapped=is_overlapped):
            return None
        return Decision(is_admitted=False, is_first=not was_limited)

    def _bucket(self, key: int) -> Bucket:
        now = self._monotonic()
        if key not in self._buckets:
            if len(self._buckets) >= MOST_BUCKETS:
                self._buckets = {one: bucket for one, bucket in self._buckets.items() if not bucket.is_full(now)}
            self._buckets[key] = Bucket(now)
        return self._buckets[key]
