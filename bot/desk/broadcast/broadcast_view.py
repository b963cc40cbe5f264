"""Writing to all readers: the preview, and how far it got."""

from bot.locales import Texts
from bot.ui.buttons import button
from bot.ui.markup import Html, join, quote
from bot.ui.message import Message
from briefings.notices.broadcasts import Progress


def preview(text: str, readers: int, name: str, t: Texts) -> Message:
    """Show what readers would get, and ask; `name` is the broadcast's."""
    body = join([t("broadcast-preview", count=readers), quote(text)], "\n\n")
    yes = button(t, "button-broadcast", f"broadcast-yes:{name}", count=readers)
    return Message(body, ((yes, button(t, "cancel", "broadcast-no")),))


def progress_message(progress: Progress, t: Texts) -> Message:
    """Show how many got it; while some are still to come it can be stopped."""
    stopped = t("broadcast-stopped", count=progress.dropped) if progress.dropped else Html("")
    failed = t("broadcast-failed", count=progress.failed) if progress.failed else Html("")
    text = join([t("broadcast-sent", sent=progress.sent, total=progress.total), failed, stopped])
    if not progress.pending:
        return Message(text)
    renew = button(t, "button-broadcast-renew", f"broadcast:{progress.id}")
    return Message(text, ((renew, button(t, "button-broadcast-stop", f"broadcast-stop:{progress.id}")),))
