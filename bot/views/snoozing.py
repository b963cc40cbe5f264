"""What is said when a reminder is put off."""

from bot.views import when as say
from bot.views.buttons import button
from bot.views.message import Message
from bot.views.moment import Moment
from briefings.reminders import Snoozed


def snoozed(put_off: Snoozed, moment: Moment) -> Message:
    """Say when the reminder comes again, with the button that takes it back unless it comes anyway."""
    at = say.instant(put_off.due_at, moment)
    if put_off.owed_anyway:
        return Message(moment.t("snoozed-anyway", at=at))
    undo = button(moment.t, "button-undo", f"unsnooze:{put_off.key_date_id}")
    return Message(moment.t("snoozed", at=at), ((undo,),))
