"""/digest: off, daily or weekly."""

from typing import cast

from telegram import Update
from telegram.ext import BaseHandler

from bot.features.digest.digest_view import choose_digest, digest_set
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import administrators_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import show
from bot.telegram.updates import chat_of, view_context_for
from briefings.model.reader import DigestRhythm


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Choose a rhythm."""
    return [
        on_command("digest", on_digest),
        on_button(buttons.DIGEST, on_digest),
        on_button(buttons.DIGEST_RHYTHM, on_rhythm),
    ]


@administrators_only
async def on_digest(update: Update, context: Context) -> None:
    """Say what a digest is, offer the rhythms."""
    reader = await context.reader(update)
    await show(update, context, choose_digest(reader, view_context_for(context, reader)))


@administrators_only
async def on_rhythm(update: Update, context: Context) -> None:
    """Set the rhythm."""
    (rhythm,) = buttons.DIGEST_RHYTHM.of(update)
    wanted = None if rhythm == "off" else cast("DigestRhythm", rhythm)
    reader = await context.services.readers.set_digest(chat_of(update), wanted)
    viewer = view_context_for(context, reader)
    await show(update, context, digest_set(reader, viewer), viewer.t("toast-saved"))
