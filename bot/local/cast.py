"""What the chat page of local mode needs from whoever starts it: people, groups, samples and a clock."""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to send with one click: a text, a file with a caption, or a post forwarded from a channel."""

    label: str
    text: str = ""
    file_name: str = ""
    file: bytes = b""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to be: who they are, and what to try as them (texts or samples)."""

    id: int
    name: str
    role: str = ""
    language: str = "en"
    about: str = ""
    try_these: tuple[str | Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupChat:
    """A group of the cast; members and admins by id, the bot among them."""

    title: str
    members: tuple[int, ...]
    admins: tuple[int, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in local mode."""

    people: tuple[Persona, ...] = ()
    groups: tuple[GroupChat, ...] = ()
    welcome: str = ""  # a line for newcomers above the list of people
    timezone: str = "UTC"  # the zone that the page shows times in


class ClockControl(Protocol):
    """The rehearsal clock of the caller; what it returns may be awaitable. Instants are aware."""

    def now(self) -> datetime:
        """Return the time it is in the rehearsal."""

    def advance_to(self, instant: datetime) -> Awaitable[None] | None:
        """Move the clock forward."""

    def next_due(self) -> Awaitable[datetime | None] | datetime | None:
        """Return when the next message falls due, if any does."""
