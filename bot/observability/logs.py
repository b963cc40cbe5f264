"""Logs on stderr, as text or JSON: an event a line, without secrets, without what people wrote."""

import json
import logging
import sys
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal

from bot.observability import log_context
from bot.observability.record_privacy import OURS, is_ours, message_of, traceback_of
from bot.observability.redaction import Redact, redactor

REQUEST_DIGITS = 6
"""Digits of a request's hash that a line for people shows."""
UNWRITABLE = "a log record made at %s:%s could not be written\n"

logger = logging.getLogger(__name__)


def set_up(level: str, form: Literal["text", "json"], secrets: Iterable[str] = ()) -> Redact:
    """Send all logs to stderr, and what crashes as well; call once at start. Returns what blots out the secrets.

    Libraries speak only when something is wrong, at any level: they show updates, parameters and addresses.
    """
    redact = redactor(secrets)
    handler = Output(sys.stderr)
    handler.setFormatter(JsonLines(redact) if form == "json" else Lines(redact))
    handler.addFilter(is_fit)
    number = logging.getLevelNamesMapping()[level]
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(number)
    logging.captureWarnings(capture=True)
    _catch_crashes()
    return redact


def is_fit(record: logging.LogRecord) -> bool:
    """Whether a record is ours, or a library's that something is wrong."""
    return is_ours(record.name) or record.levelno >= logging.WARNING


class Output(logging.StreamHandler[Any]):
    """Writes lines; what cannot be written is named by its place, not shown."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's
        """Say where the record was made."""
        try:
            self.stream.write(UNWRITABLE % (record.pathname, record.lineno))
        except (OSError, ValueError):
            return  # nobody reads the log any longer


class Lines(logging.Formatter):
    """A line for people: time in UTC, level, where, in which request, what; a traceback follows in lines of its own."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        work = log_context.current()
        request = f" [{work.request[:REQUEST_DIGITS]}]" if work else ""
        line = f"{_instant(record)} {record.levelname} {record.name}{request}: {message_of(record)}"
        error = _error(record)
        return self._redact(line if error is None else f"{line}\n{traceback_of(error)}".rstrip("\n"))


class JsonLines(logging.Formatter):
    """A JSON object for each record: `at`, `level`, `logger`, `message`; `person`, `request`, `traceback` if any."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write the object, in one line."""
        work, error = log_context.current(), _error(record)
        entry = {
            "at": _instant(record),
            "level": record.levelname,
            "logger": record.name,
            "message": self._redact(message_of(record)),
            "person": work.person if work else None,
            "request": work.request if work else None,
            "traceback": self._redact(traceback_of(error)) if error else None,
        }
        return json.dumps({name: value for name, value in entry.items() if value is not None}, ensure_ascii=False)


def _error(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if isinstance(record.exc_info, tuple) else None


def _instant(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _catch_crashes() -> None:
    """Log what ends the process or a thread, or is raised where nobody can catch it, in place of Python's own words."""
    sys.excepthook = _crashed
    threading.excepthook = lambda args: _log("a thread crashed", args.exc_value)
    sys.unraisablehook = lambda args: _log("an error came up where none can be handled", args.exc_value)


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _log("the bot crashed", error)


def _log(what: str, error: BaseException | None) -> None:
    logger.critical(what, exc_info=error)
