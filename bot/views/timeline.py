"""Key dates in order of time around today, under the names of their months."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.views import when as say
from bot.views.buttons import button, named
from bot.views.key_dates import PAGE_SIZE, Side
from bot.views.markup import Html, bold, escape, italic, join
from bot.views.message import Button, Message
from bot.views.moment import Moment
from briefings.briefing import When
from briefings.key_dates.key_date import KeyDate
from briefings.language.spoken import say_day, say_period

SIGNS = {"moved": "🔁", "cancelled": "❌"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A page of the timeline in order of time: page 0 begins today, pages below lie behind, those above ahead."""

    dates: tuple[KeyDate, ...]
    page: int
    has_earlier: bool
    has_later: bool


def timeline(stretch: Stretch, moment: Moment) -> Message:
    """Show a page of the timeline; each date is a button."""
    months = groupby(stretch.dates, key=lambda one: _month(one.when, moment))
    blocks = [join([bold(month), *_lines(list(dates), moment)]) for month, dates in months]
    today = italic(moment.t("timeline-today", day=say_day(moment.today, moment.language)))
    empty = "" if blocks else _nothing(stretch, moment)
    behind = stretch.page < 0
    text = join([moment.t("timeline-title"), "" if behind else today, empty, *blocks, today if behind else ""], "\n\n")
    rows = tuple((named(one.name, f"date:{one.id}"),) for one in stretch.dates)
    turning = tuple(_turning(stretch, moment))
    return Message(text, (*rows, turning) if turning else rows)


def _nothing(stretch: Stretch, moment: Moment) -> Html:
    return moment.t("dates-none-ahead" if stretch.has_earlier else "timeline-none")


def side_and_offset(page: int) -> tuple[Side, int]:
    """Return whether a page lies ahead or behind, and its offset in the list of that side."""
    return ("past", (-page - 1) * PAGE_SIZE) if page < 0 else ("ahead", page * PAGE_SIZE)


def _lines(dates: list[KeyDate], moment: Moment) -> Iterator[Html]:
    for one in dates:
        name = join([SIGNS.get(one.status, "•"), escape(one.name)], " ")
        yield join([name, italic(_day(one.when, moment)), say.distance(one.when, moment)], " — ")


def _day(when: When, moment: Moment) -> Html:
    first, last = say.local_days(when, moment)
    if first == last:
        return escape(say_day(first, moment.language))
    return escape(say_period(first, last, when.precision, moment.language))


def _month(when: When, moment: Moment) -> str:
    first, _ = say.local_days(when, moment)
    return say_period(first, first, "month", moment.language)


def _turning(stretch: Stretch, moment: Moment) -> Iterator[Button]:
    if stretch.has_earlier:
        yield Button("‹", f"timeline:{stretch.page - 1}")
    if stretch.page:
        yield button(moment.t, "button-today", "timeline:0")
    if stretch.has_later:
        yield Button("›", f"timeline:{stretch.page + 1}")
