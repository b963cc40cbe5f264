"""A published briefing on the desk: choosing one, setting it right, taking it back."""

from typing import Literal

from bot.locales import Texts
from bot.views.buttons import button
from bot.views.desk import LIST_LENGTH, Choice, Choices, choose, rows, with_undo
from bot.views.draft import heading
from bot.views.fates import Fate, fates_lines
from bot.views.markup import Html, join, shorten
from bot.views.message import Button, Message
from bot.views.moment import Moment
from briefings.briefing import Briefing, BriefingRef
from briefings.language.spoken import say_day
from briefings.library import Page, Publication

FIELDS = {"title": "title", "source": "source", "day": "day", "text": "correct"}
"""What can be corrected after publishing, and what its button sends."""

Outcome = Literal["published", "published-again", "corrected"]


def choose_briefing(page: Page, number: int, verb: str, t: Texts) -> Message:
    """List published briefings; each sends `verb:id`, other pages `verb-page:number`."""
    if not page.total:
        return Message(t("briefings-none-to-choose"))
    choices = tuple(_choice(ref, verb) for ref in page.briefings)
    return choose(t(f"{verb}-which"), Choices(choices, page.total, f"{verb}-page", number))


def found_briefings(found: tuple[BriefingRef, ...], words: str, verb: str, t: Texts) -> Message:
    """List the briefings found by words."""
    if not found:
        return Message(t("briefings-not-found", words=shorten(words, 100)), ((_all(verb, t),),))
    shown = tuple(_choice(ref, verb) for ref in found[:LIST_LENGTH])
    return choose(t(f"{verb}-which"), Choices(shown, len(shown), verb))


def briefing_card(briefing: Briefing, t: Texts, said: Html | None = None) -> Message:
    """Show a published briefing to its editors, with what can be changed; `said` tells what was just done."""
    day = say_day(briefing.published, t.language) if briefing.published else t("card-undated")
    lines = [
        heading(briefing.title),
        t("draft-source", source=shorten(briefing.source, 250)) if briefing.source else t("draft-no-source"),
        t("draft-day", day=day),
        t("card-version", version=briefing.version),
    ]
    fields = [button(t, f"button-{field}", f"{verb}:{briefing.id}") for field, verb in FIELDS.items()]
    retract = button(t, "button-retract", f"retract:{briefing.id}")
    return Message(join([said or Html(""), join(lines)], "\n\n"), (*rows(fields, 2), (retract,)))


def confirm_retraction(briefing: Briefing, t: Texts) -> Message:
    """Ask once more before a briefing is taken back."""
    yes = button(t, "button-retract-yes", f"retract-yes:{briefing.id}")
    return Message(t("retract-confirm", title=heading(briefing.title)), ((yes, button(t, "cancel", "dismiss")),))


def retracted(briefing: Briefing, fates: tuple[Fate, ...], moment: Moment) -> Message:
    """Say that a briefing was taken back, and what became of its key dates."""
    t = moment.t
    text = join([t("retracted", title=heading(briefing.title)), fates_lines(fates, moment)])
    return with_undo(t, text, f"unretract:{briefing.id}")


def published(publication: Publication, t: Texts, name: Outcome = "published", fates: Html | None = None) -> Message:
    """Say that a briefing is there for readers now, and what it tells of dates; publishing can be taken back."""
    briefing = publication.briefing
    count = sum(date.state in {"told", "conflict"} for date in publication.dates)
    warning = Html("") if briefing.published else t("published-undated")
    lines = [t(name, title=heading(briefing.title)), t("published-dates", count=count), fates or Html(""), warning]
    undo = (button(t, "undo", f"retract-yes:{briefing.id}"),) if name != "corrected" else ()
    return Message(join(lines), ((button(t, "button-correct", f"edit:{briefing.id}"), *undo),))


def _choice(ref: BriefingRef, verb: str) -> Choice:
    return Choice(ref.title, f"{verb}:{ref.id}")


def _all(verb: str, t: Texts) -> Button:
    return button(t, "button-show-all", f"{verb}-page:0")
