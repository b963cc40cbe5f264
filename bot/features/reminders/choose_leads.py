"""Choosing how long before a key date, or before the dates of a topic, reminders come."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.reminders.follow import alert, followed_message
from bot.features.reminders.manage import subscription_of
from bot.phrases import parse_leads_phrase
from bot.phrases.typed_input import bounded
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Step
from bot.telegram.permissions import ADMINISTRATORS, administrators_only
from bot.telegram.prompts import prompt
from bot.telegram.registration import on_button
from bot.telegram.replies import say, show
from bot.telegram.updates import chat_of, user_of
from bot.ui.lead_buttons import added, toggled
from bot.ui.message import Message
from briefings.errors import Gone
from briefings.model.leads import Leads
from briefings.notices.reminders import Over, Subscription

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
    subscription = await _subscription(update, context, kind, number)
    if subscription is None:
        await alert(update, context, "unfollowed-gone")
    elif (leads := toggled(subscription.leads, lead)) is None:
        await alert(update, context, "lead-bad")
    elif message := await _changed(update, context, subscription, (kind, number), leads):
        await show(update, context, message, (await context.texts(update))("toast-saved"))


@administrators_only
async def on_other(update: Update, context: Context) -> None:
    """Ask for other leads."""
    kind, number = buttons.OTHER_LEADS.of(update)
    await context.services.pending_inputs.begin(chat_of(update), user_of(update), STEP, kind=kind, number=number)
    await prompt(update, context, Message((await context.texts(update))("lead-ask")), below=True)


async def on_written(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the leads that were written, in addition to those chosen before."""
    target = (str(data["kind"]), int(data["number"]))
    subscription = await _subscription(update, context, *target)
    written = parse_leads_phrase(bounded(update.effective_message.text or "")) if update.effective_message else None
    leads = added(subscription.leads, written) if subscription and written else None
    if subscription is not None and leads is None:
        await alert(update, context, "lead-bad")
        return
    await context.services.pending_inputs.end(chat_of(update), user_of(update))
    if subscription is None or leads is None:
        await alert(update, context, "unfollowed-gone")
    elif message := await _changed(update, context, subscription, target, leads):
        await say(update, context, message)


async def _subscription(update: Update, context: Context, kind: str, number: int) -> Subscription | None:
    """Return what makes the chat follow this key date, or the topic with this id."""
    if kind == "date":
        return await context.services.subscriptions.following(chat_of(update), number)
    return await subscription_of(update, context, number)


async def _changed(
    update: Update, context: Context, subscription: Subscription, target: tuple[str, int], leads: Leads
) -> Message | None:
    """Set the leads and show what holds now; a date that is followed by its topic gets leads of its own."""
    following, chat_id, (kind, number) = context.services.subscriptions, chat_of(update), target
    try:
        if kind == "date" and subscription.key_date_id is None:
            subscription = await following.follow_date(chat_id, number, leads)
        else:
            subscription = await following.set_leads(chat_id, subscription.id, leads)
        return await followed_message(update, context, subscription)
    except (Gone, Over):
        await alert(update, context, "snooze-gone")
        return None
