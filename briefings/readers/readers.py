"""Readers: meeting them, their settings, their leaving and return, and forgetting them."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import available_timezones

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock
from briefings.inbox.inbox import forget_updates
from briefings.model.leads import Leads, write_leads
from briefings.model.reader import (
    ChatKind,
    Defaults,
    DigestRhythm,
    Quiet,
    ReaderSettings,
    new_reader,
    settings_of,
)
from briefings.notices.digests import plan_digests
from briefings.notices.reminders.replanning import replan
from briefings.outbox.enqueueing import take_back
from briefings.text import Language
from db.database import Database
from db.locks import lock_dates, lock_reader
from db.tables import ConversationRow, FollowingRow, LedgerRow, ReaderRow

SEEN_ANEW = timedelta(days=1)
"""How stale the time of the last visit may grow before it is written again."""

__all__ = ["Defaults", "Quiet", "ReaderSettings", "Readers"]


class Readers:
    """Every change that due times depend on also plans them anew, in the same transaction."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def meet(self, chat_id: int, kind: ChatKind, language: Language | None = None) -> ReaderSettings:
        """Return the settings of a chat that wrote, remembering it when it is new, and welcoming it back."""
        async with self._database.reading() as session:
            row = await session.get(ReaderRow, chat_id)
        if row is not None and row.kind == kind and row.reachable and self._clock.now() - row.seen_at < SEEN_ANEW:
            return settings_of(row, self._defaults)
        return await self._change(chat_id, lambda row: self._greet(row, kind, language))

    async def settings(self, chat_id: int) -> ReaderSettings:
        """Return a chat's settings; the defaults for one we never met."""
        async with self._database.reading() as session:
            row = await session.get(ReaderRow, chat_id)
            return settings_of(row or new_reader(chat_id, None, self._clock.now()), self._defaults)

    async def languages(self, chat_ids: Iterable[int]) -> dict[int, Language]:
        """Return the languages of those chats that we met and can reach."""
        rows = sa.select(ReaderRow).where(ReaderRow.chat_id.in_(chat_ids), ReaderRow.reachable)
        async with self._database.reading() as session:
            return {row.chat_id: settings_of(row, self._defaults).language for row in await session.scalars(rows)}

    async def set_language(self, chat_id: int, language: Language) -> ReaderSettings:
        """Speak this language from now on."""
        return await self._set(chat_id, language=language)

    async def set_zone(self, chat_id: int, zone: str) -> ReaderSettings:
        """Read times in this zone, a name such as `Asia/Almaty`; raise `ValueError` for one that does not exist."""
        if zone not in available_timezones():
            raise ValueError(f"{zone!r} is not a time zone")
        return await self._set(chat_id, zone=zone)

    async def set_reminder_time(self, chat_id: int, moment: time) -> ReaderSettings:
        """Remind at this time of day."""
        return await self._set(chat_id, reminder_time=moment)

    async def set_leads(self, chat_id: int, leads: Leads | None) -> ReaderSettings:
        """Remind so long before; None goes back to the defaults, an empty tuple reminds of nothing."""
        return await self._set(chat_id, leads=None if leads is None else write_leads(leads))

    async def set_quiet(self, chat_id: int, quiet: Quiet | None) -> ReaderSettings:
        """Send nothing of our own accord in these hours."""
        start, end = (quiet.start, quiet.end) if quiet else (None, None)
        return await self._set(chat_id, quiet_from=start, quiet_to=end)

    async def set_digest(self, chat_id: int, rhythm: DigestRhythm | None) -> ReaderSettings:
        """Send a digest daily, weekly (on Mondays) or not at all."""
        return await self._set(chat_id, digest=rhythm)

    async def left(self, chat_id: int) -> None:
        """Drop all that waits for a chat that blocked the bot or put it out; their settings wait for their return."""
        async with self._database.writing() as session:
            await mark_left(session, chat_id, self._clock.now())

    async def returned(self, chat_id: int) -> None:
        """Plan for a chat that came back what still lies ahead."""
        await self._change(chat_id, lambda row: setattr(row, "reachable", True))

    async def migrate_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup to its new id, with its subscriptions and messages."""
        async with self._database.writing() as session:
            now = self._clock.now()
            if await move_chat(session, old, new, now):
                await replan(session, new, now, self._defaults)
                await plan_digests(session, now, self._defaults, [new], anew=True)

    async def forget(self, chat_id: int) -> None:
        """Delete everything about a chat, from the database's log as well."""
        async with self._database.writing() as session:
            await lock_reader(session)
            for table, column in _PERSONAL:
                await session.execute(sa.delete(table).where(column == chat_id))
            await forget_updates(session, chat_id)
        await self._database.scrub()

    async def export(self, chat_id: int) -> dict[str, Any]:
        """Return everything kept about a chat, as plain values for /privacy."""
        async with self._database.reading() as session:
            row = await session.get(ReaderRow, chat_id)
            followings = sa.select(FollowingRow).where(FollowingRow.chat_id == chat_id, ~FollowingRow.stopped)
            messages = sa.select(*_MESSAGE).where(LedgerRow.chat_id == chat_id).order_by(LedgerRow.due_at, LedgerRow.id)
            mine = (ConversationRow.chat_id == chat_id) | (ConversationRow.user_id == chat_id)
            steps = sa.select(ConversationRow.step, ConversationRow.data).where(mine)
            return {
                "settings": asdict(settings_of(row, self._defaults)) if row else None,
                "last seen": row.seen_at if row else None,
                "followed": [way.topic or way.key_date_id for way in await session.scalars(followings)],
                "messages": [message._asdict() for message in await session.execute(messages)],
                "under way": [step._asdict() for step in await session.execute(steps)],
            }

    def _greet(self, row: ReaderRow, kind: ChatKind, language: Language | None) -> None:
        row.kind, row.reachable, row.seen_at = kind, True, self._clock.now()
        row.language = row.language or language

    async def _set(self, chat_id: int, **values: Any) -> ReaderSettings:
        def set_values(row: ReaderRow) -> None:
            for name, value in values.items():
                setattr(row, name, value)

        return await self._change(chat_id, set_values)

    async def _change(self, chat_id: int, change: Callable[[ReaderRow], None]) -> ReaderSettings:
        now = self._clock.now()
        async with self._database.writing() as session:
            await lock_reader(session)
            row = await session.get(ReaderRow, chat_id, with_for_update=True)
            if row is None:
                session.add(row := new_reader(chat_id, None, now))
            before = settings_of(row, self._defaults)
            change(row)
            await session.flush()
            after = settings_of(row, self._defaults)
            await self._keep_promises(session, before, after, now)
            return after

    async def _keep_promises(
        self, session: AsyncSession, before: ReaderSettings, after: ReaderSettings, now: datetime
    ) -> None:
        if (before.habits(), before.reachable) != (after.habits(), after.reachable):
            await replan(session, after.chat_id, now, self._defaults)
        if _rhythm(before) != _rhythm(after):
            await plan_digests(session, now, self._defaults, [after.chat_id], anew=True)


