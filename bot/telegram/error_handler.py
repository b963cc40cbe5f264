"""One place for what went wrong: logged for us where nobody foresaw it, a kind word for the person in any case."""

import logging

from telegram import Update
from telegram.error import Forbidden, InvalidToken, TelegramError

from bot.locales import Texts, language_of, texts
from bot.telegram.context import Context
from bot.telegram.replies import answer_once, is_away, say
from bot.telegram.updates import is_for_bot
from bot.ui.message import Message
from db.database import DATABASE_ERRORS
from db.error_kinds import is_of_database

logger = logging.getLogger(__name__)

WORDS = {"database": "database-away", "disk": "nothing-stored"}


async def on_error(update: object, context: Context) -> None:
    """Log the error with what is needed to understand it, never with what the person wrote; say sorry."""
    error = context.error
    if isinstance(error, Forbidden):
        logger.info("not allowed to write there: %s", error.message)
        return
    concerned = update if isinstance(update, Update) and update.effective_chat is not None else None
    if isinstance(error, DATABASE_ERRORS) and is_of_database(error):
        await say_trouble(concerned, context, error)
    elif is_away(error):
        await _apologise(concerned, context, "telegram-failed")
    elif isinstance(error, InvalidToken):  # also what Telegram says of a file that is gone
        logger.warning("Telegram refused a file, or the token: %s", error.message)
        await _apologise(concerned, context, "telegram-failed")
    else:
        update_id = update.update_id if isinstance(update, Update) else None
        trace = error if error is not None and error.__traceback__ else None  # one that was never raised has none
        logger.error("update %s failed: %s", update_id, type(error).__name__, exc_info=trace)
        await _apologise(concerned, context, "went-wrong")


async def say_trouble(update: Update | None, context: Context, error: Exception) -> None:
    """Say that the database is away to whoever asked for something: once in an outage, however often we try again."""
    outages = context.services.outages
    resource = outages.met(error)
    if update is None or update.effective_chat is None or not is_for_bot(update, context):
        return
    if outages.is_first(resource, update.effective_chat.id):
        await _apologise(update, context, WORDS[resource])


async def _apologise(update: Update | None, context: Context, words: str) -> None:
    if update is None:
        return
    try:
        t = await _texts(update, context)
        if update.callback_query is not None and await answer_once(update.callback_query, t(words), alert=True):
            return
        await say(update, context, Message(t(words)))
    except TelegramError as failed:
        logger.info("could not say sorry: %s", failed.message)
    except DATABASE_ERRORS as failed:
        context.services.outages.met(failed)


async def _texts(update: Update, context: Context) -> Texts:
    """Return the catalogue in the person's language: without the database in the one that their Telegram speaks."""
    services, user = context.services, update.effective_user
    if not services.outages.is_on("database"):
        return await context.texts(update)
    return texts(language_of(user.language_code if user else None, services.settings.default_language))
