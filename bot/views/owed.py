"""What the ledger owes: reminders, notices that a date moved or was cancelled, broadcasts."""

from dataclasses import dataclass, replace

from bot.views import when as say
from bot.views.buttons import button
from bot.views.evidence import marked_mention, newest_proof, source
from bot.views.markup import Html, bold, join, quote
from bot.views.message import Keyboard, Message, Reply
from bot.views.moment import Moment
from briefings.briefing import BriefingRef
from briefings.key_dates.key_date import Change, KeyDate
from briefings.reminders.due import FIRST_DAY

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is due: `lead` as the ledger writes it, `late` when it should have come before."""

    key_date: KeyDate
    lead: str
    late: bool = False
    snoozes: tuple[str, ...] = ()
    """names of the wishes by which it can be put off"""


def reminder(owed: Reminder, moment: Moment) -> Message:
    """Remind: what, when, how far, with quote and source; snooze and stop below."""
    key_date = owed.key_date
    head = [
        moment.t("reminder", name=key_date.name),
        bold(say.told(key_date.when, moment)),
        moment.t("reminder-rough") if owed.lead == FIRST_DAY else "",
        moment.t("date-place", place=key_date.place) if key_date.place else "",
        moment.t("reminder-late") if owed.late else "",
    ]
    return Message(join([join(head), newest_proof(key_date, moment)], GAP), _reminder_rows(owed, moment))


def moved(key_date: KeyDate, change: Change, moment: Moment) -> Message:
    """Tell that a followed date moved: old, new, and who says so."""
    is_over = say.is_over(key_date.when, moment)
    now = moment.t(
        "moved-passed" if is_over else "moved-to",
        day=say.day(key_date.when, moment),
        distance=say.distance(key_date.when, moment),
    )
    head = [moment.t("moved", name=key_date.name), moment.t("moved-from", day=say.day(change.old, moment)), now]
    keep = "" if is_over else moment.t("moved-keep")
    text = join([join(head), _change_proof(key_date, change.briefing, moment), keep], GAP)
    return Message(text, _notice_rows(key_date, moment))


def cancelled(key_date: KeyDate, change: Change | None, moment: Moment) -> Message:
    """Tell that a followed date is cancelled."""
    was = moment.t("cancelled-from", day=say.day(change.old if change else key_date.when, moment))
    head = join([moment.t("cancelled-notice", name=key_date.name), was])
    told = _change_proof(key_date, change.briefing if change else None, moment)
    return Message(join([head, told], GAP), ((button(moment.t, "button-open-date", f"date:{key_date.id}"),),))


def restored(key_date: KeyDate, moment: Moment) -> Message:
    """Tell that a cancelled date is on after all."""
    head = join([moment.t("restored-notice", name=key_date.name), bold(say.told(key_date.when, moment))])
    return Message(join([head, newest_proof(key_date, moment)], GAP), _notice_rows(key_date, moment))


def withdrawn(key_date: KeyDate, moment: Moment) -> Message:
    """Tell that no briefing tells a followed date any longer."""
    was = moment.t("cancelled-from", day=say.day(key_date.when, moment))
    return Message(join([moment.t("withdrawn-notice", name=key_date.name), was]))


def answer(reply: Reply, moment: Moment, *, late: bool) -> Message:
    """Say what somebody asked for, with a word above it where they waited for long."""
    return replace(reply, text=join([moment.t("answer-late"), reply.text], GAP)) if late else reply


def broadcast(text: str, moment: Moment) -> Message:
    """Pass on what the editors write to all readers."""
    return Message(join([bold(moment.t("broadcast-from")), text], GAP))


def _change_proof(key_date: KeyDate, briefing: BriefingRef | None, moment: Moment) -> Html:
    """Return the sentence of the briefing that tells the change; without one, an editor made it."""
    if briefing is None:
        return moment.t("changed-by-editors")
    sentences = [marked_mention(one) for one in key_date.proofs if one.briefing.id == briefing.id and one.quote]
    return join([quote(sentences[0]) if sentences else "", source(briefing, moment)])


def _reminder_rows(owed: Reminder, moment: Moment) -> Keyboard:
    rows = [(button(moment.t, f"button-snooze-{how}", f"snooze:{owed.key_date.id}:{how}"),) for how in owed.snoozes]
    return (*rows, *_notice_rows(owed.key_date, moment))


def _notice_rows(key_date: KeyDate, moment: Moment) -> Keyboard:
    stop = button(moment.t, "button-stop-this", f"unfollow:{key_date.id}")
    return ((button(moment.t, "button-open-date", f"date:{key_date.id}"), stop),)
