"""Logs hold no secret and nobody's words, wherever they hide; an event is a line."""

import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest

from bot.observability import logs
from bot.observability.log_context import working_on
from bot.observability.logs import JsonLines, Lines
from bot.observability.redaction import redactor

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz12345"
LOCAL = "1:local"
WORDS = "who paid the minister"
Form = type[Lines | JsonLines]
both_forms = pytest.mark.parametrize("form", [Lines, JsonLines])


def record(
    message: str, *arguments: object, error: BaseException | None = None, name: str = "bot.test", level: str = "INFO"
) -> logging.LogRecord:
    trace = (type(error), error, error.__traceback__) if error else None
    number = logging.getLevelNamesMapping()[level]
    return logging.LogRecord(name, number, "file.py", 1, message, arguments, trace)


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error) as caught:
        return caught


@both_forms
@pytest.mark.parametrize("token", [TOKEN, LOCAL])
def test_tokens_are_blotted_out_of_messages_and_their_arguments(form: Form, token: str) -> None:
    line = form(redactor([LOCAL, ""])).format(record("POST https://host/bot%s/getMe", token))
    assert token not in line
    assert "https://host/bot<secret>/getMe" in line


@both_forms
def test_tokens_are_blotted_out_of_tracebacks(form: Form) -> None:
    error = raised(RuntimeError(f"cannot reach https://host/bot{TOKEN}/sendMessage"))
    line = form(redactor([])).format(record("failed", error=error))
    assert TOKEN not in line
    assert "RuntimeError: cannot reach" in line


@both_forms
@pytest.mark.parametrize("error", [ValueError(WORDS), KeyError(WORDS), IndexError(WORDS)])
def test_words_are_left_out_of_tracebacks(form: Form, error: Exception) -> None:
    line = form(redactor([])).format(record("failed: %s", error, error=raised(error)))
    assert WORDS not in line
    assert type(error).__name__ in line
    assert "test_logs.py" in line


@both_forms
def test_nobody_outside_writes_lines_of_our_log(form: Form) -> None:
    message = "said\n2019-05-03 ERROR bot: forged\r\u2028more \x1b[2J"
    error = raised(RuntimeError(message))
    line = form(redactor([])).format(record("%s", message, error=error))
    assert not any(part.startswith("2019-05-03") for part in line.splitlines())
    assert "\x1b" not in line
    first = form(redactor([])).format(record("%s", message))
    assert len(first.splitlines()) == 1


def test_json_lines_can_be_read_back() -> None:
    line = JsonLines(redactor(['pa"ss'])).format(
        record('said "%s" with pa"ss', "привет", error=raised(OSError(2, "No such file", "привет.txt")))
    )
    entry = json.loads(line)
    assert len(line.splitlines()) == 1
    assert entry["message"] == 'said "привет" with <secret>'
    assert (entry["level"], entry["logger"]) == ("INFO", "bot.test")
    assert entry["at"].endswith("+00:00")
    assert entry["traceback"].startswith("Traceback (most recent call last):\n")
    assert entry["traceback"].endswith("FileNotFoundError: [Errno 2] No such file: 'привет.txt'\n")
    assert not {"person", "request"} & set(entry)


def test_a_record_tells_whose_update_is_worked_on_without_naming_them() -> None:
    json_lines, lines = JsonLines(redactor([])), Lines(redactor([]))
    with working_on(7_000_000_001, 42):
        entry, line = json.loads(json_lines.format(record("hello"))), lines.format(record("hello"))
    assert len(entry["person"]) == len(entry["request"]) == 12
    assert "7000000001" not in str(entry)
    assert f"INFO bot.test [{entry['request'][:6]}]: hello" in line
    assert "[" not in lines.format(record("hello"))


@pytest.fixture
def as_found() -> Iterator[None]:
    """Put logging and the hooks back as the test found them."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook, sys.unraisablehook)
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level = handlers, level
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for name in logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.mark.usefixtures("as_found")
@pytest.mark.parametrize("form", ["text", "json"])
def test_at_debug_only_we_speak(form, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("DEBUG", form, ["hunter-2"])
    logging.getLogger("bot.telegram").debug("ours, with hunter-2")
    eager = logging.getLogger("telegram.ext.Application")
    eager.setLevel(logging.DEBUG)
    for name in ("telegram.Bot", "httpx", "httpcore.http11", "aiosqlite", "sqlalchemy.engine", "a.new.library"):
        logging.getLogger(name).debug(WORDS)
        logging.getLogger(name).info(WORDS)
    eager.debug("Processing update %s", WORDS)
    eager.setLevel(logging.NOTSET)
    written = capsys.readouterr().err
    assert len(written.splitlines()) == 1
    assert "ours, with <secret>" in written


@pytest.mark.usefixtures("as_found")
def test_what_libraries_complain_about_is_said_without_what_they_had_in_hand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.set_up("INFO", "text")
    logging.getLogger("telegram.Bot").critical("Error while parsing updates! Received data was %r", [WORDS])
    logging.getLogger("telegram.request").error('Can not load invalid JSON data: "%s"', WORDS)
    logging.getLogger("asyncio").error(f"Task exception was never retrieved\nfuture: <Task ({WORDS})>")
    logging.getLogger("asyncio").error(f"Exception in callback handle('{WORDS}') at file.py:7\nhandle: {WORDS}")
    logging.getLogger("a_library.scheduler").warning("Run time of job %s was missed by %.1f s", WORDS, 2.5)
    logging.getLogger("mapped").warning("%(count)d times %(what)s", {"count": 3, "what": WORDS})
    logging.getLogger("broken").warning("%d times", WORDS)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"strange: {WORDS}", UserWarning, stacklevel=1)
    written = capsys.readouterr().err
    assert WORDS not in written
    for part in (
        "parsing updates! Received data was …",
        'invalid JSON data: "…"',
        "asyncio: Task exception was never retrieved\n",
        "asyncio: Exception in callback handle\n",
        "job … was missed by 2.5 s",
        "3 times …",
        "broken: %d times",
        "UserWarning:\n",
    ):
        assert part in written


@pytest.mark.usefixtures("as_found")
def test_crashes_go_through_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", "json", ["hunter-2"])
    error = raised(RuntimeError("connecting with hunter-2"))
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=lambda: int(WORDS), name=WORDS)
    thread.start()
    thread.join()
    entries = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [entry["message"] for entry in entries] == ["the bot crashed", "a thread crashed"]
    assert "RuntimeError: connecting with <secret>" in entries[0]["traceback"]
    assert WORDS not in entries[1]["traceback"]


@pytest.mark.usefixtures("as_found")
def test_a_record_that_cannot_be_written_is_named_by_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> str:
        raise RuntimeError(WORDS)

    logs.set_up("INFO", "text")
    monkeypatch.setattr("bot.observability.logs.message_of", fail)
    logging.getLogger("bot.test").info(WORDS)
    assert capsys.readouterr().err.startswith("a log record made at ")
