"""/follow, and the buttons that switch reminders on, off and on again."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.context import Context
from bot.handlers.access import administrators_only
from bot.handlers.asking import on_question
from bot.handlers.followed import followed_date, topic_dates
from bot.handlers.here import arguments, chat_of, moment_of, words_of
from bot.handlers.talking import Step
from bot.sending import say, show, toast
from bot.views import following as views
from bot.views.key_dates import is_followable
from bot.views.message import Message
from briefings.errors import Gone
from briefings.key_dates.key_date import KeyDate
from briefings.reminders import EmptyTopic, Followed, Over
from briefings.reminders.topics import EVERYTHING

TOPIC_STEP = "follow-topic"
LONGEST_TOPIC = 100
"""characters"""
OFFERED = 5
"""key dates offered when no words were given"""


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Follow, stop, take back."""
    return [
        CommandHandler(["follow", "subscribe"], on_follow),
        CallbackQueryHandler(on_remind, pattern=r"^remind:\d{1,18}$"),
        CallbackQueryHandler(on_topic, pattern=r"^follow-topic$"),
        CallbackQueryHandler(on_everything, pattern=r"^follow-everything$"),
        CallbackQueryHandler(on_unfollow, pattern=r"^unfollow:\d{1,18}$"),
        CallbackQueryHandler(on_drop, pattern=r"^drop:\d{1,18}$"),
        CallbackQueryHandler(on_again, pattern=r"^refollow:\d{1,18}$"),
    ]


def steps() -> dict[str, Step]:
    """While a topic is offered, anything typed instead is a new question."""
    return {TOPIC_STEP: _other_words}


@administrators_only
async def on_follow(update: Update, context: Context) -> None:
    """Follow what the words name: one date at once, several to choose from, none as a topic."""
    words, moment = words_of(context)[:LONGEST_TOPIC], await moment_of(update, context)
    if not words:
        ahead = await context.services.key_dates.ahead(moment.today, limit=OFFERED)
        dates = [one for one in ahead.dates if is_followable(one, moment)]
        await say(update, context, views.ask_what(dates, moment))
        return
    if words.casefold() in moment.t("everything-words").split(", "):
        await _follow_topic(update, context, EVERYTHING)
        return
    found = await context.services.key_dates.find(words, moment.today)
    await _follow_found(update, context, words, [one for one in found if is_followable(one, moment)])


@administrators_only
async def on_remind(update: Update, context: Context) -> None:
    """Follow one key date with the usual leads, at once; changes are offered after."""
    await _follow_date(update, context, int(arguments(update)[0]))


@administrators_only
async def on_topic(update: Update, context: Context) -> None:
    """Follow the topic that was offered."""
    conversations, chat_id = context.services.conversations, chat_of(update)
    user_id = update.effective_user.id if update.effective_user else chat_id
    offered = await conversations.get(chat_id, user_id)
    if offered is None or offered.step != TOPIC_STEP:
        is_group = (await context.reader(update)).is_group
        await alert(update, context, "not-yours" if is_group else "button-gone")
        return
    await conversations.end(chat_id, user_id)
    await _follow_topic(update, context, str(offered.data["words"]))


@administrators_only
async def on_everything(update: Update, context: Context) -> None:
    """Follow every date, also those still to come."""
    await _follow_topic(update, context, EVERYTHING)


@administrators_only
async def on_unfollow(update: Update, context: Context) -> None:
    """Send nothing more about a key date; offer to take it back."""
    try:
        way = await context.services.following.unfollow_date(chat_of(update), int(arguments(update)[0]))
        key_date = await context.services.key_dates.get(int(arguments(update)[0]))
    except Gone:
        await alert(update, context, "date-gone")
        return
    await _say_below(
        update, context, views.unfollowed_date(key_date, way, await moment_of(update, context)), "toast-off"
    )


@administrators_only
async def on_drop(update: Update, context: Context) -> None:
    """No longer follow a topic; offer to take it back."""
    await drop_topic(update, context, int(arguments(update)[0]))


