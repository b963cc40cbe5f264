"""What is said without a command: an awaited answer, something for the desk, or a question."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.here import said_to_bot
from bot.sending import say
from bot.views.message import Message

Step = Callable[[Update, Context, dict[str, Any]], Awaitable[None]]
Offer = Callable[[Update, Context], Awaitable[bool]]
Ask = Callable[[Update, Context], Awaitable[None]]


class NoAnswer(Exception):
    """Raised by a step for a message that does not answer it but asks or wishes for something else."""


class Talking:
    """Tries, in this order: the step under way, each of the offers to take the message, a question."""

    def __init__(self, steps: Mapping[str, Step], offers: Sequence[Offer], ask: Ask) -> None:
        self._steps = steps
        self._offers = offers
        self._ask = ask

    async def __call__(self, update: Update, context: Context) -> None:
        """Handle a message that is no command."""
        if await self._continued(update, context) or await self._taken(update, context):
            return
        message = update.effective_message
        if message is None or said_to_bot(update, context) is None:
            return
        if message.text or message.effective_attachment:
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
        conversation = await context.services.conversations.get(chat.id, user.id)
        step = self._steps.get(conversation.step) if conversation else None
        if conversation is None or step is None:
            return False
        try:
            await step(update, context, conversation.data)
        except NoAnswer:
            await context.services.conversations.end(chat.id, user.id)
            return False
        return True


async def cancel(update: Update, context: Context) -> None:
    """`/cancel`: wait for nothing any longer."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None:
        return
    ended = await context.services.conversations.end(chat.id, user.id)
    t = await context.texts(update)
    await say(update, context, Message(t("cancelled" if ended else "nothing-to-cancel")))
