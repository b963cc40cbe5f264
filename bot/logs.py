"""Logs on stderr, as text or JSON, with tokens blotted out everywhere: in URLs and in tracebacks too."""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Literal

TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{8,}")
BLOT = "<token>"
QUIET = ("httpx", "httpcore", "apscheduler", "aiosqlite", "alembic", "aiohttp.access", "trafilatura", "htmldate")
"""Libraries that speak only when something is wrong."""
Redact = Callable[[str], str]


def set_up(level: str, form: Literal["text", "json"], secrets: Iterable[str] = ()) -> None:
    """Send all logs to stderr, without the secrets; call once at start."""
    handler = logging.StreamHandler(sys.stderr)
    redact = redactor(secrets)
    handler.setFormatter(JsonLines(redact) if form == "json" else Lines(redact))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
    logging.captureWarnings(capture=True)


def redactor(secrets: Iterable[str]) -> Redact:
    """Return what blots out the secrets, and whatever else looks like a bot's token."""
    known = "|".join(re.escape(secret) for secret in sorted(secrets, key=len, reverse=True) if secret)
    pattern = re.compile(f"{known}|{TOKEN.pattern}" if known else TOKEN.pattern)
    return lambda text: pattern.sub(BLOT, text)


class Lines(logging.Formatter):
    """A line for people: time in UTC, level, where, what."""

    def __init__(self, redact: Redact) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._redact = redact

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802 - logging's
        """Give the instant of the record."""
        return _instant(record)

    def format(self, record: logging.LogRecord) -> str:
        """Write the line without secrets."""
        return self._redact(super().format(record))


class JsonLines(logging.Formatter):
    """A JSON object for each record."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write the object without secrets."""
        entry = {
            "at": _instant(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return self._redact(json.dumps(entry, ensure_ascii=False))


def _instant(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
