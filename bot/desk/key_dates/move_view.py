"""Key dates on the desk: moving and cancelling them, and settling what two briefings tell differently."""

from typing import Literal

from bot.desk.common_view import LIST_LENGTH, Choice, Choices, ask, choose, with_undo
from bot.desk.key_dates.effects_view import Effect, followers_told
from bot.desk.review.draft_view import QUOTE_LIMIT, heading
from bot.locales import Texts
from bot.ui import dates as say
from bot.ui.buttons import button
from bot.ui.evidence import moved_by_hand
from bot.ui.key_date_names import name_of
from bot.ui.markup import Html, join, link, quote, shorten
from bot.ui.message import Message
from bot.ui.view_context import ViewContext
from briefings.model.briefing import BriefingRef, When
from briefings.model.key_date import Conflict, KeyDate, KeyDatePage
from briefings.text.spoken_dates import say_day

Change = Literal["moved", "cancelled", "taken", "kept", "undone"]
FINAL = ("kept", "undone")


def choose_date(page: KeyDatePage, number: int, verb: str, t: Texts) -> Message:
    """List key dates ahead; each sends `verb:id`, other pages `verb-page:number`."""
    if not page.total:
        return Message(t("dates-none-to-choose"))
    shown = tuple(_choice(key_date, verb, t) for key_date in page.dates)
    return choose(t(f"{verb}-which"), Choices(shown, page.total, f"{verb}-page", number))


def found_dates(found: tuple[KeyDate, ...], words: str, verb: str, t: Texts) -> Message:
    """List the key dates found by words."""
    if not found:
        everything = button(t, "button-show-all", f"{verb}-page:0")
        return Message(t("dates-not-found", words=shorten(words, 100)), ((everything,),))
    shown = tuple(_choice(key_date, verb, t) for key_date in found[:LIST_LENGTH])
    return choose(t(f"{verb}-which"), Choices(shown, len(shown), verb))


def ask_new_day(key_date: KeyDate, viewer: ViewContext) -> Message:
    """Ask for the day that a key date moves to."""
    day, year = say.day(key_date.when, viewer), str(viewer.today.year)
    return ask(viewer.t, "movedate-ask", name=heading(name_of(key_date, viewer.t)), day=day, year=year)


def confirm_move(key_date: KeyDate, new: When, viewer: ViewContext, *, keeps_hour: bool = False) -> Message:
    """Show old and new before a key date moves; what might surprise is said."""
    t, name = viewer.t, heading(name_of(key_date, viewer.t))
    text = t("movedate-confirm", name=name, old=say.day(key_date.when, viewer), new=say.day(new, viewer))
    hour = t("movedate-hour-kept") if keeps_hour else ""
    past = t("movedate-past") if say.is_over(new, viewer) else ""
    yes = button(t, "button-move-yes", f"move-yes:{key_date.id}:{key_date.revision}")
    preview = join([join([text, hour, past]), t("movedate-right")], "\n\n")
    return Message(preview, ((yes, button(t, "cancel", "dismiss")),))


def confirm_cancellation(key_date: KeyDate, viewer: ViewContext) -> Message:
    """Ask once more before a key date is cancelled."""
    t = viewer.t
    text = t("canceldate-confirm", name=heading(name_of(key_date, viewer.t)), day=say.day(key_date.when, viewer))
    yes = button(t, "button-cancel-date-yes", f"cancel-yes:{key_date.id}")
    return Message(text, ((yes, button(t, "button-keep-date", "dismiss")),))


def changed(effect: Effect, what: Change, viewer: ViewContext) -> Message:
    """Say what became of a key date and how many are notified; all but the taking back itself can be taken back."""
    t, key_date = viewer.t, effect.key_date
    name, day = heading(name_of(key_date, t)), say.day(key_date.when, viewer)
    text = t(f"desk-{what}", name=name, day=day, notified=followers_told(effect, viewer))
    return Message(text) if what in FINAL else with_undo(t, text, f"undo-date:{key_date.id}:{key_date.revision}")


def conflict_message(conflict: Conflict, viewer: ViewContext) -> Message:
    """Show what is known beside what is reported now, each with its proof; the newer is proposed."""
    t, name = viewer.t, heading(name_of(conflict.key_date, viewer.t))
    sides = [_known(conflict.key_date, viewer), _told(conflict, viewer)]
    take = button(t, "button-take", f"settle:{conflict.reported.id}:take")
    keep = button(t, "button-keep", f"settle:{conflict.reported.id}:keep")
    text = join([t("conflict", name=name), *sides, t(_proposal(conflict))], "\n\n")
    return Message(text, ((take,), (keep,)) if conflict.reported_is_newer else ((keep,), (take,)))


def _proposal(conflict: Conflict) -> str:
    days = {proof.briefing.published for proof in conflict.key_date.proofs}
    if conflict.reported_by.published in days and conflict.reported_is_newer:
        return "conflict-same-day"
    return "conflict-newer" if conflict.reported_is_newer else "conflict-older"


def _known(key_date: KeyDate, viewer: ViewContext) -> Html:
    proof = next(iter(key_date.proofs), None)
    sentence = _sentence(proof.quote, proof.briefing, viewer.t) if proof else Html("")
    return join([_side(key_date.when, viewer), moved_by_hand(key_date, viewer), sentence])


def _told(conflict: Conflict, viewer: ViewContext) -> Html:
    return join(
        [_side(conflict.reported.when, viewer), _sentence(conflict.reported.quote, conflict.reported_by, viewer.t)]
    )


def _side(when: When, viewer: ViewContext) -> Html:
    return viewer.t("conflict-side", day=say.day(when, viewer))


def _sentence(sentence: str, briefing: BriefingRef, t: Texts) -> Html:
    return join([quote(shorten(sentence, QUOTE_LIMIT)) if sentence else "", _origin(briefing, t)])


def _origin(briefing: BriefingRef, t: Texts) -> Html:
    day = say_day(briefing.published, t.language) if briefing.published else t("card-undated")
    return t("conflict-origin", title=link(shorten(briefing.title, 150), briefing.url), day=day)


def _choice(key_date: KeyDate, verb: str, t: Texts) -> Choice:
    return Choice(f"{key_date.when.first:%d.%m.%Y} {name_of(key_date, t)}", f"{verb}:{key_date.id}")
