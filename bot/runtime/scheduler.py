"""When to look for what is due, never what is true: time wakes us, the ledger decides.

We sleep by the monotonic clock alone, so that setting the wall's clock neither wakes us too late nor never.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.observability.outages import Outages
from bot.observability.pulse import Pulse
from briefings.clock import Clock, RehearsalClock
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)

LONGEST_SLEEP = 60.0
"""Real seconds after which we look in any case: another copy may have added something since."""
REHEARSAL_SLEEP = 1.0
HELD_SLEEP = 1.0
"""Real seconds until we look again for what is due already, but whose chat must wait."""
HELD_LOOKS = 5
AFTER_TROUBLE = 5.0

Work = Callable[[], Awaitable[object]]
NextDue = Callable[[], Awaitable[datetime | None]]


class Scheduler:
    """Runs `deliver` when something falls due by the clock, when woken, and every minute in any case.

    In a rehearsal we look every second, since simulated time may have passed anyhow.
    """

    def __init__(
        self, clock: Clock, next_due: NextDue, deliver: Work, outages: Outages, looked: Pulse | None = None
    ) -> None:
        self._clock = clock
        self.next_due = next_due
        """when the next message falls due; None when there is none"""
        self._deliver = deliver
        self._outages = outages
        self.looked = looked or Pulse()
        """beats when all that was due has been delivered"""
        self._longest = LONGEST_SLEEP if clock.real_seconds(timedelta(seconds=1)) == 1 else REHEARSAL_SLEEP
        self._awake = asyncio.Event()
        self._running = asyncio.Lock()
        self._other_work = asyncio.Lock()
        self._jobs: list[tuple[float, Work, str]] = []
        self._tasks: list[asyncio.Task[None]] = []

    def every(self, span: timedelta, work: Work, name: str) -> None:
        """Do something else at the start and then again and again, such as pruning; call before `start`.

        `span` is simulated time between an end and the next beginning; however fast that passes, a second lies between.
        """
        seconds = max(self._clock.real_seconds(span), min(span.total_seconds(), REHEARSAL_SLEEP))
        self._jobs.append((seconds, work, name))

    def start(self) -> None:
        """Begin to look; the first time at once."""
        self.wake()
        self._tasks = [asyncio.create_task(self._look_for_ever())]
        self._tasks += [asyncio.create_task(self._repeat(*job)) for job in self._jobs]

    def wake(self) -> None:
        """Look now: something new is due, or the rehearsal clock was moved."""
        self._awake.set()

    async def check(self) -> str | None:
        """Return what is wrong when nobody looks any more."""
        return "it has ended" if any(task.done() for task in self._tasks) else None

    async def stop(self) -> None:
        """Look no more, and let all that has begun end; what is delivered must have been stopped before."""
        await asyncio.sleep(0)  # what was just begun takes its lock
        async with self._other_work, self._running:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def advance_to(self, instant: datetime) -> None:
        """Move a rehearsal clock forward, stopping at all that falls due on the way, so that nothing comes late."""
        if not isinstance(self._clock, RehearsalClock):
            return
        while (due := await self.next_due()) is not None and due <= instant:
            self._clock.advance_to(due)
            await self._run()
            if not await self._came(due):
                break
        self._clock.advance_to(instant)
        self.wake()

    async def _came(self, due: datetime) -> bool:
        """Wait a little for what is due but held, since its chat has just got another message."""
        for _ in range(HELD_LOOKS):
            if (await self.next_due()) != due:
                return True
            await asyncio.sleep(HELD_SLEEP)
            await self._run()
        return False

    async def _look_for_ever(self) -> None:
        pause = 0.0
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._awake.wait()
            self._awake.clear()
            pause = await self._run()

    async def _run(self) -> float:
        """Deliver what is due; return the real seconds until the next look."""
        async with self._running:
            try:
                await self._deliver()
                due = await self.next_due()
                self.looked.beat()
                return self._sleep(due)
            except DATABASE_ERRORS as error:
                self._outages.met(error)
            except Exception:  # the outermost boundary of delivering: whatever it was, we look again
                logger.exception("delivery stopped; it goes on in %s s", AFTER_TROUBLE)
            return AFTER_TROUBLE

    def _sleep(self, due: datetime | None) -> float:
        if due is None:
            return self._longest
        ahead = self._clock.real_seconds(due - self._clock.now())
        return min(ahead or HELD_SLEEP, self._longest)

    async def _repeat(self, seconds: float, work: Work, name: str) -> None:
        while True:
            async with self._other_work:
                await self._do(work, name)
            await asyncio.sleep(seconds)

    async def _do(self, work: Work, name: str) -> None:
        try:
            await work()
        except DATABASE_ERRORS as error:
            self._outages.met(error)
        except Exception:  # a job of its own: it comes again
            logger.exception("%s failed; it comes again", name)
