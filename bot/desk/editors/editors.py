"""`/editors`: owners say who may load and publish."""

import re
from typing import Any

from telegram import Message as Received
from telegram import MessageOriginHiddenUser, MessageOriginUser, Update, User
from telegram.error import BadRequest, Forbidden
from telegram.ext import BaseHandler

from bot.desk.common import (
    argument,
    await_answer,
    editor_id,
    notify,
    pressed_id,
    received,
    reply,
    stop_waiting,
    unless_gone,
)
from bot.desk.common_view import ask
from bot.desk.editors import editors_view as views
from bot.telegram import buttons
from bot.telegram.context import Context
from bot.telegram.dialogue import Step
from bot.telegram.menus import Role, set_menu
from bot.telegram.permissions import OWNERS, owners_only
from bot.telegram.registration import on_button, on_command
from bot.telegram.replies import say, show, toast
from bot.ui.message import Message
from briefings.editorial.roles import Editor
from briefings.errors import Gone
from briefings.intake.characters import tidy_title

USER_ID = re.compile(r"[1-9][0-9]{0,17}")
unless_no_editor = unless_gone("editors-not-one")


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """The command and its buttons."""
    return [
        on_command("editors", on_editors, edited=False),
        on_button(buttons.EDITORS, on_list),
        on_button(buttons.ADD_EDITOR, on_add),
        on_button(buttons.EDITOR, on_editor),
        on_button(buttons.REMOVE_EDITOR, on_remove),
        on_button(buttons.RETURN_EDITOR, on_return),
    ]


def steps() -> dict[str, Step]:
    """Who shall become an editor."""
    return {"editor": Step(on_told_who, OWNERS)}


@owners_only
async def on_editors(update: Update, context: Context) -> None:
    """List the editors; in reply to somebody's message, or with a Telegram number, appoint."""
    replied, number = received(update).reply_to_message, USER_ID.fullmatch(argument(update))
    if number is not None:
        await _appoint(update, context, int(number[0]), await _name(context, int(number[0])))
    elif replied is not None:
        await _appoint_author(update, context, replied)
    else:
        await say(update, context, await _list(update, context))


@owners_only
async def on_list(update: Update, context: Context) -> None:
    """Go back to the list."""
    await show(update, context, await _list(update, context))


@owners_only
async def on_add(update: Update, context: Context) -> None:
    """Ask who it shall be."""
    await toast(update, "")
    await await_answer(update, context, "editor")
    await say(update, context, ask(await context.texts(update), "editors-ask"))


async def on_told_who(update: Update, context: Context, _data: dict[str, Any]) -> None:
    """Take a forwarded message or a Telegram number."""
    message = received(update)
    number = USER_ID.fullmatch((message.text or "").strip())
    if message.forward_origin is None and number is not None:
        await stop_waiting(update, context)
        await _appoint(update, context, int(number[0]), await _name(context, int(number[0])))
    else:
        await _appoint_origin(update, context, message)


@owners_only
@unless_no_editor
async def on_editor(update: Update, context: Context) -> None:
    """Ask whether somebody shall be an editor no longer."""
    editor = await _editor(context, pressed_id(update))
    await show(update, context, views.confirm_dismissal(editor, await context.texts(update)))


@owners_only
@unless_no_editor
async def on_remove(update: Update, context: Context) -> None:
    """Take somebody's rights back."""
    editor = await _editor(context, pressed_id(update))
    await context.services.roles.dismiss(editor.user_id, editor_id(update))
    await _renew_menu(context, editor.user_id, "reader")
    await context.services.pending_inputs.end(editor.user_id, editor.user_id)
    await show(update, context, views.dismissed(editor, await context.texts(update)))


@owners_only
async def on_return(update: Update, context: Context) -> None:
    """Undo a dismissal."""
    user_id = pressed_id(update)
    if any(editor.user_id == user_id for editor in await context.services.roles.editors()):
        await notify(update, context, "button-gone")
        return
    await show(update, context, await _appointed(update, context, user_id, await _name(context, user_id)))


async def _appoint_origin(update: Update, context: Context, message: Received) -> None:
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            await stop_waiting(update, context)
            await _appoint_user(update, context, user)
        case MessageOriginHiddenUser():
            await reply(update, context, "editors-hidden")
        case _:
            await reply(update, context, "editors-unreadable")


async def _appoint_author(update: Update, context: Context, message: Received) -> None:
    """Appoint who wrote a message, or first wrote it where it was forwarded."""
    if message.forward_origin is not None:
        await _appoint_origin(update, context, message)
    elif message.from_user is not None:
        await _appoint_user(update, context, message.from_user)


async def _appoint_user(update: Update, context: Context, user: User) -> None:
    if user.is_bot:
        await reply(update, context, "editors-bot")
    else:
        await _appoint(update, context, user.id, user.full_name)


async def _appoint(update: Update, context: Context, user_id: int, name: str) -> None:
    if context.services.roles.is_owner(user_id):
        await reply(update, context, "editors-owner")
    else:
        await say(update, context, await _appointed(update, context, user_id, name))


async def _appointed(update: Update, context: Context, user_id: int, name: str) -> Message:
    editor = Editor(user_id, tidy_title(name) or str(user_id))
    await context.services.roles.appoint(user_id, editor.name, editor_id(update))
    await _renew_menu(context, user_id, "editor")
    return views.appointed(editor, await context.texts(update))


async def _renew_menu(context: Context, user_id: int, role: Role) -> None:
    language = (await context.services.readers.settings(user_id)).language
    await set_menu(context.bot, user_id, role, language)


async def _name(context: Context, user_id: int) -> str:
    """Ask Telegram what somebody is called; those who never wrote to the bot go by their number."""
    try:
        chat = await context.bot.get_chat(user_id)
    except (BadRequest, Forbidden):
        return str(user_id)
    return chat.full_name or str(user_id)


async def _editor(context: Context, user_id: int) -> Editor:
    for editor in await context.services.roles.editors():
        if editor.user_id == user_id:
            return editor
    raise Gone


async def _list(update: Update, context: Context) -> Message:
    return views.editors_list(await context.services.roles.editors(), await context.texts(update))
