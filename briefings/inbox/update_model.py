"""Updates as the inbox takes and gives them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Lane = Literal["quick", "asking", "loading"]
"""Kinds of work that do not wait for each other: commands and buttons, questions, articles."""
LANES: tuple[Lane, ...] = ("quick", "asking", "loading")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that came in: its id (64 bits), whose order it keeps, who caused it, and all of it as JSON."""

    id: int
    queue: int
    person: int | None
    lane: Lane
    body: str


@dataclass(frozen=True, slots=True)
class Taken:
    """An update to be worked on now, by this copy of the bot alone."""

    arrival: Arrival
    attempts: int
    """how often it was taken, this time included"""
    received_at: datetime
    is_overlapped: bool
    """whether more of its queue waits behind it"""


@dataclass(frozen=True, slots=True)
class Finished:
    """It has ended; what it said is forgotten."""

    id: int
    state: Literal["done", "failed", "shed"]


@dataclass(frozen=True, slots=True)
class Flooding:
    """It is shed, with all that waits in its queue of the same person (None: of everybody)."""

    id: int
    queue: int
    person: int | None


@dataclass(frozen=True, slots=True)
class Postponed:
    """It is to be tried again after so many seconds; `is_innocent` where the attempt does not count."""

    id: int
    seconds: float
    is_innocent: bool = True


Ended = Finished | Flooding | Postponed
