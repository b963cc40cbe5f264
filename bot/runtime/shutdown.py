"""Stopping: on the first signal in order and in time, on the second at once."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from types import FrameType
from typing import Any

logger = logging.getLogger(__name__)

SIGNALS = (signal.SIGINT, signal.SIGTERM)
MARGIN = 0.5
"""Seconds before the end of our time at which we end, whatever still goes on: all of it is stored."""
FORCED = 130
"""The exit code when somebody did not want to wait."""
Leave = Callable[[int], Any]
OUT_OF_TIME = "not everything ended in time; what is stored is worked off by the next run"


@contextlib.contextmanager
def leaving_at_once() -> Iterator[None]:
    """Until the bot has begun to run there is nothing to finish: a signal ends the process, exit code 0."""
    before = signal.signal(signal.SIGTERM, _leave) if threading.current_thread() is threading.main_thread() else None
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def is_to_run(arguments: Sequence[str]) -> bool:
    """Whether the command line asks for the bot itself, which stops with exit code 0."""
    return next((one for one in arguments if not one.startswith("-")), "run") == "run"


async def until_signal(running: Coroutine[Any, Any, None], seconds: float, leave: Leave = os._exit) -> None:
    """Run until that ends, or until a signal: then cancel it, and wait for it to close in order.

    So many seconds after the signal the process leaves all the same, whatever still goes on in it, threads included;
    and at a second signal it leaves at once.
    """
    task = asyncio.create_task(running)
    stop = Stop(task, seconds, leave)
    with _handling(stop):
        await asyncio.wait({task})
    if task.cancelled():
        return
    if stop.is_asked and (error := task.exception()):
        logger.error("stopping did not go well", exc_info=error)
        return
    task.result()


class Stop:
    """What signals do."""

    def __init__(self, task: "asyncio.Task[None]", seconds: float, leave: Leave) -> None:
        self._task = task
        self._leave = leave
        self._timer = threading.Timer(max(seconds - MARGIN, 0), self._out_of_time)
        self._timer.daemon = True
        self.is_asked = False

    def ask(self) -> None:
        """Stop in order; asked again, at once."""
        if self.is_asked:
            self._leave(FORCED)
            return
        self.is_asked = True
        self._timer.start()
        self._task.cancel()

    def _out_of_time(self) -> None:
        logger.warning(OUT_OF_TIME)
        self._leave(0)


@contextlib.contextmanager
def _handling(stop: Stop) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for one in SIGNALS:
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(one, stop.ask)
    yield


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
