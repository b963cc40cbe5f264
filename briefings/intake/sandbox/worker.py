"""What runs in a process of its own: reads one file after another, until its input ends.

Started as `python -m briefings.intake.sandbox.worker MEMORY CPU`: bytes, and seconds for each file.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from briefings.intake.sandbox.confinement import allow_cpu, confine, end_with_parent, resident

end_with_parent()

from briefings.intake.article import Article  # noqa: E402 - what is slow to import comes after
from briefings.intake.article_reading import from_file, from_html, from_record, from_text  # noqa: E402
from briefings.intake.encoding import decode_page  # noqa: E402
from briefings.intake.errors import IntakeError  # noqa: E402
from briefings.intake.sandbox.messages import (  # noqa: E402
    SIZE,
    Answer,
    Kind,
    Request,
    frame,
    pack_answer,
    unpack_request,
)

READY: Final = frame(b"ready")
"""What is said once, when everything is imported and the limits hold."""

USED_UP: Final = 160 * 1024 * 1024
"""Bytes of memory held after a file from which on the process is not used again."""

Reader = Callable[[Request], Article]


def read_page(request: Request) -> Article:
    """A web page, with what its server declares of it."""
    return from_html(decode_page(request.data, request.charset), request.url, request.zone)


READERS: Final[Mapping[Kind, Reader]] = {
    "file": lambda request: from_file(request.name, request.data, request.zone),
    "page": read_page,
    "text": lambda request: from_text(request.data.decode("utf-8", "surrogatepass")),
    "record": lambda request: from_record(json.loads(request.data)),
}


def main(readers: Mapping[Kind, Reader] = READERS) -> None:
    """Read what is asked on stdin and answer on stdout; what libraries print goes to stderr."""
    memory, cpu = map(int, sys.argv[1:3])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    confine(memory)
    _say(answers, READY)
    while request := _next_request(sys.stdin.buffer):
        allow_cpu(cpu)
        answer = read(readers, request)
        _say(answers, pack_answer(answer))
        if answer.last:
            return


def read(readers: Mapping[Kind, Reader], request: Request) -> Answer:
    """Read one thing; whatever goes wrong is an answer too."""
    try:
        article = readers[request.kind](request)
    except IntakeError as error:
        return Answer(error=error, last=_is_used_up())
    except (Exception, MemoryError) as error:  # noqa: BLE001 - the library's mistake with this file is not the next file's
        return Answer(failure=type(error).__name__, last=True)
    return Answer(article, last=_is_used_up())


def _next_request(requests: BinaryIO) -> Request | None:
    told, data = _next_frame(requests), _next_frame(requests)
    return None if told is None or data is None else unpack_request(told, data)


def _next_frame(requests: BinaryIO) -> bytes | None:
    size = requests.read(SIZE)
    if len(size) < SIZE:
        return None
    length = int.from_bytes(size, "big")
    data = requests.read(length)
    return data if len(data) == length else None


def _say(answers: BinaryIO, data: bytes) -> None:
    answers.write(data)
    answers.flush()


def _is_used_up() -> bool:
    return resident() > USED_UP


if __name__ == "__main__":
    main()
