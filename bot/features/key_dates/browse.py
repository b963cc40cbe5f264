"""/dates and /timeline: what lies ahead, what has passed, and one key date."""

import re

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.key_dates.key_date_view import (
    PAGE_SIZE,
    Place,
    Side,
    desk_buttons,
    key_date_gone,
    key_date_list,
    key_date_view,
)
from bot.features.key_dates.timeline_view import Stretch, side_and_offset, timeline
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import anybody, is_editor
from bot.telegram.registration import on_button, on_command, on_deep_link
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import followed_by, is_group, view_context_of
from bot.ui.message import Message
from briefings.errors import Gone

DATE_LINK = re.compile(r"kd_([1-9]\d{0,17})", re.ASCII)
"""`/start kd_12` opens key date 12: what links like t.me/the_bot?start=kd_12 send"""


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """List, turn pages, open."""
    return [
        on_deep_link(DATE_LINK, on_linked),
        on_command("dates", on_list),
        on_command("timeline", on_timeline),
        on_button(buttons.DATES, on_list),
        on_button(buttons.TIMELINE, on_timeline),
        on_button(buttons.DATE_OF_LIST, on_open_from_list),
        on_button(buttons.DATE, on_open),
    ]


@anybody
async def on_list(update: Update, context: Context) -> None:
    """Show a page of what lies ahead or has passed."""
    side, number = buttons.DATES.of(update, ("ahead", 0))
    viewer, place = await view_context_of(update, context), Place("past" if side == "past" else "ahead", number)
    listing = {"ahead": context.services.key_dates.ahead, "past": context.services.key_dates.past}[place.side]
    page = await listing(viewer.today, place.page * PAGE_SIZE, PAGE_SIZE)
    if not page.dates and place.page:  # time went on since the button was made
        place, page = Place(place.side, 0), await listing(viewer.today, 0, PAGE_SIZE)
    followed = await followed_by(update, context)
    await show(update, context, key_date_list(page, place.side, place.page, followed, viewer))


@anybody
async def on_timeline(update: Update, context: Context) -> None:
    """Show a page of the timeline."""
    viewer, (number,) = await view_context_of(update, context), buttons.TIMELINE.of(update, (0,))
    side, offset = side_and_offset(number)
    key_dates = context.services.key_dates
    listing = {"ahead": key_dates.ahead, "past": key_dates.past}
    page = await listing[side](viewer.today, offset, PAGE_SIZE)
    other: Side = "ahead" if side == "past" else "past"
    has_other = (await listing[other](viewer.today, 0, 1)).total > 0
    has_more = offset + len(page.dates) < page.total
    earlier, later = (has_more, True) if side == "past" else (number > 0 or has_other, has_more)
    dates = tuple(reversed(page.dates)) if side == "past" else page.dates
    await show(update, context, timeline(Stretch(dates, number, earlier, later), viewer))


@anybody
async def on_open_from_list(update: Update, context: Context) -> None:
    """Show one key date in place of the list."""
    key_date_id, side, page = buttons.DATE_OF_LIST.of(update)
    back = Place("past" if side == "past" else "ahead", page)
    await show(update, context, await _opened(update, context, key_date_id, back))


@anybody
async def on_open(update: Update, context: Context) -> None:
    """Show one key date below what it was opened from."""
    (key_date_id,) = buttons.DATE.of(update)
    await toast(update, "")
    await open_date(update, context, key_date_id)


@anybody
async def on_linked(update: Update, context: Context) -> None:
    """Show the key date that a link opens."""
    (wanted,) = context.args or ("",)
    if linked := DATE_LINK.fullmatch(wanted):
        await open_date(update, context, int(linked.group(1)))


async def open_date(update: Update, context: Context, key_date_id: int) -> None:
    """Show one key date in a new message."""
    await say(update, context, await _opened(update, context, key_date_id, None))


async def _opened(update: Update, context: Context, key_date_id: int, back: Place | None) -> Message:
    viewer, key_dates = await view_context_of(update, context), context.services.key_dates
    try:
        key_date = await key_dates.get(await key_dates.current(key_date_id))
    except Gone:
        return key_date_gone(viewer)
    changes = await key_dates.changes(key_date.id) if key_date.status == "moved" else ()
    followed = await followed_by(update, context)
    is_desk = not is_group(update) and await is_editor(update, context)
    desk = (desk_buttons(key_date.id, viewer.t),) if is_desk else ()
    return key_date_view(key_date, changes, followed, viewer, desk, back)