async def mark_left(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """Note that a chat is out of reach, and drop all that waits for it."""
    await session.execute(sa.update(ReaderRow).where(ReaderRow.chat_id == chat_id).values(reachable=False))
    await take_back(session, now, "out of reach", LedgerRow.chat_id == chat_id)


async def move_chat(session: AsyncSession, old: int, new: int, now: datetime) -> bool:
    """Move a reader and all that is theirs from one id to another; return whether there was anything to move.

    Telegram tells it in both chats, and may tell first that we are in the new one: the settings of the old one count,
    what the new one follows or was sent already stays.
    """
    await lock_dates(session)
    reader = await session.get(ReaderRow, old)
    if reader is None:
        return False
    kept = {column.name: getattr(reader, column.name) for column in ReaderRow.__table__.columns}
    moved = {**kept, "chat_id": new, "kind": "supergroup", "seen_at": now, "reachable": True}
    await session.merge(ReaderRow(**moved))
    await session.flush()
    await _adopt(session, FollowingRow, ("key_date_id", "topic"), old, new)
    await _adopt(session, LedgerRow, ("kind", "subject", "occurrence"), old, new)
    await session.execute(sa.delete(LedgerRow).where(LedgerRow.chat_id == old))
    await session.delete(reader)
    return True


async def _adopt(session: AsyncSession, table: Any, identity: tuple[str, ...], old: int, new: int) -> None:
    """Give rows to the new chat, except those that it has its own of."""
    own = sa.orm.aliased(table)
    same = [getattr(own, name).is_not_distinct_from(getattr(table, name)) for name in identity]
    theirs = sa.exists().where(own.chat_id == new, *same)
    await session.execute(sa.update(table).where(table.chat_id == old, ~theirs).values(chat_id=new))


def _rhythm(reader: ReaderSettings) -> tuple[Any, ...]:
    """What the times of digests depend on."""
    return reader.digest, reader.zone, reader.reminder_time, reader.quiet, reader.reachable


_MESSAGE = (
    LedgerRow.kind,
    LedgerRow.subject,
    LedgerRow.occurrence,
    LedgerRow.due_at,
    LedgerRow.state,
    LedgerRow.sent_at,
)
"""What an export says of each message."""
_PERSONAL: tuple[tuple[Any, Any], ...] = (
    (LedgerRow, LedgerRow.chat_id),
    (FollowingRow, FollowingRow.chat_id),
    (ConversationRow, ConversationRow.chat_id),
    (ConversationRow, ConversationRow.user_id),
    (ReaderRow, ReaderRow.chat_id),
)
