"""The process that reads untrusted files, as the bot sees it."""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from briefings.intake.sandbox.messages import (
    LONGEST_ANSWER,
    SIZE,
    Answer,
    BadAnswer,
    Request,
    pack_request,
    unpack_answer,
)
from briefings.intake.sandbox.process_limits import Limits

ROOT: Final = Path(__file__).parents[3]
"""The folder that holds our packages."""

COMMAND: Final = (sys.executable, "-P", "-s", "-m", "briefings.intake.sandbox.worker")
ENVIRONMENT: Final = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "1"}
"""All that the process knows of ours: no token, no database. One arena keeps its address space small."""


class NotStarted(Exception):
    """The process that reads files could not be started."""


class Ended(Exception):
    """The process that reads files ended instead of answering: it was killed, or it broke."""


class WorkerProcess:
    """One running process; ask one thing at a time."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process: Final = process
        self._requests: Final = process.stdin
        self._answers: Final = process.stdout

    @property
    def pid(self) -> int:
        """The number by which the system knows the process."""
        return self._process.pid

    @classmethod
    async def start(cls, limits: Limits, command: Sequence[str] = COMMAND) -> "WorkerProcess":
        """Start a process and wait until it can read; raises `NotStarted`."""
        arguments = (*command, str(limits.memory), str(limits.cpu_seconds))
        try:
            # A session of its own: Ctrl+C in a terminal is for the bot, which ends this process in order.
            process = await asyncio.create_subprocess_exec(
                *arguments, stdin=PIPE, stdout=PIPE, env=ENVIRONMENT, cwd="/", start_new_session=True
            )
        except OSError as error:
            raise NotStarted(str(error)) from error
        worker = cls(process)
        try:
            async with asyncio.timeout(limits.start_seconds):
                await worker._next_frame()
        except (TimeoutError, Ended, BadAnswer) as error:
            await worker.kill()
            raise NotStarted(f"it ended with {process.returncode} before it was ready") from error
        except BaseException:
            await worker.kill()
            raise
        return worker

    async def ask(self, request: Request) -> Answer:
        """Have something read; raises `Ended` and `BadAnswer`, after which the process must be killed."""
        try:
            self._requests.write(pack_request(request))
            await self._requests.drain()
        except ConnectionError as error:
            raise Ended from error
        return unpack_answer(await self._next_frame())

    async def kill(self) -> int:
        """End the process, whatever it is doing, and return its exit code."""
        # Not by asyncio's kill(): it may take the exit code away from whoever waits for it.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        code = await self._process.wait()
        self._requests.close()
        with contextlib.suppress(ConnectionError):
            await self._requests.wait_closed()
        await self._answers.read()
        return code

    async def _next_frame(self) -> bytes:
        try:
            length = int.from_bytes(await self._answers.readexactly(SIZE), "big")
            if length > LONGEST_ANSWER:
                raise BadAnswer
            return await self._answers.readexactly(length)
        except asyncio.IncompleteReadError as error:
            raise Ended from error
