"""Questions: plain text in a private chat, /ask anywhere."""

import asyncio
import logging

from telegram import Message as Received
from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import BaseHandler

from bot.features.asking.answer_view import AnswerInContext, answer_message
from bot.observability.metrics import counting
from bot.telegram.context import Context
from bot.telegram.permissions import anybody, is_editor
from bot.telegram.registration import on_command
from bot.telegram.replies import say
from bot.telegram.updates import chat_of, followed_by, is_group, text_for_bot, view_context_for, words_of
from bot.ui.message import Message
from briefings.answers import Answer
from briefings.errors import Gone
from briefings.model.key_date import KeyDate
from briefings.text import tokens
from db.database import DATABASE_ERRORS

logger = logging.getLogger(__name__)

LONGEST_QUESTION = 1000
"""characters"""


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Take /ask; plain text comes to `on_question` when nothing else was meant by it."""
    return [on_command("ask", on_ask)]


@anybody
async def on_ask(update: Update, context: Context) -> None:
    """Answer what is written after the command, or the message that it replies to."""
    replied = update.effective_message.reply_to_message if update.effective_message else None
    await _answer(update, context, words_of(context) or _text(replied), wordless="ask-how")


async def on_question(update: Update, context: Context) -> None:
    """Answer plain text, or the words under a picture; wordless messages get a kind word."""
    await _answer(update, context, text_for_bot(update, context) or "")


async def ask(update: Update, context: Context, question: str) -> tuple[Answer, AnswerInContext]:
    """Find the answer, and what is known of its key dates and whether they are followed."""
    reader = await context.reader(update)
    metrics = context.services.metrics
    with counting(metrics.answers, metrics.answer_seconds) as outcome:
        answer = await context.services.answers.ask(question, zone=reader.zone)
        outcome.name = "answered" if answer.findings else "declined"
    key_dates = await _key_dates(context, answer)
    return answer, AnswerInContext(answer, key_dates, await followed_by(update, context) if key_dates else frozenset())


async def _answer(update: Update, context: Context, question: str, wordless: str = "ask-words") -> None:
    if refusal := _refusal(question, wordless):
        t = await context.texts(update)
        await say(update, context, Message(t(refusal)), reply=is_group(update))
        return
    _, (answer, answered) = await asyncio.gather(_show_typing(update, context), ask(update, context, question))
    viewer = view_context_for(context, await context.reader(update), answer.language)
    may_ask_why = not is_group(update) and await is_editor(update, context)
    message = answer_message(answered, viewer, may_ask_why=may_ask_why)
    await say(update, context, message, reply=may_ask_why or is_group(update))
    if not answer.findings:
        await _note(context, question, answer)


async def _note(context: Context, question: str, answer: Answer) -> None:
    """Note an unanswered question for the editors; that it cannot be noted is no reason to answer it once more."""
    try:
        await context.services.unanswered.note(question, answer.language)
    except DATABASE_ERRORS as error:
        context.services.outages.met(error)


async def _show_typing(update: Update, context: Context) -> None:
    """Say that the answer is on its way; if that fails, the answer comes all the same."""
    message = update.effective_message
    thread = message.message_thread_id if message and message.is_topic_message else None
    try:
        await context.bot.send_chat_action(chat_of(update), ChatAction.TYPING, message_thread_id=thread)
    except TelegramError as error:
        logger.info("could not show typing: %s", error.message)


async def _key_dates(context: Context, answer: Answer) -> dict[int, KeyDate]:
    """Return the key dates behind the findings, as they stand now."""
    found = {}
    behind = {finding.key_date_id or finding.event_id for finding in answer.findings}
    for key_date_id in filter(None, behind):
        try:
            found[key_date_id] = await context.services.key_dates.get(key_date_id)
        except Gone:
            continue
    return found


def _refusal(question: str, wordless: str) -> str | None:
    """Return what to say instead of an answer to what is no question; `wordless` where no word is in it."""
    if len(question) > LONGEST_QUESTION:
        return "question-long"
    return None if any(token.text.isalnum() for token in tokens(question)) else wordless


def _text(message: Received | None) -> str:
    return (message.text or message.caption or "") if message else ""
