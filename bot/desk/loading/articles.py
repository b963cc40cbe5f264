"""From something sent to a draft on the screen: reading, storing, and one clear sentence where that fails."""

from dataclasses import asdict, replace

from telegram import Update

from bot.desk.common import await_answer, editor_id, received, reply
from bot.desk.loading import loading_view as views
from bot.desk.loading.material import File, Link, Material, Text, read
from bot.desk.review.review import say_draft
from bot.telegram.context import Context
from bot.telegram.progress import reading
from bot.telegram.replies import say
from bot.telegram.updates import view_context_of
from briefings.errors import AlreadyLoaded, FutureDate
from briefings.intake import Article, IntakeError
from briefings.model.briefing import Draft
from briefings.text.spoken_dates import say_day

OFFER = "offer"
"""The step under which an offered article waits."""
KINDS: dict[str, type[File | Link | Text]] = {"file": File, "link": Link, "text": Text}


async def load_or_explain(update: Update, context: Context, material: Material | None) -> None:
    """Load what a message holds, or say that it holds nothing to load."""
    if material is None:
        await reply(update, context, "load-nothing")
    else:
        await load(update, context, material)


async def load(update: Update, context: Context, material: Material) -> None:
    """Make a draft and show it, or say in one sentence why not."""
    t, loads = await context.texts(update), context.services.metrics.loads
    try:
        async with reading(update, context):
            draft = await _draft(update, context, await read(material, context.bot, context.services.intake))
    except IntakeError as error:
        loads.labels("refused").inc()
        await say(update, context, views.refused(error, t))
    except AlreadyLoaded as error:
        loads.labels("duplicate").inc()
        await say(update, context, views.already_loaded(error.briefing, t))
    else:
        loads.labels("draft").inc()
        await say_draft(update, context, draft)


async def offer(update: Update, context: Context, material: Material, messages: int = 1) -> None:
    """Ask whether something that came without a command, in so many messages, shall be loaded."""
    key, kind = received(update).message_id, next(name for name, cls in KINDS.items() if isinstance(material, cls))
    await await_answer(update, context, OFFER, key=key, kind=kind, material=asdict(material))
    await say(update, context, views.offer(messages, key, await context.texts(update)))


async def _draft(update: Update, context: Context, article: Article) -> Draft:
    """Store the article; a publication date that lies ahead is left open, and the editor hears why."""
    drafts, by = context.services.drafts, editor_id(update)
    try:
        return await drafts.load(article, by)
    except FutureDate as error:
        language = (await view_context_of(update, context)).language
        await reply(update, context, "day-future", day=say_day(error.published, language))
        return await drafts.load(replace(article, published=None), by)
