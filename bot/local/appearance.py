"""Chats, messages and people as the chat page gets them, in JSON."""

from typing import Any

from bot.local.cast import Cast, Persona, Sample
from bot.local.keyboards import Button
from bot.local.records import ADMINISTRATORS, Chat, Message
from bot.local.telegram import Happening, World

Json = dict[str, Any]


def cast_view(cast: Cast, world: World) -> Json:
    """Return who can be played."""
    people = [_persona(persona) for persona in cast.people]
    bot = {"id": world.bot.id, "name": world.bot.first_name, "about": world.profile.about("short_description", "")}
    return {"people": people, "bot": bot, "welcome": cast.welcome, "timezone": cast.timezone}


def chat_view(world: World, chat: Chat, person_id: int) -> Json:
    """Return a chat as a person sees it in the list."""
    last = next(reversed(chat.messages.values()), None)
    return {
        "id": chat.id,
        "title": world.bot.first_name if chat.is_private else chat.title,
        "private": chat.is_private,
        "people": sum(chat.has(user_id) for user_id in chat.statuses),
        "blocked": not chat.has(world.bot.id),
        "last": message_view(last) if last else None,
        "menu": _menu(world, chat, person_id),
    }


def message_view(message: Message) -> Json:
    """Return a message as the page draws it; ``html`` is safe, everything else is plain text."""
    return {
        "id": message.id,
        "chat": message.chat.id,
        "from": {"id": message.sender.id, "name": message.sender.first_name, "bot": message.sender.is_bot},
        "date": message.date,
        "html": message.html,
        "text": message.text,
        "file": _file(message),
        "buttons": [[_button(button) for button in row] for row in message.keyboard],
        "reply": _reply(message.reply_to),
        "forwarded": _origin(message.origin),
        "service": _service(message.service),
        "edited": message.is_edited,
        "reactions": list(message.reactions),
    }


def happening_view(happening: Happening) -> Json:
    """Return something that happened, for the live stream."""
    message = message_view(happening.message) if happening.message else None
    return {"kind": happening.kind, "chat": happening.chat.id, "message": message, **happening.details}


def _persona(persona: Persona) -> Json:
    tries = [_try(index, one) for index, one in enumerate(persona.try_these)]
    known = {"id": persona.id, "name": persona.name, "role": persona.role, "about": persona.about}
    return {**known, "language": persona.language, "try": tries}


def _try(index: int, one: str | Sample) -> Json:
    if isinstance(one, str):
        return {"index": index, "label": one, "kind": "text"}
    kind = "forward" if one.channel else "file" if one.file_name else "text"
    return {"index": index, "label": one.label, "kind": kind}


def _menu(world: World, chat: Chat, person_id: int) -> list[dict[str, str]]:
    person = world.users[person_id]
    is_admin = chat.statuses.get(person_id) in ADMINISTRATORS
    return world.profile.menu(person_id, chat.id, person.language_code, is_admin=is_admin)


def _button(button: Button) -> Json:
    return {"text": button.text, "url": button.url, "data": button.callback_data}


def _file(message: Message) -> Json | None:
    if document := message.attachment.get("document"):
        return {"id": document["file_id"], "name": document["file_name"], "size": document["file_size"]}
    if photo := message.attachment.get("photo"):
        return {"id": photo[-1]["file_id"], "name": "photo", "size": photo[-1]["file_size"], "photo": True}
    if location := message.attachment.get("location"):
        return {"id": "", "name": f"📍 {location['latitude']}, {location['longitude']}", "size": 0}
    return None


def _reply(message: Message | None) -> Json | None:
    if message is None:
        return None
    file = _file(message)
    text = message.text or (file["name"] if file else "")
    return {"id": message.id, "name": message.sender.first_name, "text": text[:120]}


def _origin(origin: Json | None) -> str:
    if not origin:
        return ""
    channel, user = origin.get("chat", {}), origin.get("sender_user", {})
    return str(channel.get("title") or user.get("first_name") or origin.get("sender_user_name", ""))


def _service(service: Json) -> str:
    if "migrate_to_chat_id" in service:
        return "This group became a supergroup."
    return "The supergroup begins here." if "migrate_from_chat_id" in service else ""
