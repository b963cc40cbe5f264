"""Subscriptions: beginning and ending them, for single key dates, topics, everything."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock
from briefings.errors import Gone
from briefings.key_dates.search import names_something
from briefings.model.briefing import When
from briefings.model.leads import MOST, Leads, order_leads, write_leads
from briefings.model.reader import Defaults, ReaderSettings, new_reader, read_leads, settings_of
from briefings.model.rows import when_of_row
from briefings.notices.reminders.choosing_leads import usual_leads, wished_leads
from briefings.notices.reminders.due_times import over_at
from briefings.notices.reminders.reminder_errors import EmptyTopic, Over
from briefings.notices.reminders.replanning import AHEAD, followed, replan
from briefings.notices.reminders.topics import EVERYTHING, belongs_to
from briefings.outbox.outbox_message import date_subject, key_date_of
from db.database import Database
from db.locks import lock_reader
from db.tables import FollowingRow, KeyDateRow, LedgerRow, ReaderRow


@dataclass(frozen=True, slots=True)
class Subscription:
    """One subscription of a chat: to a key date, or to a topic (`*` is everything)."""

    id: int
    key_date_id: int | None
    topic: str
    leads: Leads
    since: datetime


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A reminder that will come; `lead` as the settings write it, `first` for a month's one, `snooze:1` after one."""

    key_date_id: int
    lead: str
    due_at: datetime


