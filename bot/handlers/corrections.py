"""`/edit` and `/retract`: published briefings set right, taken back, and brought back."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.context import Context
from bot.handlers import pasting
from bot.handlers.access import editors_only
from bot.handlers.conflicts import say_conflicts
from bot.handlers.desk import (
    argument,
    await_answer,
    editor_id,
    for_editors,
    pressed_id,
    received,
    stop_waiting,
)
from bot.handlers.fates import fates_of
from bot.handlers.here import moment_of
from bot.handlers.material import Text, material_of
from bot.handlers.registering import on_button, on_command
from bot.handlers.talking import Step
from bot.handlers.versions import correct, unless_briefing_gone
from bot.sending import say, show, toast
from bot.telegram import buttons
from bot.telegram.words import bounded
from bot.views import corrections as views
from bot.views import loading
from bot.views.desk import LIST_LENGTH, ask
from bot.views.fates import fates_lines
from bot.views.message import Message
from briefings.briefing import Briefing
from briefings.errors import AlreadyLoaded, Gone
from briefings.pastes import Purpose


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The commands, their lists, and the buttons of a published briefing."""
    return [
        on_command("edit", on_edit, edited=False),
        on_command("retract", on_retract, edited=False),
        on_button(buttons.BRIEFING_PAGE, on_page),
        on_button(buttons.EDIT, on_card),
        on_button(buttons.CORRECT, on_correct_text),
        on_button(buttons.RETRACT, on_confirm_retraction),
        on_button(buttons.RETRACT_YES, on_retract_yes),
        on_button(buttons.UNRETRACT, on_unretract),
        on_button(buttons.DISMISS, on_dismiss),
    ]


def steps() -> dict[str, Step]:
    """The corrected text."""
    return for_editors({"text": on_text})


@editors_only
async def on_edit(update: Update, context: Context) -> None:
    """`/edit`: choose a published briefing from the list, or by words of its title."""
    await _choose(update, context, "edit")


@editors_only
async def on_retract(update: Update, context: Context) -> None:
    """`/retract`: choose a published briefing from the list, or by words of its title."""
    await _choose(update, context, "retract")


@editors_only
async def on_page(update: Update, context: Context) -> None:
    """Turn to another page of published briefings."""
    verb, page = buttons.BRIEFING_PAGE.of(update)
    await show(update, context, await _page(update, context, verb.removesuffix("-page"), page))


@editors_only
@unless_briefing_gone
async def on_card(update: Update, context: Context) -> None:
    """Show what of a published briefing can be changed."""
    briefing = await _published(context, pressed_id(update))
    await show(update, context, views.briefing_card(briefing, await context.texts(update)))


@editors_only
@unless_briefing_gone
async def on_correct_text(update: Update, context: Context) -> None:
    """Ask for the corrected text."""
    briefing = await _published(context, pressed_id(update))
    await toast(update, "")
    await await_answer(update, context, "text", briefing=briefing.id)
    await say(update, context, ask(await context.texts(update), "text-ask"))


async def on_text(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the corrected text, in parts where it is long."""
    material = material_of(received(update))
    if isinstance(material, Text):
        await pasting.add(update, context, material.text, Purpose("correct", data["briefing"]))
        return
    await stop_waiting(update, context)
    await correct(update, context, data["briefing"], material)


@editors_only
@unless_briefing_gone
async def on_confirm_retraction(update: Update, context: Context) -> None:
    """Ask once more."""
    briefing = await _published(context, pressed_id(update))
    await show(update, context, views.confirm_retraction(briefing, await context.texts(update)))


@editors_only
@unless_briefing_gone
async def on_retract_yes(update: Update, context: Context) -> None:
    """Take a briefing back."""
    retraction = await context.services.library.retract(pressed_id(update), editor_id(update))
    fates = await fates_of(context, retraction.changed)
    await show(update, context, views.retracted(retraction.briefing, fates, await moment_of(update, context)))
    for key_date in retraction.changed:
        await say_conflicts(update, context, key_date_id=key_date.id)


@editors_only
@unless_briefing_gone
async def on_unretract(update: Update, context: Context) -> None:
    """Bring a briefing back, unless the article came back in another way."""
    number, t = pressed_id(update), await context.texts(update)
    try:
        publication = await context.services.library.unretract(number, editor_id(update))
    except AlreadyLoaded as error:
        await show(update, context, loading.already_loaded(error.briefing, t))
        return
    fates = fates_lines(await fates_of(context, publication.changed), await moment_of(update, context))
    await show(update, context, views.published(publication, t, "published-again", fates))
    await say_conflicts(update, context, number)


@editors_only
async def on_dismiss(update: Update, context: Context) -> None:
    """Leave what was asked."""
    await stop_waiting(update, context)
    await show(update, context, Message((await context.texts(update))("cancelled")))


async def _choose(update: Update, context: Context, verb: str) -> None:
    words, t = bounded(argument(update)), await context.texts(update)
    if not words:
        await say(update, context, await _page(update, context, verb, 0))
        return
    found = await context.services.library.find(words, t.language)
    await say(update, context, views.found_briefings(found, words, verb, t))


async def _page(update: Update, context: Context, verb: str, number: int) -> Message:
    page = await context.services.library.page(number * LIST_LENGTH, LIST_LENGTH)
    return views.choose_briefing(page, number, verb, await context.texts(update))


async def _published(context: Context, number: int) -> Briefing:
    briefing = await context.services.library.get(number)
    if briefing.status != "published":
        raise Gone
    return briefing
