"""Putting a reminder off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.briefing import When
from briefings.clock import Clock
from briefings.errors import Gone
from briefings.outbox.owed import SNOOZE, date_subject
from briefings.outbox.owing import Debt, owe, take_back
from briefings.reader import Defaults, ReaderSettings, new_reader, settings_of
from briefings.reminders.due import after_quiet, at, first_day, over_at
from briefings.reminders.errors import Over
from briefings.reminders.locking import lock_reader
from briefings.reminders.replanning import AHEAD
from briefings.rows import when_of_row
from db.database import Database
from db.tables import KeyDateRow, LedgerRow, ReaderRow

Wish = timedelta | Literal["tomorrow", "day before"]
"""After so long; tomorrow or on the day before the key date, at the reader's reminder time."""


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A reminder put off until then."""

    key_date_id: int
    due_at: datetime


class Snoozing:
    """What the buttons below a reminder do to a key date's next one."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def snooze(self, chat_id: int, key_date_id: int, wish: Wish) -> Snoozed:
        """Remind again later; a second wish for the same key date replaces the first while it has not come.

        Raise `Gone` when there is no such key date, `Over` when it is not ahead or would be over by then.
        """
        async with self._database.writing() as session:
            await lock_reader(session)
            key_date = await _ahead(session, key_date_id)
            reader = await self._reader(session, chat_id)
            moment = self._moment(when_of_row(key_date), reader, wish)
            debt = Debt(
                chat_id,
                "reminder",
                date_subject(key_date_id),
                f"{key_date.revision}:{SNOOZE}:{await _number(session, chat_id, key_date)}",
                moment,
                over_at(when_of_row(key_date), reader.zone),
            )
            await owe(session, [debt])
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

    def _moment(self, when: When, reader: ReaderSettings, wish: Wish) -> datetime:
        now, over = self._clock.now(), over_at(when, reader.zone)
        wished = now + wish if isinstance(wish, timedelta) else _at_reminder_time(when, reader, wish, now)
        moment = after_quiet(wished, reader.quiet, reader.zone, over)
        if not now < moment < over:
            raise Over
        return moment


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


def _snoozes(chat_id: int, key_date_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        LedgerRow.chat_id == chat_id,
        LedgerRow.kind == "reminder",
        LedgerRow.subject == date_subject(key_date_id),
        LedgerRow.occurrence.contains(f":{SNOOZE}:"),
    )


async def _number(session: AsyncSession, chat_id: int, key_date: KeyDateRow) -> int:
    """Count up after a snooze that came; take the same number again while it has not."""
    states = await session.scalars(sa.select(LedgerRow.state).where(*_snoozes(chat_id, key_date.id)))
    return 1 + sum(state not in {"pending", "dropped"} for state in states)
