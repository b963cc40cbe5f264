"""The dispatcher: stores what arrives, hands out what is ready to workers, records how it ended."""

import asyncio
import contextlib
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.observability.liveness import Liveness
from bot.observability.metrics import Metrics
from bot.observability.outages import Outages
from briefings.inbox import Arrival, Ended, Finished, Flooding, Inbox, Lane, Postponed, Taken
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)

WORKERS: Mapping[Lane, int] = {"quick": 4, "asking": 3, "loading": 2}
"""Updates worked on at once, fewer than the database has connections; no lane waits for another."""
LOOK_EVERY = 2.0
"""Seconds after which we look in any case: for what is tried again, and what a stopped copy left behind."""
AFTER_TROUBLE = 1.0
COUNT_EVERY = 5.0
"""Seconds after which the length of the queue is counted for the metrics."""
CAREFUL_SECONDS = 30.0
"""After a start that found work in hand, one update of each lane at a time: the bot died of one of them, perhaps, and
whatever is in hand when it dies again is repeated, or given up."""
PART = "inbox"
LAST_WORD_SECONDS = 3.0
"""For recording what ended, when the bot stops."""

Work = Callable[[Taken], Awaitable[Ended]]


class NotStored(Exception):
    """The update could not be stored: whoever brought it must bring it again."""


class _Batch:
    """What arrived since the last turn, and whoever waits for it to be stored."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self._ended = asyncio.Event()
        self._error: BaseException | None = None

    def end(self, error: BaseException | None = None) -> None:
        self._error = error
        self._ended.set()

    async def stored(self) -> None:
        await self._ended.wait()
        if self._error is not None:
            raise NotStored from self._error


class Dispatcher:
    """One loop is the only one that writes to the inbox: all that came together is one transaction."""

    def __init__(
        self,
        inbox: Inbox,
        work: Work,
        outages: Outages,
        metrics: Metrics,
        liveness: Liveness,
        *,
        workers: Mapping[Lane, int] = WORKERS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inbox = inbox
        self._work = work
        self._outages = outages
        self._metrics = metrics
        self._liveness = liveness
        self._workers = workers
        self._monotonic = monotonic
        self._careful_until = self._counted_at = monotonic()
        self._batch = _Batch()
        self._ended: list[Ended] = []
        self._busy: Counter[Lane] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._is_stopping = False
        self._is_first = True
        self._loop: asyncio.Task[None] | None = None

    async def store(self, arrivals: Sequence[Arrival]) -> None:
        """Return once these are stored, whatever happens next; raise `NotStored` otherwise."""
        if self._is_stopping:
            raise NotStored("the bot is stopping")
        batch = self._batch
        batch.arrivals += arrivals
        self._wake.set()
        await batch.stored()

    def start(self) -> None:
        """Begin with what an earlier run left behind."""
        self._wake.set()
        self._loop = asyncio.create_task(self._run())

    async def stop(self, seconds: float) -> None:
        """Take nothing more; what is in hand has so many seconds to end, the rest stays stored."""
        self._is_stopping = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._wake.set()
        if self._loop is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._loop, LAST_WORD_SECONDS)

    async def _run(self) -> None:
        while True:
            is_last = self._is_stopping and not self._tasks
            is_well = await self._turn()
            self._liveness.beat("dispatching")
            if is_last:
                return
            await self._count()
            await self._rest(is_well=is_well)

    async def _rest(self, *, is_well: bool) -> None:
        """Wait until there is something to do."""
        if not is_well:
            await asyncio.sleep(0 if self._is_stopping else AFTER_TROUBLE)
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)
        self._wake.clear()

    async def _turn(self) -> bool:
        """Store, record and take in one transaction; return whether that went well."""
        batch, self._batch = self._batch, _Batch()
        ended, self._ended = self._ended, []
        try:
            turn = await self._inbox.turn(batch.arrivals, ended, self._free())
        except Exception as error:  # noqa: BLE001 - whatever it was, nothing is lost and the next turn comes
            self._ended = ended + self._ended
            batch.end(error)
            self._note(error)
            return False
        batch.end()
        self._is_first = False
        if turn.left_in_hand:
            self._careful_until = self._monotonic() + CAREFUL_SECONDS
        self._outages.ended("database", PART)
        self._outages.ended("disk", PART)
        self._metrics.updates.labels("shed").inc(turn.shed)
        for taken in turn.taken:
            self._begin(taken)
        return True

    def _note(self, error: Exception) -> None:
        if isinstance(error, DATABASE_ERRORS):
            self._outages.met(error, PART)
        else:
            logger.error("the inbox failed; it goes on", exc_info=error)

    def _free(self) -> dict[Lane, int]:
        if self._is_stopping:
            return {}
        is_careful = self._is_first or self._monotonic() < self._careful_until
        return {lane: (1 if is_careful else most) - self._busy[lane] for lane, most in self._workers.items()}

    def _begin(self, taken: Taken) -> None:
        self._busy[taken.arrival.lane] += 1
        task = asyncio.create_task(self._finish(taken))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _finish(self, taken: Taken) -> None:
        """Work on an update and note how it ended; nothing that goes wrong with it stops the others."""
        begun = self._monotonic()
        ended = await self._worked(taken)
        self._ended.append(ended)
        self._busy[taken.arrival.lane] -= 1
        self._metrics.update_seconds.observe(self._monotonic() - begun)
        if (outcome := _outcome(ended)) is not None:
            self._metrics.updates.labels(outcome).inc()
        self._wake.set()

    async def _worked(self, taken: Taken) -> Ended:
        try:
            return await self._work(taken)
        except asyncio.CancelledError:  # the bot stops, and this took too long to wait for
            return Postponed(taken.arrival.id, 0, is_innocent=False)
        except Exception:
            logger.exception("update %s failed", taken.arrival.id)
            return Finished(taken.arrival.id, "failed")

    async def _count(self) -> None:
        """Tell the metrics now and then how much waits."""
        if self._monotonic() - self._counted_at < COUNT_EVERY:
            return
        self._counted_at = self._monotonic()
        with contextlib.suppress(*DATABASE_ERRORS):  # the next turn says so
            self._metrics.update_queue.set(await self._inbox.count_open())


def _outcome(ended: Ended) -> str | None:
    """Name the outcome for the metrics; what is shed was counted where it was recorded."""
    match ended:
        case Finished(_, state) if state != "shed":
            return state
        case Postponed():
            return "retried"
        case Finished() | Flooding():
            return None
