"""/privacy and /forgetme: what is kept, having it sent, having it deleted."""

import json

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers.access import administrators_only, anybody
from bot.handlers.here import chat_of, is_group
from bot.handlers.registering import on_button, on_command
from bot.sending import say, send_file, show, toast
from bot.telegram import buttons
from bot.views import privacy as views
from bot.views.message import File, Message

FILE_NAME = "my-data.json"


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Tell, export, forget."""
    return [
        on_command("privacy", on_privacy),
        on_command("forgetme", on_forget),
        on_button(buttons.EXPORT, on_export),
        on_button(buttons.FORGET, on_forget),
        on_button(buttons.FORGET_YES, on_forget_yes),
        on_button(buttons.FORGET_NO, on_forget_no),
    ]


@anybody
async def on_privacy(update: Update, context: Context) -> None:
    """Say what is kept."""
    t, asks_model = await context.texts(update), bool(context.services.settings.llm_base_url)
    await say(update, context, views.privacy(t, is_group=is_group(update), asks_model=asks_model))


@administrators_only
async def on_export(update: Update, context: Context) -> None:
    """Send everything kept about the chat as a file."""
    t, kept = await context.texts(update), await context.services.people.export(chat_of(update))
    text = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
    await toast(update, "")
    await send_file(update, context, File(FILE_NAME, text.encode()), t("export-caption"))


@administrators_only
async def on_forget(update: Update, context: Context) -> None:
    """Ask once before everything is deleted."""
    await toast(update, "")
    await say(update, context, views.ask_to_forget(await context.texts(update), is_group=is_group(update)))


@administrators_only
async def on_forget_yes(update: Update, context: Context) -> None:
    """Delete everything about the chat; the last word is said before it is forgotten which language it spoke."""
    t = await context.texts(update)
    await context.services.people.forget(chat_of(update))
    await show(update, context, Message(t("forgotten-group" if is_group(update) else "forgotten")))


@administrators_only
async def on_forget_no(update: Update, context: Context) -> None:
    """Leave everything as it is."""
    await show(update, context, Message((await context.texts(update))("forget-kept")))
