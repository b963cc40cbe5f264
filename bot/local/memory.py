"""Keeps the chats of local mode in a file, so that they are still there after a restart."""

import asyncio
import base64
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.local.files import StoredFile
from bot.local.formatting import Entity, FormattedText
from bot.local.keyboards import Button
from bot.local.records import Chat, Message
from bot.local.telegram import World

MOST = 500  # messages kept of each chat
PAUSE = 1.0  # real seconds between two writings
_PLAIN = ("attachment", "origin", "service", "edit_date", "reactions")

Json = dict[str, Any]


async def keep(world: World, path: Path) -> None:
    """Write what was said soon after it was said, and once more at the end; runs until cancelled."""
    news, loop = asyncio.Event(), asyncio.get_running_loop()
    world.listeners.append(lambda _: news.set())
    with ThreadPoolExecutor(1) as writer:  # one: the last to be asked writes last
        try:
            while True:
                await news.wait()
                news.clear()
                await asyncio.sleep(PAUSE)
                await loop.run_in_executor(writer, write, snapshot(world), path)
        finally:
            writer.submit(write, snapshot(world), path)


def snapshot(world: World) -> Json:
    """Return everything worth keeping, as JSON."""
    chats = world.chats.values()
    return {
        "next_message_id": world.next_message_id,
        "chats": [_chat_to_json(chat) for chat in chats],
        "messages": [_message_to_json(one) for chat in chats for one in list(chat.messages.values())[-MOST:]],
        "files": [[file.id, file.name, base64.b64encode(file.data).decode()] for file in world.files],
    }


def write(kept: Json, path: Path) -> None:
    """Write a snapshot in one step, so that a crash leaves the old one or the new one; nobody else may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)  # a crash may have left it, with whatever rights
    fresh.touch(mode=0o600, exist_ok=False)
    fresh.write_text(json.dumps(kept), encoding="utf-8")
    fresh.replace(path)


def recall(world: World, path: Path) -> None:
    """Put back what was kept; people and groups that are no longer in the cast stay away."""
    if not path.exists():
        return
    kept = json.loads(path.read_text(encoding="utf-8"))
    world.next_message_id = kept["next_message_id"]
    for file_id, name, data in kept["files"]:
        world.files.restore(StoredFile(file_id, name, base64.b64decode(data)))
    for chat in kept["chats"]:
        _restore_chat(world, chat)
    for message in kept["messages"]:
        _restore_message(world, message)


def _chat_to_json(chat: Chat) -> Json:
    known = {"id": chat.id, "type": chat.type, "title": chat.title, "migrated_to": chat.migrated_to}
    return {**known, "last_message_id": chat.last_message_id, "statuses": list(chat.statuses.items())}


def _restore_chat(world: World, kept: Json) -> None:
    person = world.users.get(kept["id"])
    if kept["type"] == "private" and person is None:
        return
    chat = world.chats.setdefault(kept["id"], Chat(kept["id"], kept["type"], kept["title"], person))
    chat.migrated_to, chat.last_message_id = kept["migrated_to"], kept["last_message_id"]
    chat.statuses |= {user_id: status for user_id, status in kept["statuses"] if user_id in world.users}


def _message_to_json(message: Message) -> Json:
    return {
        "id": message.id,
        "chat": message.chat.id,
        "sender": message.sender.id,
        "date": message.date,
        "text": message.body.text,
        "entities": [asdict(entity) for entity in message.body.entities],
        "keyboard": [[asdict(button) for button in row] for row in message.keyboard],
        "reply_to": message.reply_to.id if message.reply_to else 0,
        "more": {name: getattr(message, name) for name in _PLAIN},
    }


def _restore_message(world: World, kept: Json) -> None:
    chat, sender = world.chats.get(kept["chat"]), world.users.get(kept["sender"])
    if chat is None or sender is None:
        return
    body = FormattedText(kept["text"], tuple(Entity(**entity) for entity in kept["entities"]))
    keyboard = tuple(tuple(Button(**button) for button in row) for row in kept["keyboard"])
    message = Message(kept["id"], chat, sender, kept["date"], body, **kept["more"])
    message.keyboard, message.reply_to = keyboard, chat.messages.get(kept["reply_to"])
    chat.messages[message.id] = message
