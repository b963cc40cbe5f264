"""Logs never hold a token, wherever it hides."""

import json
import logging

import pytest

from bot.logs import JsonLines, Lines, redactor

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz12345"
LOCAL = "1:local"


def record(message: str, *arguments: object, error: BaseException | None = None) -> logging.LogRecord:
    trace = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("test", logging.INFO, "file.py", 1, message, arguments, trace)


@pytest.mark.parametrize("form", [Lines, JsonLines])
@pytest.mark.parametrize("token", [TOKEN, LOCAL])
def test_tokens_are_blotted_out_of_messages_and_their_arguments(form: type[Lines | JsonLines], token: str) -> None:
    line = form(redactor([LOCAL, ""])).format(record("POST https://host/bot%s/getMe", token))
    assert token not in line
    assert "https://host/bot<token>/getMe" in line


@pytest.mark.parametrize("form", [Lines, JsonLines])
def test_tokens_are_blotted_out_of_tracebacks(form: type[Lines | JsonLines]) -> None:
    try:
        raise ValueError(f"cannot reach https://host/bot{TOKEN}/sendMessage")
    except ValueError as error:
        line = form(redactor([])).format(record("failed", error=error))
    assert TOKEN not in line
    assert "ValueError" in line


def test_json_lines_can_be_read_back() -> None:
    entry = json.loads(JsonLines(redactor([])).format(record('said "%s"\nand more', "привет")))
    assert entry["message"] == 'said "привет"\nand more'
    assert entry["level"] == "INFO"
    assert entry["at"].endswith("+00:00")


def test_ordinary_times_and_numbers_stay() -> None:
    assert redactor([])("at 09:30:15 row 12345: done") == "at 09:30:15 row 12345: done"
