"""What the bot and the process that reads untrusted files say to each other: frames of bytes over pipes.

A request is a frame of JSON that says what comes, and a frame of what is to be read. An answer is one frame of JSON.
What the process answers is not trusted either: it is checked, and never anything but JSON.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, Literal, TypeVar

from briefings.intake.article import Article
from briefings.intake.errors import MESSAGES, IntakeError
from briefings.text import LANGUAGES

SIZE: Final = 4
"""Bytes in front of a frame that tell its length, the highest first."""

LONGEST_ANSWER: Final = 1_500_000
"""Bytes; the longest text that is taken has less, each letter of it escaped."""

Known = TypeVar("Known")
Kind = Literal["file", "page", "text", "record"]


@dataclass(frozen=True, slots=True)
class Request:
    """Something to read."""

    kind: Kind
    data: bytes
    name: str = ""
    """of the file"""

    charset: str | None = None
    """that the page's server declares"""

    url: str | None = None
    """of the page"""

    zone: str = "UTC"
    """of the desk, in which a page was published on a day"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of it: an article, or why there is none."""

    article: Article | None = None
    error: IntakeError | None = None
    failure: str | None = None
    """the name of an exception that nobody expected"""

    last: bool = False
    """whether the process is used up: the next file gets a fresh one"""


class BadAnswer(Exception):
    """The process that reads files does not keep to the protocol."""


def frame(data: bytes) -> bytes:
    """Bytes with their length in front."""
    return len(data).to_bytes(SIZE, "big") + data


def pack_request(request: Request) -> bytes:
    """Both frames of a request."""
    told = {name: getattr(request, name) for name in ("kind", "name", "charset", "url", "zone")}
    return frame(json.dumps(told).encode()) + frame(request.data)


def unpack_request(told: bytes, data: bytes) -> Request:
    """The request in two frames."""
    return Request(data=data, **json.loads(told))


def pack_answer(answer: Answer) -> bytes:
    """The frame of an answer."""
    error = answer.error and {"code": answer.error.code, "parameters": answer.error.parameters}
    article = answer.article and asdict(answer.article)
    told = {"article": article, "error": error, "failure": answer.failure, "last": answer.last}
    return frame(json.dumps(told, default=date.isoformat).encode())


def unpack_answer(data: bytes) -> Answer:
    """The answer in a frame; raises `BadAnswer`."""
    try:
        told = json.loads(data)
        return Answer(
            article=_article(told["article"]) if told["article"] else None,
            error=_error(told["error"]) if told["error"] else None,
            failure=_optional(told["failure"]),
            last=bool(told["last"]),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise BadAnswer from error


def _article(told: Mapping[str, Any]) -> Article:
    published = _optional(told["published"])
    return Article(
        title=_words(told["title"]),
        text=_words(told["text"]),
        source=_optional(told["source"]),
        url=_optional(told["url"]),
        language=_one_of(LANGUAGES, told["language"]),
        published=date.fromisoformat(published) if published else None,
    )


def _error(told: Mapping[str, Any]) -> IntakeError:
    parameters = told["parameters"]
    if not all(isinstance(value, str | int) for value in parameters.values()):
        raise BadAnswer
    return IntakeError(_one_of(MESSAGES, told["code"]), **parameters)


def _one_of(known: Iterable[Known], value: object) -> Known:
    for one in known:
        if one == value:
            return one
    raise BadAnswer


def _optional(value: object) -> str | None:
    return None if value is None else _words(value)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise BadAnswer
    value.encode()
    return value
