"""Methods that bring a new message into a chat."""

from typing import Any

from bot.local.files import StoredFile
from bot.local.methods.common import (
    admitted_chat,
    caption,
    find_message,
    keyboard,
    message_text,
    replied,
    sent,
)
from bot.local.methods.registry import method
from bot.local.parameters import Parameters
from bot.local.records import Message
from bot.local.refusals import bad_request
from bot.local.telegram import World

_ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)


@method
def send_message(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#sendmessage."""
    body, buttons = message_text(given), keyboard(given)
    chat = admitted_chat(world, given)
    return sent(world, chat, body, keyboard=buttons, reply_to=replied(chat, given))


@method
def send_document(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#senddocument."""
    document = _file(world, given, "document").as_json()
    return _send_attachment(world, given, {"document": document})


@method
def send_photo(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#sendphoto; the size of the picture is not looked at."""
    file = _file(world, given, "photo")
    size = {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_size": len(file.data)}
    return _send_attachment(world, given, {"photo": [{**size, "width": 640, "height": 480}]})


@method
def send_chat_action(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    chat = world.writable(given.chat_id())
    if given.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.happen("typing", chat)
    return True


@method
def forward_message(world: World, given: Parameters) -> Any:
    """https://core.telegram.org/bots/api#forwardmessage."""
    message = _source(world, given, "to forward")
    chat = admitted_chat(world, given)
    origin = {"type": "user", "date": message.date, "sender_user": message.sender.as_json()}
    return sent(world, chat, message.body, attachment=message.attachment, origin=message.origin or origin)


@method
def copy_message(world: World, given: Parameters) -> dict[str, int]:
    """https://core.telegram.org/bots/api#copymessage."""
    message = _source(world, given, "to copy")
    body, buttons = caption(given) if "caption" in given.values else message.body, keyboard(given)
    chat = admitted_chat(world, given)
    reply = replied(chat, given)
    copy = world.add(chat, world.bot, body, attachment=message.attachment, keyboard=buttons, reply_to=reply)
    return {"message_id": copy.id}


@method
def set_message_reaction(world: World, given: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmessagereaction; a bot gives one reaction to a message."""
    chat = world.writable(given.chat_id())
    message = find_message(chat, given.integer("message_id"), "to react")
    reactions = given.array("reaction")
    if len(reactions) > 1 or not all(isinstance(one, dict) and isinstance(one.get("emoji"), str) for one in reactions):
        raise bad_request("REACTION_INVALID")
    message.reactions = tuple(one["emoji"] for one in reactions)
    world.happen("reaction", chat, message)
    return True


def _send_attachment(world: World, given: Parameters, attachment: dict[str, Any]) -> Any:
    body, buttons = caption(given), keyboard(given)
    chat = admitted_chat(world, given)
    more = {"attachment": attachment, "keyboard": buttons, "reply_to": replied(chat, given)}
    return sent(world, chat, body, **more)


def _file(world: World, given: Parameters, name: str) -> StoredFile:
    upload = given.file(name)
    if upload:
        return world.files.upload(upload.name, upload.data)
    if not given.text(name):
        raise bad_request(f"there is no {name} in the request")
    return world.files.find(given.text(name))


def _source(world: World, given: Parameters, purpose: str) -> Message:
    chat = world.find_chat(given.integer("from_chat_id"))
    message = find_message(chat, given.integer("message_id"), purpose)
    if message.service:
        raise bad_request(f"message can't be {purpose.removeprefix('to ')}ed")
    return message
