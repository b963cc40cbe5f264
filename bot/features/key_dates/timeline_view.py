"""Key dates in order of time around today, under the names of their months."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.features.key_dates.key_date_view import PAGE_SIZE, Side
from bot.ui import dates as say
from bot.ui.buttons import button, named
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, bold, escape, italic, join
from bot.ui.message import Button, Message
from bot.ui.view_context import ViewContext
from briefings.model.briefing import When
from briefings.model.key_date import KeyDate
from briefings.text.spoken_dates import say_day, say_period

SIGNS = {"moved": "🔁", "cancelled": "❌"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A page of the timeline in order of time: page 0 begins today, pages below lie behind, those above ahead."""

    dates: tuple[KeyDate, ...]
    page: int
    has_earlier: bool
    has_later: bool


def timeline(stretch: Stretch, viewer: ViewContext) -> Message:
    """Show a page of the timeline; each date is a button."""
    months = groupby(stretch.dates, key=lambda one: _month(one.when, viewer))
    blocks = [join([bold(month), *_lines(list(dates), viewer)]) for month, dates in months]
    today = italic(viewer.t("timeline-today", day=say_day(viewer.today, viewer.language)))
    empty = "" if blocks else _nothing(stretch, viewer)
    behind = stretch.page < 0
    text = join([viewer.t("timeline-title"), "" if behind else today, empty, *blocks, today if behind else ""], "\n\n")
    rows = tuple((named(name_of(one, viewer.t), f"date:{one.id}"),) for one in stretch.dates)
    turning = tuple(_turning(stretch, viewer))
    return Message(text, (*rows, turning) if turning else rows)


def _nothing(stretch: Stretch, viewer: ViewContext) -> Html:
    return viewer.t("dates-none-ahead" if stretch.has_earlier else "timeline-none")


def side_and_offset(page: int) -> tuple[Side, int]:
    """Return whether a page lies ahead or behind, and its offset in the list of that side."""
    return ("past", (-page - 1) * PAGE_SIZE) if page < 0 else ("ahead", page * PAGE_SIZE)


def _lines(dates: list[KeyDate], viewer: ViewContext) -> Iterator[Html]:
    for one in dates:
        name = join([SIGNS.get(one.status, "•"), escape(name_of(one, viewer.t))], " ")
        distance = "" if one.status == "cancelled" else say.distance(one.when, viewer)
        yield join([name, italic(_day(one.when, viewer)), distance], " — ")


def _day(when: When, viewer: ViewContext) -> Html:
    first, last = say.local_days(when, viewer)
    if first == last:
        return escape(say_day(first, viewer.language))
    return escape(say_period(first, last, when.precision, viewer.language))


def _month(when: When, viewer: ViewContext) -> str:
    first, _ = say.local_days(when, viewer)
    return say_period(first, first, "month", viewer.language)


def _turning(stretch: Stretch, viewer: ViewContext) -> Iterator[Button]:
    if stretch.has_earlier:
        yield Button("‹", f"timeline:{stretch.page - 1}")
    if stretch.page:
        yield button(viewer.t, "button-today", "timeline:0")
    if stretch.has_later:
        yield Button("›", f"timeline:{stretch.page + 1}")
