"""/privacy and /forgetme: what is kept, having it sent, having it deleted."""

import json

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.privacy import privacy_view as views
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.menus import Role
from bot.telegram.permissions import administrators_only, anybody
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, say_when_back, send_file, show, toast
from bot.telegram.updates import chat_of, is_group, user_of
from bot.ui.message import File, Message

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
    role = await _role(update, context)
    await say(update, context, views.privacy(t, is_group=is_group(update), asks_model=asks_model, role=role))


@administrators_only
async def on_export(update: Update, context: Context) -> None:
    """Send everything kept about the chat as a file, and about the desk's work of whoever chats alone with the bot."""
    t, kept = await context.texts(update), await context.services.readers.export(chat_of(update))
    if not is_group(update) and (traces := await context.services.roles.traces(user_of(update))):
        kept["at the desk"] = traces
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
    t, works_on = await context.texts(update), False
    if not is_group(update):
        works_on = not await context.services.roles.forget(user_of(update))
    await context.services.readers.forget(chat_of(update))
    last_word = views.forgotten(t, is_group=is_group(update), works_on=works_on)
    await show(update, context, last_word)
    # Nothing is stored for whoever is forgotten; however often they press, they hear it once.
    if context.is_deferring and context.services.outages.is_first("telegram", chat_of(update)):
        context.application.create_task(say_when_back(context.bot, chat_of(update), last_word))


@administrators_only
async def on_forget_no(update: Update, context: Context) -> None:
    """Leave everything as it is."""
    await show(update, context, Message((await context.texts(update))("forget-kept")))


async def _role(update: Update, context: Context) -> Role:
    """Return in what role somebody chats alone with the bot; in a group everybody counts as a reader."""
    rights = context.services.roles
    if is_group(update):
        return "reader"
    if rights.is_owner(user_of(update)):
        return "owner"
    return "editor" if await rights.is_editor(user_of(update)) else "reader"
