"""A worker that reads as ours does, but for texts that ask it to misbehave."""

import os
import signal
import sys
import tempfile
import time

from briefings.intake.article import Article
from briefings.intake.sandbox.messages import Request
from briefings.intake.sandbox.worker import READERS, main

KEPT: list[bytes] = []


def hang() -> None:
    time.sleep(1000)


def compute() -> None:
    while True:
        pass


def eat() -> None:
    while True:
        KEPT.append(bytes(1_000_000))


def keep() -> None:
    KEPT.append(b"x" * 170_000_000)


def break_down() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(0)


def babble() -> None:
    os.write(3, b"\xff\xff\xff\xff and so on")
    time.sleep(1000)


def lie() -> None:
    os.write(3, b"\0\0\0\x05[[[[[")
    time.sleep(1000)


def recurse() -> None:
    recurse()


def work() -> None:
    until = time.process_time() + 0.6
    while time.process_time() < until:
        pass


def write_file() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * 10)


TRICKS = {
    trick.__name__: trick
    for trick in (hang, compute, eat, keep, break_down, leave, babble, lie, recurse, work, write_file)
}


def text(request: Request) -> Article:
    trick = TRICKS.get(request.data.decode().strip())
    if trick is not None:
        trick()
    return READERS["text"](request)


if sys.argv[1] == "0":
    sys.exit("no memory at all")
main({**READERS, "text": text})
