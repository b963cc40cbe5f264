"""Saying things in a chat: new messages, messages changed in place, and pressed buttons answered.

Where Telegram is away, what somebody asked for waits in the ledger and comes as soon as Telegram is back.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

from telegram import Bot, CallbackQuery, Update
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.errors import TelegramAway
from bot.telegram.context import Context
from bot.telegram.posting import NO_PREVIEW, markup, post
from bot.ui.markup import TEXT_LIMIT, Html, plain, shorten
from bot.ui.message import File, Message, Reply
from bot.ui.splitting import split
from bot.ui.stored_message import store

TOAST_LIMIT = 200
"""characters of a callback's answer"""
NOT_MODIFIED = "message is not modified"
DEFERRED_LIMIT = TEXT_LIMIT - 200
"""UTF-16 units of a message that waits in the ledger: it leaves room for the line that says it is late."""
LARGEST_STORED = 1_000_000
"""bytes of a file that may wait in the ledger"""

TRY_EVERY, TRIES_WHEN_BACK = 10.0, 360
"""Real seconds, and tries: an hour."""


async def say(
    update: Update, context: Context, message: Message, *, reply: bool = False, awaits_reply: bool = False
) -> Sent | None:
    """Send a new message to the chat that wrote, or as a reply; a long one in parts, its buttons below the last.

    One that awaits a reply opens the reply field, instead of buttons, for those whom it names or answers. Returns None
    where the message waits in the ledger.
    """
    answered = update.effective_message.message_id if reply and update.effective_message else None
    return await _say(
        update, context, Reply(message.text, message.keyboard, _thread(update), answered, awaits_reply=awaits_reply)
    )


async def send_file(update: Update, context: Context, file: File, caption: Html) -> None:
    """Send a file to the chat that wrote."""
    await _say(update, context, Reply(caption, thread=_thread(update), file=file))


async def show(update: Update, context: Context, message: Message, toast: str = "") -> None:
    """Answer the pressed button and put `message` in place of the one it stood below; without one, send it anew."""
    query = update.callback_query
    if query is None:
        await say(update, context, message)
        return
    await answer_once(query, toast)
    parts = split(message.text)
    if len(parts) > 1 or not await _edited(query, context, message):
        await say(update, context, message)


async def say_when_back(bot: Bot, chat_id: int, message: Message) -> None:
    """Say something as soon as Telegram is back, for an hour, without storing it: a restart forgets it."""
    for _ in range(TRIES_WHEN_BACK):
        await asyncio.sleep(TRY_EVERY)
        try:
            await post(bot, chat_id, message, message.text)
        except TelegramError as error:
            if is_away(error):
                continue
        return


async def toast(update: Update, text: str, *, alert: bool = False) -> None:
    """Answer the pressed button with a few words that pass by, or with an alert to be closed."""
    if update.callback_query is not None:
        await answer_once(update.callback_query, text, alert=alert)


async def answer_once(query: CallbackQuery, text: str = "", *, alert: bool = False) -> bool:
    """Answer a callback, and return whether that was seen; one too old, or answered before, is let be."""
    try:
        return await query.answer(shorten(plain(text), TOAST_LIMIT) or None, show_alert=alert)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise
        return False
    except (NetworkError, RetryAfter):
        return False


def is_away(error: BaseException | None) -> bool:
    """Whether Telegram could not be reached, or wants nothing for longer than somebody would wait."""
    return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)


async def _say(update: Update, context: Context, reply: Reply) -> Sent | None:
    if update.effective_chat is None:
        raise ValueError("an update without a chat cannot be answered")
    sent = None
    for part in _parts(reply):
        sent = await _send(update, context, update.effective_chat.id, part)
    return sent


async def _send(update: Update, context: Context, chat_id: int, part: Reply) -> Sent | None:
    """Send a message; where that fails, queue it, and all that answers the update after it."""
    error: TelegramError = TelegramAway()
    if not context.is_deferring:
        try:
            return await post(context.bot, chat_id, part, part.text)
        except TelegramError as failed:
            if not is_away(failed):
                raise
            error = failed
    if part.file is not None and len(part.file.content) > LARGEST_STORED:
        raise error
    context.is_deferring = True
    number = context.next_part()
    for index, piece in enumerate(_parts(part, DEFERRED_LIMIT)):
        name = f"{update.update_id}:{number}:{index}"
        await context.services.replies.enqueue(chat_id, name, store(piece), is_doubtful=_may_have_arrived(error))
    return None


def _parts(reply: Reply, limit: int = TEXT_LIMIT) -> Iterator[Reply]:
    """Cut what is too long; buttons and all else come with the last part."""
    *first, last = split(reply.text, limit)
    for text in first:
        yield Reply(text, thread=reply.thread)
    yield replace(reply, text=last)


def _may_have_arrived(error: TelegramError) -> bool:
    """Whether nobody knows if Telegram took it: no connection came about, or it was refused, are no doubt."""
    cause = type(error.__cause__).__name__
    certain = isinstance(error, TelegramAway | RetryAfter) or cause in {"ConnectError", "ConnectTimeout", "PoolTimeout"}
    return not certain


async def _edited(query: CallbackQuery, context: Context, message: Message) -> bool:
    """Whether the message with the button now shows `message`; what cannot be changed now comes as a new message."""
    if not isinstance(query.message, Sent):
        return False
    try:
        await query.edit_message_text(
            message.text, ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=markup(message.keyboard)
        )
    except BadRequest as error:
        return NOT_MODIFIED in error.message.lower()
    except (NetworkError, RetryAfter):
        context.is_deferring = True
        return False
    return True


def _thread(update: Update) -> int | None:
    message = update.effective_message
    return message.message_thread_id if isinstance(message, Sent) and message.is_topic_message else None
