"""/follow, "remind me …", and the buttons that switch reminders on, off and on again."""

from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.reminders import subscription_view as views
from bot.features.reminders.followed import followed_date, topic_dates
from bot.phrases.intents import Wish, on_its_day, parse_wish, split_wish
from bot.phrases.typed_input import bounded
from bot.phrases.wish_times import split_time
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import administrators_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import chat_of, text_for_bot, user_of, view_context_of, words_of
from bot.ui.key_date_lines import is_followable
from bot.ui.message import Message
from briefings.errors import Gone
from briefings.key_dates.search import Found
from briefings.model.leads import Leads, parse_leads, write_leads
from briefings.notices.reminders import EmptyTopic, NoLeadAhead, Over, Subscription
from briefings.notices.reminders.topics import EVERYTHING

TOPIC_STEP = "follow-topic"
"""what was offered last; nothing typed answers it, its button does"""
LONGEST_TOPIC = 100
"""characters"""
OFFERED = 5
"""key dates offered when no words were given"""
PRESSED_TWICE = timedelta(seconds=5)


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Follow, stop, take back."""
    return [
        on_command(["follow", "subscribe"], on_follow),
        on_button(buttons.REMIND, on_remind),
        on_button(buttons.REMIND_AT, on_time),
        on_button(buttons.FOLLOW_TOPIC, on_topic),
        on_button(buttons.FOLLOW_EVERYTHING, on_everything),
        on_button(buttons.UNFOLLOW, on_unfollow),
        on_button(buttons.DROP, on_drop),
        on_button(buttons.REFOLLOW, on_again),
    ]


async def offer(update: Update, context: Context) -> bool:
    """Take a message to the bot that asks to be reminded; return whether this was one."""
    is_wish = parse_wish(text_for_bot(update, context) or "") is not None
    if is_wish:
        await on_wish(update, context)
    return is_wish


@administrators_only
async def on_wish(update: Update, context: Context) -> None:
    """Follow what somebody wished for."""
    if wish := parse_wish(text_for_bot(update, context) or ""):
        await _follow_wish(update, context, wish)


@administrators_only
async def on_follow(update: Update, context: Context) -> None:
    """Follow what the words after the command name, when and as long before as they say."""
    words, at = split_time(words_of(context))
    await _follow_wish(update, context, replace(split_wish(words), at=at))


@administrators_only
async def on_remind(update: Update, context: Context) -> None:
    """Follow one key date at once, with the usual leads or those the button carries; changes are offered after."""
    key_date_id, leads = buttons.REMIND.of(update)
    await _follow_date(update, context, key_date_id, Wish("", leads) if leads else None)


@administrators_only
async def on_time(update: Update, context: Context) -> None:
    """Let all reminders come at the time of day that was wished for; show what that means for the key date."""
    key_date_id, wanted = buttons.REMIND_AT.of(update)
    subscription = await context.services.subscriptions.following(chat_of(update), key_date_id)
    if subscription is None:
        await alert(update, context, "unfollowed-gone")
        return
    await context.services.readers.set_reminder_time(chat_of(update), wanted)
    message = await followed_message(update, context, subscription, key_date_id=key_date_id)
    await show(update, context, message, (await context.texts(update))("toast-saved"))


@administrators_only
async def on_topic(update: Update, context: Context) -> None:
    """Follow the topic that was offered."""
    conversations, chat_id = context.services.pending_inputs, chat_of(update)
    user_id = user_of(update)
    offered = await conversations.get(chat_id, user_id)
    if offered is None or offered.step != TOPIC_STEP:
        is_group = (await context.reader(update)).is_group
        await alert(update, context, "not-yours" if is_group else "button-gone")
        return
    await conversations.end(chat_id, user_id)
    leads = str(offered.data.get("leads") or "")
    await _follow_topic(update, context, str(offered.data["words"]), parse_leads(leads) if leads else None)


@administrators_only
async def on_everything(update: Update, context: Context) -> None:
    """Follow every date, also those still to come."""
    await _follow_topic(update, context, EVERYTHING)


@administrators_only
async def on_unfollow(update: Update, context: Context) -> None:
    """Send nothing more about a key date; offer to take it back."""
    (key_date_id,) = buttons.UNFOLLOW.of(update)
    await unfollow_date(update, context, key_date_id)


@administrators_only
async def on_drop(update: Update, context: Context) -> None:
    """No longer follow a topic; offer to take it back."""
    (following_id,) = buttons.DROP.of(update)
    await drop_topic(update, context, following_id)


@administrators_only
async def on_again(update: Update, context: Context) -> None:
    """Take an unfollowing back."""
    (following_id,) = buttons.REFOLLOW.of(update)
    try:
        subscription = await context.services.subscriptions.refollow(chat_of(update), following_id)
    except Gone:
        await alert(update, context, "button-gone")
        return
    message = await followed_message(update, context, subscription)
    await show(update, context, message, (await context.texts(update))("toast-on"))


async def unfollow_date(update: Update, context: Context, key_date_id: int) -> None:
    """End the reminders of a key date, and say so."""
    try:
        key_date_id = await context.services.key_dates.current(key_date_id)
        subscription = await context.services.subscriptions.unfollow_date(chat_of(update), key_date_id)
        key_date = await context.services.key_dates.get(key_date_id)
    except Gone:
        await alert(update, context, "date-gone")
        return
    await _say_below(
        update,
        context,
        views.unfollowed_date(key_date, subscription, await view_context_of(update, context)),
        "toast-off",
    )


async def drop_topic(update: Update, context: Context, following_id: int) -> None:
    """End the subscription to a topic, and say so."""
    try:
        subscription = await context.services.subscriptions.unfollow(chat_of(update), following_id)
    except Gone:
        await alert(update, context, "unfollowed-gone")
        return
    await _say_below(
        update, context, views.unfollowed_topic(subscription, await view_context_of(update, context)), "toast-off"
    )


async def followed_message(
    update: Update,
    context: Context,
    subscription: Subscription,
    *,
    key_date_id: int | None = None,
    is_new: bool = False,
) -> Message:
    """Show a subscription as it stands, or one date of a topic; raise `Gone` when that date is no more."""
    viewer, shown = await view_context_of(update, context), key_date_id or subscription.key_date_id
    if shown is None:
        return views.following_topic(subscription, await topic_dates(context, subscription, viewer), viewer)
    key_date = await context.services.key_dates.get(shown)
    return views.following_date(await followed_date(update, context, key_date, subscription), viewer, is_new=is_new)


async def _follow_wish(update: Update, context: Context, wish: Wish) -> None:
    """Follow what is wished for: one date at once, several to choose from, none as a topic."""
    viewer = await view_context_of(update, context)
    wish = on_its_day(wish, viewer.today)
    if not wish.words:
        ahead = await context.services.key_dates.ahead(viewer.today, limit=OFFERED)
        dates = [one for one in ahead.dates if is_followable(one, viewer)]
        await say(update, context, views.ask_what(dates, wish, viewer, has_more=ahead.total > OFFERED))
    elif wish.words == EVERYTHING:
        await _follow_topic(update, context, EVERYTHING, wish.leads)
    else:
        meant = replace(wish, words=bounded(wish.words, LONGEST_TOPIC))
        await _follow_found(update, context, meant, await context.services.key_dates.find(meant.words, viewer.today))


async def _follow_found(update: Update, context: Context, wish: Wish, found: Found) -> None:
    """Follow the one date that is called so; a date that only mentions the words is asked about."""
    viewer = await view_context_of(update, context)
    named = [one for one in found.named if is_followable(one, viewer)]
    if len(named) == 1:
        await _follow_date(update, context, named[0].id, replace(wish, leads=views.leads_of(wish, named[0], viewer)))
        return
    leads = write_leads(wish.leads) if wish.leads else ""
    await context.services.pending_inputs.begin(
        chat_of(update), user_of(update), TOPIC_STEP, words=wish.words, leads=leads
    )
    reported = [one for one in found.reported if is_followable(one, viewer)]
    if named or reported:
        await say(update, context, views.choose_date(wish, named or reported, viewer))
    elif found.named:
        await say(update, context, views.not_ahead(wish.words, found.named[0], viewer))
    else:
        await say(update, context, views.offer_topic(wish.words, viewer))


async def _follow_date(update: Update, context: Context, key_date_id: int, wish: Wish | None) -> None:
    """Follow a key date as it is wished for, or as usual."""
    following = context.services.subscriptions
    key_date_id = await context.services.key_dates.current(key_date_id)
    try:
        before = await following.following(chat_of(update), key_date_id)
        subscription = await _followed(context, chat_of(update), key_date_id, wish)
        if _is_pressed_twice(update, before, subscription, context.services.clock.now()):
            await toast(update, (await context.texts(update))("toast-on"))
            return
        message = await followed_message(update, context, subscription, is_new=before is None)
    except Gone:
        await alert(update, context, "date-gone")
    except NoLeadAhead:
        key_date = await context.services.key_dates.get(key_date_id)
        viewer = await view_context_of(update, context)
        await toast(update, "")
        await say(update, context, views.not_before(key_date, wish.leads if wish else None, viewer, before))
    except Over:
        key_date = await context.services.key_dates.get(key_date_id)
        await alert(update, context, "follow-cancelled" if key_date.status == "cancelled" else "too-late")
    else:
        await _say_below(update, context, await _with_time(update, context, message, key_date_id, wish), "toast-on")


async def _with_time(
    update: Update, context: Context, message: Message, key_date_id: int, wish: Wish | None
) -> Message:
    """Say at what time of day reminders come, where another was wished for, with the button that changes it."""
    reader = await context.reader(update)
    if wish is None or wish.at is None or wish.at == reader.reminder_time:
        return message
    viewer = await view_context_of(update, context)
    return views.with_time(message, key_date_id, reader.reminder_time, wish.at, viewer)


async def _followed(context: Context, chat_id: int, key_date_id: int, wish: Wish | None) -> Subscription:
    following = context.services.subscriptions
    if wish is None or wish.leads is None:
        return await following.follow_date(chat_id, key_date_id)
    return await following.wish_date(chat_id, key_date_id, wish.leads, replaces=wish.replaces)


def _is_pressed_twice(update: Update, before: Subscription | None, now: Subscription, viewer: datetime) -> bool:
    """Whether a button was pressed again before its message can have been read."""
    return update.callback_query is not None and before == now and viewer - now.since < PRESSED_TWICE


async def _follow_topic(update: Update, context: Context, topic: str, leads: Leads | None = None) -> None:
    try:
        subscription = await context.services.subscriptions.follow_topic(chat_of(update), topic, leads, adds=True)
    except EmptyTopic:
        await alert(update, context, "topic-empty")
        return
    await _say_below(update, context, await followed_message(update, context, subscription), "toast-on")


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
