"""Which leads a key date gets when somebody wishes for some, or for the usual ones though they have passed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from briefings.model.briefing import When
from briefings.model.leads import MOST, Leads, order_leads
from briefings.model.reader import ReaderSettings
from briefings.notices.reminders.due_times import ROUGH, reminders
from briefings.notices.reminders.reminder_errors import NoLeadAhead

NEAR: Leads = (timedelta(days=1), timedelta(0))
NEAR_INSTANT: Leads = (*NEAR, timedelta(hours=2), timedelta(hours=1))
"""What is taken where none of the usual leads lies ahead any more, the first that does; hours only before an hour."""


def wished_leads(when: When, reader: ReaderSettings, now: datetime, wished: Leads, present: Leads | None) -> Leads:
    """Return what is wished for beside the `present` leads; raise `NoLeadAhead` where all of it lies behind.

    `present` is None where the date is followed by nothing yet, or where the wish is to stand in their place.
    """
    if not _is_ahead(when, reader, now, wished):
        raise NoLeadAhead
    others = [lead for lead in present or () if lead not in wished]
    return order_leads([*wished, *others[: MOST - len(wished)]])


def usual_leads(when: When, reader: ReaderSettings, now: datetime, usual: Leads) -> Leads | None:
    """Return `usual` with a nearer lead where none of them lies ahead; None where they do, or nothing nearer would."""
    if not usual or _is_ahead(when, reader, now, usual) or (when.instant is None and when.precision in ROUGH):
        return None
    near_ones = NEAR if when.instant is None else NEAR_INSTANT
    near = next((lead for lead in near_ones if _is_ahead(when, reader, now, [lead])), None)
    return None if near is None else order_leads([*usual[: MOST - 1], near])


def _is_ahead(when: When, reader: ReaderSettings, now: datetime, leads: Iterable[timedelta]) -> bool:
    return any(due.at > now for due in reminders(when, reader.habits(tuple(leads))))