@administrators_only
async def on_again(update: Update, context: Context) -> None:
    """Take an unfollowing back."""
    try:
        way = await context.services.following.refollow(chat_of(update), int(arguments(update)[0]))
    except Gone:
        await alert(update, context, "button-gone")
        return
    message = await followed_message(update, context, way)
    await show(update, context, message, (await context.texts(update))("toast-on"))


async def unfollow_date(update: Update, context: Context, key_date_id: int) -> None:
    """End the reminders of a key date, and say so."""
    try:
        way = await context.services.following.unfollow_date(chat_of(update), key_date_id)
        key_date = await context.services.key_dates.get(key_date_id)
    except Gone:
        await alert(update, context, "date-gone")
        return
    await _say_below(
        update, context, views.unfollowed_date(key_date, way, await moment_of(update, context)), "toast-off"
    )


async def drop_topic(update: Update, context: Context, following_id: int) -> None:
    """End the following of a topic, and say so."""
    try:
        way = await context.services.following.unfollow(chat_of(update), following_id)
    except Gone:
        await alert(update, context, "unfollowed-gone")
        return
    await _say_below(update, context, views.unfollowed_topic(way, await moment_of(update, context)), "toast-off")


async def followed_message(
    update: Update, context: Context, way: Followed, *, key_date_id: int | None = None, is_new: bool = False
) -> Message:
    """Show a subscription as it stands, or one date of a topic; raise `Gone` when that date is no more."""
    moment, shown = await moment_of(update, context), key_date_id or way.key_date_id
    if shown is None:
        return views.following_topic(way, await topic_dates(context, way, moment), moment)
    key_date = await context.services.key_dates.get(shown)
    return views.following_date(await followed_date(update, context, key_date, way), moment, is_new=is_new)


async def _follow_found(update: Update, context: Context, words: str, found: list[KeyDate]) -> None:
    if len(found) == 1:
        await _follow_date(update, context, found[0].id)
        return
    user_id = update.effective_user.id if update.effective_user else chat_of(update)
    await context.services.conversations.begin(chat_of(update), user_id, TOPIC_STEP, words=words)
    moment = await moment_of(update, context)
    await say(update, context, views.choose_date(words, found, moment) if found else views.offer_topic(words, moment))


async def _follow_date(update: Update, context: Context, key_date_id: int) -> None:
    following = context.services.following
    try:
        was_followed = await following.following(chat_of(update), key_date_id) is not None
        way = await following.follow_date(chat_of(update), key_date_id)
        message = await followed_message(update, context, way, is_new=not was_followed)
    except Gone:
        await alert(update, context, "date-gone")
    except Over:
        key_date = await context.services.key_dates.get(key_date_id)
        await alert(update, context, "follow-cancelled" if key_date.status == "cancelled" else "too-late")
    else:
        await _say_below(update, context, message, "toast-on")


async def _follow_topic(update: Update, context: Context, topic: str) -> None:
    try:
        way = await context.services.following.follow_topic(chat_of(update), topic)
    except EmptyTopic:
        await alert(update, context, "topic-empty")
        return
    await _say_below(update, context, await followed_message(update, context, way), "toast-on")


async def _other_words(update: Update, context: Context, _data: dict[str, Any]) -> None:
    if update.effective_user is not None:
        await context.services.conversations.end(chat_of(update), update.effective_user.id)
    await on_question(update, context)


async def _say_below(update: Update, context: Context, message: Message, passing: str) -> None:
    """Say it in a new message: what the button stood below stays to be read."""
    await toast(update, (await context.texts(update))(passing))
    await say(update, context, message)


async def alert(update: Update, context: Context, name: str) -> None:
    """Tell why nothing was done: as an alert after a button, else as a message."""
    t = await context.texts(update)
    if update.callback_query is not None:
        await toast(update, t(name), alert=True)
    else:
        await say(update, context, Message(t(name)))