class Subscriptions:
    """Begins and ends subscriptions; every change also plans reminders anew, in the same transaction."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def follow_date(self, chat_id: int, key_date_id: int, leads: Leads | None = None) -> Subscription:
        """Follow a key date, with these leads of its own, or with the usual ones.

        Where none of the usual ones lies ahead any more, a nearer one is added. Raise `Gone` if there is no such date,
        `Over` if it is over.
        """
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            when = await self._require_ahead(session, key_date_id, reader)
            row = await self._own_or_new_row(session, chat_id, key_date_id)
            own = leads or usual_leads(when, reader, self._clock.now(), read_leads(row.leads, reader.leads))
            return await self._follow(session, reader, row, own, [key_date_id])

    async def wish_date(self, chat_id: int, key_date_id: int, leads: Leads, *, replaces: bool = False) -> Subscription:
        """Follow a key date with these leads beside those there are, or in their place.

        Raise `NoLeadAhead`, and leave everything as it was, if all of them lie behind; else as `follow_date`.
        """
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            when, now = await self._require_ahead(session, key_date_id, reader), self._clock.now()
            present = await followed(session, chat_id, now, [key_date_id])
            kept = None if replaces or not present else read_leads(present[0][1].leads, reader.leads)
            chosen = wished_leads(when, reader, now, leads, kept)
            row = await self._own_or_new_row(session, chat_id, key_date_id)
            return await self._follow(session, reader, row, chosen, [key_date_id])

    async def follow_topic(
        self, chat_id: int, words: str, leads: Leads | None = None, *, adds: bool = False
    ) -> Subscription:
        """Follow all key dates that `words` name (`*`: all there are), also those still to come.

        `adds` keeps the leads of a topic that is followed already beside the new ones. Raise `EmptyTopic` when the
        words name nothing.
        """
        topic = " ".join(words.split())
        if topic != EVERYTHING and not names_something(topic):
            raise EmptyTopic
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            row = await _topic_row(session, chat_id, topic) or FollowingRow(
                chat_id=chat_id, topic=topic, since=self._clock.now()
            )
            if leads and adds and row.id is not None and not row.stopped:
                leads = order_leads([*leads, *read_leads(row.leads, reader.leads)][:MOST])
            return await self._follow(session, reader, row, leads, None)

    async def refollow(self, chat_id: int, following_id: int) -> Subscription:
        """Take an unfollowing back; raise `Gone` when it was not this chat's."""
        restored = await self.restore(chat_id, [following_id])
        if not restored:
            raise Gone
        return restored[0]

    async def restore(self, chat_id: int, following_ids: Collection[int]) -> tuple[Subscription, ...]:
        """Take unfollowings back all at once, as they were: own leads, and what was left out of a topic stays out.

        What is not this chat's, or not there any longer, is passed over.
        """
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            own = sa.and_(FollowingRow.chat_id == chat_id, FollowingRow.id.in_(following_ids))
            rows = (await session.scalars(sa.select(FollowingRow).where(own).order_by(FollowingRow.id))).all()
            for row in rows:
                row.stopped = False
            await self._replan(session, chat_id, _scope_of(rows))
            return tuple(_followed(row, reader) for row in rows)

    async def set_leads(self, chat_id: int, following_id: int, leads: Leads | None) -> Subscription:
        """Give a subscription leads of its own, or with None the reader's again; raise `Gone` as above."""
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            row = await _own_row(session, chat_id, following_id)
            row.leads = None if leads is None else write_leads(leads)
            await self._replan(session, chat_id, _scope(row))
            return _followed(row, reader)

    async def unfollow(self, chat_id: int, following_id: int) -> Subscription:
        """End a subscription; `refollow` takes it back. Raise `Gone` when it was not this chat's."""
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            row = await _own_row(session, chat_id, following_id)
            return await self._stop(session, reader, row)

    async def unfollow_date(self, chat_id: int, key_date_id: int) -> Subscription:
        """Send nothing more about this key date, though a followed topic may hold it; `refollow` takes it back."""
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            if await session.get(KeyDateRow, key_date_id) is None:
                raise Gone
            row = await self._own_or_new_row(session, chat_id, key_date_id)
            session.add(row)
            return await self._stop(session, reader, row)

    async def unfollow_all(self, chat_id: int) -> tuple[Subscription, ...]:
        """End all subscriptions; `restore` takes it back."""
        async with self._database.writing() as session:
            reader = await self._reader(session, chat_id)
            rows = await _live_rows(session, chat_id)
            for row in rows:
                row.stopped = True
            await self._replan(session, chat_id, None)
            return tuple(_followed(row, reader) for row in rows)

    async def followings(self, chat_id: int) -> tuple[Subscription, ...]:
        """Return a chat's subscriptions, oldest first."""
        async with self._database.reading() as session:
            reader = await self._settings(session, chat_id)
            return tuple(_followed(row, reader) for row in await _live_rows(session, chat_id))

    async def following(self, chat_id: int, key_date_id: int) -> Subscription | None:
        """Return what makes a chat follow this key date: its own subscription, or a topic's; None when nothing does."""
        async with self._database.reading() as session:
            reader = await self._settings(session, chat_id)
            found = await followed(session, chat_id, self._clock.now(), [key_date_id])
            return next((_followed(subscription, reader) for _, subscription in found), None)

    async def upcoming(self, chat_id: int, key_date_id: int | None = None) -> tuple[Upcoming, ...]:
        """Return the reminders that will come to a chat, about one key date or all, the next first."""
        rows = sa.select(LedgerRow).where(
            LedgerRow.chat_id == chat_id, LedgerRow.kind == "reminder", LedgerRow.state.in_(("pending", "sending"))
        )
        if key_date_id is not None:
            rows = rows.where(LedgerRow.subject == date_subject(key_date_id))
        async with self._database.reading() as session:
            found = await session.scalars(rows.order_by(LedgerRow.due_at, LedgerRow.id))
            return tuple(_upcoming(row) for row in found)

    async def _follow(
        self,
        session: AsyncSession,
        reader: ReaderSettings,
        row: FollowingRow,
        leads: Leads | None,
        scope: Collection[int] | None,
    ) -> Subscription:
        session.add(row)
        row.stopped = False
        if leads is not None:
            row.leads = write_leads(leads)
        await session.flush()
        if row.key_date_id is None:
            await self._forget_stops(session, row)
        await self._replan(session, reader.chat_id, scope)
        return _followed(row, reader)

    async def _stop(self, session: AsyncSession, reader: ReaderSettings, row: FollowingRow) -> Subscription:
        row.stopped = True
        await session.flush()
        await self._replan(session, reader.chat_id, _scope(row))
        return _followed(row, reader)

    async def _forget_stops(self, session: AsyncSession, topic: FollowingRow) -> None:
        """Who follows a topic anew wants all of it, also the dates that they once left out."""
        now = self._clock.now()
        for key_date, subscription in await followed(session, topic.chat_id, now, stopped=True):
            if belongs_to(key_date, topic.topic):
                await session.delete(subscription)
        await session.flush()

    async def _replan(self, session: AsyncSession, chat_id: int, scope: Collection[int] | None) -> None:
        await replan(session, chat_id, self._clock.now(), self._defaults, scope)

    async def _reader(self, session: AsyncSession, chat_id: int) -> ReaderSettings:
        await lock_reader(session)
        row = await session.get(ReaderRow, chat_id, with_for_update=True)
        if row is None:
            session.add(row := new_reader(chat_id, None, self._clock.now()))
            await session.flush()
        return settings_of(row, self._defaults)

    async def _settings(self, session: AsyncSession, chat_id: int) -> ReaderSettings:
        row = await session.get(ReaderRow, chat_id)
        return settings_of(row or new_reader(chat_id, None, self._clock.now()), self._defaults)

    async def _own_or_new_row(self, session: AsyncSession, chat_id: int, key_date_id: int) -> FollowingRow:
        return await _date_row(session, chat_id, key_date_id) or FollowingRow(
            chat_id=chat_id, key_date_id=key_date_id, topic="", since=self._clock.now()
        )

    async def _require_ahead(self, session: AsyncSession, key_date_id: int, reader: ReaderSettings) -> When:
        row = await session.get(KeyDateRow, key_date_id)
        if row is None:
            raise Gone
        when = when_of_row(row)
        if row.status not in AHEAD or over_at(when, reader.zone) <= self._clock.now():
            raise Over
        return when


