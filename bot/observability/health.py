"""Whether the bot is alive, and whether it is ready: named checks, asked one by one whenever somebody wants to know."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.observability.pulse import Pulse

logger = logging.getLogger(__name__)

Kind = Literal["alive", "ready"]
Check = Callable[[], Awaitable[str | None]]
"""Returns in a few words what is wrong; None when all is well."""

CHECK_SECONDS = 5.0
FRESH_SECONDS = 1.0
"""Real seconds for which a report is good: however many ask, the database and Telegram are asked once."""


@dataclass(frozen=True, slots=True)
class Report:
    """What each check found."""

    problems: Mapping[str, str | None]

    @property
    def ok(self) -> bool:
        """Whether all is well."""
        return not any(self.problems.values())


@dataclass(slots=True)
class _Kept:
    """The checks of one kind, and what they found last."""

    checks: dict[str, Check] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    report: Report | None = None
    made_at: float = 0.0


class Health:
    """Collects checks while the bot is put together. Not alive: start it anew. Not ready: something else is away."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._kinds: dict[Kind, _Kept] = {"alive": _Kept(), "ready": _Kept()}

    def add(self, kind: Kind, name: str, check: Check) -> None:
        """Ask this check from now on, in place of an earlier one of that name."""
        self._kinds[kind].checks[name] = check

    async def report(self, kind: Kind) -> Report:
        """Ask all checks of a kind, each for a few seconds at most, unless that was done a moment ago."""
        kept = self._kinds[kind]
        async with kept.lock:
            if kept.report is None or self._monotonic() - kept.made_at >= FRESH_SECONDS:
                found = await asyncio.gather(*map(_ask, kept.checks.values()))
                kept.report, kept.made_at = Report(dict(zip(kept.checks, found, strict=True))), self._monotonic()
            return kept.report


def beating(pulse: Pulse, within: float) -> Check:
    """Return a check that the pulse beat within so many real seconds."""

    async def check() -> str | None:
        age = pulse.age
        return f"nothing for {age:.0f} s" if age > within else None

    return check


async def _ask(check: Check) -> str | None:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await check()
    except TimeoutError:
        return f"no answer within {CHECK_SECONDS:g} s"
    except Exception as error:  # whatever it is, it is not well, and the other checks are asked all the same
        logger.debug("a health check failed", exc_info=True)
        return type(error).__name__
