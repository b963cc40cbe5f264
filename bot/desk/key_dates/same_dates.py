"""What two languages tell alike: an editor says whether it is one key date."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import editor_id, pressed_id, unless_gone
from bot.desk.key_dates.move_view import conflict_message
from bot.desk.key_dates.same_date_view import same_date_answered, same_date_question
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button
from bot.telegram.replies import say, show
from bot.telegram.updates import view_context_of


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The buttons that answer, and take the answer back."""
    return [
        on_button(buttons.SAME, on_answer),
        on_button(buttons.ASK_AGAIN, on_ask_again),
    ]


async def ask_same_dates(update: Update, context: Context, briefing_id: int | None = None) -> int:
    """Ask what is open, all or of one briefing, a message each; return how many there are."""
    questions = await context.services.same_dates.open(briefing_id)
    viewer = await view_context_of(update, context)
    for question in questions:
        await say(update, context, same_date_question(question, viewer))
    return len(questions)


@editors_only
@unless_gone("conflict-settled")
async def on_answer(update: Update, context: Context) -> None:
    """Join two key dates, or keep them apart; joined ones may lie on different days by now, which has to be settled."""
    number, decision = buttons.SAME.of(update)
    same = decision == "yes"
    question = await context.services.same_dates.answer(number, editor_id(update), same=same)
    viewer = await view_context_of(update, context)
    await show(update, context, same_date_answered(question, viewer, same=same))
    for conflict in await context.services.key_dates.conflicts(key_date_id=question.other.id) if same else ():
        await say(update, context, conflict_message(conflict, viewer))


@editors_only
@unless_gone("date-changed-since")
async def on_ask_again(update: Update, context: Context) -> None:
    """Take the answer back."""
    question = await context.services.same_dates.undo(pressed_id(update), editor_id(update))
    await show(update, context, same_date_question(question, await view_context_of(update, context)))
