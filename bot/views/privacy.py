"""What is kept about a reader, and having it deleted."""

from bot.locales import Texts
from bot.views.buttons import button
from bot.views.markup import join
from bot.views.message import Message


def privacy(t: Texts, *, is_group: bool, asks_model: bool) -> Message:
    """Say in plain words what is kept; `asks_model` when questions go to a language model outside."""
    questions = t("privacy-questions-model" if asks_model else "privacy-questions-here")
    forget = "button-forget-group" if is_group else "button-forget"
    rows = ((button(t, "button-export", "export"),), (button(t, forget, "forget"),))
    return Message(join([t("privacy-group" if is_group else "privacy"), questions, t("privacy-press")], "\n\n"), rows)


def ask_to_forget(t: Texts, *, is_group: bool) -> Message:
    """Ask once before everything about the chat is deleted."""
    yes = button(t, "button-forget-yes", "forget:yes")
    no = button(t, "button-forget-no", "forget:no")
    return Message(t("forget-ask-group" if is_group else "forget-ask"), ((yes,), (no,)))
