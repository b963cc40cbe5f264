"""A reader and their settings, as services give them to callers."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal, cast

from briefings.model.leads import Leads, parse_leads
from briefings.text import Language
from db.tables import ReaderRow

ChatKind = Literal["private", "group", "supergroup", "channel"]
DigestRhythm = Literal["daily", "weekly"]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing comes, from `start` until just before `end`; over midnight where `end` is earlier."""

    start: time
    end: time

    def holds(self, moment: time) -> bool:
        """Whether this time of day falls into the quiet hours."""
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


@dataclass(frozen=True, slots=True)
class Habits:
    """What due times depend on: `zone` is a name such as `Asia/Almaty`."""

    zone: str
    reminder_time: time
    leads: Leads
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for readers who chose nothing else."""

    language: Language
    zone: str
    reminder_time: time
    leads: Leads


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """A reader's settings, defaults filled in; `zone` is a name such as `Asia/Almaty`."""

    chat_id: int
    kind: ChatKind
    language: Language
    zone: str
    reminder_time: time
    leads: Leads
    quiet: Quiet | None
    digest: DigestRhythm | None
    reachable: bool
    """False while the bot is blocked or out of the group"""
    chose_language: bool
    chose_zone: bool

    @property
    def is_group(self) -> bool:
        """Whether several people read along."""
        return self.kind != "private"

    def habits(self, leads: Leads | None = None) -> Habits:
        """Return what due times depend on, with a subscription's own leads where it has some."""
        return Habits(self.zone, self.reminder_time, self.leads if leads is None else leads, self.quiet)


def settings_of(row: ReaderRow, defaults: Defaults) -> ReaderSettings:
    """Fill in the defaults where the reader chose nothing."""
    return ReaderSettings(
        chat_id=row.chat_id,
        kind=cast("ChatKind", row.kind),
        language=row.language or defaults.language,
        zone=row.zone or defaults.zone,
        reminder_time=row.reminder_time or defaults.reminder_time,
        leads=read_leads(row.leads, defaults.leads),
        quiet=quiet_of(row.quiet_from, row.quiet_to),
        digest=cast("DigestRhythm | None", row.digest),
        reachable=row.reachable,
        chose_language=row.language is not None,
        chose_zone=row.zone is not None,
    )


def read_leads(stored: str | None, otherwise: Leads) -> Leads:
    """Read leads as tables keep them: None is undecided, an empty text is none at all."""
    if stored is None:
        return otherwise
    return parse_leads(stored) if stored else ()


def quiet_of(start: time | None, end: time | None) -> Quiet | None:
    """Return the quiet hours; None where they are not set or empty."""
    return Quiet(start, end) if start is not None and end is not None and start != end else None


def new_reader(chat_id: int, kind: ChatKind | None, now: datetime) -> ReaderRow:
    """Return the row of a reader who chose nothing yet; Telegram's groups have negative ids."""
    return ReaderRow(chat_id=chat_id, kind=kind or ("private" if chat_id > 0 else "group"), reachable=True, seen_at=now)
