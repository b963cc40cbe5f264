"""What the desk's handlers share: who is at work, what was pressed or typed, and a kind word for what is gone."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from telegram import Message as Received
from telegram import Update

from bot.phrases.typed_input import LARGEST_ID, bounded, in_range
from bot.telegram.context import Context
from bot.telegram.dialogue import Answering, Step
from bot.telegram.permissions import EDITORS
from bot.telegram.replies import say, toast
from bot.ui.message import Message
from briefings.errors import Gone
from briefings.intake.characters import LONGEST_TITLE, tidy_line
from briefings.readers.pastes import STEP as PASTE

PASTE_LOOK_SECONDS = 0.5
PASTE_LOOKS = 8
"""Real: longer than a paste waits for its next part."""
More = ParamSpec("More")
Handling = Callable[Concatenate[Update, Context, More], Coroutine[Any, Any, None]]


def ids(update: Update) -> tuple[int, int]:
    """Return the chat and the person that an update comes from."""
    if update.effective_chat is None or update.effective_user is None:
        raise ValueError("the desk is for people in chats")
    return update.effective_chat.id, update.effective_user.id


def editor_id(update: Update) -> int:
    """Return the person at work."""
    return ids(update)[1]


def received(update: Update) -> Received:
    """Return the message that came."""
    if update.message is None:
        raise ValueError("this update holds no message")
    return update.message


def pressed_id(update: Update) -> int:
    """Return the first number that a button sent; what is no such data was not let in."""
    query = update.callback_query
    return in_range(((query.data if query else None) or "").split(":")[1], 0, LARGEST_ID)


def argument(update: Update) -> str:
    """Return what was written after a command, its lines as they are."""
    return (received(update).text or received(update).caption or "").partition(_command(update))[2].strip()


def typed_line(update: Update) -> str:
    """Return what was typed on one clean line; empty where it was no text. Raise `Refusal` for a line too long."""
    return bounded(tidy_line(received(update).text or ""), LONGEST_TITLE)


async def await_answer(update: Update, context: Context, step: str, **data: Any) -> None:
    """Wait for what this person writes next in this chat; a paste under way ends first, so that no part is lost."""
    for _ in range(PASTE_LOOKS):
        if not await _is_pasting(update, context):
            break
        await asyncio.sleep(PASTE_LOOK_SECONDS)
    await context.services.pending_inputs.begin(*ids(update), step, **data)


async def stop_waiting(update: Update, context: Context) -> None:
    """Wait for nothing any longer, but for the parts of a paste."""
    if not await _is_pasting(update, context):
        await context.services.pending_inputs.end(*ids(update))


async def reply(update: Update, context: Context, name: str, **values: str | int) -> None:
    """Say one thing from the catalogue in a new message."""
    t = await context.texts(update)
    await say(update, context, Message(t(name, **values)))


async def notify(update: Update, context: Context, name: str) -> None:
    """Answer the pressed button with one thing from the catalogue, to be closed; the message stays as it is."""
    t = await context.texts(update)
    await toast(update, t(name), alert=True)


def unless_gone(name: str) -> Callable[[Handling[More]], Handling[More]]:
    """Turn `Gone` into a kind word from the catalogue; what stands in the chat stays as it is."""

    def decorate(handler: Handling[More]) -> Handling[More]:
        @wraps(handler)
        async def kind(update: Update, context: Context, /, *more: More.args, **named: More.kwargs) -> None:
            try:
                await handler(update, context, *more, **named)
            except Gone:
                await (notify if update.callback_query else reply)(update, context, name)

        return kind

    return decorate


def for_editors(steps: Mapping[str, Answering]) -> dict[str, Step]:
    """Let only those answer who are editors still."""
    return {name: Step(answering, EDITORS) for name, answering in steps.items()}


async def _is_pasting(update: Update, context: Context) -> bool:
    conversation = await context.services.pending_inputs.get(*ids(update))
    return conversation is not None and conversation.step == PASTE


def _command(update: Update) -> str:
    text = received(update).text or received(update).caption or ""
    return text.split(maxsplit=1)[0] if text.strip() else ""
