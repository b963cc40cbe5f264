"""Messages of the ledger and how sending them ended, as services give them to callers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from briefings.model.reader import ReaderSettings

Kind = Literal["answer", "reminder", "moved", "cancelled", "restored", "digest", "broadcast", "correction", "conflict"]
State = Literal["pending", "sending", "sent", "dropped", "failed", "unknown"]

SNOOZE = "snooze"
ANSWERS = "answer"
"""The subject of all answers to people: what they asked stays their own."""
DATE_SUBJECT = "date:"


def date_subject(key_date_id: int) -> str:
    """Return the subject of all messages about a key date."""
    return f"{DATE_SUBJECT}{key_date_id}"


def key_date_of(subject: str) -> int | None:
    """Return the key date that a subject names: the inverse of `date_subject`; None where it names none."""
    return int(subject.removeprefix(DATE_SUBJECT)) if subject.startswith(DATE_SUBJECT) else None


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message to send now, leased to whoever took it."""

    id: int
    reader: ReaderSettings
    kind: Kind
    subject: str
    occurrence: str
    due_at: datetime
    useless_after: datetime | None
    late: bool
    """it fell due while the bot could not send; the message says so"""
    payload: Any
    attempts: int
    doubts: int
    """earlier attempts that may have arrived"""

    @property
    def chat_id(self) -> int:
        """The chat it goes to."""
        return self.reader.chat_id

    @property
    def key_date_id(self) -> int | None:
        """The key date it is about, where it is about one."""
        return key_date_of(self.subject)

    @property
    def revision(self) -> int | None:
        """The key date's revision that it tells of."""
        return int(self.occurrence.partition(":")[0]) if self.key_date_id is not None else None

    @property
    def lead(self) -> str | None:
        """A reminder's lead as the settings write it; `first` for a month's one, `snooze:1` after a snooze."""
        return self.occurrence.partition(":")[2] if self.kind == "reminder" else None


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took the message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Unsent:
    """Telegram did not take it, but may later: try again after `wait` real seconds."""

    wait: float
    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Nobody knows whether it arrived: try again after `wait` real seconds, a few times."""

    wait: float
    reason: str


@dataclass(frozen=True, slots=True)
class Silenced:
    """Telegram wants nothing for this chat for `wait` real seconds."""

    wait: float


@dataclass(frozen=True, slots=True)
class Failed:
    """Telegram will never take this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """There is nothing to say (any longer)."""

    reason: str


Outcome = Sent | Unsent | Doubtful | Silenced | Failed | Dropped
