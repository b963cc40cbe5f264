"""`/drafts`: what waits for an editor."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers.access import editors_only
from bot.handlers.registering import on_command
from bot.sending import say
from bot.views.draft import drafts_list


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command."""
    return [on_command("drafts", on_drafts, edited=False)]


@editors_only
async def on_drafts(update: Update, context: Context) -> None:
    """List drafts to review and dates to settle."""
    services = context.services
    drafts, conflicts = await services.drafts.all(), await services.key_dates.conflicts()
    await say(update, context, drafts_list(drafts, len(conflicts), await context.texts(update)))
