"""A published briefing on the screen: its card, and a new version of its text."""

from telegram import Update

from bot.desk.common import editor_id, reply, unless_gone
from bot.desk.corrections.correction_view import published
from bot.desk.key_dates.effects import effects_of
from bot.desk.key_dates.effects_view import effect_lines
from bot.desk.key_dates.settle import say_conflicts
from bot.desk.loading.loading_view import refused
from bot.desk.loading.material import Material, read
from bot.telegram.context import Context
from bot.telegram.progress import reading
from bot.telegram.replies import say
from bot.telegram.updates import view_context_of
from briefings.editorial.publishing import Publication
from briefings.intake import IntakeError

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
            publication = await context.services.publisher.correct(briefing_id, article.text, editor_id(update))
    except IntakeError as error:
        await say(update, context, refused(error, await context.texts(update)))
    else:
        await say_correction(update, context, publication)


async def say_correction(update: Update, context: Context, publication: Publication) -> None:
    """Say that a briefing was corrected, and show what has to be settled."""
    viewer = await view_context_of(update, context)
    effects = effect_lines(await effects_of(context, publication.changed), viewer, "desk-moved")
    await say(update, context, published(publication, viewer.t, "corrected", effects))
    await say_conflicts(update, context, publication.briefing.id)
