"""A draft to review: what was read out of an article, and the buttons to set it right and publish it."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.desk.common_view import Choice, column, rows, with_undo
from bot.locales import Texts
from bot.ui import dates as say
from bot.ui.buttons import button, pager, pages_of
from bot.ui.markup import Html, bold, italic, join, link, plain, quote, shorten
from bot.ui.message import Button, Keyboard, Message
from bot.ui.view_context import ViewContext
from briefings.dates import read_day
from briefings.model.briefing import Briefing, Draft, ReportedDate
from briefings.text.spoken_dates import say_day

TITLE_LIMIT = 200
NAME_LIMIT = 120
SUMMARY_LIMIT = 1200
QUOTE_LIMIT = 300
WORDS_LIMIT = 120
MOST_LISTED = 20
DAYS_OFFERED = 3
DATES_SHOWN = 4
"""Dates on a page: a draft is one message, so that a press can change it in place."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """What the review shows of a draft."""

    draft: Draft
    page: int = 0

    @property
    def asks_for_day(self) -> bool:
        """Whether the publication date is not known yet."""
        return self.draft.briefing.published is None

    @property
    def shown(self) -> tuple[tuple[int, ReportedDate], ...]:
        """The dates of this page with their numbers, which count from 1 through all pages: first the key dates."""
        start = self.page * DATES_SHOWN
        return tuple(enumerate(listed(self.draft)[start : start + DATES_SHOWN], start + 1))


def listed(draft: Draft) -> tuple[ReportedDate, ...]:
    """The key dates, and behind them the other dates ahead that the text tells."""
    return draft.dates + draft.others


def draft_message(view: DraftView, viewer: ViewContext) -> Message:
    """Show a draft; exactly one of its buttons holds the word "Publish"."""
    t = viewer.t
    parts = [_head(view, t), _summary(view.draft.briefing), _dates(view, viewer), _about_the_day(view, t)]
    return Message(join(parts, "\n\n"), _keyboard(view, viewer))


def showing(draft: Draft, reported_id: int) -> DraftView:
    """Turn to the page that shows this key date."""
    places = [place for place, reported in enumerate(listed(draft)) if reported.id == reported_id]
    return DraftView(draft, places[0] // DATES_SHOWN if places else 0)


def confirm_undated(draft: Draft, t: Texts) -> Message:
    """Warn before a draft is published without its publication date."""
    number, words = draft.briefing.id, _unresolved(draft, t)
    text = t("undated-confirm", title=heading(draft.briefing.title))
    publish = button(t, "button-publish-undated", f"publish:{number}:undated")
    warning = t("draft-unresolved", words=words) if words else Html("")
    return Message(join([text, warning]), ((publish,), (button(t, "back", f"draft:{number}"),)))


def discarded(briefing: Briefing, t: Texts) -> Message:
    """Say that a draft was put aside, and how to take it back."""
    return with_undo(t, t("draft-discarded", title=heading(briefing.title)), f"restore:{briefing.id}")


def drafts_list(drafts: tuple[Briefing, ...], conflicts: int, t: Texts) -> Message:
    """List the drafts that wait for review, and the dates that wait to be settled."""
    waiting = column(Choice(draft.title, f"draft:{draft.id}") for draft in drafts[:MOST_LISTED])
    unsettled = ((button(t, "button-conflicts", "conflicts", count=conflicts),),) if conflicts else ()
    return Message(t("drafts-waiting" if drafts else "drafts-none", count=len(drafts)), waiting + unsettled)


def heading(title: str) -> Html:
    """Return a title in bold as it fits into a message."""
    return bold(shorten(title, TITLE_LIMIT))


def _head(view: DraftView, t: Texts) -> Html:
    briefing = view.draft.briefing
    source = link(shorten(briefing.source or briefing.url or "", TITLE_LIMIT), briefing.url)
    lines = [
        t("draft-title", title=heading(briefing.title)),
        t("draft-source", source=source) if source else t("draft-no-source"),
        t("draft-language", language=t(f"desk-language-{briefing.language}")),
        _published(view, t),
    ]
    return join(lines)


def _published(view: DraftView, t: Texts) -> Html:
    published = view.draft.briefing.published
    return t("draft-day", day=say_day(published, t.language)) if published else t("draft-day-missing")


def _summary(briefing: Briefing) -> Html:
    text = " ".join(briefing.summary)
    return quote(shorten(text, SUMMARY_LIMIT), expandable=True) if text else Html("")


def _dates(view: DraftView, viewer: ViewContext) -> Html:
    return join([_key_dates(view, viewer), _others(view, viewer)], "\n\n")


def _key_dates(view: DraftView, viewer: ViewContext) -> Html:
    if not view.draft.dates:
        is_open = view.asks_for_day and view.draft.unresolved
        return Html("") if is_open else italic(viewer.t("draft-no-dates"))
    dates = [
        _date(number, reported, view.draft, viewer) for number, reported in view.shown if reported.state != "offered"
    ]
    return join([viewer.t("draft-dates", count=len(view.draft.dates)), *dates])


def _others(view: DraftView, viewer: ViewContext) -> Html:
    """What else lies ahead in the text: nothing of it is published unless it is taken."""
    if not view.draft.others:
        return Html("")
    dates = [
        _date(number, reported, view.draft, viewer) for number, reported in view.shown if reported.state == "offered"
    ]
    return join([viewer.t("draft-others", count=len(view.draft.others)), *dates])


def _date(number: int, reported: ReportedDate, draft: Draft, viewer: ViewContext) -> Html:
    t = viewer.t
    name = t(
        "draft-date", number=number, name=bold(shorten(reported.name, NAME_LIMIT)), day=say.day(reported.when, viewer)
    )
    if reported.state == "left_out":
        return join([name, italic(t("draft-left-out"))])
    source = (reported.quote, reported.mention)
    doubt = italic(t("draft-doubtful", mention=reported.mention)) if source in draft.doubtful else Html("")
    return join([name, _proof(reported, t), doubt or _why(reported, draft.anchors.get(source, ""), viewer)])


def _why(reported: ReportedDate, anchor: str, viewer: ViewContext) -> Html:
    """Say what the words were counted from, where they do not speak for themselves."""
    kind, _, day = anchor.partition(" ")
    if not day:
        return Html("")
    counted_from = say_day(date.fromisoformat(day), viewer.language)
    return italic(viewer.t(f"draft-why-{kind}", mention=reported.mention, day=counted_from))


def _proof(reported: ReportedDate, t: Texts) -> Html:
    return quote(shorten(reported.quote, QUOTE_LIMIT)) if reported.quote else italic(t("draft-added"))


def _about_the_day(view: DraftView, t: Texts) -> Html:
    """Ask for the publication date where it is missing, and say what nobody can know without it."""
    if not view.asks_for_day:
        return Html("")
    words = _unresolved(view.draft, t)
    return join([t("draft-ask-day"), t("draft-unresolved", words=words) if words else ""])


def _unresolved(draft: Draft, t: Texts) -> str:
    return shorten(", ".join(plain(t("quoted", words=words)) for words in draft.unresolved), WORDS_LIMIT)


def _keyboard(view: DraftView, viewer: ViewContext) -> Keyboard:
    t, number = viewer.t, view.draft.briefing.id
    describe = (
        button(t, "button-title", f"title:{number}"),
        button(t, "button-day", f"day:{number}"),
        button(t, "button-source", f"source:{number}"),
    )
    decide = (button(t, "button-publish", f"publish:{number}"), button(t, "button-discard", f"discard:{number}"))
    days = day_buttons(view.draft, viewer) if view.asks_for_day else ()
    return (*days, *_date_buttons(view, t), describe, decide)


def day_buttons(draft: Draft, viewer: ViewContext) -> Keyboard:
    """Offer publication dates: days named in the text, today, yesterday, or that none is known."""
    t, number = viewer.t, draft.briefing.id
    found = [Button(say_day(day, t.language), f"on:{number}:{day}") for day in _days_told(draft, viewer.today)]
    today = button(t, "button-day-today", f"on:{number}:{viewer.today}")
    yesterday = button(t, "button-day-yesterday", f"on:{number}:{viewer.today - timedelta(days=1)}")
    return (*rows(found, 1), (today, yesterday), (button(t, "button-no-day", f"undated:{number}"),))


def _days_told(draft: Draft, today: date) -> list[date]:
    """Return the latest days up to today that the text tells, those without a year taken as the nearest ones."""
    nearest = (read_day(words, today) for words in draft.unresolved)
    reported = {day for day in (*draft.date_choices, *nearest) if day is not None and day <= today}
    return sorted(reported, reverse=True)[:DAYS_OFFERED]


def _date_buttons(view: DraftView, t: Texts) -> Keyboard:
    number = view.draft.briefing.id
    switches = rows([_switch(place, reported, t) for place, reported in view.shown], 2)
    turn = pager(f"draft:{number}", view.page, pages_of(len(listed(view.draft)), DATES_SHOWN))
    add = (button(t, "button-add-date", f"add-date:{number}"),)
    return (*switches, *([turn] if turn else []), add)


def _switch(place: int, reported: ReportedDate, t: Texts) -> Button:
    """Name the date by its number: its name might hold any word."""
    if reported.state == "offered":
        return button(t, "button-take-date", f"put-back:{reported.id}", number=place)
    verb = "put-back" if reported.state == "left_out" else "leave-out"
    return button(t, f"button-{verb}", f"{verb}:{reported.id}", number=place)
