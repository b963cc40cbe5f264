"""`/questions`: what was asked in vain, to be answered with an article or put aside."""

from telegram import Update
from telegram.ext import BaseHandler

from bot.desk.common import await_answer, pressed_id, unless_gone
from bot.desk.unanswered import open_questions_view as views
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.permissions import editors_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.ui.message import Message
from briefings.errors import Gone

unless_question_gone = unless_gone("questions-gone")


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command and its buttons."""
    return [
        on_command("questions", on_questions, edited=False),
        on_button(buttons.QUESTIONS, on_page),
        on_button(buttons.QUESTION_LOAD, on_load),
        on_button(buttons.QUESTION_DISMISS, on_dismiss),
        on_button(buttons.QUESTION_BACK, on_back),
    ]


@editors_only
async def on_questions(update: Update, context: Context) -> None:
    """List open questions, the most asked first."""
    await say(update, context, await _page(update, context, 0))


@editors_only
async def on_page(update: Update, context: Context) -> None:
    """Turn the page."""
    await show(update, context, await _page(update, context, pressed_id(update)))


@editors_only
@unless_question_gone
async def on_load(update: Update, context: Context) -> None:
    """Ask for an article that answers the question."""
    question = await context.services.unanswered.get(pressed_id(update))
    if question is None:
        raise Gone
    await toast(update, "")
    await await_answer(update, context, "load")
    await say(update, context, views.ask_for_article(question, await context.texts(update)))


@editors_only
@unless_question_gone
async def on_dismiss(update: Update, context: Context) -> None:
    """Put a question aside: the list shows the others, a message of its own can take it back."""
    question = await context.services.unanswered.dismiss(pressed_id(update))
    if question is None:
        raise Gone
    await show(update, context, await _page(update, context, 0))
    await say(update, context, views.put_aside(question, await context.texts(update)))


@editors_only
@unless_question_gone
async def on_back(update: Update, context: Context) -> None:
    """Take a question back that was put aside."""
    if await context.services.unanswered.reopen(pressed_id(update)) is None:
        raise Gone
    await show(update, context, await _page(update, context, 0))


async def _page(update: Update, context: Context, number: int) -> Message:
    page = await context.services.unanswered.page(number * views.QUESTIONS_SHOWN, views.QUESTIONS_SHOWN)
    return views.questions_list(page, number, await context.texts(update))
