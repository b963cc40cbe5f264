"""/settings: language, time zone, reminder time, leads, quiet hours."""

import asyncio
from functools import wraps
from typing import Any

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.features.settings import settings_view as views
from bot.phrases import parse_leads_phrase, parse_quiet_phrase, parse_time_phrase, recognise_courtesy
from bot.phrases.intents import parse_wish
from bot.phrases.typed_input import bounded
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Answering, NoAnswer, Step
from bot.telegram.menus import set_menu
from bot.telegram.permissions import ADMINISTRATORS, administrators_only, anybody, role_of
from bot.telegram.prompts import prompt
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import chat_of, view_context_for
from bot.ui.lead_buttons import added, toggled
from briefings.model.reader import ReaderSettings
from briefings.zones import find_zones, zone_at

STEPS = ("zone", "time", "quiet", "leads")
"""what may be written instead of pressed; the steps are called `set-zone` and so on"""
ASKED = {"zone": "zone-ask", "time": "time-ask", "quiet": "quiet-ask", "leads": "lead-ask"}


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Show, choose, set."""
    return [
        on_command("settings", on_settings),
        on_button(buttons.SETTINGS, on_settings),
        on_button(buttons.SET, on_choose),
        on_button(buttons.SET_BY_WRITING, on_write),
        on_button(buttons.SET_LANGUAGE, on_language),
        on_button(buttons.SET_ZONE, on_zone),
        on_button(buttons.SET_TIME, on_time),
        on_button(buttons.SET_LEADS, on_lead),
        on_button(buttons.SET_QUIET, on_quiet),
        MessageHandler(filters.LOCATION & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE, on_location),
    ]


def steps() -> dict[str, Step]:
    """What may be written instead of pressed."""
    written: tuple[Answering, ...] = (on_written_zone, on_written_time, on_written_quiet, on_written_leads)
    return {f"set-{name}": Step(_unless_asked(step), ADMINISTRATORS) for name, step in zip(STEPS, written, strict=True)}


@administrators_only
async def on_settings(update: Update, context: Context) -> None:
    """Show everything that is set."""
    await _end_step(update, context)
    reader = await context.reader(update)
    await show(update, context, views.settings_view(reader, view_context_for(context, reader)))


@administrators_only
async def on_choose(update: Update, context: Context) -> None:
    """Offer choices for one setting; all but the language may also be written at once."""
    (what,), reader = buttons.SET.of(update), await context.reader(update)
    if what in STEPS:
        await _begin_step(update, context, what)
    choices = {
        "language": views.choose_language,
        "zone": views.choose_zone,
        "time": views.choose_time,
        "leads": views.choose_leads,
        "quiet": views.choose_quiet,
    }
    await show(update, context, choices[what](reader, view_context_for(context, reader)))


@administrators_only
async def on_write(update: Update, context: Context) -> None:
    """Ask for something that is on no button."""
    (what,) = buttons.SET_BY_WRITING.of(update)
    await _begin_step(update, context, what)
    await prompt(update, context, views.ask_for(ASKED[what], view_context_for(context, await context.reader(update))))


@administrators_only
async def on_language(update: Update, context: Context) -> None:
    """Speak another language, in the menu too."""
    (wanted,) = buttons.SET_LANGUAGE.of(update)
    reader = await context.services.readers.set_language(chat_of(update), wanted)
    viewer = view_context_for(context, reader)
    await show(update, context, views.settings_view(reader, viewer), viewer.t("toast-saved"))
    if update.effective_chat is not None and update.effective_chat.type == ChatType.PRIVATE:
        await set_menu(context.bot, update.effective_chat.id, await role_of(update, context), wanted)


@administrators_only
async def on_zone(update: Update, context: Context) -> None:
    """Set the zone of a button."""
    (zone,) = buttons.SET_ZONE.of(update)
    await _set_zone(update, context, zone)


@administrators_only
async def on_time(update: Update, context: Context) -> None:
    """Set the reminder time of a button."""
    (wanted,) = buttons.SET_TIME.of(update)
    await _saved(update, context, await context.services.readers.set_reminder_time(chat_of(update), wanted), "time")


@administrators_only
async def on_lead(update: Update, context: Context) -> None:
    """Switch one of the usual leads on or off."""
    (lead,) = buttons.SET_LEADS.of(update)
    leads = toggled((await context.reader(update)).leads, lead)
    if leads is None:
        await toast(update, (await context.texts(update))("lead-bad"), alert=True)
        return
    reader = await context.services.readers.set_leads(chat_of(update), leads)
    viewer = view_context_for(context, reader)
    await show(update, context, views.choose_leads(reader, viewer), viewer.t("toast-saved"))


@administrators_only
async def on_quiet(update: Update, context: Context) -> None:
    """Set the quiet hours of a button, or none."""
    (quiet,) = buttons.SET_QUIET.of(update)
    await _saved(update, context, await context.services.readers.set_quiet(chat_of(update), quiet), "quiet")


@anybody
async def on_location(update: Update, context: Context) -> None:
    """Set the zone of a shared location."""
    location = update.effective_message.location if update.effective_message else None
    zone = await asyncio.to_thread(zone_at, location.latitude, location.longitude) if location else None
    if zone is None:
        await _refuse(update, context, "zone-unknown")
    else:
        await _set_zone(update, context, zone)


async def on_written_zone(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Set the zone of a written city, or ask which one is meant."""
    viewer = view_context_for(context, await context.reader(update))
    found = await find_zones(_written(update), viewer.now)
    if not found.cities:
        await _refuse(update, context, "zone-unknown")
    elif found.is_sure:
        await _set_zone(update, context, found.cities[0].zone)
    else:
        await say(update, context, views.choose_city(found, viewer))


