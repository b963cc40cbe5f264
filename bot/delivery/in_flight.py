"""Messages on their way: a bounded number, whose ends are written down together as they come."""

import asyncio
import itertools
import logging
from collections.abc import Coroutine, Sequence
from types import TracebackType
from typing import Any, Self

from bot.observability.outages import Outages
from briefings.outbox.ledger import Ended, Ledger
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)

TRIES_WHEN_STOPPING = 6
FIRST_WAIT, LONGEST_WAIT = 0.2, 3.0
"""Real seconds between two tries: shorter than what a begun message waits after its lease, so that none comes twice."""


class LedgerLost(Exception):
    """The ends of messages could not be written down; their leases will run out, and they count as doubtful."""


class InFlight:
    """Room for `most` messages; each keeps its place until its end is in the ledger.

    Left with an error, it still lets all that is in the air land, and writes it down; only who is cancelled cancels.
    """

    def __init__(self, ledger: Ledger, most: int, stopping: asyncio.Event, outages: Outages) -> None:
        self._outages = outages
        self._ledger = ledger
        self._most = most
        self._stopping = stopping
        self._tasks = asyncio.TaskGroup()
        self._ends: list[Ended] = []
        self._in_flight = 0
        self._recording: asyncio.Task[None] | None = None
        self._landed = asyncio.Condition()
        self._error: Exception | None = None
        self.count = 0

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            await self._tasks.__aexit__(None, None, None)
            return
        await self._tasks.__aexit__(kind, error, trace)
        self._raise_error()

    def start(self, sending: Coroutine[Any, Any, Ended]) -> None:
        """Send a message on its way."""
        self._in_flight += 1
        self.count += 1
        self._tasks.create_task(self._follow(sending))

    async def room(self, wanted: int) -> None:
        """Wait until so many messages more may start, or nothing is in the air."""
        async with self._landed:
            await self._landed.wait_for(lambda: self._in_flight + wanted <= self._most or not self._in_flight)
        self._raise_error()

    async def landing(self) -> bool:
        """Wait until a message in flight has ended and is recorded; return False at once when there is none."""
        if not self._in_flight:
            return False
        before = self._in_flight
        async with self._landed:
            await self._landed.wait_for(lambda: self._in_flight < before)
        self._raise_error()
        return True

    async def record(self, ends: Sequence[Ended]) -> None:
        """Write ends down, again and again while the database is away: they are worth more than our time.

        Asked to stop meanwhile, we give up after a few tries.
        """
        for attempt in itertools.count(1):
            try:
                await self._ledger.record(ends)
            except DATABASE_ERRORS as error:
                self._outages.met(error)
                if attempt >= TRIES_WHEN_STOPPING and self._stopping.is_set():
                    raise LedgerLost from error
            else:
                return
            await asyncio.sleep(min(LONGEST_WAIT, FIRST_WAIT * attempt))

    async def _follow(self, sending: Coroutine[Any, Any, Ended]) -> None:
        ended = await sending
        self._ends.append(ended)
        if self._recording is None or self._recording.done():
            self._recording = self._tasks.create_task(self._record_all())

    async def _record_all(self) -> None:
        """Write down what ended; what ends meanwhile comes in the next round."""
        while self._ends:
            ends, self._ends = self._ends, []
            try:
                await self.record(ends)
            except LedgerLost as error:
                logger.warning("stopped while the database was away: %s messages may come twice", len(ends))
                self._error = error
            except Exception as error:  # those still in the air land first; then the run ends with it
                logger.exception("the ends of %s messages could not be written down", len(ends))
                self._error = error
            async with self._landed:
                self._in_flight -= len(ends)
                self._landed.notify_all()

    def _raise_error(self) -> None:
        if self._error is not None:
            raise self._error
