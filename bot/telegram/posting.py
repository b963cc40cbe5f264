"""The one way in which a message becomes a request to Telegram."""

from typing import Any

from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram import Message as Sent
from telegram.constants import ParseMode

from bot.ui.markup import Html
from bot.ui.message import Button, Keyboard, Message, Reply

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def post(bot: Bot, chat_id: int, message: Message, text: Html, *, paid: bool | None = None) -> Sent:
    """Send `text`, which fits into one message, with all else that comes with `message`."""
    reply = message if isinstance(message, Reply) else Reply(message.text, message.keyboard)
    common: dict[str, Any] = {
        "parse_mode": ParseMode.HTML,
        "message_thread_id": reply.thread,
        "reply_parameters": _answering(reply.replies_to),
        "reply_markup": ForceReply(selective=True) if reply.awaits_reply else markup(reply.keyboard),
        "allow_paid_broadcast": paid,
    }
    if reply.file is not None:
        file = InputFile(reply.file.content, reply.file.name)
        return await bot.send_document(chat_id, file, caption=text, **common)
    return await bot.send_message(chat_id, text, link_preview_options=NO_PREVIEW, **common)


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """Turn our keyboard into Telegram's; None where there are no buttons."""
    if not keyboard:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in keyboard])


def _answering(message_id: int | None) -> ReplyParameters | None:
    return None if message_id is None else ReplyParameters(message_id, allow_sending_without_reply=True)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, url=button.url, callback_data=button.data)
