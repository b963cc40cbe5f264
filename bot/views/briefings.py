"""The list of briefings, and one of them: summary, key dates, link."""

from collections.abc import Collection

from bot.views import when as say
from bot.views.buttons import button, named, pager, pages_of
from bot.views.evidence import stale_warning
from bot.views.key_dates import reminder_button
from bot.views.markup import Html, bold, escape, italic, join, plain
from bot.views.message import Button, Keyboard, Message
from bot.views.moment import Moment
from briefings.briefing import Briefing, BriefingRef
from briefings.key_dates.key_date import KeyDate
from briefings.language.spoken import say_day
from briefings.library import Page

PAGE_SIZE = 8


def briefing_list(page: Page, number: int, moment: Moment) -> Message:
    """Show a page of the list, newest first; each briefing is a button. Pages count from 0."""
    if not page.total:
        return Message(moment.t("briefings-none"))
    pages = pages_of(page.total, PAGE_SIZE)
    lines = [_line(briefing, moment) for briefing in page.briefings]
    rows = tuple((named(one.title, f"briefing:{one.id}:{number}", "📰"),) for one in page.briefings)
    where = moment.t("page-of", page=number + 1, pages=pages) if pages > 1 else ""
    text = join([moment.t("briefings-title"), join(lines), italic(where) if where else ""], "\n\n")
    return Message(text, (*rows, *_row(pager("briefings", number, pages))))


def briefing_view(
    briefing: Briefing,
    key_dates: tuple[KeyDate, ...],
    followed: Collection[int],
    moment: Moment,
    page: int | None = None,
) -> Message:
    """Show one briefing; `page` is the list's page to go back to, None where it was not opened from there."""
    parts = [
        join([bold(briefing.title), _origin(briefing, moment)]),
        _warning(briefing, moment),
        join(["• " + escape(sentence) for sentence in briefing.summary]),
        _dates(key_dates, moment),
    ]
    reminders = [reminder_button(one, followed, moment) for one in key_dates]
    keyboard = (*((reminder,) for reminder in reminders if reminder), *_links(briefing, page, moment))
    return Message(join(parts, "\n\n"), keyboard)


def briefing_gone(moment: Moment) -> Message:
    """Say kindly that a briefing was taken back."""
    return Message(moment.t("briefing-gone"), ((button(moment.t, "button-briefings", "briefings:0"),),))


def _line(briefing: BriefingRef, moment: Moment) -> Html:
    published = say_day(briefing.published, moment.language, weekday=False) if briefing.published else ""
    about = join([briefing.source or "", published or moment.t("as-of-unknown")], " · ")
    return join([bold(briefing.title), about])


def _origin(briefing: Briefing, moment: Moment) -> Html:
    published = say_day(briefing.published, moment.language, weekday=False) if briefing.published else ""
    return italic(join([briefing.source or "", published or moment.t("as-of-unknown")], " · "))


def _warning(briefing: Briefing, moment: Moment) -> Html:
    ref = BriefingRef(briefing.id, briefing.title, briefing.source, briefing.url, briefing.published, briefing.language)
    return stale_warning(ref, moment) if briefing.published else Html("")


def _dates(key_dates: tuple[KeyDate, ...], moment: Moment) -> Html:
    if not key_dates:
        return Html("")
    lines = [join(["• ", bold(one.name), ": ", say.told(one.when, moment)], "") for one in key_dates]
    return join([moment.t("briefing-dates"), *lines])


def _links(briefing: Briefing, page: int | None, moment: Moment) -> Keyboard:
    article = _article(briefing.url, moment)
    back = () if page is None else ((button(moment.t, "back", f"briefings:{page}"),),)
    return (*_row(article), *back)


def _article(url: str | None, moment: Moment) -> tuple[Button, ...]:
    return (Button(plain(moment.t("button-article")), url=url),) if url else ()


def _row(buttons: tuple[Button, ...]) -> Keyboard:
    return (buttons,) if buttons else ()
