"""Who may do what: every command, button and step says it, and it is asked each time, of whoever writes or presses."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Message as Received
from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden

from bot.phrases.typed_input import Refusal
from bot.telegram.context import Context
from bot.telegram.menus import Role
from bot.telegram.private_chat import alone_with, lead_to_private, may_write_to
from bot.telegram.replies import answer_once, say
from bot.telegram.updates import is_group
from bot.ui.message import Message
from briefings.intake import IntakeError

ADMINISTRATING = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
Allowing = Callable[[Update, Context], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may do something; `refusal` is the message that others get."""

    name: str
    allow: Allowing
    refusal: str = "went-wrong"
    is_desk: bool = False
    """done in private chats only: what is not published yet is not for a group"""

    async def hold(self, update: Update, context: Context) -> bool:
        """Whether whoever wrote or pressed may go on now; where not, they hear why."""
        allowed = await self.allow(update, context)
        if not allowed:
            await explain(update, context, self.refusal)
        return allowed


@dataclass(frozen=True, slots=True)
class Guarded:
    """A handler with the rights that it asks for; only such handlers can be registered."""

    handle: Handler
    rights: Permission

    async def __call__(self, update: Update, context: Context) -> None:
        """Handle the update, or refuse it kindly."""
        if not await self.rights.hold(update, context):
            return
        if self.rights.is_desk and is_group(update):
            await _go_on_in_private(update, context, self.handle)
        else:
            await kindly(self.handle(update, context), update, context)


async def kindly(handling: Awaitable[None], update: Update, context: Context) -> None:
    """Do it; what cannot be taken is refused in the words that the `Refusal`, or the article's error, names."""
    try:
        await handling
    except Refusal as refusal:
        await explain(update, context, refusal.name, **refusal.values)
    except IntakeError as error:
        await explain(update, context, f"intake-{error.code}", **error.parameters)


async def explain(update: Update, context: Context, name: str, **values: str | int) -> None:
    """Say why nothing was done: as an alert after a button, else as a message."""
    t = await context.texts(update)
    if update.callback_query is not None:
        await answer_once(update.callback_query, t(name, **values), alert=True)
    else:
        await say(update, context, Message(t(name, **values)))


async def is_editor(update: Update, context: Context) -> bool:
    """Whether whoever wrote may load and publish."""
    user = update.effective_user
    return user is not None and await context.services.roles.is_editor(user.id)


async def role_of(update: Update, context: Context) -> Role:
    """Return what the person who wrote may do."""
    user = update.effective_user
    if user is not None and context.services.roles.is_owner(user.id):
        return "owner"
    return "editor" if await is_editor(update, context) else "reader"


async def _go_on_in_private(update: Update, context: Context, handle: Handler) -> None:
    """Do in the editor's private chat what a command in a group asks for; old buttons in groups only say so."""
    if update.callback_query is not None:
        await explain(update, context, "desk-private")
    elif await may_write_to(update, context):
        await lead_to_private(update, context, "desk-in-private")
        private = alone_with(update, context)
        await kindly(handle(private, context), private, context)
    else:
        await lead_to_private(update, context, "desk-start-first")


async def _may_all(_update: Update, _context: Context) -> bool:
    return True


async def _may_own(update: Update, context: Context) -> bool:
    return update.effective_user is not None and context.services.roles.is_owner(update.effective_user.id)


async def _may_decide(update: Update, context: Context) -> bool:
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type == ChatType.PRIVATE:
        return True
    if update.callback_query is None and (sender := _writes_as(update)) is not None:
        return sender == chat.id  # an administrator who stays anonymous
    return user is not None and await _administrates(context, chat.id, user.id)


def _writes_as(update: Update) -> int | None:
    """Return the group or channel in whose name somebody writes."""
    message = update.effective_message
    sender = message.sender_chat if isinstance(message, Received) else None
    return sender.id if sender is not None else None


async def _administrates(context: Context, chat_id: int, user_id: int) -> bool:
    """Whether Telegram says so; of whom it tells nothing is no administrator."""
    try:
        member = await context.bot.get_chat_member(chat_id, user_id)
    except (BadRequest, Forbidden):
        return False
    return member.status in ADMINISTRATING


ANYBODY = Permission("anybody", _may_all)
ADMINISTRATORS = Permission("administrators", _may_decide, "admins-only")
"""everybody in a private chat, in a group those who administrate it"""
EDITORS = Permission("editors", is_editor, "editors-only", is_desk=True)
OWNERS = Permission("owners", _may_own, "owners-only", is_desk=True)


def anybody(handler: Handler) -> Guarded:
    """Let everybody through."""
    return Guarded(handler, ANYBODY)


def administrators_only(handler: Handler) -> Guarded:
    """Let everybody through in a private chat, in a group those who administrate it; refuse others kindly."""
    return Guarded(handler, ADMINISTRATORS)


def editors_only(handler: Handler) -> Guarded:
    """Let owners and editors through, in their private chat; refuse everybody else in their language."""
    return Guarded(handler, EDITORS)


def owners_only(handler: Handler) -> Guarded:
    """Let owners through, in their private chat; refuse everybody else in their language."""
    return Guarded(handler, OWNERS)