async def _date_row(session: AsyncSession, chat_id: int, key_date_id: int) -> FollowingRow | None:
    rows = sa.select(FollowingRow).where(FollowingRow.chat_id == chat_id, FollowingRow.key_date_id == key_date_id)
    return await session.scalar(rows)


async def _topic_row(session: AsyncSession, chat_id: int, topic: str) -> FollowingRow | None:
    rows = sa.select(FollowingRow).where(FollowingRow.chat_id == chat_id, FollowingRow.key_date_id.is_(None))
    return next((row for row in await session.scalars(rows) if row.topic.casefold() == topic.casefold()), None)


async def _own_row(session: AsyncSession, chat_id: int, following_id: int) -> FollowingRow:
    row = await session.get(FollowingRow, following_id)
    if row is None or row.chat_id != chat_id:
        raise Gone
    return row


async def _live_rows(session: AsyncSession, chat_id: int) -> Sequence[FollowingRow]:
    rows = sa.select(FollowingRow).where(FollowingRow.chat_id == chat_id, ~FollowingRow.stopped)
    return (await session.scalars(rows.order_by(FollowingRow.id))).all()


def _scope(row: FollowingRow) -> list[int] | None:
    return _scope_of([row])


def _scope_of(rows: Sequence[FollowingRow]) -> list[int] | None:
    """Return the key dates that subscriptions are about; None where a topic is among them."""
    dates = [row.key_date_id for row in rows if row.key_date_id is not None]
    return dates if len(dates) == len(rows) else None


def _followed(row: FollowingRow, reader: ReaderSettings) -> Subscription:
    leads = read_leads(row.leads, reader.leads)
    return Subscription(row.id, row.key_date_id, row.topic, leads, row.since)


def _upcoming(row: LedgerRow) -> Upcoming:
    lead = row.occurrence.partition(":")[2]
    return Upcoming(key_date_of(row.subject) or 0, lead, row.due_at)
