"""What is said when a reminder is put off."""

from bot.ui import dates as say
from bot.ui.buttons import button
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.notices.reminders import Snoozed


def snoozed(put_off: Snoozed, viewer: ViewContext) -> Message:
    """Say when the reminder comes again, with the button that takes it back unless it comes anyway."""
    at = say.instant(put_off.due_at, viewer)
    if put_off.planned_anyway:
        return Message(viewer.t("snoozed-anyway", at=at))
    undo = button(viewer.t, "button-undo", f"unsnooze:{put_off.key_date_id}")
    return Message(viewer.t("snoozed", at=at), ((undo,),))
