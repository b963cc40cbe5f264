"""What is kept about a reader, and having it deleted."""

from bot.locales import Texts
from bot.telegram.menus import Role
from bot.ui.buttons import button
from bot.ui.markup import Html, join
from bot.ui.message import Message


def privacy(t: Texts, *, is_group: bool, asks_model: bool, role: Role = "reader") -> Message:
    """Say in plain words what is kept; `asks_model` when questions go to a language model outside."""
    kept = [t("privacy-group")] if is_group else [t("privacy"), *_at_the_desk(t, role)]
    questions = t("privacy-questions-model" if asks_model else "privacy-questions-here")
    forget = "button-forget-group" if is_group else "button-forget"
    rows = ((button(t, "button-export", "export"),), (button(t, forget, "forget"),))
    paragraphs = [join(kept), *([t("privacy-dismissed")] if role == "editor" else ()), questions, t("privacy-press")]
    return Message(join(paragraphs, "\n\n"), rows)


def _at_the_desk(t: Texts, role: Role) -> list[Html]:
    if role == "reader":
        return [t("privacy-nothing-else")]
    return [t("privacy-editor" if role == "editor" else "privacy-owner"), t("privacy-nothing-else-desk")]


def forgotten(t: Texts, *, is_group: bool, works_on: bool) -> Message:
    """Say that everything is deleted, and what stays of somebody who goes on working at the desk."""
    if is_group:
        return Message(t("forgotten-group"))
    return Message(t("forgotten-desk" if works_on else "forgotten"))


def ask_to_forget(t: Texts, *, is_group: bool) -> Message:
    """Ask once before everything about the chat is deleted."""
    yes = button(t, "button-forget-yes", "forget:yes")
    no = button(t, "button-forget-no", "forget:no")
    return Message(t("forget-ask-group" if is_group else "forget-ask"), ((yes,), (no,)))
