"""`/edit` and `/retract`: published briefings set right, taken back, and brought back."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import (
    argument,
    await_answer,
    editor_id,
    for_editors,
    pressed_id,
    received,
    stop_waiting,
)
from bot.desk.common_view import LIST_LENGTH, ask
from bot.desk.corrections import correction_view as views
from bot.desk.corrections.versions import correct, unless_briefing_gone
from bot.desk.key_dates.effects import effects_of
from bot.desk.key_dates.effects_view import effect_lines
from bot.desk.key_dates.settle import say_conflicts
from bot.desk.loading import loading_view as loading
from bot.desk.loading import long_pastes as pasting
from bot.desk.loading.material import Text, material_of
from bot.phrases.typed_input import bounded
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Step
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import view_context_of
from bot.ui.message import Message
from briefings.errors import AlreadyLoaded, Gone
from briefings.model.briefing import Briefing
from briefings.readers.pastes import Purpose


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
    retraction = await context.services.publisher.retract(pressed_id(update), editor_id(update))
    effects = await effects_of(context, retraction.changed)
    await show(update, context, views.retracted(retraction.briefing, effects, await view_context_of(update, context)))
    for key_date in retraction.changed:
        await say_conflicts(update, context, key_date_id=key_date.id)


@editors_only
@unless_briefing_gone
async def on_unretract(update: Update, context: Context) -> None:
    """Bring a briefing back, unless the article came back in another way."""
    number, t = pressed_id(update), await context.texts(update)
    try:
        publication = await context.services.publisher.unretract(number, editor_id(update))
    except AlreadyLoaded as error:
        await show(update, context, loading.already_loaded(error.briefing, t))
        return
    effects = effect_lines(await effects_of(context, publication.changed), await view_context_of(update, context))
    await show(update, context, views.published(publication, t, "published-again", effects))
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
    found = await context.services.publisher.find(words, t.language)
    await say(update, context, views.found_briefings(found, words, verb, t))


async def _page(update: Update, context: Context, verb: str, number: int) -> Message:
    page = await context.services.publisher.page(number * LIST_LENGTH, LIST_LENGTH)
    return views.choose_briefing(page, number, verb, await context.texts(update))


async def _published(context: Context, number: int) -> Briefing:
    briefing = await context.services.publisher.get(number)
    if briefing.status != "published":
        raise Gone
    return briefing
