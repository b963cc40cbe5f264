"""One reader's reminders, computed anew from what they follow and from their settings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.queries import gather
from briefings.model.key_date import KeyDate
from briefings.model.reader import Defaults, ReaderSettings, read_leads, settings_of
from briefings.notices.reminders.due_times import Due, after_quiet, reminders
from briefings.notices.reminders.topics import EVERYTHING, topics_of
from briefings.outbox.enqueueing import NewMessage, enqueue, take_back
from briefings.outbox.outbox_message import SNOOZE, date_subject
from db.tables import FollowingRow, KeyDateRow, LedgerRow, ReaderRow

AHEAD = ("planned", "moved")
"""States of a key date that is going to happen."""
SLACK = timedelta(days=2)
"""A day ends up to a day later in other zones than in UTC."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder that what a reader follows asks for."""

    subject: str
    occurrence: str
    due: Due


async def replan(
    session: AsyncSession, chat_id: int, now: datetime, defaults: Defaults, only: Collection[int] | None = None
) -> None:
    """Plan a reader's reminders of what they follow now, for all key dates or for `only` these; take back the rest.

    What is due already stays as it is. What was still to come and would have come earlier under the new settings comes
    at once: a change of settings loses no reminder, and repeats none.
    """
    reader = settings_of(await session.get_one(ReaderRow, chat_id, populate_existing=True), defaults)
    wanted = await _wanted(session, reader, now, only) if reader.reachable else []
    open_rows = await _open(session, chat_id, only)
    if unwanted := _unwanted(open_rows, wanted):
        await take_back(session, now, "not followed", LedgerRow.id.in_(unwanted))
    await enqueue(session, _new_messages(reader, wanted, open_rows, now))


async def followed(
    session: AsyncSession,
    chat_id: int,
    now: datetime,
    only: Collection[int] | None = None,
    *,
    stopped: bool = False,
) -> list[tuple[KeyDate, FollowingRow]]:
    """Return what lies ahead and is followed, each with the narrowest way it is followed in, in order of time.

    With `stopped`, what the reader wants to hear no more of instead.
    """
    subscriptions = await _subscriptions(session, chat_id)
    found = []
    for key_date in await _candidates(session, subscriptions, now, only):
        subscription = narrowest(key_date, subscriptions)
        if subscription is not None and subscription.stopped == stopped:
            found.append((key_date, subscription))
    return found


def narrowest(key_date: KeyDate, subscriptions: Sequence[FollowingRow]) -> FollowingRow | None:
    """Return the way that decides: the date's own, else the oldest topic it belongs to, else everything."""
    own = [subscription for subscription in subscriptions if subscription.key_date_id == key_date.id]
    topics = [
        subscription for subscription in subscriptions if subscription.key_date_id is None and not subscription.stopped
    ]
    held = set(topics_of(key_date, [subscription.topic for subscription in topics]))
    worded = (
        subscription for subscription in topics if subscription.topic != EVERYTHING and subscription.topic in held
    )
    everything = (subscription for subscription in topics if subscription.topic == EVERYTHING)
    return next(iter(own), None) or next(worded, None) or next(everything, None)


async def _wanted(
    session: AsyncSession, reader: ReaderSettings, now: datetime, only: Collection[int] | None
) -> list[Wanted]:
    return [
        Wanted(date_subject(key_date.id), f"{key_date.revision}:{due.lead}", due)
        for key_date, subscription in await followed(session, reader.chat_id, now, only)
        for due in reminders(key_date.when, reader.habits(read_leads(subscription.leads, reader.leads)))
    ]


async def _subscriptions(session: AsyncSession, chat_id: int) -> Sequence[FollowingRow]:
    rows = sa.select(FollowingRow).where(FollowingRow.chat_id == chat_id).order_by(FollowingRow.id)
    return (await session.scalars(rows)).all()


async def _candidates(
    session: AsyncSession, subscriptions: Sequence[FollowingRow], now: datetime, only: Collection[int] | None
) -> tuple[KeyDate, ...]:
    rows = sa.select(KeyDateRow).where(KeyDateRow.status.in_(AHEAD), KeyDateRow.last >= (now - SLACK).date())
    if only is not None:
        rows = rows.where(KeyDateRow.id.in_(only))
    if all(subscription.key_date_id is not None for subscription in subscriptions):
        rows = rows.where(KeyDateRow.id.in_([subscription.key_date_id for subscription in subscriptions]))
    return await gather(session, (await session.scalars(rows.order_by(KeyDateRow.first, KeyDateRow.id))).all())


async def _open(session: AsyncSession, chat_id: int, only: Collection[int] | None) -> Sequence[LedgerRow]:
    rows = sa.select(LedgerRow).where(
        LedgerRow.chat_id == chat_id, LedgerRow.kind == "reminder", LedgerRow.state.in_(("pending", "sending"))
    )
    if only is not None:
        rows = rows.where(LedgerRow.subject.in_([date_subject(key_date_id) for key_date_id in only]))
    return (await session.scalars(rows.execution_options(populate_existing=True))).all()


def _unwanted(open_rows: Sequence[LedgerRow], wanted: Sequence[Wanted]) -> list[int]:
    """Snoozes were asked for by hand: they stay as long as their date is followed."""
    occurrences = {(one.subject, one.occurrence) for one in wanted}
    revisions = {(one.subject, one.occurrence.partition(":")[0]) for one in wanted}
    return [
        row.id
        for row in open_rows
        if (row.subject, row.occurrence) not in occurrences
        and not (SNOOZE in row.occurrence and (row.subject, row.occurrence.partition(":")[0]) in revisions)
    ]


def _new_messages(
    reader: ReaderSettings, wanted: Sequence[Wanted], open_rows: Sequence[LedgerRow], now: datetime
) -> list[NewMessage]:
    to_come = {(row.subject, row.occurrence) for row in open_rows if row.due_at > now}
    new_messages = []
    for one in wanted:
        due = one.due
        if due.at > now:
            moment = due.at
        elif (one.subject, one.occurrence) in to_come:
            moment = after_quiet(now, reader.quiet, reader.zone, due.useless_after)
        else:
            continue
        new_messages.append(
            NewMessage(reader.chat_id, "reminder", one.subject, one.occurrence, moment, due.useless_after)
        )
    return new_messages
