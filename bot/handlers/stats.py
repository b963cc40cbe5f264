"""`/stats`: how the bot is used."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers.access import editors_only
from bot.handlers.here import moment_of
from bot.handlers.registering import on_command
from bot.sending import say
from bot.views.stats import stats_message


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command."""
    return [on_command("stats", on_stats, edited=False)]


@editors_only
async def on_stats(update: Update, context: Context) -> None:
    """Show the figures."""
    moment = await moment_of(update, context)
    await say(update, context, stats_message(await context.services.stats.figures(moment.today), moment.t))
