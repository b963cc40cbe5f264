"""Saying things in a chat: new messages, messages changed in place, and pressed buttons answered."""

from telegram import (
    CallbackQuery,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
    Update,
)
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.context import Context
from bot.views.markup import plain, shorten
from bot.views.message import Button, Keyboard, Message
from bot.views.splitting import split

TOAST_LIMIT = 200
"""characters of a callback's answer"""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NOT_MODIFIED = "message is not modified"


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """Turn our keyboard into Telegram's; None where there are no buttons."""
    if not keyboard:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in keyboard])


async def say(
    update: Update, context: Context, message: Message, *, reply: bool = False, awaits_reply: bool = False
) -> Sent:
    """Send a new message to the chat that wrote, or as a reply; a long one in parts, its buttons below the last.

    One that awaits a reply opens the reply field, instead of buttons, for those whom it names or answers.
    """
    if update.effective_chat is None:
        raise ValueError("an update without a chat cannot be answered")
    chat_id, thread = update.effective_chat.id, _thread(update)
    *first, last = split(message.text)
    for part in first:
        await context.bot.send_message(
            chat_id, part, ParseMode.HTML, message_thread_id=thread, link_preview_options=NO_PREVIEW
        )
    return await context.bot.send_message(
        chat_id,
        last,
        ParseMode.HTML,
        message_thread_id=thread,
        link_preview_options=NO_PREVIEW,
        reply_markup=ForceReply(selective=True) if awaits_reply else markup(message.keyboard),
        reply_parameters=_reply_to(update) if reply else None,
    )


async def show(update: Update, context: Context, message: Message, toast: str = "") -> None:
    """Answer the pressed button and put `message` in place of the one it stood below; without one, send it anew."""
    query = update.callback_query
    if query is None:
        await say(update, context, message)
        return
    await answer_once(query, toast)
    parts = split(message.text)
    if len(parts) > 1 or not await _edited(query, message):
        await say(update, context, message)


async def toast(update: Update, text: str, *, alert: bool = False) -> None:
    """Answer the pressed button with a few words that pass by, or with an alert to be closed."""
    if update.callback_query is not None:
        await answer_once(update.callback_query, text, alert=alert)


async def answer_once(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a callback; one that grew too old or was answered before is let be."""
    try:
        await query.answer(shorten(plain(text), TOAST_LIMIT) or None, show_alert=alert)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise


async def _edited(query: CallbackQuery, message: Message) -> bool:
    """Whether the message with the button now shows `message`; one that grew too old cannot be changed."""
    if not isinstance(query.message, Sent):
        return False
    try:
        await query.edit_message_text(
            message.text, ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=markup(message.keyboard)
        )
    except BadRequest as error:
        return NOT_MODIFIED in error.message.lower()
    return True


def _reply_to(update: Update) -> ReplyParameters | None:
    message = update.effective_message
    return ReplyParameters(message.message_id, allow_sending_without_reply=True) if message else None


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, url=button.url, callback_data=button.data)


def _thread(update: Update) -> int | None:
    message = update.effective_message
    return message.message_thread_id if isinstance(message, Sent) and message.is_topic_message else None
