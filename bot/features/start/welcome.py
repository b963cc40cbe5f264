"""/start and /help."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.key_dates import browse as key_dates
from bot.features.key_dates.key_date_view import is_followable
from bot.features.start.welcome_view import group_help, help_message, welcome
from bot.phrases.typed_input import LARGEST_ID, in_range
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.menus import Role, set_menu
from bot.telegram.permissions import anybody, is_editor
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show
from bot.telegram.updates import is_group, view_context_of
from briefings.text import Language

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
    viewer = await view_context_of(update, context)
    role = await role_of(update, context)
    await _set_own_menu(update, context, role, viewer.language)
    ahead = (await context.services.key_dates.ahead(viewer.today, limit=5)).dates
    nearest = next((key_date for key_date in ahead if is_followable(key_date, viewer)), None)
    await say(update, context, welcome(nearest, is_group(update), viewer, role))


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
    if user is not None and context.services.roles.is_owner(user.id):
        return "owner"
    return "editor" if await is_editor(update, context) else "reader"
