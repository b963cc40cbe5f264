"""Messages about a key date to all who follow it: planned for all of them at once, in the caller's transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock
from briefings.key_dates.queries import gather
from briefings.model.briefing import When
from briefings.model.reader import Defaults
from briefings.model.rows import when_before, when_of_row
from briefings.notices.reminders.due_times import Due, after_quiet, over_at, reminders
from briefings.notices.reminders.followers import Profile, followers, matching_topics, profiles
from briefings.notices.reminders.replanning import AHEAD, replan
from briefings.outbox.enqueueing import Slot, enqueue_for_readers, take_back
from briefings.outbox.outbox_message import SNOOZE, Kind, date_subject
from db.locks import lock_dates
from db.tables import FollowingRow, KeyDateChangeRow, KeyDateRow, LedgerRow, ReaderRow

ANEW = "planned anew"
"""Why a reminder is taken back that is planned again, for another time, by the end of the transaction."""


class ReminderPlanner:
    """Keeps followers' messages right when a key date appears, changes or goes."""

    def __init__(self, clock: Clock, defaults: Defaults) -> None:
        self._clock = clock
        self._defaults = defaults

    async def date_added(self, session: AsyncSession, key_date_id: int) -> None:
        """Plan for those who follow a topic or everything, or followed this date before it was withdrawn.

        Who has heard that it was withdrawn hears that it is on after all.
        """
        await lock_dates(session)
        row, subject = await session.get_one(KeyDateRow, key_date_id), date_subject(key_date_id)
        if row.status in AHEAD:
            readers = await self._followers(session, row)
            await self._plan(session, row, readers)
            await self._notify(session, row, _who_heard(readers, subject, "correction"), "restored")

    async def date_changed(self, session: AsyncSession, key_date_id: int) -> None:
        """Notify followers at once that it moved, was cancelled or restored, and replace their reminders."""
        await lock_dates(session)
        row = await session.get_one(KeyDateRow, key_date_id)
        about = (LedgerRow.subject == date_subject(key_date_id), LedgerRow.kind == "reminder")
        await take_back(session, self._clock.now(), row.status, *about)
        readers = await self._followers(session, row)
        await self._tell(session, row, readers)
        if row.status in AHEAD:
            await self._plan(session, row, readers)

    async def date_gone(self, session: AsyncSession, key_date_id: int) -> None:
        """Drop what was planned, and notify those who had heard of it: no published briefing reports this date now."""
        await lock_dates(session)
        row, subject = await session.get_one(KeyDateRow, key_date_id), date_subject(key_date_id)
        await take_back(session, self._clock.now(), "withdrawn", LedgerRow.subject == subject)
        await self._notify(session, row, _who_heard(await self._followers(session, row), subject), "correction")

    async def date_joined(self, session: AsyncSession, key_date_id: int, into: int) -> None:
        """Let those who followed a key date follow the one that it is the same as; nobody is told of it.

        Their subscriptions are copied, `since` and all, so that they can be told from others.
        """
        await lock_dates(session)
        await take_back(session, self._clock.now(), "withdrawn", LedgerRow.subject == date_subject(key_date_id))
        copied = ("chat_id", "topic", "leads", "stopped", "since")
        theirs = sa.select(*(getattr(FollowingRow, name) for name in copied), sa.literal(into).label("key_date_id"))
        theirs = theirs.where(FollowingRow.key_date_id == key_date_id, FollowingRow.chat_id.not_in(_following(into)))
        await session.execute(sa.insert(FollowingRow).from_select([*copied, "key_date_id"], theirs))
        await self.date_added(session, into)

    async def date_parted(self, session: AsyncSession, key_date_id: int, from_: int) -> None:
        """Undo `date_joined`, the key date being its own again."""
        await lock_dates(session)
        theirs = sa.select(FollowingRow.chat_id, FollowingRow.since).where(FollowingRow.key_date_id == key_date_id)
        copies = sa.select(FollowingRow.id).where(
            FollowingRow.key_date_id == from_, sa.tuple_(FollowingRow.chat_id, FollowingRow.since).in_(theirs)
        )
        chats = list(await session.scalars(sa.select(FollowingRow.chat_id).where(FollowingRow.id.in_(copies))))
        await session.execute(sa.delete(FollowingRow).where(FollowingRow.id.in_(copies.scalar_subquery())))
        await self.date_added(session, key_date_id)
        for chat in chats:
            await replan(session, chat, self._clock.now(), self._defaults, [key_date_id, from_])

    async def plan_anew(self, session: AsyncSession) -> None:
        """Plan all that lies ahead again, because the defaults changed that readers' times depend on.

        What was still to come and would have come earlier under the new defaults comes at once.
        """
        await lock_dates(session)
        now = self._clock.now()
        ahead = (LedgerRow.kind == "reminder", LedgerRow.due_at > now, ~LedgerRow.occurrence.contains(f":{SNOOZE}:"))
        await take_back(session, now, ANEW, *ahead)
        for row in await session.scalars(sa.select(KeyDateRow).where(KeyDateRow.status.in_(AHEAD))):
            readers = await self._followers(session, row)
            await self._plan(session, row, readers)
            await self._bring_forward(session, row, readers)

    async def _followers(self, session: AsyncSession, row: KeyDateRow) -> sa.Select[Any]:
        (key_date,) = await gather(session, [row])
        return followers(row.id, await matching_topics(session, key_date))

    async def _plan(self, session: AsyncSession, row: KeyDateRow, readers: sa.Select[Any]) -> None:
        now, when = self._clock.now(), when_of_row(row)
        found = await profiles(session, readers, self._defaults)
        slots = [slot for profile in found for slot in _slots(profile, when, row.revision) if slot.due_at > now]
        await enqueue_for_readers(session, readers, slots, "reminder", date_subject(row.id))

    async def _bring_forward(self, session: AsyncSession, row: KeyDateRow, readers: sa.Select[Any]) -> None:
        now, when, subject = self._clock.now(), when_of_row(row), date_subject(row.id)
        for profile in await profiles(session, readers, self._defaults):
            for due in reminders(when, profile.habits):
                if due.at <= now < due.useless_after:
                    soon = after_quiet(now, profile.habits.quiet, profile.habits.zone, due.useless_after)
                    slot = _slot(profile, replace(due, at=soon), row.revision)
                    waiting = _taken_back(readers, now, subject, slot.occurrence)
                    await enqueue_for_readers(session, waiting, [slot], "reminder", subject)

    async def _tell(self, session: AsyncSession, row: KeyDateRow, readers: sa.Select[Any]) -> None:
        latest = sa.select(KeyDateChangeRow).where(KeyDateChangeRow.key_date_id == row.id)
        change = await session.scalar(latest.order_by(KeyDateChangeRow.revision.desc()).limit(1))
        if change is None:
            return
        await self._notify(session, row, readers, cast("Kind", change.change), when_before(change))

    async def _notify(
        self, session: AsyncSession, row: KeyDateRow, readers: sa.Select[Any], kind: Kind, old: When | None = None
    ) -> None:
        """Queue a notice about a date that was on another day before, or stays on its day."""
        when = when_of_row(row)
        found = await profiles(session, readers, self._defaults)
        slots = _notices(found, (old or when, when), row.revision, self._clock.now())
        await enqueue_for_readers(session, readers, slots, kind, date_subject(row.id))


