"""`/broadcast`: a text to all readers, shown first, sent through the ledger, stopped as long as it is under way."""

from typing import Any
from uuid import uuid4

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.broadcast import broadcast_view as views
from bot.desk.common import (
    argument,
    await_answer,
    editor_id,
    for_editors,
    ids,
    notify,
    received,
    reply,
    stop_waiting,
)
from bot.desk.common_view import ask
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Step
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show
from bot.ui.markup import utf16_length
from bot.ui.message import Message
from briefings.intake.characters import tidy_text

LONGEST = 3000
"""UTF-16 units: it goes out as one message, and its preview is one."""
STEP = "broadcast"


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command and its buttons."""
    return [
        on_command("broadcast", on_broadcast, edited=False),
        on_button(buttons.BROADCAST_YES, on_yes),
        on_button(buttons.BROADCAST_NO, on_no),
        on_button(buttons.BROADCAST, on_renew),
        on_button(buttons.BROADCAST_STOP, on_stop),
    ]


def steps() -> dict[str, Step]:
    """The text."""
    return for_editors({STEP: on_text})


@editors_only
async def on_broadcast(update: Update, context: Context) -> None:
    """Show what readers would get; without a text, ask for it."""
    text = tidy_text(argument(update))
    if text:
        await _preview(update, context, text)
        return
    await await_answer(update, context, STEP)
    await say(update, context, ask(await context.texts(update), "broadcast-ask"))


async def on_text(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Take the text; another one replaces it as long as it was not sent."""
    await _preview(update, context, tidy_text(received(update).text or ""))


@editors_only
async def on_yes(update: Update, context: Context) -> None:
    """Queue it for everybody; pressed twice, nobody gets it twice."""
    (name,) = buttons.BROADCAST_YES.of(update)
    conversation = await context.services.pending_inputs.get(*ids(update))
    if conversation is None or conversation.step != STEP or conversation.data.get("name") != name:
        await notify(update, context, "button-gone")
        return
    progress = await context.services.broadcasts.send(name, conversation.data["text"], editor_id(update))
    await stop_waiting(update, context)
    await show(update, context, views.progress_message(progress, await context.texts(update)))


@editors_only
async def on_no(update: Update, context: Context) -> None:
    """Leave it."""
    await stop_waiting(update, context)
    await show(update, context, Message((await context.texts(update))("broadcast-dropped")))


@editors_only
async def on_renew(update: Update, context: Context) -> None:
    """Show how far it got."""
    progress = await context.services.broadcasts.progress(*buttons.BROADCAST.of(update))
    await show(update, context, views.progress_message(progress, await context.texts(update)))


@editors_only
async def on_stop(update: Update, context: Context) -> None:
    """Take back what is not on its way yet."""
    progress = await context.services.broadcasts.stop(*buttons.BROADCAST_STOP.of(update), editor_id(update))
    await show(update, context, views.progress_message(progress, await context.texts(update)))


async def _preview(update: Update, context: Context, text: str) -> None:
    readers = await context.services.broadcasts.readers()
    if not text:
        await reply(update, context, "line-empty")
    elif utf16_length(text) > LONGEST:
        await reply(update, context, "broadcast-long", limit=LONGEST)
    elif not readers:
        await reply(update, context, "broadcast-nobody")
    else:
        name = uuid4().hex  # every reader's row in the ledger holds it: nothing in it tells who sent it
        await await_answer(update, context, STEP, name=name, text=text)
        await say(update, context, views.preview(text, readers, name, await context.texts(update)))
