"""The list of briefings, and one of them: summary, key dates, link."""

from collections.abc import Collection

from bot.ui.buttons import button, named, pager, pages_of
from bot.ui.evidence import stale_warning
from bot.ui.key_date_lines import day_line, reminder_button
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, bold, escape, italic, join, plain
from bot.ui.message import Button, Keyboard, Message
from bot.ui.view_context import ViewContext
from briefings.editorial.publishing import Page
from briefings.model.briefing import Briefing, BriefingRef
from briefings.model.key_date import KeyDate
from briefings.text.spoken_dates import say_day

PAGE_SIZE = 8


def briefing_list(page: Page, number: int, viewer: ViewContext) -> Message:
    """Show a page of the list, newest first; each briefing is a button. Pages count from 0."""
    if not page.total:
        return Message(viewer.t("briefings-none"))
    pages = pages_of(page.total, PAGE_SIZE)
    lines = [_line(briefing, viewer) for briefing in page.briefings]
    rows = tuple((named(one.title, f"briefing:{one.id}:{number}", "📰"),) for one in page.briefings)
    where = viewer.t("page-of", page=number + 1, pages=pages) if pages > 1 else ""
    text = join([viewer.t("briefings-title"), join(lines), italic(where) if where else ""], "\n\n")
    return Message(text, (*rows, *_row(pager("briefings", number, pages))))


def briefing_view(
    briefing: Briefing,
    key_dates: tuple[KeyDate, ...],
    followed: Collection[int],
    viewer: ViewContext,
    page: int | None = None,
) -> Message:
    """Show one briefing; `page` is the list's page to go back to, None where it was not opened from there."""
    parts = [
        join([bold(briefing.title), _origin(briefing, viewer)]),
        _warning(briefing, viewer),
        join(["• " + escape(sentence) for sentence in briefing.summary]),
        _dates(key_dates, viewer),
    ]
    reminders = [reminder_button(one, followed, viewer) for one in key_dates]
    keyboard = (*((reminder,) for reminder in reminders if reminder), *_links(briefing, page, viewer))
    return Message(join(parts, "\n\n"), keyboard)


def briefing_gone(viewer: ViewContext) -> Message:
    """Say kindly that a briefing was taken back."""
    return Message(viewer.t("briefing-gone"), ((button(viewer.t, "button-briefings", "briefings:0"),),))


def _line(briefing: BriefingRef, viewer: ViewContext) -> Html:
    published = say_day(briefing.published, viewer.language, weekday=False) if briefing.published else ""
    about = join([briefing.source or "", published or viewer.t("as-of-unknown")], " · ")
    return join([bold(briefing.title), about])


def _origin(briefing: Briefing, viewer: ViewContext) -> Html:
    published = say_day(briefing.published, viewer.language, weekday=False) if briefing.published else ""
    return italic(join([briefing.source or "", published or viewer.t("as-of-unknown")], " · "))


def _warning(briefing: Briefing, viewer: ViewContext) -> Html:
    ref = BriefingRef(briefing.id, briefing.title, briefing.source, briefing.url, briefing.published, briefing.language)
    return stale_warning(ref, viewer) if briefing.published else Html("")


def _dates(key_dates: tuple[KeyDate, ...], viewer: ViewContext) -> Html:
    if not key_dates:
        return Html("")
    return join([viewer.t("briefing-dates"), *(_date(one, viewer) for one in key_dates)])


def _date(one: KeyDate, viewer: ViewContext) -> Html:
    return join(["• ", bold(name_of(one, viewer.t)), ": ", day_line(one, viewer)], "")


def _links(briefing: Briefing, page: int | None, viewer: ViewContext) -> Keyboard:
    article = _article(briefing.url, viewer)
    back = () if page is None else ((button(viewer.t, "back", f"briefings:{page}"),),)
    return (*_row(article), *back)


def _article(url: str | None, viewer: ViewContext) -> tuple[Button, ...]:
    return (Button(plain(viewer.t("button-article")), url=url),) if url else ()


def _row(buttons: tuple[Button, ...]) -> Keyboard:
    return (buttons,) if buttons else ()
