"""The buttons below a reminder that put it off."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers.access import administrators_only
from bot.handlers.following import alert
from bot.handlers.here import chat_of, moment_of
from bot.handlers.registering import on_button
from bot.sending import say, show, toast
from bot.telegram import buttons
from bot.views.message import Message
from bot.views.snoozing import snoozed
from briefings.errors import Gone
from briefings.reminders import Over
from briefings.reminders.snoozing import WISHES


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
        moment = await moment_of(update, context)
        await toast(update, moment.t("toast-saved"))
        await say(update, context, snoozed(put_off, moment))


@administrators_only
async def on_unsnooze(update: Update, context: Context) -> None:
    """Take a snooze back."""
    (key_date_id,) = buttons.UNSNOOZE.of(update)
    await context.services.snoozing.unsnooze(chat_of(update), key_date_id)
    t = await context.texts(update)
    await show(update, context, Message(t("unsnoozed")), t("toast-saved"))
