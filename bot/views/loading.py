"""What an editor sees while an article is loaded: the offer, and what became of it."""

from bot.locales import Texts
from bot.views.buttons import button
from bot.views.draft import heading
from bot.views.markup import Html
from bot.views.message import Message
from briefings.briefing import Briefing


def offer(messages: int, t: Texts) -> Message:
    """Ask whether what came without a command shall be loaded."""
    yes, no = button(t, "button-load-yes", "load:yes"), button(t, "button-load-no", "load:no")
    return Message(t("load-this", count=messages), ((yes, no),))


def already_loaded(briefing: Briefing, t: Texts) -> Message:
    """Say that the article is there already, with the way to it."""
    if briefing.status == "draft":
        text, open_it = t("load-known-draft", title=heading(briefing.title)), f"draft:{briefing.id}"
    else:
        text, open_it = t("load-known", title=heading(briefing.title)), f"edit:{briefing.id}"
    return Message(text, ((button(t, "button-open", open_it),),))


def refused(code: str, t: Texts) -> Message:
    """Say in one sentence why an article could not be taken, and what to do."""
    name = f"intake-{code}"
    return Message(t(name) if t.has(name) else t("intake-unreadable"))


def not_a_day(t: Texts) -> Html:
    """Say that the typed words are no day, and how to write one."""
    return t("day-unreadable")
