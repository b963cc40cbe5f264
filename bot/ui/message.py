"""What a view makes: a text with its buttons."""

from dataclasses import dataclass

from bot.ui.markup import Html

CALLBACK_LIMIT = 64
"""bytes of callback data"""


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: pressing it sends `data` back to the bot, or opens `url`."""

    label: str
    data: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.data is None) == (self.url is None):
            raise ValueError("a button either sends data or opens an address")
        if self.data is not None and not 1 <= len(self.data.encode()) <= CALLBACK_LIMIT:
            raise ValueError(f"callback data must have 1 to {CALLBACK_LIMIT} bytes: {self.data!r}")


Keyboard = tuple[tuple[Button, ...], ...]
"""Rows of buttons, top to bottom."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message to send, or to put in place of an older one."""

    text: Html
    keyboard: Keyboard = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file to send, its caption being the message's text."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply(Message):
    """A message to somebody who asked: where in the chat it belongs, and what comes with it."""

    thread: int | None = None
    """the topic of a forum"""
    replies_to: int | None = None
    """the message that it answers"""
    awaits_reply: bool = False
    """opens the reply field, instead of buttons, for those whom it names or answers"""
    file: File | None = None
