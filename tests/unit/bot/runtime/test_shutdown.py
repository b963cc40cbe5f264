"""The first signal stops in order and in time, the second at once; before the start there is nothing to stop."""

import asyncio
import os
import signal

import pytest

from bot.runtime.shutdown import FORCED, Stop, is_to_run, leaving_at_once, until_signal


def ask():
    os.kill(os.getpid(), signal.SIGTERM)


async def test_a_signal_lets_everything_close_in_order():
    closed = []

    async def run():
        try:
            ask()
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            closed.append("closed")

    await until_signal(run(), 60, leave=print)
    assert closed == ["closed"]


async def test_what_ends_by_itself_or_fails_does_so():
    async def end():
        pass

    async def fail():
        raise ZeroDivisionError

    await until_signal(end(), 60, leave=print)
    with pytest.raises(ZeroDivisionError):
        await until_signal(fail(), 60, leave=print)


async def test_what_fails_while_it_stops_is_logged_and_no_failure(caplog):
    async def run():
        try:
            ask()
            await asyncio.Event().wait()
        finally:
            raise ConnectionResetError

    await until_signal(run(), 60, leave=print)
    assert caplog.text.count("stopping did not go well") == 1


@pytest.fixture
async def stop():
    """Give what signals do to a task that does not want to end, and the exit codes with which the process left."""
    codes = []
    left = asyncio.Event()
    loop = asyncio.get_running_loop()

    def leave(code):
        codes.append(code)
        loop.call_soon_threadsafe(left.set)

    def make(seconds):
        task = asyncio.create_task(asyncio.Event().wait())
        return Stop(task, seconds, leave), codes, left

    return make


async def test_when_the_time_is_over_the_process_ends_whatever_goes_on(stop, caplog):
    asked, codes, left = stop(0.51)
    asked.ask()
    await left.wait()
    assert codes == [0]
    assert "worked off by the next run" in caplog.text


async def test_a_second_signal_ends_at_once(stop):
    asked, codes, _ = stop(3_600)
    asked.ask()
    assert codes == []
    asked.ask()
    assert codes == [FORCED]


def test_before_anything_runs_a_signal_just_ends_the_process_well():
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as raised, leaving_at_once():
        ask()
    assert raised.value.code == 0
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["run"], True),
        (["run", "--samples", "x"], True),
        (["load", "run"], False),
        (["ask", "why?"], False),
    ],
)
def test_only_the_bot_itself_stops_with_nought(arguments, expected):
    assert is_to_run(arguments) == expected
