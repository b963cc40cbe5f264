"""Reading what a command was given: files, stdin, lines of JSON."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.errors import UsageError

STDIN = "-"


def read_bytes(path: str) -> bytes:
    """Read a file, or stdin for `-`; raise `UsageError` when it cannot be read."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None


def read_text(path: str) -> str:
    """Read a file as UTF-8; its line ends stay as they are, so that places in it do too."""
    try:
        return read_bytes(path).decode("utf-8-sig" if path == STDIN else "utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8 text") from None


def read_records(path: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield the lines that are not empty with their number; None stands for a line that is no JSON object."""
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            yield number, _record(line)


def _record(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
