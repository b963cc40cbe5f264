"""Reminders for a whole group: asked for by the button below the greeting, or in words."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.reminders.follow import on_follow
from bot.phrases import asks_for_everybody
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import administrators_only
from bot.telegram.registration import on_button
from bot.telegram.replies import toast
from bot.telegram.updates import is_group, text_for_bot


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Take the press that asks for it."""
    return [on_button(buttons.FOLLOW, on_remind_all)]


@administrators_only
async def on_remind_all(update: Update, context: Context) -> None:
    """Let administrators choose what the whole group is reminded of."""
    await toast(update, "")
    await on_follow(update, context)


async def offer(update: Update, context: Context) -> bool:
    """Take the wish that everybody in the group be reminded; return whether this was it."""
    message = update.effective_message
    text = text_for_bot(update, context) or (message.text if message else None) or ""
    is_wish = is_group(update) and asks_for_everybody(text)
    if is_wish:
        await on_follow(update, context)
    return is_wish
