"""The process that reads untrusted files: killed when it passes its limits, and nobody waits for it."""

import asyncio
import os
import signal
import sys
import textwrap
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.intake import Intake, IntakeError
from briefings.intake.sandbox import Limits, Sandbox
from briefings.intake.sandbox.process import COMMAND, ROOT

TEXT = "The council of Aksu will meet on Friday to vote on the budget."
ROGUE = (sys.executable, "-P", "-s", str(Path(__file__).with_name("rogue_worker.py")))
LIMITS = Limits(wall_seconds=60, start_seconds=120)
"""Generous, because the machine that runs the tests may be busy."""

IMPATIENT = replace(LIMITS, wall_seconds=1.5)


@pytest.fixture
async def open_intake() -> AsyncIterator[Callable[..., tuple[Intake, Sandbox]]]:
    opened: list[Sandbox] = []

    def open_one(limits: Limits = LIMITS, command: tuple[str, ...] = ROGUE) -> tuple[Intake, Sandbox]:
        sandbox = Sandbox(limits, command)
        opened.append(sandbox)
        return Intake(sandbox), sandbox

    yield open_one
    for sandbox in opened:
        await sandbox.close()


async def refusal(intake: Intake, text: str) -> str:
    with pytest.raises(IntakeError) as caught:
        await intake.from_text(text)
    return caught.value.code


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


async def gone(pid: int) -> None:
    async with asyncio.timeout(60):
        while is_alive(pid):  # noqa: ASYNC110 - another process, which tells nobody
            await asyncio.sleep(0.01)


def kernel_says(pid: int | None, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text()


def open_files(pid: int | None) -> list[int]:
    return sorted(int(entry.name) for entry in Path(f"/proc/{pid}/fd").iterdir())


@pytest.fixture
def inheritable_file() -> Iterator[None]:
    with Path(os.devnull).open() as kept:
        os.set_inheritable(kept.fileno(), True)
        yield


async def test_process_starts_with_the_first_file_and_stays_for_the_next(open_intake) -> None:
    intake, sandbox = open_intake(command=COMMAND)
    assert sandbox.pid is None
    assert (await intake.from_text(TEXT)).title == TEXT
    pid = sandbox.pid
    assert (await intake.from_file("a.md", b"# Title\n\n" + TEXT.encode())).title == "Title"
    assert (await intake.from_record({"text": TEXT, "title": "Told"})).title == "Told"
    assert sandbox.pid == pid
    await intake.close()
    assert pid is not None
    assert not is_alive(pid)


async def test_refusal_comes_with_its_parameters(open_intake) -> None:
    intake, sandbox = open_intake()
    with pytest.raises(IntakeError, match="200 kB"):
        await intake.from_file("a.txt", b"One two three four five six. " * 7000)
    pid = sandbox.pid
    with pytest.raises(IntakeError, match="published"):
        await intake.from_record({"text": TEXT, "published": "soon"})
    assert sandbox.pid == pid


@pytest.mark.parametrize("trick", ["hang", "babble", "lie", "break_down", "leave"])
async def test_process_that_does_not_answer_is_killed_and_the_next_file_is_read(open_intake, trick: str) -> None:
    intake, sandbox = open_intake(IMPATIENT if trick == "hang" else LIMITS)
    await intake.from_text(TEXT)
    pid = sandbox.pid
    assert await refusal(intake, trick) == "unreadable"
    assert sandbox.pid is None
    assert not is_alive(pid)
    assert (await intake.from_text(TEXT)).text == TEXT


async def test_process_that_computes_without_end_is_killed_by_the_system(open_intake) -> None:
    intake, _ = open_intake(replace(LIMITS, cpu_seconds=1))
    assert await refusal(intake, "compute") == "unreadable"
    assert (await intake.from_text(TEXT)).text == TEXT


async def test_time_is_counted_for_each_file_anew(open_intake) -> None:
    intake, sandbox = open_intake(replace(LIMITS, cpu_seconds=1))
    await intake.from_text(TEXT)
    pid = sandbox.pid
    for _ in range(3):
        assert await refusal(intake, "work") == "no_sentences"
    assert sandbox.pid == pid


@pytest.mark.parametrize("trick", ["eat", "recurse", "write_file"])
async def test_what_the_system_refuses_ends_the_process_and_the_next_file_is_read(open_intake, trick: str) -> None:
    intake, sandbox = open_intake()
    assert await refusal(intake, trick) == "unreadable"
    assert sandbox.pid is None
    assert (await intake.from_text(TEXT)).text == TEXT


async def test_process_that_grew_is_not_used_again(open_intake) -> None:
    intake, sandbox = open_intake()
    assert await refusal(intake, "keep") == "no_sentences"
    assert sandbox.pid is None


async def test_others_run_while_a_file_is_read(open_intake) -> None:
    intake, _ = open_intake(replace(LIMITS, cpu_seconds=1))
    reading = asyncio.ensure_future(refusal(intake, "compute"))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0)
        turns += 1
    assert await reading == "unreadable"
    assert turns > 1000


