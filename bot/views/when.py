"""Saying when something happens, and how far away that is, as the reader's clock has it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.markup import Html, bold, escape
from bot.views.moment import Moment
from briefings.briefing import When
from briefings.language.spoken import say_day, say_distance, say_period, say_time
from briefings.reminders.due import over_at

COUNTED_DAYS = 2 * 366
"""Further away, a number of days tells nobody anything."""


def day(when: When, moment: Moment) -> Html:
    """Say a day in full with its weekday, a longer span as what it is, an instant as the reader's clocks show it."""
    if when.instant is not None:
        return instant(when.instant, moment)
    if when.first == when.last:
        return escape(say_day(when.first, moment.language))
    return escape(say_period(when.first, when.last, when.precision, moment.language))


def instant(at: datetime, moment: Moment) -> Html:
    """Say an instant (aware) in the reader's zone: day, weekday, time of day."""
    local = at.astimezone(ZoneInfo(moment.zone))
    return escape(f"{say_day(local.date(), moment.language)}, {say_time(local, moment.language)}")


def distance(when: When, moment: Moment) -> Html:
    """Say how far away it is: "in 37 days", "today", "12 days ago"."""
    first, last = local_days(when, moment)
    return escape(say_distance(moment.today, first, last, moment.language))


def is_over(when: When, moment: Moment) -> bool:
    """Whether it has passed for the reader."""
    return over_at(when, moment.zone) <= moment.now


def told(when: When, moment: Moment) -> Html:
    """Say day and distance, what has passed in the past tense; days are not counted over years."""
    return _dated("date-passed" if is_over(when, moment) else "date-ahead", when, moment)


def dated(when: When, moment: Moment) -> Html:
    """Say day and distance of something that was told for another reason."""
    return _dated("date-ahead", when, moment)


def headline(when: When, moment: Moment) -> Html:
    """Say day and distance in bold: the first line of an answer."""
    return bold(told(when, moment))


def local_days(when: When, moment: Moment) -> tuple[date, date]:
    """Return first and last day in the reader's zone."""
    if when.instant is None:
        return when.first, when.last
    local = when.instant.astimezone(ZoneInfo(moment.zone)).date()
    return local, local


def _dated(name: str, when: When, moment: Moment) -> Html:
    if abs((when.first - moment.today).days) > COUNTED_DAYS:
        return _capital(moment.t(f"{name}-far", day=day(when, moment)))
    return _capital(moment.t(name, day=day(when, moment), distance=distance(when, moment)))


def _capital(sentence: Html) -> Html:
    """Begin as sentences do, though a Russian weekday has no capital."""
    return Html(sentence[:1].upper() + sentence[1:])
