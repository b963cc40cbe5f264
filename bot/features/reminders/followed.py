"""Gathering what a chat follows, for the views."""

from telegram import Update

from bot.features.reminders.subscription_view import FollowedDate, Overview
from bot.telegram.context import Context
from bot.telegram.updates import chat_of
from bot.ui.key_date_lines import is_followable
from bot.ui.view_context import ViewContext
from briefings.errors import Gone
from briefings.model.key_date import KeyDate
from briefings.notices.reminders import Subscription
from briefings.notices.reminders.topics import EVERYTHING, belongs_to

TOPIC_DATES = 5
"""how many of a topic's dates are shown"""


async def followed_date(
    update: Update, context: Context, key_date: KeyDate, subscription: Subscription
) -> FollowedDate:
    """Return a followed key date with the reminders that will come."""
    upcoming = await context.services.subscriptions.upcoming(chat_of(update), key_date.id)
    conflicts = await context.services.key_dates.conflicts(key_date_id=key_date.id)
    return FollowedDate(key_date, subscription, upcoming, conflicts[-1].reported.when if conflicts else None)


async def overview_of(update: Update, context: Context, viewer: ViewContext) -> Overview:
    """Return everything the chat follows that is not over, dates in order of time, those of topics among them."""
    following, chat_id = context.services.subscriptions, chat_of(update)
    subscriptions = await following.followings(chat_id)
    upcoming = await following.upcoming(chat_id)
    own = {subscription.key_date_id for subscription in subscriptions if subscription.key_date_id is not None}
    dates = []
    for key_date_id in own | {one.key_date_id for one in upcoming}:
        subscription = await following.following(chat_id, key_date_id)
        key_date = await _key_date(context, key_date_id)
        if subscription is not None and key_date is not None and is_followable(key_date, viewer):
            mine = tuple(one for one in upcoming if one.key_date_id == key_date_id)
            dates.append(FollowedDate(key_date, subscription, mine))
    dates.sort(key=lambda one: (one.key_date.when.first, one.key_date.id))
    topics = tuple(subscription for subscription in subscriptions if subscription.key_date_id is None)
    return Overview(tuple(dates), topics, (await context.reader(update)).is_group)


async def topic_dates(context: Context, subscription: Subscription, viewer: ViewContext) -> tuple[KeyDate, ...]:
    """Return the nearest key dates ahead that a topic holds."""
    key_dates = context.services.key_dates
    if subscription.topic == EVERYTHING:
        found = (await key_dates.ahead(viewer.today, limit=TOPIC_DATES)).dates
    else:
        every = (await key_dates.find(subscription.topic, viewer.today)).every
        held = (one for one in every if belongs_to(one, subscription.topic))
        found = tuple(sorted(held, key=lambda one: (one.when.first, one.id)))
    return tuple(one for one in found if is_followable(one, viewer))[:TOPIC_DATES]


async def _key_date(context: Context, key_date_id: int) -> KeyDate | None:
    try:
        return await context.services.key_dates.get(key_date_id)
    except Gone:
        return None
