"""A published briefing on the screen: its card, and a new version of its text."""

from telegram import Update

from bot.context import Context
from bot.handlers.conflicts import say_conflicts
from bot.handlers.desk import editor_id, reply, unless_gone
from bot.handlers.fates import fates_of
from bot.handlers.here import moment_of
from bot.handlers.material import Material, read
from bot.handlers.progress import reading
from bot.sending import say
from bot.views.corrections import published
from bot.views.fates import fates_lines
from bot.views.loading import refused
from briefings.intake import IntakeError
from briefings.library import Publication

unless_briefing_gone = unless_gone("briefing-no-longer")


@unless_briefing_gone
async def correct(update: Update, context: Context, briefing_id: int, material: Material | None) -> None:
    """Make the text that came the new version of a published briefing, or say in one sentence why not."""
    if material is None:
        await reply(update, context, "load-nothing")
        return
    try:
        async with reading(update, context):
            article = await read(material, context.bot, context.services.intake)
            publication = await context.services.library.correct(briefing_id, article.text, editor_id(update))
    except IntakeError as error:
        await say(update, context, refused(error, await context.texts(update)))
    else:
        await say_correction(update, context, publication)


async def say_correction(update: Update, context: Context, publication: Publication) -> None:
    """Say that a briefing was corrected, and show what has to be settled."""
    fates = fates_lines(await fates_of(context, publication.changed), await moment_of(update, context))
    await say(update, context, published(publication, await context.texts(update), "corrected", fates))
    await say_conflicts(update, context, publication.briefing.id)