async def test_files_are_read_one_after_another_and_a_bad_one_takes_no_other_with_it(open_intake) -> None:
    intake, _ = open_intake()
    texts = [TEXT, "break_down", TEXT, "leave", TEXT]
    read = await asyncio.gather(*(intake.from_text(text) for text in texts), return_exceptions=True)
    assert [getattr(one, "text", None) or one.code for one in read] == [TEXT, "unreadable", TEXT, "unreadable", TEXT]


async def test_who_stops_waiting_takes_the_process_along(open_intake) -> None:
    intake, sandbox = open_intake()
    await intake.from_text(TEXT)
    pid = sandbox.pid
    waiting = asyncio.ensure_future(intake.from_text("hang"))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not is_alive(pid)
    assert (await intake.from_text(TEXT)).text == TEXT


async def test_closing_ends_what_is_being_read(open_intake) -> None:
    intake, sandbox = open_intake()
    await intake.from_text(TEXT)
    reading = asyncio.ensure_future(refusal(intake, "hang"))
    await asyncio.sleep(0.05)
    pid = sandbox.pid
    await intake.close()
    assert await reading == "unreadable"
    assert not is_alive(pid)


async def test_idle_process_ends_and_another_starts_when_needed(open_intake) -> None:
    intake, sandbox = open_intake(replace(LIMITS, idle_seconds=0.01))
    await intake.from_text(TEXT)
    pid = sandbox.pid
    if pid is not None:
        await gone(pid)
    assert sandbox.pid is None
    assert (await intake.from_text(TEXT)).text == TEXT


@pytest.mark.parametrize(
    ("command", "limits"),
    [(("/no/such/program",), LIMITS), ((sys.executable, "-c", "import sys; sys.exit(3)"), LIMITS),
     ((sys.executable, "-c", "import time; time.sleep(1000)"), replace(LIMITS, start_seconds=0.2)),
     (ROGUE, replace(LIMITS, memory=0))],
    ids=["missing", "ends", "hangs", "refuses"],
)  # fmt: skip
async def test_process_that_does_not_start_is_one_clear_sentence(open_intake, caplog, command, limits) -> None:
    intake, _ = open_intake(limits, command)
    assert await refusal(intake, TEXT) == "no_worker"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.usefixtures("inheritable_file")
async def test_process_knows_no_secrets_and_holds_no_files_of_ours(open_intake, monkeypatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:secret")
    intake, sandbox = open_intake(command=COMMAND)
    await intake.from_text(TEXT)
    assert "secret" not in kernel_says(sandbox.pid, "environ")
    assert open_files(sandbox.pid) == [0, 1, 2, 3]
    limits = {line[:25].strip(): line[25:].split()[0] for line in kernel_says(sandbox.pid, "limits").splitlines()}
    assert limits["Max core file size"] == "0"
    assert limits["Max processes"] == "0"
    assert limits["Max address space"] == str(LIMITS.memory)


async def test_process_knows_nothing_of_models_database_and_telegram(open_intake) -> None:
    intake, sandbox = open_intake(command=COMMAND)
    await intake.from_file("a.html", f"<article><p>{TEXT}</p><p>{TEXT} And {TEXT}</p></article>".encode())
    mapped = kernel_says(sandbox.pid, "maps")
    assert "lxml" in mapped
    assert not any(library in mapped for library in ("onnxruntime", "numpy", "sqlite", "tokenizers"))


PARENT = textwrap.dedent("""
    import asyncio, sys
    from briefings.intake import Intake

    async def main():
        intake = Intake()
        await intake.from_text("The council of Aksu will meet on Friday to vote on the budget.")
        print(intake._sandbox.pid, flush=True)
        await asyncio.sleep(1000)

    asyncio.run(main())
""")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
async def test_process_ends_with_the_bot(how: signal.Signals) -> None:
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    assert is_alive(pid)
    parent.send_signal(how)
    await parent.wait()
    await gone(pid)
