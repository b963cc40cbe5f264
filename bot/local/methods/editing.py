"""Methods that change or remove messages, and that answer button presses."""

from typing import Any

from bot.local.methods.common import admitted_chat, caption, find_message, keyboard, message_text
from bot.local.methods.registry import method
from bot.local.parameters import Parameters
from bot.local.records import ADMINISTRATORS, Chat, Message
from bot.local.refusals import bad_request
from bot.local.telegram import World

MAX_ANSWER = 200
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@method
def edit_message_text(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#editmessagetext."""
    body, buttons = message_text(given), keyboard(given)
    message = _editable(world, given)
    if message.attachment or not message.text:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, message, body=body, keyboard=buttons)


@method
def edit_message_caption(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    body, buttons = caption(given), keyboard(given)
    message = _editable(world, given)
    if not message.attachment:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, message, body=body, keyboard=buttons)


@method
def edit_message_reply_markup(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    buttons = keyboard(given)
    return _edit(world, _editable(world, given), keyboard=buttons)


@method
def delete_message(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    chat = world.writable(given.chat_id())
    message = find_message(chat, given.integer("message_id"), "to delete")
    if not _may_delete(world, chat, message):
        raise bad_request("message can't be deleted")
    world.remove(message)
    return True


@method
def delete_messages(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemessages; those that are not there are skipped."""
    chat = world.writable(given.chat_id())
    wanted = given.array("message_ids")
    if not 1 <= len(wanted) <= 100 or not all(isinstance(one, int) for one in wanted):
        raise bad_request("message identifiers are not specified")
    found = [chat.messages[one] for one in wanted if one in chat.messages]
    for message in found:
        if _may_delete(world, chat, message):
            world.remove(message)
    return True


@method
def answer_callback_query(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery."""
    text = given.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    world.answer(given.text("callback_query_id"), {"text": text, "alert": given.flag("show_alert")})
    return True


@method
def pin_chat_message(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#pinchatmessage."""
    chat = world.writable(given.chat_id())
    message = find_message(chat, given.integer("message_id"), "to pin")
    if not chat.is_private and chat.statuses[world.bot.id] not in ADMINISTRATORS:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    world.happen("pin", chat, message)
    return True


@method
def unpin_chat_message(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#unpinchatmessage."""
    world.writable(given.chat_id())
    return True


def _editable(world: World, given: Parameters) -> Message:
    message = find_message(admitted_chat(world, given), given.integer("message_id"), "to edit")
    if message.sender is not world.bot or message.origin:
        raise bad_request("message can't be edited")
    return message


def _edit(world: World, message: Message, **changes: Any) -> dict[str, Any]:
    if all(getattr(message, name) == value for name, value in changes.items()):
        raise bad_request(_NOT_MODIFIED)
    world.change(message, **changes)
    return message.as_json()


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    return chat.is_private or message.sender is world.bot or chat.statuses[world.bot.id] in ADMINISTRATORS
