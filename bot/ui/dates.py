"""Saying when something happens, and how far away that is, as the reader's clock has it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.ui.markup import Html, bold, escape
from bot.ui.view_context import ViewContext
from briefings.model.briefing import When
from briefings.notices.reminders.due_times import over_at
from briefings.text.spoken_dates import say_day, say_distance, say_period, say_time

COUNTED_DAYS = 2 * 366
"""Further away, a number of days tells nobody anything."""


def day(when: When, viewer: ViewContext) -> Html:
    """Say a day in full with its weekday, a longer span as what it is, an instant as the reader's clocks show it."""
    if when.instant is not None:
        return instant(when.instant, viewer)
    if when.first == when.last:
        return escape(say_day(when.first, viewer.language))
    return escape(say_period(when.first, when.last, when.precision, viewer.language))


def instant(at: datetime, viewer: ViewContext) -> Html:
    """Say an instant (aware) in the reader's zone: day, weekday, time of day."""
    local = at.astimezone(ZoneInfo(viewer.zone))
    return escape(f"{say_day(local.date(), viewer.language)}, {say_time(local, viewer.language)}")


def distance(when: When, viewer: ViewContext) -> Html:
    """Say how far away it is: "in 37 days", "today", "12 days ago"."""
    first, last = local_days(when, viewer)
    return escape(say_distance(viewer.today, first, last, viewer.language))


def is_over(when: When, viewer: ViewContext) -> bool:
    """Whether it has passed for the reader."""
    return over_at(when, viewer.zone) <= viewer.now


def day_and_distance(when: When, viewer: ViewContext) -> Html:
    """Say day and distance, what has passed in the past tense; days are counted neither over years nor to one."""
    return _dated("date-passed" if is_over(when, viewer) else "date-ahead", when, viewer)


def dated(when: When, viewer: ViewContext) -> Html:
    """Say day and distance beside an answer that did not ask for them."""
    return _dated("date-ahead", when, viewer)


def headline(when: When, viewer: ViewContext) -> Html:
    """Say day and distance in bold: the first line of an answer."""
    return bold(day_and_distance(when, viewer))


def local_days(when: When, viewer: ViewContext) -> tuple[date, date]:
    """Return first and last day in the reader's zone."""
    if when.instant is None:
        return when.first, when.last
    local = when.instant.astimezone(ZoneInfo(viewer.zone)).date()
    return local, local


def _dated(name: str, when: When, viewer: ViewContext) -> Html:
    if when.precision == "year" or abs((when.first - viewer.today).days) > COUNTED_DAYS:
        return _capital(viewer.t(f"{name}-far", day=day(when, viewer)))
    return _capital(viewer.t(name, day=day(when, viewer), distance=distance(when, viewer)))


def _capital(sentence: Html) -> Html:
    """Begin as sentences do, though a Russian weekday has no capital."""
    return Html(sentence[:1].upper() + sentence[1:])
