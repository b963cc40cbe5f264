"""The buttons below a reminder that put it off."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.reminders.follow import alert
from bot.features.reminders.snooze_view import snoozed
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import administrators_only
from bot.telegram.registration import on_button
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import chat_of, view_context_of
from bot.ui.message import Message
from briefings.errors import Gone
from briefings.notices.reminders import Over
from briefings.notices.reminders.snoozing import WISHES


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Put off, and take that back."""
    return [
        on_button(buttons.SNOOZE, on_snooze),
        on_button(buttons.UNSNOOZE, on_unsnooze),
    ]


@administrators_only
async def on_snooze(update: Update, context: Context) -> None:
    """Remind again later."""
    key_date_id, wish = buttons.SNOOZE.of(update)
    try:
        put_off = await context.services.snoozing.snooze(chat_of(update), key_date_id, WISHES[wish])
    except Gone:
        await alert(update, context, "snooze-gone")
    except Over:
        await alert(update, context, "snooze-too-late")
    else:
        viewer = await view_context_of(update, context)
        await toast(update, viewer.t("toast-saved"))
        await say(update, context, snoozed(put_off, viewer))


@administrators_only
async def on_unsnooze(update: Update, context: Context) -> None:
    """Take a snooze back."""
    (key_date_id,) = buttons.UNSNOOZE.of(update)
    await context.services.snoozing.unsnooze(chat_of(update), key_date_id)
    t = await context.texts(update)
    await show(update, context, Message(t("unsnoozed")), t("toast-saved"))
