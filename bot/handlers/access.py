"""Politely keeping the desk to its editors."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.context import Context
from bot.sending import answer_once, say
from bot.views.message import Message

ADMINISTRATORS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def editors_only(handler: Handler) -> Handler:
    """Let owners and editors through; refuse everybody else in their language."""
    return _guard(handler, _may_edit, "editors-only")


def owners_only(handler: Handler) -> Handler:
    """Let owners through; refuse everybody else in their language."""
    return _guard(handler, _may_own, "owners-only")


def administrators_only(handler: Handler) -> Handler:
    """Let everybody through in a private chat, in a group those who administrate it; refuse others kindly."""
    return _guard(handler, _may_decide, "admins-only")


async def is_editor(update: Update, context: Context) -> bool:
    """Whether whoever wrote may load and publish."""
    user = update.effective_user
    return user is not None and await context.services.rights.is_editor(user.id)


def _guard(handler: Handler, allowed: Callable[[Update, Context], Awaitable[bool]], refusal: str) -> Handler:
    @wraps(handler)
    async def guarded(update: Update, context: Context) -> None:
        if await allowed(update, context):
            await handler(update, context)
        else:
            await _refuse(update, context, refusal)

    return guarded


async def _refuse(update: Update, context: Context, refusal: str) -> None:
    t = await context.texts(update)
    if update.callback_query is not None:
        await answer_once(update.callback_query, t(refusal), alert=True)
    else:
        await say(update, context, Message(t(refusal)))


async def _may_edit(update: Update, context: Context) -> bool:
    return await is_editor(update, context)


async def _may_own(update: Update, context: Context) -> bool:
    return update.effective_user is not None and context.services.rights.is_owner(update.effective_user.id)


async def _may_decide(update: Update, _context: Context) -> bool:
    chat, user, message = update.effective_chat, update.effective_user, update.effective_message
    if chat is None or chat.type == ChatType.PRIVATE:
        return True
    if message is not None and message.sender_chat is not None and update.callback_query is None:
        return message.sender_chat.id == chat.id  # an administrator who stays anonymous
    return user is not None and (await chat.get_member(user.id)).status in ADMINISTRATORS
