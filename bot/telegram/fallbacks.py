"""Buttons and commands that nobody else knows: from an older version, or mistyped."""

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, MessageHandler, filters

from bot.telegram.context import Context
from bot.telegram.permissions import anybody
from bot.telegram.replies import say, toast
from bot.ui.message import Message


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Take what is left over, in private chats."""
    unknown = filters.COMMAND & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    return [CallbackQueryHandler(on_stale_button), MessageHandler(unknown, on_unknown_command)]


@anybody
async def on_stale_button(update: Update, context: Context) -> None:
    """Say kindly that the button no longer works."""
    t = await context.texts(update)
    await toast(update, t("button-gone"), alert=True)


@anybody
async def on_unknown_command(update: Update, context: Context) -> None:
    """Point to what there is."""
    t = await context.texts(update)
    await say(update, context, Message(t("unknown-command")))
