"""A published briefing on the desk: choosing one, setting it right, taking it back."""

from typing import Literal

from bot.desk.common_view import LIST_LENGTH, Choice, Choices, choose, rows, with_undo
from bot.desk.key_dates.effects_view import Effect, effect_lines
from bot.desk.review.draft_view import heading
from bot.locales import Texts
from bot.ui.buttons import button
from bot.ui.markup import Html, join, shorten
from bot.ui.message import Button, Message
from bot.ui.view_context import ViewContext
from briefings.editorial.publishing import Page, Publication
from briefings.model.briefing import Briefing, BriefingRef
from briefings.text.spoken_dates import say_day

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


def retracted(briefing: Briefing, effects: tuple[Effect, ...], viewer: ViewContext) -> Message:
    """Say that a briefing was taken back, and what became of its key dates."""
    t = viewer.t
    text = join([t("retracted", title=heading(briefing.title)), effect_lines(effects, viewer)])
    return with_undo(t, text, f"unretract:{briefing.id}")


def published(publication: Publication, t: Texts, name: Outcome = "published", effects: Html | None = None) -> Message:
    """Say that a briefing is there for readers now, and what it tells of dates; publishing can be taken back."""
    briefing = publication.briefing
    count = sum(date.state in {"told", "conflict"} for date in publication.dates)
    warning = Html("") if briefing.published else t("published-undated")
    lines = [t(name, title=heading(briefing.title)), t("published-dates", count=count), effects or Html(""), warning]
    undo = (button(t, "undo", f"retract-yes:{briefing.id}"),) if name != "corrected" else ()
    return Message(join(lines), ((button(t, "button-correct", f"edit:{briefing.id}"), *undo),))


def _choice(ref: BriefingRef, verb: str) -> Choice:
    return Choice(ref.title, f"{verb}:{ref.id}")


def _all(verb: str, t: Texts) -> Button:
    return button(t, "button-show-all", f"{verb}-page:0")
