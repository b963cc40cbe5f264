"""What the ledger sends: reminders, notices that a date moved or was cancelled, broadcasts."""

from dataclasses import dataclass, replace

from bot.ui import dates as say
from bot.ui.buttons import button
from bot.ui.evidence import marked_mention, newest_proof, source
from bot.ui.key_date_names import name_of, place_of
from bot.ui.markup import Html, bold, join, quote
from bot.ui.message import Keyboard, Message, Reply
from bot.ui.view_context import ViewContext
from briefings.model.briefing import BriefingRef
from briefings.model.key_date import Change, KeyDate
from briefings.notices.reminders.due_times import FIRST_DAY

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is due: `lead` as the ledger writes it, `late` when it should have come before."""

    key_date: KeyDate
    lead: str
    late: bool = False
    snoozes: tuple[str, ...] = ()
    """names of the wishes by which it can be put off"""


def reminder(outgoing: Reminder, viewer: ViewContext) -> Message:
    """Remind: what, when, how far, with quote and source; snooze and stop below."""
    key_date = outgoing.key_date
    head = [
        viewer.t("reminder", name=name_of(key_date, viewer.t)),
        bold(say.day_and_distance(key_date.when, viewer)),
        viewer.t("reminder-rough") if outgoing.lead == FIRST_DAY else "",
        _place(key_date, viewer),
        viewer.t("reminder-late") if outgoing.late else "",
    ]
    return Message(join([join(head), newest_proof(key_date, viewer)], GAP), _reminder_rows(outgoing, viewer))


def moved(key_date: KeyDate, change: Change, viewer: ViewContext) -> Message:
    """Tell that a followed date moved: old, new, and who says so."""
    is_over = say.is_over(key_date.when, viewer)
    now = viewer.t(
        "moved-passed" if is_over else "moved-to",
        day=say.day(key_date.when, viewer),
        distance=say.distance(key_date.when, viewer),
    )
    name = name_of(key_date, viewer.t)
    head = [viewer.t("moved", name=name), viewer.t("moved-from", day=say.day(change.old, viewer)), now]
    keep = "" if is_over else viewer.t("moved-keep")
    text = join([join(head), _change_proof(key_date, change.briefing, viewer), keep], GAP)
    return Message(text, _notice_rows(key_date, viewer))


def cancelled(key_date: KeyDate, change: Change | None, viewer: ViewContext) -> Message:
    """Tell that a followed date is cancelled."""
    was = viewer.t("cancelled-from", day=say.day(change.old if change else key_date.when, viewer))
    head = join([viewer.t("cancelled-notice", name=name_of(key_date, viewer.t)), was])
    reported = _change_proof(key_date, change.briefing if change else None, viewer)
    return Message(join([head, reported], GAP), ((button(viewer.t, "button-open-date", f"date:{key_date.id}"),),))


def restored(key_date: KeyDate, viewer: ViewContext) -> Message:
    """Tell that a cancelled date is on after all."""
    name = name_of(key_date, viewer.t)
    head = join([viewer.t("restored-notice", name=name), bold(say.day_and_distance(key_date.when, viewer))])
    return Message(join([head, newest_proof(key_date, viewer)], GAP), _notice_rows(key_date, viewer))


def withdrawn(key_date: KeyDate, viewer: ViewContext) -> Message:
    """Tell that no briefing tells a followed date any longer."""
    was = viewer.t("cancelled-from", day=say.day(key_date.when, viewer))
    return Message(join([viewer.t("withdrawn-notice", name=name_of(key_date, viewer.t)), was]))


def answer(reply: Reply, viewer: ViewContext, *, late: bool) -> Message:
    """Say what somebody asked for, with a word above it where they waited for long."""
    return replace(reply, text=join([viewer.t("answer-late"), reply.text], GAP)) if late else reply


def broadcast(text: str, viewer: ViewContext) -> Message:
    """Pass on what the editors write to all readers."""
    return Message(join([bold(viewer.t("broadcast-from")), text], GAP))


def _change_proof(key_date: KeyDate, briefing: BriefingRef | None, viewer: ViewContext) -> Html:
    """Return the sentence of the briefing that tells the change; without one, an editor made it."""
    if briefing is None:
        return viewer.t("changed-by-editors")
    sentences = [marked_mention(one) for one in key_date.proofs if one.briefing.id == briefing.id and one.quote]
    return join([quote(sentences[0]) if sentences else "", source(briefing, viewer)])


def _place(key_date: KeyDate, viewer: ViewContext) -> Html:
    place = place_of(key_date, viewer.t)
    return viewer.t("date-place", place=place) if place else Html("")


def _reminder_rows(outgoing: Reminder, viewer: ViewContext) -> Keyboard:
    rows = [
        (button(viewer.t, f"button-snooze-{how}", f"snooze:{outgoing.key_date.id}:{how}"),) for how in outgoing.snoozes
    ]
    return (*rows, *_notice_rows(outgoing.key_date, viewer))


def _notice_rows(key_date: KeyDate, viewer: ViewContext) -> Keyboard:
    stop = button(viewer.t, "button-stop-this", f"unfollow:{key_date.id}")
    return ((button(viewer.t, "button-open-date", f"date:{key_date.id}"), stop),)
