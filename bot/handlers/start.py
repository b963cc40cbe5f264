"""/start and /help."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.commands import Role, set_menu
from bot.context import Context
from bot.handlers import key_dates
from bot.handlers.access import anybody, is_editor
from bot.handlers.here import is_group, moment_of
from bot.handlers.registering import on_button, on_command
from bot.sending import say, show
from bot.telegram import buttons
from bot.telegram.words import LARGEST_ID, in_range
from bot.views.key_dates import is_followable
from bot.views.start import group_help, help_message, welcome
from briefings.language import Language

DATE_LINK = "kd_"
"""`/start kd_12` opens key date 12: what links like t.me/the_bot?start=kd_12 send"""


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Say hello, explain."""
    return [
        on_command("start", on_start),
        on_command("help", on_help),
        on_button(buttons.HELP, on_help),
    ]


@anybody
async def on_start(update: Update, context: Context) -> None:
    """Welcome, or open what a link asks for."""
    wanted = (context.args or [""])[0]
    key_date_id = _linked_date(wanted)
    if key_date_id is not None:
        await key_dates.open_date(update, context, key_date_id)
        return
    moment = await moment_of(update, context)
    role = await role_of(update, context)
    await _set_own_menu(update, context, role, moment.language)
    ahead = (await context.services.key_dates.ahead(moment.today, limit=5)).dates
    nearest = next((key_date for key_date in ahead if is_followable(key_date, moment)), None)
    await say(update, context, welcome(nearest, is_group(update), moment, role))


def _linked_date(wanted: str) -> int | None:
    """Return the key date that a link opens; None for any other link."""
    if not wanted.startswith(DATE_LINK):
        return None
    try:
        return in_range(wanted.removeprefix(DATE_LINK), 1, LARGEST_ID)
    except ValueError:
        return None


async def _set_own_menu(update: Update, context: Context, role: Role, language: Language) -> None:
    """Give editors and owners their menu: before they first wrote there was no chat to set it for."""
    if role != "reader" and update.effective_chat is not None and not is_group(update):
        await set_menu(context.bot, update.effective_chat.id, role, language)


@anybody
async def on_help(update: Update, context: Context) -> None:
    """List what this person can do."""
    t = await context.texts(update)
    message = (
        group_help(context.bot.username, t) if is_group(update) else help_message(await role_of(update, context), t)
    )
    await (show if update.callback_query else say)(update, context, message)


async def role_of(update: Update, context: Context) -> Role:
    """Return what the person who wrote may do."""
    user = update.effective_user
    if user is not None and context.services.rights.is_owner(user.id):
        return "owner"
    return "editor" if await is_editor(update, context) else "reader"
