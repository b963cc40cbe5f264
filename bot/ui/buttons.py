"""Buttons that several views share."""

from bot.locales import Texts
from bot.ui.markup import plain, shorten
from bot.ui.message import Button

NAME_LIMIT = 34
"""characters of a name on a button, so that it stays readable on a phone"""


def button(t: Texts, label: str, data: str, /, **values: str | int) -> Button:
    """Return a button that the catalogue labels."""
    return Button(plain(t(label, **values)), data)


def named(name: str, data: str, sign: str = "") -> Button:
    """Return a button labelled with a name from outside, cut to a phone's width."""
    return Button(f"{sign} {shorten(name, NAME_LIMIT)}".strip() or "…", data)


def pager(verb: str, page: int, pages: int) -> tuple[Button, ...]:
    """Return ‹ and › where there is a page before or after; pages count from 0."""
    earlier = (Button(f"‹ {page}", f"{verb}:{page - 1}"),) if page > 0 else ()
    later = (Button(f"{page + 2} ›", f"{verb}:{page + 1}"),) if page + 1 < pages else ()
    return earlier + later


def pages_of(total: int, size: int) -> int:
    """Return how many pages a list of `total` takes; an empty list takes one."""
    return max(1, -(-total // size))
