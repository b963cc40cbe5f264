"""When reminders come: pure functions of a key date and of its follower's habits.

Times of day are read in the follower's zone. One that the clocks skip (02:30 on the night they go forward) comes as
much later as they jump (03:30); one that they show twice means the first time. This is what PEP 495 calls `fold=0`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from briefings.model.briefing import When
from briefings.model.leads import is_whole_days, write_lead
from briefings.model.reader import Habits, Quiet

ROUGH = frozenset({"month", "season", "quarter", "half", "year", "decade", "century", "vague"})
"""Precisions that name no day: one reminder comes on the first, and says so."""
FIRST_DAY = "first"
"""What stands for the lead of that one reminder."""
BEFORE_INSTANT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder: its lead as the settings write it (or `FIRST_DAY`), when it comes, when it is useless (UTC)."""

    lead: str
    at: datetime
    useless_after: datetime


def at(day: date, moment: time, zone: str) -> datetime:
    """Return the instant (UTC) at which clocks in `zone` show this time on this day."""
    return datetime.combine(day, moment, ZoneInfo(zone)).astimezone(UTC)


def over_at(when: When, zone: str) -> datetime:
    """Return the instant from which a key date is over: its own, or the end of its last day in `zone`."""
    return when.instant or at(when.last + timedelta(days=1), time(), zone)


def first_day(when: When, zone: str) -> date:
    """Return the day on which a key date begins, in `zone`."""
    return when.instant.astimezone(ZoneInfo(zone)).date() if when.instant else when.first


def reminders(when: When, habits: Habits) -> tuple[Due, ...]:
    """Return all reminders of a key date, earliest first; of two that would come at once only the nearer lead."""
    over = over_at(when, habits.zone)
    latest = {moved: (lead, moved) for lead, moved in _moments(when, habits, over) if moved < over}
    return tuple(Due(lead, moment, over) for lead, moment in sorted(latest.values(), key=lambda pair: pair[1]))


def true_lead(when: When, lead: timedelta, moment: datetime, zone: str) -> timedelta:
    """Return how long before a key date a reminder really comes at `moment`: quiet hours may have put it off."""
    if is_whole_days(lead):
        ahead = first_day(when, zone) - moment.astimezone(ZoneInfo(zone)).date()
    else:
        ahead = _begins_at(when, zone) - moment
    return min(lead, ahead)


def after_quiet(moment: datetime, quiet: Quiet | None, zone: str, over: datetime | None = None) -> datetime:
    """Return `moment` (aware), or the end of the quiet hours it falls into unless the date is `over` by then."""
    local = moment.astimezone(ZoneInfo(zone))
    if quiet is None or not quiet.holds(local.time()):
        return moment
    ends_today = local.time() < quiet.end
    end = at(local.date() if ends_today else local.date() + timedelta(days=1), quiet.end, zone)
    return moment if over is not None and end >= over else max(moment, end)


def next_time(now: datetime, moment: time, zone: str, *, weekday: int | None = None) -> datetime:
    """Return the next instant after `now` when clocks in `zone` show `moment`, on `weekday` (0: Monday) if given."""
    today = now.astimezone(ZoneInfo(zone)).date()
    days = (today + timedelta(days=ahead) for ahead in range(9))
    fitting = (at(day, moment, zone) for day in days if weekday is None or day.weekday() == weekday)
    return next(instant for instant in fitting if instant > now)


def _moments(when: When, habits: Habits, over: datetime) -> Iterator[tuple[str, datetime]]:
    """Yield each lead with the instant it falls on, longest lead first."""
    for lead, moment in _planned(when, habits):
        yield lead, after_quiet(moment, habits.quiet, habits.zone, over)


def _planned(when: When, habits: Habits) -> Iterable[tuple[str, datetime]]:
    if when.instant is None and when.precision in ROUGH:
        return [(FIRST_DAY, at(when.first, habits.reminder_time, habits.zone))] if habits.leads else []
    return [(write_lead(lead), _planned_at(when, lead, habits)) for lead in habits.leads]


def _planned_at(when: When, lead: timedelta, habits: Habits) -> datetime:
    if not is_whole_days(lead):
        return _begins_at(when, habits.zone) - lead
    moment = at(first_day(when, habits.zone) - lead, habits.reminder_time, habits.zone)
    return min(moment, when.instant - BEFORE_INSTANT) if when.instant else moment


def _begins_at(when: When, zone: str) -> datetime:
    """Return the instant hour leads count from: a date without a time of day begins when its first day does."""
    return when.instant or at(when.first, time(), zone)
