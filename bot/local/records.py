"""Who and what there is in the local Telegram: users, chats, messages; each knows how the Bot API writes it."""

from dataclasses import dataclass, field
from typing import Any

from bot.local.formatting import FormattedText
from bot.local.keyboards import Keyboard, keyboard_as_json

MEMBERS = frozenset({"creator", "administrator", "member"})
ADMINISTRATORS = frozenset({"creator", "administrator"})


@dataclass(slots=True, eq=False)
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    is_deactivated: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the user as the Bot API writes it."""
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        known = {name: value for name, value in optional.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **known}


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat (its id is the person's) or a group; ``statuses`` says who is what in it, the bot included."""

    id: int
    type: str  # private, group or supergroup
    title: str
    person: User | None = None
    statuses: dict[int, str] = field(default_factory=dict)
    migrated_to: int = 0
    messages: "dict[int, Message]" = field(default_factory=dict)
    last_message_id: int = 0
    sent_by_bot: int = 0

    @property
    def is_private(self) -> bool:
        """Whether one person alone talks with the bot in this chat."""
        return self.type == "private"

    def has(self, user_id: int) -> bool:
        """Say whether this user is in the chat."""
        return self.statuses.get(user_id) in MEMBERS

    def as_json(self) -> dict[str, Any]:
        """Return the chat as the Bot API writes it."""
        if not self.person:
            return {"id": self.id, "type": self.type, "title": self.title}
        person = self.person.as_json()
        names: dict[str, Any] = {key: value for key, value in person.items() if key.endswith("name")}
        return {"id": self.id, "type": self.type, **names}


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands now: edits change it, ``is_deleted`` says it is gone."""

    id: int
    chat: Chat
    sender: User
    date: int  # Unix time, by the rehearsal clock
    body: FormattedText  # the text, or the caption of the attachment
    attachment: dict[str, Any] = field(default_factory=dict)  # e.g. {"document": {...}}
    keyboard: Keyboard = ()
    reply_to: "Message | None" = None
    origin: dict[str, Any] | None = None  # where it was forwarded from
    service: dict[str, Any] = field(default_factory=dict)  # e.g. {"migrate_to_chat_id": ...}
    edit_date: int = 0
    is_deleted: bool = False
    reactions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text or caption, plain."""
        return self.body.text

    @property
    def html(self) -> str:
        """The text or caption in Telegram's HTML."""
        return self.body.html

    @property
    def buttons(self) -> list[str]:
        """The labels of all buttons under the message, from left to right and top to bottom."""
        return [button.text for row in self.keyboard for button in row]

    @property
    def quotes(self) -> list[str]:
        """The texts of its block quotations."""
        return self.body.stretches("blockquote", "expandable_blockquote")

    @property
    def quote(self) -> str:
        """The text of its first block quotation, or an empty string."""
        return next(iter(self.quotes), "")

    @property
    def is_edited(self) -> bool:
        """Whether the message was changed after it was sent."""
        return self.edit_date > 0

    def __repr__(self) -> str:
        return f"<Message {self.id} of {self.sender.first_name}: {self.text!r} {self.buttons or ''}>"

    def as_json(self, *, with_reply: bool = True) -> dict[str, Any]:
        """Return the message as the Bot API writes it."""
        written: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat.as_json(),
            "date": self.date,
            **self._content_as_json(),
        }
        if self.reply_to and with_reply:
            written["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        if self.keyboard:
            written["reply_markup"] = keyboard_as_json(self.keyboard)
        if self.edit_date:
            written["edit_date"] = self.edit_date
        return written

    def _content_as_json(self) -> dict[str, Any]:
        text, entities = ("caption", "caption_entities") if self.attachment else ("text", "entities")
        written = {**self.attachment, **self.service}
        if self.body.text:
            written[text] = self.body.text
        if self.body.entities:
            written[entities] = [entity.as_json() for entity in self.body.entities]
        if self.origin:
            written["forward_origin"] = self.origin
        return written
