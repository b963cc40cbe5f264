"""`/drafts`: what waits for an editor."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.review.draft_view import drafts_list
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_command
from bot.telegram.replies import say


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command."""
    return [on_command("drafts", on_drafts, edited=False)]


@editors_only
async def on_drafts(update: Update, context: Context) -> None:
    """List drafts to review and dates to settle."""
    services = context.services
    unsettled = len(await services.key_dates.conflicts()) + len(await services.same_dates.open())
    await say(update, context, drafts_list(await services.drafts.all(), unsettled, await context.texts(update)))
