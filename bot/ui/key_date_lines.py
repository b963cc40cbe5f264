"""A key date among others: its lines, and the button to be reminded of it."""

from collections.abc import Collection

from bot.ui import dates as say
from bot.ui.buttons import NAME_LIMIT, button, named
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, bold, join, shorten
from bot.ui.message import Button
from bot.ui.view_context import ViewContext
from briefings.model.key_date import KeyDate


def entry(key_date: KeyDate, viewer: ViewContext) -> Html:
    """Return a key date in two lines: name, and whether it moved; day and distance, or that it is cancelled."""
    status = viewer.t("status-moved") if key_date.status == "moved" else ""
    return join([join([bold(name_of(key_date, viewer.t)), status], " · "), day_line(key_date, viewer)])


def day_line(key_date: KeyDate, viewer: ViewContext) -> Html:
    """Say day and distance, or that it is cancelled: no days are counted to what does not happen."""
    if key_date.status == "cancelled":
        return viewer.t("date-cancelled", day=say.day(key_date.when, viewer))
    return say.day_and_distance(key_date.when, viewer)


def is_followable(key_date: KeyDate, viewer: ViewContext) -> bool:
    """Whether there is still something to be reminded of."""
    return key_date.status in ("planned", "moved") and not say.is_over(key_date.when, viewer)


def reminder_button(key_date: KeyDate, followed: Collection[int], viewer: ViewContext) -> Button | None:
    """Return the button to be reminded of this one among several; None where it is over or cancelled."""
    if not is_followable(key_date, viewer):
        return None
    name = name_of(key_date, viewer.t)
    if key_date.id in followed:
        return named(name, f"date:{key_date.id}", "✅")
    return button(viewer.t, "button-remind-of", f"remind:{key_date.id}", name=shorten(name, NAME_LIMIT))