async def on_written_time(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Set a written reminder time."""
    wanted = parse_time_phrase(_written(update))
    if wanted is None:
        await _refuse(update, context, "time-bad")
        return
    await _saved(update, context, await context.services.readers.set_reminder_time(chat_of(update), wanted), "time")


async def on_written_quiet(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Set written quiet hours."""
    quiet = parse_quiet_phrase(_written(update))
    if quiet is None:
        await _refuse(update, context, "quiet-bad")
        return
    await _saved(update, context, await context.services.readers.set_quiet(chat_of(update), quiet), "quiet")


async def on_written_leads(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Take the leads that were written, in addition to the usual ones."""
    written = parse_leads_phrase(_written(update))
    leads = added((await context.reader(update)).leads, written) if written else None
    if leads is None:
        await _refuse(update, context, "lead-bad")
        return
    await _end_step(update, context)
    reader = await context.services.readers.set_leads(chat_of(update), leads)
    await say(update, context, views.choose_leads(reader, view_context_for(context, reader)))


async def _set_zone(update: Update, context: Context, zone: str) -> None:
    try:
        reader = await context.services.readers.set_zone(chat_of(update), zone)
    except ValueError:
        await _refuse(update, context, "zone-unknown")
        return
    await _saved(update, context, reader, "zone")


async def _saved(update: Update, context: Context, reader: ReaderSettings, what: views.Saved) -> None:
    """Say what holds from now on, in place of the choices or as an answer."""
    await _end_step(update, context)
    viewer = view_context_for(context, reader)
    await show(update, context, views.saved(reader, what, viewer), viewer.t("toast-saved"))


async def _refuse(update: Update, context: Context, name: str) -> None:
    """Say what was not understood; the step goes on."""
    await prompt(update, context, views.ask_for(name, view_context_for(context, await context.reader(update))))


async def _begin_step(update: Update, context: Context, what: str) -> None:
    if update.effective_user is not None:
        await context.services.pending_inputs.begin(chat_of(update), update.effective_user.id, f"set-{what}")


async def _end_step(update: Update, context: Context) -> None:
    if update.effective_user is not None:
        await context.services.pending_inputs.end(chat_of(update), update.effective_user.id)


def _unless_asked(step: Answering) -> Answering:
    """Leave questions, wishes and courtesies to those who answer them."""

    @wraps(step)
    async def answered(update: Update, context: Context, data: dict[str, Any]) -> None:
        text = _written(update)
        if "?" in text or parse_wish(text) or recognise_courtesy(text):
            raise NoAnswer
        await step(update, context, data)

    return answered


def _written(update: Update) -> str:
    return bounded((update.effective_message.text or "") if update.effective_message else "")
