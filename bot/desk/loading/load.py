"""Loading articles: `/load`, and what comes without a command."""

from collections.abc import Mapping
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.desk.common import argument, await_answer, for_editors, ids, notify, received, stop_waiting
from bot.desk.common_view import ask
from bot.desk.loading import articles
from bot.desk.loading import long_pastes as pasting
from bot.desk.loading.material import Material, Text, is_offered, material_of
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Answering, Step
from bot.telegram.permissions import editors_only, is_editor
from bot.telegram.private_chat import alone_with
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show
from bot.telegram.updates import is_group
from bot.ui.message import Message
from briefings.readers.pastes import STEP as PASTE
from briefings.readers.pastes import Purpose

LOAD = Purpose("load")
OFFER = Purpose("offer")


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """`/load`, also as the caption of a file, and the answer to "Load this?"."""
    caption = filters.Document.ALL & filters.CaptionRegex(r"^/load(@\w+)?(\s|$)") & filters.UpdateType.MESSAGE
    return [
        on_command("load", on_load, edited=False),
        MessageHandler(caption, on_load),
        on_button(buttons.LOAD, on_decision),
    ]


def steps() -> dict[str, Step]:
    """The article after `/load`, and further parts of a long paste."""
    return for_editors({"load": on_article, PASTE: on_part})


@editors_only
async def on_load(update: Update, context: Context) -> None:
    """`/load` with text, a link or a file, or in reply to a message that holds one; else ask for the article."""
    message, words = received(update), argument(update)
    await pasting.finish(update, context)
    if message.document is not None or words:
        await take(update, context, material_of(message, words), LOAD)
    elif message.reply_to_message is not None:
        await articles.load_or_explain(update, context, material_of(message.reply_to_message))
    else:
        await await_answer(update, context, "load")
        await say(update, context, ask(await context.texts(update), "load-ask"))


async def offer(update: Update, context: Context) -> bool:
    """Whether what came without a command is taken as something to load: then ask."""
    message = update.message
    if is_group(update):
        return await _goes_on_in_private(update, context)
    if message is None or not is_offered(message) or not await is_editor(update, context):
        return False
    await take(update, context, material_of(message), OFFER)
    return True


def lines(steps: Mapping[str, Answering]) -> dict[str, Step]:
    """Make steps that await a typed line: a file, a link or a forwarded post is no answer, so it is offered instead."""
    return for_editors({name: _unless_offered(step) for name, step in steps.items()})


async def take(update: Update, context: Context, material: Material | None, purpose: Purpose) -> None:
    """Wait for further parts of a text; what is whole already is loaded, or offered."""
    if isinstance(material, Text):
        await pasting.add(update, context, material.text, purpose)
    elif purpose == LOAD or material is None:
        await articles.load_or_explain(update, context, material)
    else:
        await articles.offer(update, context, material)


async def on_article(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Take the article that `/load` asked for."""
    material = material_of(received(update))
    if material is not None:
        await stop_waiting(update, context)
    await take(update, context, material, LOAD)


async def on_part(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take a further part; a file or link is no part, so it comes after what was pasted."""
    material = material_of(received(update))
    if isinstance(material, Text):
        await pasting.add(update, context, material.text, Purpose(data["action"], data["about"]))
        return
    await pasting.finish(update, context)
    await take(update, context, material, OFFER)


async def _goes_on_in_private(update: Update, context: Context) -> bool:
    """Whether a message in a group is a further part of a paste that began with `/load` there."""
    user, message = update.effective_user, update.message
    if user is None or message is None or not message.text:
        return False
    conversation = await context.services.pending_inputs.get(user.id, user.id)
    if conversation is None or conversation.step != PASTE or not await is_editor(update, context):
        return False
    await on_part(alone_with(update, context), context, conversation.data)
    return True


def _unless_offered(step: Answering) -> Answering:
    async def answered(update: Update, context: Context, data: dict[str, Any]) -> None:
        if not await offer(update, context):
            await step(update, context, data)

    return answered


@editors_only
async def on_decision(update: Update, context: Context) -> None:
    """Load what was offered, or leave it."""
    decision, key = buttons.LOAD.of(update)
    conversation = await context.services.pending_inputs.get(*ids(update))
    if conversation is None or conversation.step != articles.OFFER or conversation.data["key"] != key:
        await notify(update, context, "load-gone")
        return
    await stop_waiting(update, context)
    t = await context.texts(update)
    await show(update, context, Message(t("load-accepted" if decision == "yes" else "load-declined")))
    if decision == "yes":
        kind = articles.KINDS[conversation.data["kind"]]
        await articles.load(update, context, kind(**conversation.data["material"]))
