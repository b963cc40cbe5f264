"""`/stats`: how the bot is used."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.stats.stats_view import stats_message
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_command
from bot.telegram.replies import say
from bot.telegram.updates import view_context_of


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command."""
    return [on_command("stats", on_stats, edited=False)]


@editors_only
async def on_stats(update: Update, context: Context) -> None:
    """Show the figures."""
    viewer = await view_context_of(update, context)
    await say(update, context, stats_message(await context.services.stats.figures(viewer.today), viewer.t))
