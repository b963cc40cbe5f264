"""Showing that something long is under way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Message as Sent
from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.context import Context
from bot.telegram.replies import say
from bot.ui.message import Message

TYPING_SECONDS = 4.0
"""Telegram shows "typing" for five seconds."""


@asynccontextmanager
async def reading(update: Update, context: Context) -> AsyncIterator[None]:
    """Show "typing" while the body runs, and say "Reading…" once that takes long; the word goes away at the end."""
    showing = asyncio.create_task(_show(update, context))
    try:
        yield
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing


async def _show(update: Update, context: Context) -> None:
    said: Sent | None = None
    try:
        while True:
            await show_typing(update, context)
            await asyncio.sleep(TYPING_SECONDS)
            if said is None:
                t = await context.texts(update)
                said = await say(update, context, Message(t("load-reading")))
    finally:
        if said is not None:
            with suppress(TelegramError):
                await said.delete()


async def show_typing(update: Update, context: Context) -> None:
    """Show "typing" for a few seconds; that it cannot be shown does no harm."""
    if update.effective_chat is not None:
        with suppress(TelegramError):
            await context.bot.send_chat_action(update.effective_chat.id, ChatAction.TYPING)
