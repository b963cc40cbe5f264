"""What several methods share: reading texts, replies, keyboards; finding chats and messages."""

from typing import Any

from bot.local.formatting import FormattedText, len_utf16
from bot.local.keyboards import Keyboard, parse_keyboard
from bot.local.markup import parse_entities, parse_html
from bot.local.parameters import Parameters
from bot.local.records import Chat, Message
from bot.local.refusals import bad_request
from bot.local.telegram import World

MAX_TEXT = 4096
MAX_CAPTION = 1024


def message_text(given: Parameters) -> FormattedText:
    """Return the text of a message with its formatting, neither empty nor too long."""
    body = _formatted(given, "text", "entities")
    if not body.text:
        raise bad_request("message text is empty")
    if len_utf16(body.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return body.with_found()


def caption(given: Parameters) -> FormattedText:
    """Return the caption of a file with its formatting, perhaps empty."""
    body = _formatted(given, "caption", "caption_entities")
    if len_utf16(body.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return body.with_found()


def keyboard(given: Parameters) -> Keyboard:
    """Return the inline keyboard of the call."""
    return parse_keyboard(given.structure("reply_markup"))


def admitted_chat(world: World, given: Parameters) -> Chat:
    """Return the chat to write to, and count the message against the limits."""
    chat = world.writable(given.chat_id())
    world.floods.admit(chat.id)
    return chat


def replied(chat: Chat, given: Parameters) -> Message | None:
    """Return the message that is replied to."""
    reply = Parameters(given.object("reply_parameters"))
    message_id = reply.integer("message_id") or given.integer("reply_to_message_id")
    lenient = reply.flag("allow_sending_without_reply") or given.flag("allow_sending_without_reply")
    found = chat.messages.get(message_id)
    if message_id and not found and not lenient:
        raise bad_request("message to be replied not found")
    return found


def find_message(chat: Chat, message_id: int, purpose: str) -> Message:
    """Return a message of a chat, or refuse: "message to … not found"."""
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    found = chat.messages.get(message_id)
    if found is None:
        raise bad_request(f"message {purpose} not found")
    return found


def user_id_of(given: Parameters) -> int:
    """Return the user the call is about."""
    return given.integer("user_id")


def sent(world: World, chat: Chat, body: FormattedText, **more: Any) -> dict[str, Any]:
    """Put a message of the bot into a chat and return it as the Bot API writes it."""
    return world.add(chat, world.bot, body, **more).as_json()


def _formatted(given: Parameters, text: str, entities: str) -> FormattedText:
    source, mode = given.text(text), given.text("parse_mode").lower()
    if mode == "html":
        return parse_html(source).trimmed()
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode: this local server reads HTML only")
    listed = given.structure(entities)
    return (parse_entities(source, listed) if listed else FormattedText(source)).trimmed()
