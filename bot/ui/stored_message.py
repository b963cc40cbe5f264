"""Messages as plain data, for the ledger, and back again."""

from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any

from bot.ui.markup import Html
from bot.ui.message import Button, File, Message, Reply


def store(message: Message) -> dict[str, Any]:
    """Return what JSON can hold."""
    data = asdict(message)
    if isinstance(message, Reply) and message.file is not None:
        data["file"] = {"name": message.file.name, "content": b64encode(message.file.content).decode()}
    return data


def restore(data: dict[str, Any]) -> Reply:
    """Return the message that was stored; one of an earlier version may lack what was added since."""
    rows = (tuple(Button(**button) for button in row) for row in data.get("keyboard", ()))
    file = data.get("file")
    given = {name: data[name] for name in ("thread", "replies_to", "awaits_reply") if name in data}
    attached = File(file["name"], b64decode(file["content"])) if file else None
    return Reply(Html(data["text"]), tuple(rows), file=attached, **given)
