"""Reading untrusted things one after another, in a process that is started when needed and killed when it must be."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Final

from briefings.intake.article import Article
from briefings.intake.errors import IntakeError
from briefings.intake.sandbox.messages import Answer, BadAnswer, Request
from briefings.intake.sandbox.process import COMMAND, Ended, NotStarted, WorkerProcess
from briefings.intake.sandbox.process_limits import Limits

logger = logging.getLogger(__name__)


class Sandbox:
    """Has things read, never longer and with no more memory than the limits say.

    The process stays for the next file, because it takes a second to start, and ends when none comes for a while.
    """

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        self._limits: Final = limits
        self._command: Final = command
        self._turn: Final = asyncio.Lock()
        self._worker: WorkerProcess | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[int] | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._worker.pid if self._worker else None

    async def read(self, request: Request) -> Article:
        """Have something read; raises IntakeError, "unreadable" where a limit was passed or the reader broke."""
        async with self._turn:
            self._stay()
            try:
                answer = await self._ask(request)
            finally:
                self._end_when_idle()
        if answer.error is not None:
            raise answer.error
        if answer.article is None:
            raise IntakeError("unreadable")
        return answer.article

    async def close(self) -> None:
        """End the process, at once, whatever it is reading."""
        self._stay()
        await self._end()
        if self._ending is not None:
            await self._ending

    async def _ask(self, request: Request) -> Answer:
        worker = await self._started()
        try:
            async with asyncio.timeout(self._limits.wall_seconds):
                answer = await worker.ask(request)
        except (TimeoutError, Ended, BadAnswer) as error:
            code = await self._end()
            logger.warning("a %s was given up: %s, exit code %s", request.kind, type(error).__name__, code)
            return Answer()
        except BaseException:
            await self._end()
            raise
        if answer.failure:
            logger.warning("a %s was given up: %s", request.kind, answer.failure)
        if answer.last:
            await self._end()
        return answer

    async def _started(self) -> WorkerProcess:
        if self._worker is None:
            try:
                self._worker = await WorkerProcess.start(self._limits, self._command)
            except NotStarted as error:
                logger.error("the process that reads files does not start: %s", error)  # noqa: TRY400 - one line
                raise IntakeError("no_worker") from error
        return self._worker

    async def _end(self) -> int | None:
        worker, self._worker = self._worker, None
        return await worker.kill() if worker else None

    def _stay(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _end_when_idle(self) -> None:
        self._stay()
        self._idle = asyncio.get_running_loop().call_later(self._limits.idle_seconds, self._retire)

    def _retire(self) -> None:
        worker = self._worker
        if worker is not None and not self._turn.locked():
            self._worker = None
            self._ending = asyncio.create_task(worker.kill())
