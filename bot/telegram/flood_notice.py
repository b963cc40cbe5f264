"""Asking somebody who sends too much at once to slow down."""

import logging

from telegram import Update
from telegram.error import TelegramError

from bot.telegram.context import Context
from bot.telegram.replies import answer_once, say
from bot.telegram.updates import is_for_bot
from bot.ui.message import Message
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)


async def ask_to_slow_down(update: Update, context: Context) -> None:
    """Say it once, in their language; where that fails they are just not answered.

    Members of a group who talk with each other, and not with the bot, hear nothing.
    """
    if not is_for_bot(update, context):
        return
    try:
        t = await context.texts(update)
        if update.callback_query is not None:
            await answer_once(update.callback_query, t("slow-down"), alert=True)
        elif update.effective_chat is not None:
            await say(update, context, Message(t("slow-down")))
    except (TelegramError, *DATABASE_ERRORS) as error:
        logger.info("could not ask to slow down: %s", type(error).__name__)
