"""/calendar: the dates that are followed, or all that lie ahead, as a file for one's calendar."""

from collections.abc import Sequence

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.calendar.calendar_view import FILE_NAME, calendar
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import anybody
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, send_file, toast
from bot.telegram.updates import followed_by, view_context_of
from bot.ui.key_date_lines import is_followable
from bot.ui.message import File, Message
from briefings.errors import Gone
from briefings.model.key_date import KeyDate

MOST = 500


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Send all, or one."""
    return [
        on_command("calendar", on_calendar),
        on_button(buttons.CALENDAR, on_calendar),
        on_button(buttons.CALENDAR_OF_DATE, on_one),
    ]


@anybody
async def on_calendar(update: Update, context: Context) -> None:
    """Send what is followed; where nothing is, all that lies ahead."""
    viewer = await view_context_of(update, context)
    page = await context.services.key_dates.ahead(viewer.today, limit=MOST)
    ahead = [one for one in page.dates if is_followable(one, viewer)]
    followed = await followed_by(update, context)
    mine = [one for one in ahead if one.id in followed]
    await _send(update, context, mine or ahead, "calendar-followed" if mine else "calendar-all")


@anybody
async def on_one(update: Update, context: Context) -> None:
    """Send one key date."""
    (key_date_id,) = buttons.CALENDAR_OF_DATE.of(update)
    try:
        key_date = await context.services.key_dates.get(key_date_id)
    except Gone:
        await toast(update, (await context.texts(update))("date-gone"), alert=True)
        return
    await _send(update, context, [key_date], "calendar-one")


async def _send(update: Update, context: Context, key_dates: Sequence[KeyDate], caption: str) -> None:
    viewer = await view_context_of(update, context)
    await toast(update, "")
    if not key_dates:
        await say(update, context, Message(viewer.t("calendar-none")))
        return
    await send_file(update, context, File(FILE_NAME, calendar(key_dates, viewer)), viewer.t(caption))
