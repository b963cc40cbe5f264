"""Choosing how long before a key date, or before the dates of a topic, reminders come."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers.access import ADMINISTRATORS, administrators_only
from bot.handlers.following import alert, followed_message
from bot.handlers.here import chat_of, user_of
from bot.handlers.prompting import prompt
from bot.handlers.registering import on_button
from bot.handlers.reminders import way_of
from bot.handlers.talking import Step
from bot.said import said_leads
from bot.sending import say, show
from bot.telegram import buttons
from bot.telegram.words import bounded
from bot.views.leads import added, toggled
from bot.views.message import Message
from briefings.errors import Gone
from briefings.leads import Leads
from briefings.reminders import Followed, Over

STEP = "leads"


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Switch single leads, or ask for others."""
    return [
        on_button(buttons.ONE_LEAD, on_toggle),
        on_button(buttons.OTHER_LEADS, on_other),
    ]


def steps() -> dict[str, Step]:
    """Leads that are written."""
    return {STEP: Step(on_written, ADMINISTRATORS)}


@administrators_only
async def on_toggle(update: Update, context: Context) -> None:
    """Switch one reminder on or off."""
    kind, number, lead = buttons.ONE_LEAD.of(update)
    way = await _way(update, context, kind, number)
    if way is None:
        await alert(update, context, "unfollowed-gone")
    elif (leads := toggled(way.leads, lead)) is None:
        await alert(update, context, "lead-bad")
    elif message := await _changed(update, context, way, (kind, number), leads):
        await show(update, context, message, (await context.texts(update))("toast-saved"))


@administrators_only
async def on_other(update: Update, context: Context) -> None:
    """Ask for other leads."""
    kind, number = buttons.OTHER_LEADS.of(update)
    await context.services.conversations.begin(chat_of(update), user_of(update), STEP, kind=kind, number=number)
    await prompt(update, context, Message((await context.texts(update))("lead-ask")), below=True)


async def on_written(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the leads that were written, in addition to those chosen before."""
    target = (str(data["kind"]), int(data["number"]))
    way = await _way(update, context, *target)
    written = said_leads(bounded(update.effective_message.text or "")) if update.effective_message else None
    leads = added(way.leads, written) if way and written else None
    if way is not None and leads is None:
        await alert(update, context, "lead-bad")
        return
    await context.services.conversations.end(chat_of(update), user_of(update))
    if way is None or leads is None:
        await alert(update, context, "unfollowed-gone")
    elif message := await _changed(update, context, way, target, leads):
        await say(update, context, message)


async def _way(update: Update, context: Context, kind: str, number: int) -> Followed | None:
    """Return what makes the chat follow this key date, or the topic with this id."""
    if kind == "date":
        return await context.services.following.following(chat_of(update), number)
    return await way_of(update, context, number)


async def _changed(
    update: Update, context: Context, way: Followed, target: tuple[str, int], leads: Leads
) -> Message | None:
    """Set the leads and show what holds now; a date that is followed by its topic gets leads of its own."""
    following, chat_id, (kind, number) = context.services.following, chat_of(update), target
    try:
        if kind == "date" and way.key_date_id is None:
            way = await following.follow_date(chat_id, number, leads)
        else:
            way = await following.set_leads(chat_id, way.id, leads)
        return await followed_message(update, context, way)
    except (Gone, Over):
        await alert(update, context, "snooze-gone")
        return None
