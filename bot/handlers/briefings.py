"""/briefings: the list, and one of them."""

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.context import Context
from bot.handlers.here import arguments, followed_by, moment_of
from bot.sending import answer_once, say, show
from bot.views.briefings import PAGE_SIZE, briefing_gone, briefing_list, briefing_view
from bot.views.message import Message
from briefings.errors import Gone


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """List, turn pages, open."""
    return [
        CommandHandler("briefings", on_list),
        CallbackQueryHandler(on_list, pattern=r"^briefings:\d{1,6}$"),
        CallbackQueryHandler(on_open_from_list, pattern=r"^briefing:\d{1,18}:\d{1,6}$"),
        CallbackQueryHandler(on_open, pattern=r"^briefing:\d{1,18}$"),
    ]


async def on_list(update: Update, context: Context) -> None:
    """Show a page of the list."""
    number = int((arguments(update) or ["0"])[0])
    page = await context.services.library.page(number * PAGE_SIZE, PAGE_SIZE)
    if not page.briefings and number:
        number, page = 0, await context.services.library.page(0, PAGE_SIZE)
    await show(update, context, briefing_list(page, number, await moment_of(update, context)))


async def on_open_from_list(update: Update, context: Context) -> None:
    """Show one briefing in place of the list."""
    briefing_id, page = map(int, arguments(update))
    await show(update, context, await _opened(update, context, briefing_id, page))


async def on_open(update: Update, context: Context) -> None:
    """Show one briefing below what it was opened from."""
    if update.callback_query:
        await answer_once(update.callback_query)
    await say(update, context, await _opened(update, context, int(arguments(update)[0]), None))


async def _opened(update: Update, context: Context, briefing_id: int, page: int | None) -> Message:
    moment = await moment_of(update, context)
    try:
        briefing = await context.services.library.get(briefing_id)
    except Gone:
        return briefing_gone(moment)
    if briefing.status != "published":
        return briefing_gone(moment)
    key_dates = await context.services.key_dates.of_briefing(briefing_id)
    return briefing_view(briefing, key_dates, await followed_by(update, context), moment, page)
