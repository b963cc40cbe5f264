"""One place for what nobody foresaw: logged for us, a kind word for the person."""

import logging

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.context import Context
from bot.sending import answer_once, say
from bot.views.message import Message

logger = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Log the error with what is needed to understand it, never with what the person wrote; say sorry."""
    error = context.error
    if isinstance(error, Forbidden):
        logger.info("not allowed to write there: %s", error.message)
        return
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        logger.warning("Telegram could not be reached: %s", error.message)
        return
    update_id = update.update_id if isinstance(update, Update) else None
    logger.error("update %s failed", update_id, exc_info=error)
    if isinstance(update, Update) and update.effective_chat is not None:
        await _apologise(update, context)


async def _apologise(update: Update, context: Context) -> None:
    try:
        t = await context.texts(update)
        if update.callback_query is not None:
            await answer_once(update.callback_query, t("went-wrong"), alert=True)
        else:
            await say(update, context, Message(t("went-wrong")))
    except TelegramError as error:
        logger.warning("could not say sorry: %s", error.message)
