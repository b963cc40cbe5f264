"""What the desk's views share: lists to choose from, pages of them, and undo."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.locales import Texts
from bot.ui.buttons import button, named, pager, pages_of
from bot.ui.markup import Html
from bot.ui.message import Button, Keyboard, Message

LIST_LENGTH = 8
"""Rows of a list to choose from."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list: what it says, and what pressing it sends."""

    name: str
    data: str


@dataclass(frozen=True, slots=True)
class Choices:
    """A page of a list to choose from; `verb:page` leads to the other pages."""

    shown: tuple[Choice, ...]
    total: int
    verb: str
    page: int = 0


def choose(text: Html, choices: Choices) -> Message:
    """Ask somebody to choose."""
    turn = pager(choices.verb, choices.page, pages_of(choices.total, LIST_LENGTH))
    return Message(text, column(choices.shown) + ((turn,) if turn else ()))


def column(choices: Iterable[Choice]) -> Keyboard:
    """Put each choice on a row of its own."""
    return tuple((named(" ".join(choice.name.split()), choice.data),) for choice in choices)


def rows(buttons: Sequence[Button], width: int) -> Keyboard:
    """Put `width` buttons on each row."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def ask(t: Texts, name: str, /, **values: str | int) -> Message:
    """Ask for something to be written; the button takes the question back."""
    return Message(t(name, **values), ((button(t, "cancel", "dismiss"),),))


def with_undo(t: Texts, text: Html, data: str) -> Message:
    """Say what was done, with the button that takes it back."""
    return Message(text, ((button(t, "undo", data),),))
