"""Gathering what a chat follows, for the views."""

from telegram import Update

from bot.context import Context
from bot.handlers.here import chat_of
from bot.views.following import FollowedDate, Overview
from bot.views.key_dates import is_followable
from bot.views.moment import Moment
from briefings.errors import Gone
from briefings.key_dates.key_date import KeyDate
from briefings.reminders import Followed
from briefings.reminders.topics import EVERYTHING, belongs_to

TOPIC_DATES = 5
"""how many of a topic's dates are shown"""


async def followed_date(update: Update, context: Context, key_date: KeyDate, way: Followed) -> FollowedDate:
    """Return a followed key date with the reminders that will come."""
    upcoming = await context.services.following.upcoming(chat_of(update), key_date.id)
    conflicts = await context.services.key_dates.conflicts(key_date_id=key_date.id)
    return FollowedDate(key_date, way, upcoming, conflicts[-1].told.when if conflicts else None)


async def overview_of(update: Update, context: Context, moment: Moment) -> Overview:
    """Return everything the chat follows that is not over, dates in order of time, those of topics among them."""
    following, chat_id = context.services.following, chat_of(update)
    ways = await following.followings(chat_id)
    upcoming = await following.upcoming(chat_id)
    own = {way.key_date_id for way in ways if way.key_date_id is not None}
    dates = []
    for key_date_id in own | {one.key_date_id for one in upcoming}:
        way = await following.following(chat_id, key_date_id)
        key_date = await _key_date(context, key_date_id)
        if way is not None and key_date is not None and is_followable(key_date, moment):
            mine = tuple(one for one in upcoming if one.key_date_id == key_date_id)
            dates.append(FollowedDate(key_date, way, mine))
    dates.sort(key=lambda one: (one.key_date.when.first, one.key_date.id))
    topics = tuple(way for way in ways if way.key_date_id is None)
    return Overview(tuple(dates), topics, (await context.reader(update)).is_group)


async def topic_dates(context: Context, way: Followed, moment: Moment) -> tuple[KeyDate, ...]:
    """Return the nearest key dates ahead that a topic holds."""
    key_dates = context.services.key_dates
    if way.topic == EVERYTHING:
        found = (await key_dates.ahead(moment.today, limit=TOPIC_DATES)).dates
    else:
        every = (await key_dates.find(way.topic, moment.today)).every
        held = (one for one in every if belongs_to(one, way.topic))
        found = tuple(sorted(held, key=lambda one: (one.when.first, one.id)))
    return tuple(one for one in found if is_followable(one, moment))[:TOPIC_DATES]


async def _key_date(context: Context, key_date_id: int) -> KeyDate | None:
    try:
        return await context.services.key_dates.get(key_date_id)
    except Gone:
        return None