def _following(key_date_id: int) -> sa.Select[Any]:
    return sa.select(FollowingRow.chat_id).where(FollowingRow.key_date_id == key_date_id)


def _taken_back(readers: sa.Select[Any], now: datetime, subject: str, occurrence: str) -> sa.Select[Any]:
    """Select those of the readers from whom this reminder was taken back before it came, to be planned anew."""
    found = readers.subquery("found")
    this = (LedgerRow.kind == "reminder", LedgerRow.subject == subject, LedgerRow.occurrence == occurrence)
    dropped = (LedgerRow.state == "dropped", LedgerRow.reason == ANEW, LedgerRow.due_at > now)
    return sa.select(found.c.chat_id, found.c.key).where(
        sa.exists().where(LedgerRow.chat_id == found.c.chat_id, *this, *dropped)
    )


def _who_heard(readers: sa.Select[Any], subject: str, kind: Kind | None = None) -> sa.Select[Any]:
    """Select those of the readers to whom something, or something of this kind, was sent about this subject."""
    sent = sa.exists().where(
        LedgerRow.chat_id == ReaderRow.chat_id, LedgerRow.subject == subject, LedgerRow.state == "sent"
    )
    return readers.where(sent if kind is None else sent.where(LedgerRow.kind == kind))


def _slots(profile: Profile, when: When, revision: int) -> list[Slot]:
    return [_slot(profile, due, revision) for due in reminders(when, profile.habits)]


def _slot(profile: Profile, due: Due, revision: int) -> Slot:
    return Slot(profile.key, f"{revision}:{due.lead}", due.at, due.useless_after)


def _notices(found: Iterable[Profile], dates: tuple[When, When], revision: int, now: datetime) -> list[Slot]:
    """Tell each at once, or when their quiet hours end unless one of the two dates passes by then."""
    slots = []
    for profile in found:
        first_over, last_over = sorted(over_at(when, profile.habits.zone) for when in dates)
        due = after_quiet(now, profile.habits.quiet, profile.habits.zone, first_over)
        if last_over > now:
            slots.append(Slot(profile.key, str(revision), due, last_over))
    return slots
