"""The world behind the Bot API: who exists, which chats there are, and what was said in them."""

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.local.feed import Feed
from bot.local.files import FileStore
from bot.local.floods import Floods, Limits
from bot.local.formatting import FormattedText
from bot.local.profile import Profile
from bot.local.records import Chat, Message, User
from bot.local.refusals import bad_request, forbidden

CALLBACK_SECONDS = 60.0  # real ones: an answer that comes later is refused


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that people can see: a message came, changed or went, somebody types, a button was answered."""

    kind: str  # message, edit, delete, typing, answer, chat, reaction, pin
    chat: Chat
    message: Message | None = None
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Press:
    """A button press that the bot has to answer; ``answer`` is done once it did, with its text and alert flag."""

    id: str
    person: User
    message: Message
    data: str
    pressed_at: float
    answer: "asyncio.Future[dict[str, Any]]"


def wall_clock() -> datetime:
    """Return the real time: what Telegram stamps messages with unless a rehearsal gives another clock."""
    return datetime.fromtimestamp(time.time(), UTC)


class World:
    """One bot and everybody it may meet. No method does I/O; everything happens at once and in order."""

    def __init__(
        self,
        bot: User,
        *,
        limits: Limits,
        now: Callable[[], datetime] = wall_clock,
        monotonic: Callable[[], float] = time.monotonic,
        remember: int | None = None,
    ) -> None:
        self.bot = bot
        self.now = now
        self.monotonic = monotonic
        self.remember = remember
        self.floods = Floods(limits, monotonic)
        self.feed = Feed()
        self.files = FileStore()
        self.profile = Profile(bot.first_name)
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.crowd = range(0)
        self.presses: dict[str, Press] = {}
        self.listeners: list[Callable[[Happening], None]] = []
        self.next_message_id = 1
        self._press_ids = itertools.count(1)

    # Who there is

    def meet(self, user: User, *, started: bool = True) -> User:
        """Add a person; ``started`` ones already talk with the bot, others it cannot write to yet."""
        self.users[user.id] = user
        if started:
            self.open_private(user)
        return user

    def open_private(self, user: User) -> Chat:
        """Return the private chat of a person, made if need be."""
        if user.id not in self.chats:
            statuses = {user.id: "member", self.bot.id: "member"}
            self.chats[user.id] = Chat(user.id, "private", user.first_name, user, statuses)
        return self.chats[user.id]

    def find_chat(self, chat_id: int) -> Chat:
        """Return a chat the bot knows, or refuse."""
        chat = self.chats.get(chat_id)
        if chat is None and chat_id in self.crowd:
            chat = self.open_private(self.meet(User(chat_id, f"Reader {chat_id}")))
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable(self, chat_id: int) -> Chat:
        """Return a chat that the bot may write to, or refuse in Telegram's words."""
        chat = self.find_chat(chat_id)
        if chat.migrated_to:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.person and chat.person.is_deactivated:
            raise forbidden("user is deactivated")
        status = chat.statuses.get(self.bot.id)
        if status == "kicked":
            blocked = "bot was blocked by the user" if chat.is_private else f"bot was kicked from the {chat.type} chat"
            raise forbidden(blocked)
        if status == "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        return chat

    def chats_of(self, user_id: int) -> Iterator[Chat]:
        """Yield the chats this person is in, the private one first."""
        mine = (chat for chat in self.chats.values() if user_id in chat.statuses and not chat.migrated_to)
        yield from sorted(mine, key=lambda chat: not chat.is_private)

    # What is said

    def stamp(self) -> int:
        """Return the Unix time by the clock of this world."""
        return int(self.now().timestamp())

    def add(self, chat: Chat, sender: User, body: FormattedText, **more: Any) -> Message:
        """Put a message into a chat and show it to whoever listens."""
        message = Message(self._message_id(chat), chat, sender, self.stamp(), body, **more)
        if sender is self.bot:
            chat.sent_by_bot += 1
        chat.messages[message.id] = message
        if self.remember is not None and len(chat.messages) > self.remember:
            chat.messages.pop(next(iter(chat.messages)))
        self.happen("message", chat, message)
        return message

    def change(self, message: Message, **changes: Any) -> None:
        """Change parts of a message and show it."""
        for name, value in changes.items():
            setattr(message, name, value)
        message.edit_date = self.stamp()
        self.happen("edit", message.chat, message)

    def remove(self, message: Message) -> None:
        """Take a message away."""
        message.is_deleted = True
        message.chat.messages.pop(message.id, None)
        self.happen("delete", message.chat, message)

    def happen(self, kind: str, chat: Chat, message: Message | None = None, **details: Any) -> None:
        """Tell everybody who listens."""
        for listener in self.listeners:
            listener(Happening(kind, chat, message, details))

    def press(self, person: User, message: Message, data: str) -> Press:
        """Let a person press a button; the bot gets a callback query."""
        self._forget_old_presses()
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        press = Press(str(next(self._press_ids)), person, message, data, self.monotonic(), answer)
        self.presses[press.id] = press
        query = {"id": press.id, "from": person.as_json(), "message": message.as_json(), "data": data}
        self.feed.push("callback_query", {**query, "chat_instance": str(message.chat.id)})
        return press

    def answer(self, press_id: str, answer: dict[str, Any]) -> None:
        """Answer a press, once and in time."""
        press = self.presses.pop(press_id, None)
        if press is None or self.monotonic() - press.pressed_at > CALLBACK_SECONDS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if not press.answer.done():
            press.answer.set_result(answer)
        self.happen("answer", press.message.chat, press.message, person=press.person.id, **answer)

    def _forget_old_presses(self) -> None:
        oldest = self.monotonic() - CALLBACK_SECONDS
        self.presses = {key: press for key, press in self.presses.items() if press.pressed_at >= oldest}

    def _message_id(self, chat: Chat) -> int:
        """Supergroups count their messages alone, private chats and groups share the account's counter."""
        if chat.type == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        self.next_message_id += 1
        return self.next_message_id - 1
