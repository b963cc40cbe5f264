"""What is said without a command: an awaited answer, something for the desk, or a question."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update

from bot.telegram.context import Context
from bot.telegram.permissions import Permission, anybody, explain, kindly
from bot.telegram.replies import say
from bot.telegram.updates import is_group, text_for_bot
from bot.ui.message import Message
from briefings.readers.pending_input import Conversation

Answering = Callable[[Update, Context, dict[str, Any]], Coroutine[Any, Any, None]]
Offer = Callable[[Update, Context], Awaitable[bool]]
Ask = Callable[[Update, Context], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Step:
    """What is done with an answer that was waited for, and who may give it: rights may be lost meanwhile."""

    answering: Answering
    rights: Permission


class NoAnswer(Exception):
    """Raised by a step for a message that does not answer it but asks or wishes for something else."""


class Talking:
    """Tries, in this order: the step under way, each of the offers to take the message, a question."""

    def __init__(self, steps: Mapping[str, Step], offers: Sequence[Offer], ask: Ask) -> None:
        self.steps = steps
        self._offers = offers
        self._ask = ask

    async def __call__(self, update: Update, context: Context) -> None:
        """Handle a message that is no command."""
        await kindly(self._talk(update, context), update, context)

    async def _talk(self, update: Update, context: Context) -> None:
        if await self._continued(update, context) or await self._taken(update, context):
            return
        if update.effective_message is not None and text_for_bot(update, context) is not None:
            await self._ask(update, context)

    async def _taken(self, update: Update, context: Context) -> bool:
        """Whether one of the offers took it; those after it are not asked."""
        for offer in self._offers:
            if await offer(update, context):
                return True
        return False

    async def _continued(self, update: Update, context: Context) -> bool:
        """Whether this was the answer to a step under way."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return False
        conversation = await context.services.pending_inputs.get(chat.id, user.id)
        step = self.steps.get(conversation.step) if conversation else None
        if conversation is None or step is None:
            return False
        try:
            await self._answer(update, context, step, conversation)
        except NoAnswer:
            await context.services.pending_inputs.end(chat.id, user.id)
            return False
        return True

    async def _answer(self, update: Update, context: Context, step: Step, conversation: Conversation) -> None:
        """Take the answer from somebody who may still give it; nobody else is waited for any longer."""
        may_answer = await step.rights.hold(update, context)
        if may_answer and not (step.rights.is_desk and is_group(update)):
            await step.answering(update, context, conversation.data)
            return
        if update.effective_chat is not None and update.effective_user is not None:
            await context.services.pending_inputs.end(update.effective_chat.id, update.effective_user.id)
        if may_answer:
            await explain(update, context, "desk-private")


@anybody
async def cancel(update: Update, context: Context) -> None:
    """`/cancel`: wait for nothing any longer."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None:
        return
    ended = await context.services.pending_inputs.end(chat.id, user.id)
    t = await context.texts(update)
    await say(update, context, Message(t("cancelled" if ended else "nothing-to-cancel")))
