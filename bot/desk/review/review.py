"""Reviewing a draft: publish or discard it, leave out and put back its key dates."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import await_answer, editor_id, notify, pressed_id, unless_gone
from bot.desk.corrections import correction_view as corrections
from bot.desk.key_dates.settle import say_conflicts
from bot.desk.loading import loading_view as loading
from bot.desk.review import draft_view as views
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.progress import show_typing
from bot.telegram.registration import on_button
from bot.telegram.replies import say, show
from bot.telegram.updates import view_context_of
from briefings.errors import AlreadyLoaded, Undated
from briefings.model.briefing import Draft

unless_draft_gone = unless_gone("draft-no-longer")


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The buttons of a draft."""
    return [
        on_button(buttons.DRAFT, on_draft),
        on_button(buttons.PUBLISH, on_publish),
        on_button(buttons.UNDATED, on_undated),
        on_button(buttons.DISCARD, on_discard),
        on_button(buttons.RESTORE, on_restore),
        on_button(buttons.LEAVE_OUT, on_leave_out),
        on_button(buttons.PUT_BACK, on_put_back),
    ]


async def say_draft(update: Update, context: Context, draft: Draft) -> None:
    """Show a draft in a new message, and wait for its publication date where that is missing."""
    view = views.DraftView(draft)
    if view.asks_for_day:
        await await_answer(update, context, "day", briefing=draft.briefing.id)
    await say(update, context, views.draft_message(view, await view_context_of(update, context)))


async def show_draft(update: Update, context: Context, view: views.DraftView) -> None:
    """Show a draft in place of the message whose button was pressed."""
    await show(update, context, views.draft_message(view, await view_context_of(update, context)))


@editors_only
@unless_draft_gone
async def on_draft(update: Update, context: Context) -> None:
    """Open a draft, or turn its page."""
    number, page = buttons.DRAFT.of(update)
    draft = await context.services.drafts.get(number)
    await show_draft(update, context, views.DraftView(draft, page or 0))


@editors_only
@unless_draft_gone
async def on_publish(update: Update, context: Context) -> None:
    """Publish, unless the date is missing and nobody said that it is unknown; then show what has to be settled."""
    number, undated = buttons.PUBLISH.of(update)
    await show_typing(update, context)
    try:
        publication = await context.services.publisher.publish(number, editor_id(update), undated=undated is not None)
    except Undated:
        await await_answer(update, context, "day", briefing=number)
        await notify(update, context, "draft-stays-open")
        return
    await show(update, context, corrections.published(publication, await context.texts(update)))
    await say_conflicts(update, context, number)


@editors_only
@unless_draft_gone
async def on_undated(update: Update, context: Context) -> None:
    """Ask once more before an article is published without its date."""
    draft = await context.services.drafts.get(pressed_id(update))
    await show(update, context, views.confirm_undated(draft, await context.texts(update)))


@editors_only
@unless_draft_gone
async def on_discard(update: Update, context: Context) -> None:
    """Put a draft aside."""
    briefing = await context.services.drafts.discard(pressed_id(update), editor_id(update))
    await show(update, context, views.discarded(briefing, await context.texts(update)))


@editors_only
@unless_draft_gone
async def on_restore(update: Update, context: Context) -> None:
    """Take a discarded draft back, unless the article came back in another way."""
    try:
        draft = await context.services.drafts.restore(pressed_id(update), editor_id(update))
    except AlreadyLoaded as error:
        await show(update, context, loading.already_loaded(error.briefing, await context.texts(update)))
        return
    await show_draft(update, context, views.DraftView(draft))


@editors_only
@unless_draft_gone
async def on_leave_out(update: Update, context: Context) -> None:
    """Keep a key date from being published."""
    reported = pressed_id(update)
    draft = await context.services.drafts.leave_out(reported, editor_id(update))
    await show_draft(update, context, views.showing(draft, reported))


@editors_only
@unless_draft_gone
async def on_put_back(update: Update, context: Context) -> None:
    """Propose a key date again that was left out, or take one that the text only mentions."""
    reported = pressed_id(update)
    draft = await context.services.drafts.put_back(reported, editor_id(update))
    await show_draft(update, context, views.showing(draft, reported))
