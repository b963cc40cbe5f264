"""When to look for what is due, never what is true: APScheduler wakes us, the ledger decides."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from briefings.clock import Clock, RehearsalClock, real_now

logger = logging.getLogger(__name__)

LONGEST_SLEEP = 60.0
"""Real seconds after which we look in any case: another copy may have owed something since."""
REHEARSAL_SLEEP = 1.0
HELD_SLEEP = 1.0
"""Real seconds until we look again for what is due already, but whose chat must wait."""
HELD_LOOKS = 5
AFTER_TROUBLE = 5.0

Work = Callable[[], Awaitable[object]]
NextDue = Callable[[], Awaitable[datetime | None]]


class Schedule:
    """Runs `deliver` when something falls due by the clock, when woken, and every minute in any case.

    In a rehearsal we look every second, since simulated time may have passed anyhow.
    """

    def __init__(self, clock: Clock, next_due: NextDue, deliver: Work) -> None:
        self._clock = clock
        self.next_due = next_due
        """when the next message falls due; None when nothing is owed"""
        self._deliver = deliver
        self._scheduler = AsyncIOScheduler(
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}, timezone="UTC"
        )
        self._longest = LONGEST_SLEEP if clock.real_seconds(timedelta(seconds=1)) == 1 else REHEARSAL_SLEEP
        self._awake = asyncio.Event()
        self._running = asyncio.Lock()
        self._other_work = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    def every(self, span: timedelta, work: Work, name: str) -> None:
        """Do something else at the start and then again and again, such as pruning; call before `start`.

        `span` is simulated time; however fast that passes, a second lies between two times.
        """
        seconds = max(self._clock.real_seconds(span), min(span.total_seconds(), REHEARSAL_SLEEP))
        trigger = IntervalTrigger(seconds=seconds)
        self._scheduler.add_job(self._guarded(work, name), trigger, id=name, next_run_time=real_now())

    def start(self) -> None:
        """Begin to look; the first time at once."""
        self._look = self._scheduler.add_job(self._tick, IntervalTrigger(seconds=self._longest), id="look")
        self._scheduler.start()
        self._task = asyncio.create_task(self._look_for_ever())
        self.wake()

    def wake(self) -> None:
        """Look now: something new is owed, or the rehearsal clock was moved."""
        self._awake.set()

    async def stop(self) -> None:
        """Look no more, and let other work that has begun end; what is delivered must have been stopped before."""
        if self._scheduler.running:
            self._scheduler.pause()
            await asyncio.sleep(0)  # what was just begun takes its lock
            async with self._other_work:
                self._scheduler.shutdown(wait=False)
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

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

    async def _tick(self) -> None:
        """Wake from within the event loop: APScheduler would run a plain function in a thread."""
        self.wake()

    async def _look_for_ever(self) -> None:
        while True:
            await self._awake.wait()
            self._awake.clear()
            pause = await self._run()
            self._look.modify(next_run_time=real_now() + timedelta(seconds=pause))

    async def _run(self) -> float:
        """Deliver what is due; return the real seconds until the next look."""
        async with self._running:
            try:
                await self._deliver()
                return self._sleep(await self.next_due())
            except Exception:  # the outermost boundary of delivering: whatever it was, we look again
                logger.exception("delivery stopped; it goes on in %s s", AFTER_TROUBLE)
                return AFTER_TROUBLE

    def _sleep(self, due: datetime | None) -> float:
        if due is None:
            return self._longest
        ahead = self._clock.real_seconds(due - self._clock.now())
        return min(ahead or HELD_SLEEP, self._longest)

    def _guarded(self, work: Work, name: str) -> Work:
        async def run() -> None:
            async with self._other_work:
                try:
                    await work()
                except Exception:  # a job of its own: it comes again
                    logger.exception("%s failed; it comes again", name)

        return run
