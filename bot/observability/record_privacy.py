"""What of a log record may be written: what happened and where, never what people wrote.

Our own messages are written with that in mind. Libraries show whatever they have in hand, and so do many exceptions.
"""

import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

OURS = ("bot", "briefings", "db")
QUOTING = (ValueError, LookupError, AssertionError, StopIteration, StopAsyncIteration, SyntaxError)
"""Exceptions whose message mostly quotes the value that was wrong."""
LEFT_OUT = "(its message is left out: it may quote somebody)"
HIDDEN = "…"
LONGEST = 1000
"""Characters of a message that are kept."""
MOST_LINKS = 20
"""Links of a chain of exceptions, and exceptions of a group, that are logged."""
CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
WARNING_PLACE = re.compile(r"[^\n]{0,400}?:\d+: \w+:")
BEFORE_OBJECTS = re.compile(r"[^<(\n]*")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What breaks a line or turns its direction."""


def is_ours(name: str) -> bool:
    """Whether a logger of this name is the bot's own."""
    return name.partition(".")[0] in OURS


def message_of(record: logging.LogRecord) -> str:
    """Return a record's message in one line: what libraries filled in is hidden unless it is a number."""
    if is_ours(record.name):
        text = _filled(record, {BaseException: describe})
    elif record.name == "py.warnings":
        text = _place_of_warning(record)
    elif record.name == "asyncio":
        text = BEFORE_OBJECTS.match(str(record.msg))[0]  # type: ignore[index]  # it matches nothing at least
    else:
        text = _filled(record, {int | float: lambda number: number, BaseException: describe, object: _hide})
    return one_line(text.strip()[:LONGEST])


def one_line(text: str) -> str:
    """Escape what would break the line: nobody outside writes lines of our log."""
    return CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def describe(error: BaseException) -> str:
    """Return what an exception says, or only its type where it may say what somebody wrote."""
    return LEFT_OUT if isinstance(error, QUOTING) else str(error)


def traceback_of(error: BaseException) -> str:
    """Write an exception with its causes as Python does, without the messages that may quote somebody."""
    text = "".join(_links(error))
    for part in _parts(error)[:MOST_LINKS]:
        text += "\n" + "\n".join(f"  {line}" for line in traceback_of(part).splitlines())
    return text


def _links(error: BaseException) -> Iterator[str]:
    """Yield the exceptions of a chain, the first cause first."""
    chain = [error]
    while (earlier := _earlier(chain[-1])) and earlier not in chain and len(chain) < MOST_LINKS:
        chain.append(earlier)
    for position, link in enumerate(reversed(chain)):
        if position:
            yield CAUSE if link.__cause__ else CONTEXT
        yield _one_traceback(link)


def _earlier(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _one_traceback(error: BaseException) -> str:
    frames = "".join(traceback.format_tb(error.__traceback__))
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"Traceback (most recent call last):\n{frames}{kind}: {one_line(describe(error)[:LONGEST])}\n"


def _parts(error: BaseException) -> tuple[BaseException, ...]:
    return error.exceptions if isinstance(error, BaseExceptionGroup) else ()


def _filled(record: logging.LogRecord, show: Mapping[Any, Any]) -> str:
    """Fill in a message's arguments, each shown by the first rule for its type, or as it is."""
    given = record.args

    def shown(value: object) -> object:
        return next((rule(value) for kind, rule in show.items() if isinstance(value, kind)), value)

    if isinstance(given, Mapping):
        given = {name: shown(value) for name, value in given.items()}
    elif given:
        given = tuple(shown(value) for value in given)
    try:
        return str(record.msg) % given if given else str(record.msg)
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


class _Hidden:
    """Stands for what is not shown, whichever way it is formatted."""

    def __repr__(self) -> str:
        return HIDDEN


def _hide(_value: object) -> _Hidden:
    return _Hidden()


def _place_of_warning(record: logging.LogRecord) -> str:
    """Return file, line and kind of a warning."""
    place = WARNING_PLACE.match(record.getMessage())
    return place[0] if place else HIDDEN
