"""/start and /help."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.start.welcome_view import group_help, help_message, welcome
from bot.phrases import recognise_courtesy
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.menus import Role, set_menu
from bot.telegram.permissions import anybody, role_of
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show
from bot.telegram.updates import is_group, text_for_bot, view_context_of
from bot.ui.key_date_lines import is_followable
from bot.ui.message import Message
from briefings.text import Language


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Say hello, explain."""
    return [
        on_command("start", on_start),
        on_command("help", on_help),
        on_button(buttons.HELP, on_help),
    ]


@anybody
async def on_start(update: Update, context: Context) -> None:
    """Welcome; name what comes next."""
    viewer = await view_context_of(update, context)
    role = await role_of(update, context)
    await _set_own_menu(update, context, role, viewer.language)
    ahead = (await context.services.key_dates.ahead(viewer.today, limit=5)).dates
    nearest = next((key_date for key_date in ahead if is_followable(key_date, viewer)), None)
    await say(update, context, welcome(nearest, is_group(update), viewer, role))


async def _set_own_menu(update: Update, context: Context, role: Role, language: Language) -> None:
    """Give editors and owners their menu: before they first wrote there was no chat to set it for."""
    if role != "reader" and update.effective_chat is not None and not is_group(update):
        await set_menu(context.bot, update.effective_chat.id, role, language)


async def offer(update: Update, context: Context) -> bool:
    """Greet whoever greets, and take thanks; return whether this was either."""
    match recognise_courtesy(text_for_bot(update, context) or ""):
        case "hello":
            await on_start(update, context)
            return True
        case "thanks":
            await say(update, context, Message((await context.texts(update))("you-are-welcome")))
            return True
        case None:
            return False


@anybody
async def on_help(update: Update, context: Context) -> None:
    """List what this person can do."""
    t = await context.texts(update)
    message = (
        group_help(context.bot.username, t) if is_group(update) else help_message(await role_of(update, context), t)
    )
    await (show if update.callback_query else say)(update, context, message)
