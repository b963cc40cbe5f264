"""Reading updates as they arrive: what is malformed is refused before it is stored."""

import json
from typing import Any

from telegram import Bot, Message, Update

from briefings.inbox import Arrival, Lane

LARGEST = 2**63
"""Ids, dates and counts beyond 64 bits are none that Telegram sends."""
LONGEST_QUESTION = 1000
"""Characters; a longer text is an article, or a part of one."""
LANE_OF_COMMAND: dict[str, Lane] = {"/ask": "asking", "/load": "loading", "/edit": "loading"}
"""Commands that take longer than others."""
TYPES: dict[str, type | tuple[type, ...]] = {
    **dict.fromkeys(
        ("text", "caption", "type", "status", "language_code", "first_name", "last_name", "title", "username", "url"),
        str,
    ),
    **dict.fromkeys(("file_id", "file_unique_id", "file_name", "mime_type", "chat_instance"), str),
    **dict.fromkeys(("message_id", "message_thread_id", "date", "edit_date", "offset", "length", "file_size"), int),
    **dict.fromkeys(("migrate_to_chat_id", "migrate_from_chat_id"), int),
    "id": (int, str),
}
"""What fields of these names hold wherever they stand, as far as we read them (https://core.telegram.org/bots/api)."""

UNREAD = frozenset({"chat_background_set"})
"""Fields that nobody reads, and in which some of these names hold something else."""


class MalformedUpdate(Exception):
    """This is no update that Telegram would send; its id where at least that can be read."""

    def __init__(self, update_id: int | None) -> None:
        super().__init__(f"update {update_id} is malformed")
        self.update_id = update_id


def read_arrival(body: object, bot: Bot | None = None) -> Arrival:
    """Read an update of parsed JSON; raise `MalformedUpdate` for whatever Telegram would not send."""
    update_id = id_of(body)
    if update_id is None or not isinstance(body, dict):
        raise MalformedUpdate(None)
    try:
        _check(body)
        update = Update.de_json(body, bot)
        _check_whole(update)
        return _arrival(update, body)
    except Exception as error:  # whatever the library stumbles over in a body that it was not made for
        raise MalformedUpdate(update_id) from error


def id_of(body: object) -> int | None:
    """Read an update's id; None where there is none that Telegram would give."""
    update_id = body.get("update_id") if isinstance(body, dict) else None
    return update_id if type(update_id) is int and 0 <= update_id < LARGEST else None


def _check(value: Any) -> None:
    """Raise an error for a number beyond 64 bits, or a field of another type than Telegram's."""
    if isinstance(value, int) and not -LARGEST <= value < LARGEST:
        raise OverflowError("a number beyond 64 bits")
    if isinstance(value, dict):
        for name, part in value.items():
            if name in UNREAD:
                continue
            if not isinstance(part, TYPES.get(name, object)):
                raise TypeError(f"{name} is of another type")
            _check(part)
    elif isinstance(value, list):
        for part in value:
            _check(part)


def _check_whole(update: Update) -> None:
    """Raise a `ValueError` where something is missing that Telegram always sends."""
    message, query = update.effective_message, update.callback_query
    if message is not None and not message.chat:
        raise ValueError("a message without a chat")
    if query is not None and not (query.from_user and isinstance(query.data or "", str)):
        raise ValueError("a press by nobody, or of nothing")


def _arrival(update: Update, body: object) -> Arrival:
    chat, person = update.effective_chat, _person(update)
    queue = int(chat.id) if chat is not None else person or 0
    return Arrival(update.update_id, queue, person, lane_of(update), json.dumps(body))


def _person(update: Update) -> int | None:
    """Return who caused it; all who write in the name of a group or channel have one user in common, so that counts."""
    message = update.message or update.edited_message
    sender = (message.sender_chat if message is not None else None) or update.effective_user
    return int(sender.id) if sender is not None else None


def lane_of(update: Update) -> Lane:
    """Say whose company an update waits in: commands and buttons are quick, questions and articles take longer."""
    message = update.message or update.edited_message
    if message is None:
        return "quick"
    text = message.text or message.caption or ""
    if text.startswith("/"):
        return LANE_OF_COMMAND.get(text.split(maxsplit=1)[0].partition("@")[0].lower(), "quick")
    return "loading" if _is_material(message, text) else "asking"


def _is_material(message: Message, text: str) -> bool:
    has_link = any(entity.type in {"url", "text_link"} for entity in (*message.entities, *message.caption_entities))
    return bool(message.effective_attachment or has_link or len(text) > LONGEST_QUESTION)
