"""/reminders and /unfollow: what is followed and when reminders come; stopping by words, stopping everything."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.reminders import subscription_view as views
from bot.features.reminders.follow import alert, drop_topic, followed_message, unfollow_date
from bot.features.reminders.followed import overview_of
from bot.features.reminders.subscription_view import Overview
from bot.phrases.intents import named, parse_stop_wish
from bot.phrases.typed_input import bounded
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import administrators_only, anybody
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import chat_of, text_for_bot, user_of, view_context_of, words_of
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.errors import Gone
from briefings.key_dates.search import find, mentions
from briefings.notices.reminders import Subscription
from briefings.notices.reminders.topics import EVERYTHING

STOPPED_STEP = "stopped-all"
"""what was stopped last, to be taken back"""


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """List, open, stop."""
    return [
        on_command("reminders", on_list),
        on_command(["unfollow", "unsubscribe", "stop"], on_unfollow_words),
        on_button(buttons.REMINDERS, on_list),
        on_button(buttons.FOLLOWING, on_open_date),
        on_button(buttons.TOPIC, on_open_topic),
        on_button(buttons.STOP_ALL, on_stop_all),
        on_button(buttons.STOP_ALL_YES, on_stop_all_sure),
        on_button(buttons.REFOLLOW_ALL, on_all_again),
    ]


@anybody
async def on_list(update: Update, context: Context) -> None:
    """Show what is followed."""
    viewer = await view_context_of(update, context)
    (number,) = buttons.REMINDERS.of(update, (0,))
    await show(update, context, views.overview(await overview_of(update, context, viewer), number, viewer))


@administrators_only
async def on_unfollow_words(update: Update, context: Context) -> None:
    """Stop what the words after the command name."""
    await _stop_named(update, context, named(words_of(context)))


async def offer_to_stop(update: Update, context: Context) -> bool:
    """Take a message to the bot that asks to be reminded no longer; return whether this was one."""
    is_wish = parse_stop_wish(text_for_bot(update, context) or "") is not None
    if is_wish:
        await on_stop_wish(update, context)
    return is_wish


@administrators_only
async def on_stop_wish(update: Update, context: Context) -> None:
    """Stop what somebody wants no longer."""
    words = parse_stop_wish(text_for_bot(update, context) or "")
    if words is not None:
        await _stop_named(update, context, words)


async def _stop_named(update: Update, context: Context, words: str) -> None:
    """Stop what the words name; without words, or where several are meant, ask."""
    words, viewer = bounded(words), await view_context_of(update, context)
    if words == EVERYTHING:
        await say(update, context, views.ask_stop_all(viewer))
        return
    listed = await overview_of(update, context, viewer)
    fitting = _fitting(listed, words, viewer) if words else listed
    if words and not fitting.total:
        await say(update, context, Message(viewer.t("unfollow-none", words=words)))
    elif words and fitting.total == 1:
        await _stop_only(update, context, fitting)
    else:
        await say(update, context, views.stop_choices(fitting, viewer))


@anybody
async def on_open_date(update: Update, context: Context) -> None:
    """Show when reminders of a key date come."""
    (key_date_id,) = buttons.FOLLOWING.of(update)
    subscription = await context.services.subscriptions.following(chat_of(update), key_date_id)
    await _open(update, context, subscription, key_date_id)


@anybody
async def on_open_topic(update: Update, context: Context) -> None:
    """Show a topic that is followed."""
    (following_id,) = buttons.TOPIC.of(update)
    await _open(update, context, await subscription_of(update, context, following_id))


@administrators_only
async def on_stop_all(update: Update, context: Context) -> None:
    """Ask once before everything is stopped."""
    await show(update, context, views.ask_stop_all(await view_context_of(update, context)))


@administrators_only
async def on_stop_all_sure(update: Update, context: Context) -> None:
    """Stop everything; until something else is begun, a button takes it back."""
    subscriptions = await context.services.subscriptions.unfollow_all(chat_of(update))
    stopped = [subscription.id for subscription in subscriptions]
    await context.services.pending_inputs.begin(chat_of(update), user_of(update), STOPPED_STEP, stopped=stopped)
    viewer = await view_context_of(update, context)
    await show(update, context, views.stopped_all(viewer), viewer.t("toast-off"))


@administrators_only
async def on_all_again(update: Update, context: Context) -> None:
    """Take back that everything was stopped."""
    conversations, chat_id = context.services.pending_inputs, chat_of(update)
    stopped = await conversations.get(chat_id, user_of(update))
    if stopped is None or stopped.step != STOPPED_STEP:
        await alert(update, context, "button-gone")
        return
    await conversations.end(chat_id, user_of(update))
    await context.services.subscriptions.restore(chat_id, [int(one) for one in stopped.data["stopped"]])
    viewer = await view_context_of(update, context)
    listed = views.overview(await overview_of(update, context, viewer), 0, viewer)
    await show(update, context, listed, viewer.t("toast-on"))


async def subscription_of(update: Update, context: Context, following_id: int) -> Subscription | None:
    """Return one of the chat's subscriptions."""
    subscriptions = await context.services.subscriptions.followings(chat_of(update))
    return next((subscription for subscription in subscriptions if subscription.id == following_id), None)


async def _open(
    update: Update, context: Context, subscription: Subscription | None, key_date_id: int | None = None
) -> None:
    """Show a subscription in a new message, or say that it ended."""
    if subscription is None:
        await alert(update, context, "unfollowed-gone")
        return
    try:
        message = await followed_message(update, context, subscription, key_date_id=key_date_id)
    except Gone:
        await alert(update, context, "date-gone")
        return
    await toast(update, "")
    await say(update, context, message)


def _fitting(listed: Overview, words: str, viewer: ViewContext) -> Overview:
    """Return what of the list the words name."""
    found = find(words, [one.key_date for one in listed.dates], viewer.today)
    meant = {one.id for one in found.named or found.reported}
    dates = tuple(one for one in listed.dates if one.key_date.id in meant)
    topics = tuple(subscription for subscription in listed.topics if mentions(subscription.topic, words))
    return Overview(dates, topics, listed.is_group)


async def _stop_only(update: Update, context: Context, fitting: Overview) -> None:
    """Stop the one thing that fits."""
    if fitting.dates:
        await unfollow_date(update, context, fitting.dates[0].key_date.id)
    else:
        await drop_topic(update, context, fitting.topics[0].id)
