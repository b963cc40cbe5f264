"""Putting a reminder off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock
from briefings.errors import Gone
from briefings.model.briefing import When
from briefings.model.reader import Defaults, ReaderSettings, new_reader, settings_of
from briefings.model.rows import when_of_row
from briefings.notices.reminders.due_times import after_quiet, at, first_day, over_at
from briefings.notices.reminders.reminder_errors import Over
from briefings.notices.reminders.replanning import AHEAD
from briefings.outbox.enqueueing import PENDING, NewMessage, enqueue, take_back
from briefings.outbox.outbox_message import SNOOZE, date_subject
from briefings.outbox.superseding import TOGETHER
from db.database import Database
from db.locks import lock_reader
from db.tables import KeyDateRow, LedgerRow, ReaderRow

Wish = timedelta | Literal["tomorrow", "day before"]
"""After so long; tomorrow or on the day before the key date, at the reader's reminder time."""
WISHES: Mapping[str, Wish] = {"hours": timedelta(hours=3), "tomorrow": "tomorrow", "eve": "day before"}
"""What is offered below a reminder, by its name."""


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A reminder put off until then."""

    key_date_id: int
    due_at: datetime
    planned_anyway: bool = False
    """another reminder of this key date comes then, so that none was added"""


class Snoozing:
    """What the buttons below a reminder do to a key date's next one."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def snooze(self, chat_id: int, key_date_id: int, wish: Wish) -> Snoozed:
        """Remind again later; a second wish for the same key date replaces the first while it has not come.

        Where another reminder of the key date comes about then, there is no second one, and we say when that comes.
        Raise `Gone` when there is no such key date, `Over` when it is not ahead or would be over by then.
        """
        async with self._database.writing() as session:
            await lock_reader(session)
            key_date = await _ahead(session, key_date_id)
            reader = await self._reader(session, chat_id)
            moment = wished_at(when_of_row(key_date), reader, wish, self._clock.now())
            if moment is None:
                raise Over
            if owed_at := await _owed_about(session, chat_id, key_date_id, moment):
                await take_back(session, self._clock.now(), "snooze taken back", *_snoozes(chat_id, key_date_id))
                return Snoozed(key_date_id, owed_at, planned_anyway=True)
            new_message = NewMessage(
                chat_id,
                "reminder",
                date_subject(key_date_id),
                f"{key_date.revision}:{SNOOZE}:{await _number(session, chat_id, key_date)}",
                moment,
                over_at(when_of_row(key_date), reader.zone),
            )
            await enqueue(session, [new_message])
            return Snoozed(key_date_id, moment)

    async def unsnooze(self, chat_id: int, key_date_id: int) -> None:
        """Take back the snooze that has not come yet; where there is none, nothing happens."""
        async with self._database.writing() as session:
            await take_back(session, self._clock.now(), "snooze taken back", *_snoozes(chat_id, key_date_id))

    async def _reader(self, session: AsyncSession, chat_id: int) -> ReaderSettings:
        row = await session.get(ReaderRow, chat_id)
        if row is None:
            session.add(row := new_reader(chat_id, None, self._clock.now()))
            await session.flush()
        return settings_of(row, self._defaults)


def wished_at(when: When, reader: ReaderSettings, wish: Wish, now: datetime) -> datetime | None:
    """Return when a reminder that is put off comes again; None when that is past, or the key date over by then."""
    over = over_at(when, reader.zone)
    wished = now + wish if isinstance(wish, timedelta) else _at_reminder_time(when, reader, wish, now)
    moment = after_quiet(wished, reader.quiet, reader.zone, over)
    return moment if now < moment < over else None


def wishes_ahead(when: When, reader: ReaderSettings, now: datetime) -> tuple[str, ...]:
    """Return the names of the wishes that can be granted, of those that mean the same instant only the first."""
    granted: dict[datetime, str] = {}
    for name, wish in WISHES.items():
        if (moment := wished_at(when, reader, wish, now)) is not None:
            granted.setdefault(moment, name)
    return tuple(granted.values())


def _at_reminder_time(when: When, reader: ReaderSettings, wish: str, now: datetime) -> datetime:
    one = timedelta(days=1)
    today = now.astimezone(ZoneInfo(reader.zone)).date()
    day = today + one if wish == "tomorrow" else first_day(when, reader.zone) - one
    return at(day, reader.reminder_time, reader.zone)


async def _ahead(session: AsyncSession, key_date_id: int) -> KeyDateRow:
    row = await session.get(KeyDateRow, key_date_id)
    if row is None:
        raise Gone
    if row.status not in AHEAD:
        raise Over
    return row


async def _owed_about(session: AsyncSession, chat_id: int, key_date_id: int, moment: datetime) -> datetime | None:
    """Return when a reminder comes that is planned for about this time anyway, if there is one."""
    outgoing = sa.select(LedgerRow.due_at).where(
        *_reminders(chat_id, key_date_id),
        PENDING,
        ~LedgerRow.occurrence.contains(f":{SNOOZE}:"),
        LedgerRow.due_at.between(moment - TOGETHER, moment + TOGETHER),
    )
    return await session.scalar(outgoing.order_by(LedgerRow.due_at).limit(1))


def _reminders(chat_id: int, key_date_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    about = LedgerRow.subject == date_subject(key_date_id)
    return LedgerRow.chat_id == chat_id, LedgerRow.kind == "reminder", about


def _snoozes(chat_id: int, key_date_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return *_reminders(chat_id, key_date_id), LedgerRow.occurrence.contains(f":{SNOOZE}:")


async def _number(session: AsyncSession, chat_id: int, key_date: KeyDateRow) -> int:
    """Count up after a snooze that came; take the same number again while it has not."""
    states = await session.scalars(sa.select(LedgerRow.state).where(*_snoozes(chat_id, key_date.id)))
    return 1 + sum(state not in {"pending", "dropped"} for state in states)
