"""/briefings: the list, and one of them."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.briefings.briefing_view import PAGE_SIZE, briefing_gone, briefing_list, briefing_view
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import anybody
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import followed_by, view_context_of
from bot.ui.message import Message
from briefings.errors import Gone


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """List, turn pages, open."""
    return [
        on_command("briefings", on_list),
        on_button(buttons.BRIEFINGS, on_list),
        on_button(buttons.BRIEFING_OF_LIST, on_open_from_list),
        on_button(buttons.BRIEFING, on_open),
    ]


@anybody
async def on_list(update: Update, context: Context) -> None:
    """Show a page of the list."""
    (number,) = buttons.BRIEFINGS.of(update, (0,))
    page = await context.services.publisher.page(number * PAGE_SIZE, PAGE_SIZE)
    if not page.briefings and number:
        number, page = 0, await context.services.publisher.page(0, PAGE_SIZE)
    await show(update, context, briefing_list(page, number, await view_context_of(update, context)))


@anybody
async def on_open_from_list(update: Update, context: Context) -> None:
    """Show one briefing in place of the list."""
    briefing_id, page = buttons.BRIEFING_OF_LIST.of(update)
    await show(update, context, await _opened(update, context, briefing_id, page))


@anybody
async def on_open(update: Update, context: Context) -> None:
    """Show one briefing below what it was opened from."""
    (briefing_id,) = buttons.BRIEFING.of(update)
    await toast(update, "")
    await say(update, context, await _opened(update, context, briefing_id, None))


async def _opened(update: Update, context: Context, briefing_id: int, page: int | None) -> Message:
    viewer = await view_context_of(update, context)
    try:
        briefing = await context.services.publisher.get(briefing_id)
    except Gone:
        return briefing_gone(viewer)
    if briefing.status != "published":
        return briefing_gone(viewer)
    key_dates = await context.services.key_dates.of_briefing(briefing_id)
    return briefing_view(briefing, key_dates, await followed_by(update, context), viewer, page)
