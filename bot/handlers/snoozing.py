"""The buttons below a reminder that put it off."""

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.context import Context
from bot.handlers.access import administrators_only
from bot.handlers.following import alert
from bot.handlers.here import arguments, chat_of, moment_of
from bot.sending import say, show, toast
from bot.views.message import Message
from bot.views.snoozing import snoozed
from briefings.errors import Gone
from briefings.reminders import Over
from briefings.reminders.snoozing import WISHES


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Put off, and take that back."""
    return [
        CallbackQueryHandler(on_snooze, pattern=r"^snooze:\d{1,18}:(hours|tomorrow|eve)$"),
        CallbackQueryHandler(on_unsnooze, pattern=r"^unsnooze:\d{1,18}$"),
    ]


@administrators_only
async def on_snooze(update: Update, context: Context) -> None:
    """Remind again later."""
    key_date_id, wish = arguments(update)
    try:
        put_off = await context.services.snoozing.snooze(chat_of(update), int(key_date_id), WISHES[wish])
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
    await context.services.snoozing.unsnooze(chat_of(update), int(arguments(update)[0]))
    t = await context.texts(update)
    await show(update, context, Message(t("unsnoozed")), t("toast-saved"))
