"""Title, source and publication date, of a draft as of a published briefing; and key dates added to a draft by hand."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import (
    await_answer,
    editor_id,
    for_editors,
    pressed_id,
    received,
    reply,
    stop_waiting,
    typed_line,
    unless_gone,
)
from bot.desk.common_view import ask
from bot.desk.corrections.correction_view import briefing_card
from bot.desk.corrections.versions import say_correction
from bot.desk.loading.load import lines
from bot.desk.review.draft_view import DraftView
from bot.desk.review.review import say_draft, show_draft, unless_draft_gone
from bot.phrases.spoken_days import read_typed_day, read_when
from bot.phrases.typed_input import bounded
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Step
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button
from bot.telegram.replies import say, toast
from bot.telegram.updates import view_context_of
from bot.ui import dates as saying
from briefings.errors import FutureDate, Gone
from briefings.model.briefing import Draft
from briefings.text.spoken_dates import say_day

unless_article_gone = unless_gone("briefing-no-longer")


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The buttons that ask for something to be typed, and those that name a publication date."""
    return [
        on_button(buttons.DESCRIBE, on_ask),
        on_button(buttons.PUBLISHED_ON, on_chosen_day),
        on_button(buttons.ADD_DATE, on_add_date),
    ]


def steps() -> dict[str, Step]:
    """What is typed in answer."""
    typed = {"title": on_title, "day": on_day, "add-date-when": on_when, "add-date-name": on_name}
    return lines(typed) | for_editors({"source": on_source})


@editors_only
@unless_article_gone
async def on_ask(update: Update, context: Context) -> None:
    """Ask for a new title, source or publication date."""
    field, number = buttons.DESCRIBE.of(update)
    if (await context.services.publisher.get(number)).status not in {"draft", "published"}:
        raise Gone
    await toast(update, "")
    await await_answer(update, context, field, briefing=number)
    await say(update, context, ask(await context.texts(update), f"{field}-ask"))


@unless_article_gone
async def on_title(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the new title."""
    drafts, publisher = context.services.drafts, context.services.publisher
    await _take_line(update, context, data["briefing"], drafts.retitle, publisher.retitle)


@unless_article_gone
async def on_source(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the new source."""
    drafts, publisher = context.services.drafts, context.services.publisher
    await _take_line(update, context, data["briefing"], drafts.set_source, publisher.set_source)


async def _take_line(
    update: Update,
    context: Context,
    number: int,
    set_in_draft: Callable[[int, str, int], Awaitable[Draft]],
    set_in_briefing: Callable[[int, str, int], Awaitable[object]],
) -> None:
    """Take a line that says something of a draft or of a published briefing, and show it."""
    line, by = typed_line(update), editor_id(update)
    if not line:
        await reply(update, context, "line-empty")
        return
    await stop_waiting(update, context)
    if await _is_draft(context, number):
        await say_draft(update, context, await set_in_draft(number, line, by))
    else:
        await set_in_briefing(number, line, by)
        await _say_card(update, context, number)


@unless_article_gone
async def on_day(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the publication date that was typed."""
    viewer = await view_context_of(update, context)
    day = read_typed_day((received(update).text or "").strip(), viewer.today)
    if day is None:
        await reply(update, context, "day-unreadable")
        return
    await _redate(update, context, data["briefing"], day)


@editors_only
@unless_article_gone
async def on_chosen_day(update: Update, context: Context) -> None:
    """Take the publication date that a button names: the draft shows it in the same message."""
    number, day = buttons.PUBLISHED_ON.of(update)
    try:
        draft = await context.services.drafts.redate(number, day, editor_id(update))
    except FutureDate as error:
        await _refuse_future(update, context, error)
        return
    await stop_waiting(update, context)
    await show_draft(update, context, DraftView(draft))


@editors_only
@unless_draft_gone
async def on_add_date(update: Update, context: Context) -> None:
    """Ask when the key date is that the editor adds."""
    number = pressed_id(update)
    await context.services.drafts.get(number)
    await toast(update, "")
    await await_answer(update, context, "add-date-when", briefing=number)
    await say(update, context, ask(await context.texts(update), "add-date-when"))


async def on_when(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the day, month or range; ask what happens then."""
    viewer = await view_context_of(update, context)
    typed = bounded((received(update).text or "").strip())
    when = read_when(typed, viewer.today, viewer.zone)
    if when is None:
        await reply(update, context, "period-unreadable")
        return
    typed_on = viewer.today.isoformat()
    await await_answer(update, context, "add-date-name", briefing=data["briefing"], typed=typed, typed_on=typed_on)
    await say(update, context, ask(viewer.t, "add-date-name", day=saying.day(when, viewer)))


@unless_draft_gone
async def on_name(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Take the name, and add the key date."""
    name, viewer = typed_line(update), await view_context_of(update, context)
    when = read_when(data["typed"], date.fromisoformat(data["typed_on"]), viewer.zone)
    if not name or when is None:
        await reply(update, context, "line-empty")
        return
    await stop_waiting(update, context)
    await say_draft(
        update, context, await context.services.drafts.add_date(data["briefing"], name, when, editor_id(update))
    )


async def _redate(update: Update, context: Context, number: int, day: date) -> None:
    services, by = context.services, editor_id(update)
    try:
        if await _is_draft(context, number):
            draft = await services.drafts.redate(number, day, by)
            await stop_waiting(update, context)
            await say_draft(update, context, draft)
        else:
            publication = await services.publisher.redate(number, day, by)
            await stop_waiting(update, context)
            await say_correction(update, context, publication)
    except FutureDate as error:
        await _refuse_future(update, context, error)


async def _refuse_future(update: Update, context: Context, error: FutureDate) -> None:
    t = await context.texts(update)
    await toast(update, "")
    await reply(update, context, "day-future", day=say_day(error.published, t.language))


async def _is_draft(context: Context, number: int) -> bool:
    return (await context.services.publisher.get(number)).status == "draft"


async def _say_card(update: Update, context: Context, number: int) -> None:
    briefing, t = await context.services.publisher.get(number), await context.texts(update)
    await say(update, context, briefing_card(briefing, t, t("draft-changed")))
