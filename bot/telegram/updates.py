"""What nearly every handler of readers asks first: who writes, where and when, and what they said with it."""

import re

from telegram import Message, Update
from telegram.constants import ChatType

from bot.locales import texts
from bot.telegram.context import Context
from bot.ui.view_context import ViewContext
from briefings.model.reader import ReaderSettings
from briefings.text import Language


async def view_context_of(update: Update, context: Context) -> ViewContext:
    """Return for whom, where and when to make a view."""
    return view_context_for(context, await context.reader(update))


def view_context_for(context: Context, reader: ReaderSettings, language: Language | None = None) -> ViewContext:
    """Return a reader's view context, in their language or in the one a question was asked in."""
    services = context.services
    spoken = texts(language or reader.language)
    return ViewContext(spoken, services.clock.now(), reader.zone, services.settings.stale_days)


def words_of(context: Context) -> str:
    """Return what was written after a command."""
    return " ".join(context.args or ())


def chat_of(update: Update) -> int:
    """Return the chat that wrote."""
    if update.effective_chat is None:
        raise ValueError("an update without a chat")
    return update.effective_chat.id


def user_of(update: Update) -> int:
    """Return the person who wrote; a group or channel that writes as itself is its own person."""
    return update.effective_user.id if update.effective_user else chat_of(update)


def is_group(update: Update) -> bool:
    """Whether several people read along where this was written."""
    return update.effective_chat is not None and update.effective_chat.type != ChatType.PRIVATE


def text_for_bot(update: Update, context: Context) -> str | None:
    """Return what was said to the bot, without its name; None for what members of a group say to each other.

    In a group that is what mentions the bot, and a question in reply to it.
    """
    message = update.effective_message
    text = (message.text or message.caption or "") if message else ""
    if not is_group(update):
        return text
    mention = re.compile(rf"@{re.escape(context.bot.username)}\b[\s,:]*", re.IGNORECASE)
    if mention.search(text):
        return mention.sub("", text).strip()
    return text if message and "?" in text and _answers_bot(message, context) else None


def is_for_bot(update: Update, context: Context) -> bool:
    """Whether somebody waits for an answer; members of a group talk with each other as well."""
    if update.callback_query is not None or update.message is None:
        return update.callback_query is not None
    text = update.message.text or update.message.caption or ""
    return not is_group(update) or text.startswith("/") or text_for_bot(update, context) is not None


def _answers_bot(message: Message, context: Context) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == context.bot.id


async def followed_by(update: Update, context: Context) -> frozenset[int]:
    """Return the ids of the key dates that the chat follows, by themselves or by a topic."""
    following, chat_id = context.services.subscriptions, chat_of(update)
    own = {way.key_date_id for way in await following.followings(chat_id) if way.key_date_id is not None}
    return frozenset(own | {reminder.key_date_id for reminder in await following.upcoming(chat_id)})
