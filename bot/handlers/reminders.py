"""/reminders and /unfollow: what is followed and when reminders come; stopping by words, stopping everything."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers.access import administrators_only, anybody
from bot.handlers.followed import overview_of
from bot.handlers.following import alert, drop_topic, followed_message, unfollow_date
from bot.handlers.here import chat_of, moment_of, said_to_bot, user_of, words_of
from bot.handlers.registering import on_button, on_command
from bot.sending import say, show, toast
from bot.telegram import buttons
from bot.telegram.words import bounded
from bot.views import following as views
from bot.views.following import Overview
from bot.views.message import Message
from bot.views.moment import Moment
from bot.wishes import named, said_stop
from briefings.errors import Gone
from briefings.key_dates.finding import find, mentions
from briefings.reminders import Followed
from briefings.reminders.topics import EVERYTHING

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
    moment = await moment_of(update, context)
    (number,) = buttons.REMINDERS.of(update, (0,))
    await show(update, context, views.overview(await overview_of(update, context, moment), number, moment))


@administrators_only
async def on_unfollow_words(update: Update, context: Context) -> None:
    """Stop what the words after the command name."""
    await _stop_named(update, context, named(words_of(context)))


async def offer_to_stop(update: Update, context: Context) -> bool:
    """Take a message to the bot that asks to be reminded no longer; return whether this was one."""
    is_wish = said_stop(said_to_bot(update, context) or "") is not None
    if is_wish:
        await on_stop_wish(update, context)
    return is_wish


@administrators_only
async def on_stop_wish(update: Update, context: Context) -> None:
    """Stop what somebody wants no longer."""
    words = said_stop(said_to_bot(update, context) or "")
    if words is not None:
        await _stop_named(update, context, words)


async def _stop_named(update: Update, context: Context, words: str) -> None:
    """Stop what the words name; without words, or where several are meant, ask."""
    words, moment = bounded(words), await moment_of(update, context)
    if words == EVERYTHING:
        await say(update, context, views.ask_stop_all(moment))
        return
    listed = await overview_of(update, context, moment)
    fitting = _fitting(listed, words, moment) if words else listed
    if words and not fitting.total:
        await say(update, context, Message(moment.t("unfollow-none", words=words)))
    elif words and fitting.total == 1:
        await _stop_only(update, context, fitting)
    else:
        await say(update, context, views.stop_choices(fitting, moment))


@anybody
async def on_open_date(update: Update, context: Context) -> None:
    """Show when reminders of a key date come."""
    (key_date_id,) = buttons.FOLLOWING.of(update)
    way = await context.services.following.following(chat_of(update), key_date_id)
    await _open(update, context, way, key_date_id)


@anybody
async def on_open_topic(update: Update, context: Context) -> None:
    """Show a topic that is followed."""
    (following_id,) = buttons.TOPIC.of(update)
    await _open(update, context, await way_of(update, context, following_id))


@administrators_only
async def on_stop_all(update: Update, context: Context) -> None:
    """Ask once before everything is stopped."""
    await show(update, context, views.ask_stop_all(await moment_of(update, context)))


@administrators_only
async def on_stop_all_sure(update: Update, context: Context) -> None:
    """Stop everything; until something else is begun, a button takes it back."""
    ways = await context.services.following.unfollow_all(chat_of(update))
    stopped = [way.id for way in ways]
    await context.services.conversations.begin(chat_of(update), user_of(update), STOPPED_STEP, stopped=stopped)
    moment = await moment_of(update, context)
    await show(update, context, views.stopped_all(moment), moment.t("toast-off"))


@administrators_only
async def on_all_again(update: Update, context: Context) -> None:
    """Take back that everything was stopped."""
    conversations, chat_id = context.services.conversations, chat_of(update)
    stopped = await conversations.get(chat_id, user_of(update))
    if stopped is None or stopped.step != STOPPED_STEP:
        await alert(update, context, "button-gone")
        return
    await conversations.end(chat_id, user_of(update))
    await context.services.following.restore(chat_id, [int(one) for one in stopped.data["stopped"]])
    moment = await moment_of(update, context)
    listed = views.overview(await overview_of(update, context, moment), 0, moment)
    await show(update, context, listed, moment.t("toast-on"))


async def way_of(update: Update, context: Context, following_id: int) -> Followed | None:
    """Return one of the chat's subscriptions."""
    ways = await context.services.following.followings(chat_of(update))
    return next((way for way in ways if way.id == following_id), None)


async def _open(update: Update, context: Context, way: Followed | None, key_date_id: int | None = None) -> None:
    """Show a subscription in a new message, or say that it ended."""
    if way is None:
        await alert(update, context, "unfollowed-gone")
        return
    try:
        message = await followed_message(update, context, way, key_date_id=key_date_id)
    except Gone:
        await alert(update, context, "date-gone")
        return
    await toast(update, "")
    await say(update, context, message)


def _fitting(listed: Overview, words: str, moment: Moment) -> Overview:
    """Return what of the list the words name."""
    found = find(words, [one.key_date for one in listed.dates], moment.today)
    meant = {one.id for one in found.named or found.told}
    dates = tuple(one for one in listed.dates if one.key_date.id in meant)
    topics = tuple(way for way in listed.topics if mentions(way.topic, words))
    return Overview(dates, topics, listed.is_group)


async def _stop_only(update: Update, context: Context, fitting: Overview) -> None:
    """Stop the one thing that fits."""
    if fitting.dates:
        await unfollow_date(update, context, fitting.dates[0].key_date.id)
    else:
        await drop_topic(update, context, fitting.topics[0].id)
