"""The button with which editors ask why an answer was given or withheld."""

import re

from telegram import Message as Received
from telegram import Update
from telegram.ext import BaseHandler

from bot.features.asking.ask import ask
from bot.features.asking.explanation_view import explanation_message
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button
from bot.telegram.replies import say, toast

COMMAND = re.compile(r"^/ask(@\w+)?\s*", re.IGNORECASE)


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Explain."""
    return [on_button(buttons.WHY, on_why)]


@editors_only
async def on_why(update: Update, context: Context) -> None:
    """Work the answer out again and show how: the question is in the message that the answer replies to."""
    t, question = await context.texts(update), _question(update)
    if not question:
        await toast(update, t("button-gone"), alert=True)
        return
    await toast(update, "")
    answer, _ = await ask(update, context, question)
    await say(update, context, explanation_message(answer.explanation, t))


def _question(update: Update) -> str:
    answer = update.effective_message
    asked = answer.reply_to_message if isinstance(answer, Received) else None
    if asked is None:
        return ""
    return COMMAND.sub("", asked.text or asked.caption or "")
