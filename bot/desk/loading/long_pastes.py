"""Long pastes: parts are kept as they come, and used once no further one has come for a few seconds."""

import asyncio

from telegram import Update

from bot.desk.common import ids, received, reply
from bot.desk.corrections.versions import correct
from bot.desk.loading.articles import load, offer
from bot.desk.loading.material import Text
from bot.telegram.context import App, Context
from bot.telegram.permissions import is_editor
from bot.telegram.progress import show_typing
from briefings.readers.pastes import Paste, Purpose

PAUSE = 2.5
"""Real seconds without a further part after which a paste is whole."""


async def add(update: Update, context: Context, text: str, purpose: Purpose) -> None:
    """Keep a part, and look again after a pause: unless another part came meanwhile, the paste is whole."""
    message_id = received(update).message_id
    parts = await context.services.pastes.add(*ids(update), message_id, text, purpose, update.to_dict())
    await show_typing(update, context)
    context.application.create_task(_finish_later(update, context, parts), update)


async def finish(update: Update, context: Context, parts: int | None = None) -> None:
    """Use the paste of this person in this chat, if there is one (of so many parts).

    One that is cut short, since the bot stops, stays for the next run.
    """
    paste = await context.services.pastes.take(*ids(update), parts)
    if paste is None:
        return
    try:
        await _use(update, context, paste)
    except Exception:
        await context.services.pastes.done(*ids(update))
        raise
    await context.services.pastes.done(*ids(update))


async def resume(app: App) -> None:
    """Use the pastes that the last run left behind; called after the start."""
    for paste in await app.bot_data.pastes.left_behind():
        update = Update.de_json(paste.origin, app.bot)
        context = Context.from_update(update, app)
        using = _apologise(update, context) if paste.is_hopeless else _finish_later(update, context, len(paste.parts))
        app.create_task(using, update)


async def _finish_later(update: Update, context: Context, parts: int) -> None:
    await asyncio.sleep(PAUSE)
    await finish(update, context, parts)


async def _apologise(update: Update, context: Context) -> None:
    await reply(update, context, "went-wrong")


async def _use(update: Update, context: Context, paste: Paste) -> None:
    """Do with a whole paste what it was sent for, if whoever sent it is an editor still."""
    purpose = paste.purpose
    if not await is_editor(update, context):
        await reply(update, context, "editors-only")
    elif purpose.action == "correct" and purpose.about is not None:
        await correct(update, context, purpose.about, Text(paste.text))
    elif purpose.action == "load":
        await load(update, context, Text(paste.text))
    else:
        await offer(update, context, Text(paste.text), len(paste.parts))
