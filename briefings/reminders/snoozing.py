"""Putting a reminder off, and stopping what it reminds of."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.briefing import When
from briefings.clock import Clock
from briefings.errors import Gone
from briefings.outbox.owed import SNOOZE, key_date_of
from briefings.outbox.owing import Debt, owe, take_back
from briefings.reader import Defaults, ReaderSettings, settings_of
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
    """A reminder put off; `ledger_id` names the one that will come."""

    ledger_id: int
    key_date_id: int
    due_at: datetime


class Snoozing:
    """What the buttons below a reminder do, known by the id of its row in the ledger."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def snooze(self, chat_id: int, ledger_id: int, wish: Wish) -> Snoozed:
        """Remind again later; a second wish for the same key date replaces the first while it has not come.

        Raise `Gone` when the message was not this chat's, `Over` when the date would be over by then.
        """
        async with self._database.writing() as session:
            await lock_reader(session)
            told = await _own(session, chat_id, ledger_id)
            key_date = await _ahead(session, told)
            reader = await session.get_one(ReaderRow, chat_id)
            moment = self._moment(when_of_row(key_date), settings_of(reader, self._defaults), wish)
            occurrence = f"{key_date.revision}:{SNOOZE}:{await _number(session, told, key_date.revision)}"
            over = over_at(when_of_row(key_date), reader.zone or self._defaults.zone)
            await owe(session, [Debt(chat_id, "reminder", told.subject, occurrence, moment, over)])
            row = await session.scalar(_snoozes(told).where(LedgerRow.occurrence == occurrence))
            return Snoozed(row.id if row else ledger_id, key_date.id, moment)

    async def unsnooze(self, chat_id: int, ledger_id: int) -> None:
        """Take a snooze back; raise `Gone` when it was not this chat's."""
        async with self._database.writing() as session:
            row = await _own(session, chat_id, ledger_id)
            await take_back(session, self._clock.now(), "snooze taken back", LedgerRow.id == row.id)

    async def key_date_of(self, chat_id: int, ledger_id: int) -> int:
        """Return the key date that a message is about; raise `Gone` when it is not this chat's or about none."""
        async with self._database.reading() as session:
            return _key_date_id(await _own(session, chat_id, ledger_id))

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


async def _own(session: AsyncSession, chat_id: int, ledger_id: int) -> LedgerRow:
    row = await session.get(LedgerRow, ledger_id)
    if row is None or row.chat_id != chat_id:
        raise Gone
    return row


def _key_date_id(row: LedgerRow) -> int:
    key_date_id = key_date_of(row.subject)
    if key_date_id is None:
        raise Gone
    return key_date_id


async def _ahead(session: AsyncSession, told: LedgerRow) -> KeyDateRow:
    row = await session.get(KeyDateRow, _key_date_id(told))
    if row is None:
        raise Gone
    if row.status not in AHEAD:
        raise Over
    return row


def _snoozes(told: LedgerRow) -> sa.Select[LedgerRow]:
    return sa.select(LedgerRow).where(
        LedgerRow.chat_id == told.chat_id,
        LedgerRow.kind == "reminder",
        LedgerRow.subject == told.subject,
        LedgerRow.occurrence.contains(f":{SNOOZE}:"),
    )


async def _number(session: AsyncSession, told: LedgerRow, revision: int) -> int:
    """Count up after a snooze that came; take the same number again while it has not."""
    rows = (await session.scalars(_snoozes(told).where(LedgerRow.occurrence.startswith(f"{revision}:")))).all()
    ended = sum(row.state not in {"pending", "dropped"} for row in rows)
    return ended + 1
