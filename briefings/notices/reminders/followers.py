"""Who follows a key date, and the habits of each of them."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.model.key_date import KeyDate
from briefings.model.reader import Defaults, Habits, quiet_of, read_leads
from briefings.notices.reminders.topics import EVERYTHING, topics_of
from db.tables import FollowingRow, ReaderRow

NOTHING = "-"
"""Stands in a key for what a reader did not choose."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Habits that many readers share; `key` is theirs in `followers`."""

    key: str
    habits: Habits


async def matching_topics(session: AsyncSession, key_date: KeyDate) -> list[str]:
    """Return all topics anybody follows that this key date belongs to."""
    topics = await session.scalars(sa.select(FollowingRow.topic).where(FollowingRow.key_date_id.is_(None)).distinct())
    return await to_thread(topics_of, key_date, topics.all())  # a second for 20,000 that were never read


def followers(key_date_id: int, topics: Sequence[str]) -> sa.Select[Any]:
    """Select chat_id and key, with the settings behind it, of all reachable followers, each once.

    Who follows in several ways is reminded by the leads of the narrowest: the date's own before a topic's, a topic's
    before everything's, the oldest of several topics.
    """
    rank = sa.case((FollowingRow.key_date_id.is_not(None), 0), (FollowingRow.topic != EVERYTHING, 1), else_=2)
    place = sa.func.row_number().over(partition_by=FollowingRow.chat_id, order_by=(rank, FollowingRow.id))
    by_topic = sa.and_(FollowingRow.key_date_id.is_(None), ~FollowingRow.stopped, FollowingRow.topic.in_(topics))
    subscriptions = (
        sa.select(FollowingRow.chat_id, FollowingRow.leads, FollowingRow.stopped, place.label("place"))
        .where(sa.or_(FollowingRow.key_date_id == key_date_id, by_topic))
        .subquery("ways")
    )
    leads = sa.func.coalesce(subscriptions.c.leads, ReaderRow.leads)
    settings = (leads, ReaderRow.zone, ReaderRow.reminder_time, ReaderRow.quiet_from, ReaderRow.quiet_to)
    return (
        sa.select(ReaderRow.chat_id, profile_key(settings).label("key"), leads.label("leads"), *settings[1:])
        .join(subscriptions, subscriptions.c.chat_id == ReaderRow.chat_id)
        .where(subscriptions.c.place == 1, ~subscriptions.c.stopped, ReaderRow.reachable)
    )


async def profiles(session: AsyncSession, readers: sa.Select[Any], defaults: Defaults) -> list[Profile]:
    """Return the distinct habits among `readers`: few, however many the readers are."""
    found = readers.subquery("found")
    columns = (found.c.key, found.c.leads, found.c.zone, found.c.reminder_time, found.c.quiet_from, found.c.quiet_to)
    rows = await session.execute(sa.select(*columns).distinct())
    return [
        Profile(
            key,
            Habits(
                zone or defaults.zone,
                reminder_time or defaults.reminder_time,
                read_leads(leads, defaults.leads),
                quiet_of(quiet_from, quiet_to),
            ),
        )
        for key, leads, zone, reminder_time, quiet_from, quiet_to in rows
    ]


def profile_key(settings: Sequence[Any]) -> sa.ColumnElement[str]:
    """Join settings to one text: equal for readers whose settings are equal."""
    texts = [sa.func.coalesce(sa.cast(setting, sa.String), NOTHING) for setting in settings]
    key: sa.ColumnElement[str] = texts[0]
    for text in texts[1:]:
        key = key + "|" + text
    return key
