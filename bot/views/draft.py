"""A draft to review: what was read out of an article, and the buttons to set it right and publish it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.locales import Texts
from bot.views import when as say
from bot.views.buttons import button, pager, pages_of
from bot.views.desk import Choice, column, rows, with_undo
from bot.views.markup import Html, bold, italic, join, link, quote, shorten
from bot.views.message import Button, Keyboard, Message
from bot.views.moment import Moment
from briefings.briefing import Briefing, Draft, ToldDate
from briefings.dates import read_day
from briefings.language.spoken import say_day

TITLE_LIMIT = 200
NAME_LIMIT = 120
SUMMARY_LIMIT = 1200
QUOTE_LIMIT = 300
WORDS_LIMIT = 120
MOST_LISTED = 20
DAYS_OFFERED = 3
DATES_SHOWN = 4
"""Key dates on a page: a draft is one message, so that a press can change it in place."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """What the review shows of a draft."""

    draft: Draft
    page: int = 0

    @property
    def asks_for_day(self) -> bool:
        """Whether nobody has told the publication date yet."""
        return self.draft.briefing.published is None

    @property
    def shown(self) -> tuple[tuple[int, ToldDate], ...]:
        """The key dates of this page with their numbers, which count from 1 through all pages."""
        start = self.page * DATES_SHOWN
        return tuple(enumerate(self.draft.dates[start : start + DATES_SHOWN], start + 1))


def draft_message(view: DraftView, moment: Moment) -> Message:
    """Show a draft; exactly one of its buttons holds the word "Publish"."""
    t = moment.t
    parts = [_head(view, t), _summary(view.draft.briefing), _dates(view, moment), _about_the_day(view, t)]
    return Message(join(parts, "\n\n"), _keyboard(view, moment))


def showing(draft: Draft, told_id: int) -> DraftView:
    """Turn to the page that shows this key date."""
    places = [place for place, told in enumerate(draft.dates) if told.id == told_id]
    return DraftView(draft, places[0] // DATES_SHOWN if places else 0)


def confirm_undated(draft: Draft, t: Texts) -> Message:
    """Warn before a draft is published without its publication date."""
    number, words = draft.briefing.id, _unresolved(draft)
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


def _dates(view: DraftView, moment: Moment) -> Html:
    if not view.draft.dates:
        is_open = view.asks_for_day and view.draft.unresolved
        return Html("") if is_open else italic(moment.t("draft-no-dates"))
    dates = [_date(number, told, view.draft.anchors, moment) for number, told in view.shown]
    return join([moment.t("draft-dates", count=len(view.draft.dates)), *dates])


def _date(number: int, told: ToldDate, anchors: Mapping[tuple[str, str], str], moment: Moment) -> Html:
    t = moment.t
    name = t("draft-date", number=number, name=bold(shorten(told.name, NAME_LIMIT)), day=say.day(told.when, moment))
    if told.state == "left_out":
        return join([name, italic(t("draft-left-out"))])
    return join([name, _proof(told, t), _why(told, anchors.get((told.quote, told.mention), ""), moment)])


def _why(told: ToldDate, anchor: str, moment: Moment) -> Html:
    """Say what the words were counted from, where they do not speak for themselves."""
    kind, _, day = anchor.partition(" ")
    if not day:
        return Html("")
    counted_from = say_day(date.fromisoformat(day), moment.language)
    return italic(moment.t(f"draft-why-{kind}", mention=told.mention, day=counted_from))


def _proof(told: ToldDate, t: Texts) -> Html:
    return quote(shorten(told.quote, QUOTE_LIMIT)) if told.quote else italic(t("draft-added"))


def _about_the_day(view: DraftView, t: Texts) -> Html:
    """Ask for the publication date where it is missing, and say what nobody can know without it."""
    if not view.asks_for_day:
        return Html("")
    words = _unresolved(view.draft)
    return join([t("draft-ask-day"), t("draft-unresolved", words=words) if words else ""])


def _unresolved(draft: Draft) -> str:
    return shorten(", ".join(f"“{words}”" for words in draft.unresolved), WORDS_LIMIT)


def _keyboard(view: DraftView, moment: Moment) -> Keyboard:
    t, number = moment.t, view.draft.briefing.id
    describe = (
        button(t, "button-title", f"title:{number}"),
        button(t, "button-day", f"day:{number}"),
        button(t, "button-source", f"source:{number}"),
    )
    decide = (button(t, "button-publish", f"publish:{number}"), button(t, "button-discard", f"discard:{number}"))
    days = day_buttons(view.draft, moment) if view.asks_for_day else ()
    return (*days, *_date_buttons(view, t), describe, decide)


def day_buttons(draft: Draft, moment: Moment) -> Keyboard:
    """Offer publication dates: days told in the text, today, yesterday, or that none is known."""
    t, number = moment.t, draft.briefing.id
    found = [Button(say_day(day, t.language), f"on:{number}:{day}") for day in _days_told(draft, moment.today)]
    today = button(t, "button-day-today", f"on:{number}:{moment.today}")
    yesterday = button(t, "button-day-yesterday", f"on:{number}:{moment.today - timedelta(days=1)}")
    return (*rows(found, 1), (today, yesterday), (button(t, "button-no-day", f"undated:{number}"),))


def _days_told(draft: Draft, today: date) -> list[date]:
    """Return the latest days up to today that the text tells, those without a year taken as the nearest ones."""
    nearest = (read_day(words, today) for words in draft.unresolved)
    told = {day for day in (*draft.date_choices, *nearest) if day is not None and day <= today}
    return sorted(told, reverse=True)[:DAYS_OFFERED]


def _date_buttons(view: DraftView, t: Texts) -> Keyboard:
    number = view.draft.briefing.id
    switches = rows([_switch(place, told, t) for place, told in view.shown], 2)
    turn = pager(f"draft:{number}", view.page, pages_of(len(view.draft.dates), DATES_SHOWN))
    add = (button(t, "button-add-date", f"add-date:{number}"),)
    return (*switches, *([turn] if turn else []), add)


def _switch(place: int, told: ToldDate, t: Texts) -> Button:
    """Name the date by its number: its name might hold any word."""
    verb = "put-back" if told.state == "left_out" else "leave-out"
    return button(t, f"button-{verb}", f"{verb}:{told.id}", number=place)
