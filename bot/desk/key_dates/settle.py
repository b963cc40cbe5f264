"""What two briefings tell differently: both sentences side by side, and an editor's decision."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import editor_id, reply, unless_gone
from bot.desk.key_dates.effects import told_count
from bot.desk.key_dates.effects_view import Effect
from bot.desk.key_dates.move_view import changed, conflict_message
from bot.desk.key_dates.same_dates import ask_same_dates
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button
from bot.telegram.replies import say, show, toast
from bot.telegram.updates import view_context_of


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The buttons that open and settle conflicts."""
    return [
        on_button(buttons.CONFLICTS, on_conflicts),
        on_button(buttons.SETTLE, on_settle),
    ]


async def say_conflicts(
    update: Update, context: Context, briefing_id: int | None = None, *, key_date_id: int | None = None
) -> int:
    """Show what has to be settled, all or of one briefing or key date, a message each; return how many there are."""
    conflicts = await context.services.key_dates.conflicts(briefing_id, key_date_id)
    viewer = await view_context_of(update, context)
    for conflict in conflicts:
        await say(update, context, conflict_message(conflict, viewer))
    return len(conflicts) + (await ask_same_dates(update, context, briefing_id) if key_date_id is None else 0)


@editors_only
async def on_conflicts(update: Update, context: Context) -> None:
    """Show everything that has to be settled."""
    await toast(update, "")
    if not await say_conflicts(update, context):
        await reply(update, context, "conflicts-none")


@editors_only
@unless_gone("conflict-settled")
async def on_settle(update: Update, context: Context) -> None:
    """Take the new date or keep the old."""
    reported, decision = buttons.SETTLE.of(update)
    take = decision == "take"
    key_date = await context.services.key_dates.settle(reported, editor_id(update), take=take)
    effect = Effect(key_date, await told_count(context, key_date))
    await show(update, context, changed(effect, "taken" if take else "kept", await view_context_of(update, context)))
