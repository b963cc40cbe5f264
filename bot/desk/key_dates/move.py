"""`/movedate` and `/canceldate`: followers are notified, their reminders replaced, and it can be taken back."""

from datetime import date
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import (
    argument,
    await_answer,
    editor_id,
    ids,
    notify,
    pressed_id,
    received,
    reply,
    stop_waiting,
    unless_gone,
)
from bot.desk.common_view import LIST_LENGTH
from bot.desk.key_dates import move_view as views
from bot.desk.key_dates.delivery_view import delivery_message
from bot.desk.key_dates.effects import told_count
from bot.desk.key_dates.effects_view import Effect
from bot.desk.loading.load import lines
from bot.phrases.spoken_days import keeping_hour, read_when
from bot.phrases.typed_input import bounded
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Step
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import view_context_of
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.model.briefing import When
from briefings.model.key_date import KeyDate
from briefings.outbox.report import delivery_report

MOVE, CANCEL = "movedate", "canceldate"

unless_date_gone = unless_gone("date-no-longer")


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The commands, their lists, and the buttons below a key date."""
    return [
        on_command(MOVE, on_move_command, edited=False),
        on_command(CANCEL, on_cancel_command, edited=False),
        on_button(buttons.DATE_PAGE, on_page),
        on_button(buttons.MOVE, on_move),
        on_button(buttons.CANCEL, on_cancel),
        on_button(buttons.MOVE_YES, on_move_yes),
        on_button(buttons.CANCEL_YES, on_cancel_yes),
        on_button(buttons.DELIVERY, on_delivery),
        on_button(buttons.UNDO, on_undo),
    ]


def steps() -> dict[str, Step]:
    """The new date."""
    return lines({MOVE: on_new_date})


@editors_only
async def on_move_command(update: Update, context: Context) -> None:
    """`/movedate`: choose a key date from the list or by words, then write the new date."""
    found = await _choose(update, context, MOVE)
    if found is not None:
        await _ask_new_date(update, context, found)


@editors_only
async def on_cancel_command(update: Update, context: Context) -> None:
    """`/canceldate`: choose a key date from the list or by words, then confirm."""
    found = await _choose(update, context, CANCEL)
    if found is not None:
        await say(update, context, views.confirm_cancellation(found, await view_context_of(update, context)))


@editors_only
async def on_page(update: Update, context: Context) -> None:
    """Turn to another page of key dates ahead."""
    verb, page = buttons.DATE_PAGE.of(update)
    await show(update, context, await _page(update, context, verb.removesuffix("-page"), page))


@editors_only
@unless_date_gone
async def on_move(update: Update, context: Context) -> None:
    """Ask for the new date."""
    key_date = await context.services.key_dates.get(pressed_id(update))
    await toast(update, "")
    await _ask_new_date(update, context, key_date)


@unless_date_gone
async def on_new_date(update: Update, context: Context, data: dict[str, Any]) -> None:
    """Show old and new, and ask whether that is right."""
    viewer = await view_context_of(update, context)
    typed = bounded((received(update).text or "").strip())
    key_date = await context.services.key_dates.get(data["key_date"])
    reported = read_when(typed, viewer.today, viewer.zone)
    new = keeping_hour(reported, key_date.when) if reported else None
    if new is None:
        await reply(update, context, "period-unreadable")
    elif new == key_date.when and key_date.status != "cancelled":
        await reply(update, context, "movedate-same")
    else:
        typed_on = viewer.today.isoformat()
        await await_answer(update, context, MOVE, key_date=key_date.id, typed=typed, typed_on=typed_on)
        await say(update, context, views.confirm_move(key_date, new, viewer, keeps_hour=new != reported))


@editors_only
@unless_date_gone
async def on_move_yes(update: Update, context: Context) -> None:
    """Move the key date to what was typed."""
    number, revision = buttons.MOVE_YES.of(update)
    viewer, key_date = await view_context_of(update, context), await context.services.key_dates.get(number)
    if key_date.revision != revision:
        await _say_changed_since(update, context, key_date, revision)
        return
    new = await _typed(update, context, key_date, viewer)
    if new is None:
        await notify(update, context, "movedate-expired")
        return
    await stop_waiting(update, context)
    key_date = await context.services.key_dates.move(number, new, editor_id(update))
    await _show_change(update, context, key_date, "moved")


@editors_only
@unless_date_gone
async def on_cancel(update: Update, context: Context) -> None:
    """Ask once more."""
    key_date = await context.services.key_dates.get(pressed_id(update))
    await toast(update, "")
    await say(update, context, views.confirm_cancellation(key_date, await view_context_of(update, context)))


@editors_only
@unless_date_gone
async def on_cancel_yes(update: Update, context: Context) -> None:
    """Cancel the key date."""
    key_date = await context.services.key_dates.cancel(pressed_id(update), editor_id(update))
    await _show_change(update, context, key_date, "cancelled")


@editors_only
@unless_date_gone
async def on_undo(update: Update, context: Context) -> None:
    """Take the latest change back, unless another one came after it."""
    number, revision = buttons.UNDO.of(update)
    key_dates = context.services.key_dates
    if (key_date := await key_dates.get(number)).revision != revision:
        await _say_changed_since(update, context, key_date, revision)
        return
    await _show_change(update, context, await key_dates.undo(number, editor_id(update)), "undone")


@editors_only
@unless_date_gone
async def on_delivery(update: Update, context: Context) -> None:
    """Show how the messages about a key date stand."""
    key_date = await context.services.key_dates.get(pressed_id(update))
    reports = await delivery_report(context.services.database, key_date.id)
    await toast(update, "")
    await say(update, context, delivery_message(key_date, reports, await view_context_of(update, context)))


async def _typed(update: Update, context: Context, key_date: KeyDate, viewer: ViewContext) -> When | None:
    """Return the date that this editor typed for a key date; None where they went on to something else."""
    conversation = await context.services.pending_inputs.get(*ids(update))
    data = conversation.data if conversation is not None and conversation.step == MOVE else {}
    if data.get("key_date") != key_date.id or "typed" not in data:
        return None
    reported = read_when(data["typed"], date.fromisoformat(data["typed_on"]), viewer.zone)
    return keeping_hour(reported, key_date.when) if reported else None


async def _show_change(update: Update, context: Context, key_date: KeyDate, what: views.Change) -> None:
    effect = Effect(key_date, await told_count(context, key_date))
    await show(update, context, views.changed(effect, what, await view_context_of(update, context)))


async def _say_changed_since(update: Update, context: Context, key_date: KeyDate, revision: int) -> None:
    """Say to who pressed twice that it is done, and to others that the date was changed again."""
    changes = await context.services.key_dates.changes(key_date.id)
    is_mine = any(one.revision == revision + 1 and one.by == editor_id(update) for one in changes[:1])
    await notify(update, context, "already-done" if is_mine else "date-changed-since")


async def _ask_new_date(update: Update, context: Context, key_date: KeyDate) -> None:
    await await_answer(update, context, MOVE, key_date=key_date.id)
    await say(update, context, views.ask_new_day(key_date, await view_context_of(update, context)))


async def _choose(update: Update, context: Context, verb: str) -> KeyDate | None:
    """Return the one key date that the words mean; else offer a list."""
    words, viewer = bounded(argument(update)), await view_context_of(update, context)
    if not words:
        await say(update, context, await _page(update, context, verb, 0))
        return None
    found = await context.services.key_dates.find(words, viewer.today)
    if found.sure:
        return found.sure
    await say(update, context, views.found_dates(found.every, words, verb, viewer.t))
    return None


async def _page(update: Update, context: Context, verb: str, number: int) -> Message:
    viewer = await view_context_of(update, context)
    page = await context.services.key_dates.ahead(viewer.today, number * LIST_LENGTH, LIST_LENGTH)
    return views.choose_date(page, number, verb, viewer.t)
