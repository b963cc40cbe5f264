"""What an editor sees while an article is loaded: the offer, and what became of it."""

from bot.desk.review.draft_view import heading
from bot.locales import Texts
from bot.ui.buttons import button
from bot.ui.message import Message
from briefings.intake import IntakeError
from briefings.model.briefing import Briefing


def offer(messages: int, key: int, t: Texts) -> Message:
    """Ask whether what came without a command, in so many messages, shall be loaded; `key` tells offers apart."""
    yes, no = button(t, "button-load-yes", f"load:yes:{key}"), button(t, "button-load-no", f"load:no:{key}")
    return Message(t("load-this", count=messages), ((yes, no),))


def already_loaded(briefing: Briefing, t: Texts) -> Message:
    """Say that the article is there already, with the way to it."""
    if briefing.status == "draft":
        text, open_it = t("load-known-draft", title=heading(briefing.title)), f"draft:{briefing.id}"
    else:
        text, open_it = t("load-known", title=heading(briefing.title)), f"edit:{briefing.id}"
    return Message(text, ((button(t, "button-open", open_it),),))


def refused(error: IntakeError, t: Texts) -> Message:
    """Say in one sentence why an article could not be taken, and what to do."""
    return Message(t(f"intake-{error.code}", **error.parameters))
