"""What a chat follows: choosing it, seeing when reminders come, changing that, stopping and taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from bot.views import when as say
from bot.views.buttons import button, named, pager, pages_of
from bot.views.key_dates import entry
from bot.views.leads import lead_rows, say_leads
from bot.views.markup import Html, bold, escape, join, plain
from bot.views.message import Button, Keyboard, Message
from bot.views.moment import Moment
from bot.wishes import Wish
from briefings.briefing import When
from briefings.key_dates.key_date import KeyDate
from briefings.language.spoken import say_lead
from briefings.leads import Leads, parse_leads, write_lead, write_leads
from briefings.outbox.owed import SNOOZE
from briefings.reminders.due import FIRST_DAY, ROUGH, at, first_day, true_lead
from briefings.reminders.following import Followed, Upcoming
from briefings.reminders.topics import EVERYTHING

GAP = "\n\n"
PAGE_SIZE = 6
MOST_CARRIED = 40
"""characters of leads in a button, of the 64 bytes that it has"""


@dataclass(frozen=True, slots=True)
class FollowedDate:
    """A key date that a chat follows, with the reminders that will come."""

    key_date: KeyDate
    way: Followed
    upcoming: tuple[Upcoming, ...]
    told_otherwise: When | None = None
    """the day that another briefing tells, until an editor settles which holds"""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything a chat follows: dates ahead in order of time, then topics."""

    dates: tuple[FollowedDate, ...]
    topics: tuple[Followed, ...]
    is_group: bool

    @property
    def total(self) -> int:
        """How many entries the list has."""
        return len(self.dates) + len(self.topics)


def following_date(followed: FollowedDate, moment: Moment, *, is_new: bool = False) -> Message:
    """Say when reminders of a key date come; buttons switch single ones on and off, and stop or undo it all."""
    key_date = followed.key_date
    told = moment.t(
        "following-date" if is_new else "following-date-already",
        name=key_date.name,
        day=say.day(key_date.when, moment),
    )
    lines = [_upcoming(one, key_date, moment) for one in followed.upcoming]
    text = join([join([told, *lines]), _unsettled(followed, moment), _remark(followed, moment)], GAP)
    stop = button(moment.t, "button-undo" if is_new else "button-stop", f"unfollow:{key_date.id}")
    return Message(text, (*_lead_keyboard(followed, moment), (stop,)))


def following_topic(way: Followed, dates: Iterable[KeyDate], moment: Moment) -> Message:
    """Say that a topic is followed, what of it lies ahead, and when reminders come."""
    name = "following-everything" if way.topic == EVERYTHING else "following-topic"
    ahead = [entry(key_date, moment) for key_date in dates]
    text = join([moment.t(name, topic=way.topic), *ahead, moment.t("leads-topic")], GAP)
    other = button(moment.t, "button-other-lead", f"leads:topic:{way.id}")
    stop = button(moment.t, "button-stop", f"drop:{way.id}")
    return Message(text, (*lead_rows(way.leads, f"lead:topic:{way.id}", moment.language), (other, stop)))


def unfollowed_date(key_date: KeyDate, way: Followed, moment: Moment) -> Message:
    """Say that reminders of a key date are off, with the button that takes it back."""
    return Message(moment.t("unfollowed", name=key_date.name), _undo(way, moment))


def unfollowed_topic(way: Followed, moment: Moment) -> Message:
    """Say that a topic is no longer followed, with the button that takes it back."""
    name = "unfollowed-everything" if way.topic == EVERYTHING else "unfollowed-topic"
    return Message(moment.t(name, topic=way.topic), _undo(way, moment))


def ask_what(ahead: Iterable[KeyDate], wish: Wish, moment: Moment, *, has_more: bool) -> Message:
    """Ask what to be reminded of, the nearest key dates as buttons; the time that was wished for comes with each."""
    rows = tuple((_remind(one, wish, moment),) for one in ahead)
    more = (_ahead(moment),) if has_more else ()
    return Message(moment.t("follow-how"), (*rows, (*more, _everything(moment))))


def choose_date(wish: Wish, found: Iterable[KeyDate], moment: Moment) -> Message:
    """Ask which of several key dates is meant; the time that was wished for comes with each."""
    dates = tuple(found)
    rows = tuple((_remind(one, wish, moment),) for one in dates)
    asking = moment.t("follow-choose", words=wish.words)
    entries = (entry(one, moment) for one in dates)
    return Message(join([asking, *entries], GAP), (*rows, _topic_row(wish.words, moment)))


def offer_topic(words: str, moment: Moment) -> Message:
    """Offer to follow a topic that no key date ahead belongs to."""
    return Message(moment.t("follow-none", words=words), (_topic_row(words, moment), (_ahead(moment),)))


def not_ahead(words: str, key_date: KeyDate, moment: Moment) -> Message:
    """Say that what is meant is cancelled or over; offer to follow what is still to come of it."""
    why = moment.t("follow-cancelled" if key_date.status == "cancelled" else "too-late")
    return Message(join([entry(key_date, moment), why], GAP), (_topic_row(words, moment), (_ahead(moment),)))


def leads_of(wish: Wish, key_date: KeyDate, moment: Moment) -> Leads | None:
    """Return how long before a key date a reminder was wished for; None for the usual times."""
    return wish.leads_for(first_day(key_date.when, moment.zone), moment.today)


def overview(listed: Overview, number: int, moment: Moment) -> Message:
    """List what is followed, each with its next reminder and a button to change it; pages count from 0."""
    if not listed.total:
        doors = (_ahead(moment), _everything(moment))
        return Message(moment.t("reminders-none"), (doors,))
    pages = pages_of(listed.total, PAGE_SIZE)
    number = min(number, pages - 1)
    rows = [*(_date_row(one, moment) for one in listed.dates), *(_topic_entry(one, moment) for one in listed.topics)]
    shown = rows[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    title = moment.t("reminders-title-group" if listed.is_group else "reminders-title")
    turning = pager("reminders", number, pages)
    below = (button(moment.t, "button-stop-all", "stop-all"), button(moment.t, "button-calendar", "calendar"))
    keyboard = (*(row for _, row in shown), *((turning,) if turning else ()), below)
    return Message(join([title, *(text for text, _ in shown)], GAP), keyboard)


def stop_choices(listed: Overview, moment: Moment) -> Message:
    """Ask what to stop."""
    if not listed.total:
        return Message(moment.t("unfollow-how"))
    dates = [named(one.key_date.name, f"unfollow:{one.key_date.id}", "🔕") for one in listed.dates]
    topics = [named(_topic_name(way, moment), f"drop:{way.id}", "🔕") for way in listed.topics]
    everything = button(moment.t, "button-stop-all", "stop-all")
    rows = tuple((one,) for one in (*dates, *topics)[:20])
    return Message(moment.t("unfollow-choose"), (*rows, (everything,)))


def ask_stop_all(moment: Moment) -> Message:
    """Ask once before everything is stopped."""
    yes = button(moment.t, "button-stop-all-yes", "stop-all:yes")
    return Message(moment.t("stop-all-ask"), ((yes, button(moment.t, "back", "reminders:0")),))


def stopped_all(moment: Moment) -> Message:
    """Say that all reminders are off, with the button that takes it back."""
    return Message(moment.t("unfollowed-all"), ((button(moment.t, "button-undo", "refollow-all"),),))


def _lead_keyboard(followed: FollowedDate, moment: Moment) -> Keyboard:
    """Return the switches; a date without a day has its one reminder and nothing to choose."""
    if is_rough(followed.key_date):
        return ()
    key_date_id = followed.key_date.id
    other = button(moment.t, "button-other-lead", f"leads:date:{key_date_id}")
    return (*lead_rows(followed.way.leads, f"lead:date:{key_date_id}", moment.language), (other,))


def is_rough(key_date: KeyDate) -> bool:
    """Whether no day is known, so that there is only one reminder."""
    return key_date.when.instant is None and key_date.when.precision in ROUGH


def _upcoming(upcoming: Upcoming, key_date: KeyDate, moment: Moment) -> Html:
    at = say.instant(upcoming.due_at, moment)
    return join(["• ", at, " — ", _lead(upcoming, key_date, moment)], "")


def _lead(upcoming: Upcoming, key_date: KeyDate, moment: Moment) -> Html:
    if upcoming.lead == FIRST_DAY:
        return moment.t("lead-first")
    if is_snooze(upcoming):
        return moment.t("lead-snoozed")
    (lead,) = parse_leads(upcoming.lead)
    return escape(say_lead(true_lead(key_date.when, lead, upcoming.due_at, moment.zone), moment.language))


def _unsettled(followed: FollowedDate, moment: Moment) -> Html:
    """Say that the date may move."""
    other = followed.told_otherwise
    return moment.t("following-unsettled", day=say.day(other, moment)) if other else Html("")


def _remark(followed: FollowedDate, moment: Moment) -> Html:
    """Say why nothing will come, or how to change what will."""
    if not followed.upcoming:
        return moment.t("following-soon" if followed.way.leads else "following-silent")
    if is_rough(followed.key_date):
        return Html("")
    past = _past_leads(followed, moment)
    said = moment.t("leads-past", leads=say_leads(past, moment.language)) if past else ""
    return join([said, moment.t("leads-when")])


def _past_leads(followed: FollowedDate, moment: Moment) -> Leads:
    """Return what is ticked though its time has come and gone."""
    to_come = {one.lead for one in followed.upcoming}
    begins = at(first_day(followed.key_date.when, moment.zone), time(), moment.zone)
    waiting = (lead for lead in followed.way.leads if write_lead(lead) not in to_come)
    return tuple(lead for lead in waiting if begins - lead <= moment.now)


def _undo(way: Followed, moment: Moment) -> Keyboard:
    return ((button(moment.t, "button-follow-again", f"refollow:{way.id}"),),)


def _remind(key_date: KeyDate, wish: Wish, moment: Moment) -> Button:
    """Return the button that follows a key date, with leads as far as a button can carry them."""
    leads = leads_of(wish, key_date, moment)
    written = f":{write_leads(leads)}" if leads else ""
    return named(key_date.name, f"remind:{key_date.id}{written if len(written) <= MOST_CARRIED else ''}", "🔔")


def _topic_row(words: str, moment: Moment) -> tuple[Button, ...]:
    return (button(moment.t, "button-follow-topic", "follow-topic", topic=words),)


def _ahead(moment: Moment) -> Button:
    return button(moment.t, "button-dates", "dates:ahead:0")


def _everything(moment: Moment) -> Button:
    return button(moment.t, "button-follow-everything", "follow-everything")


def _date_row(followed: FollowedDate, moment: Moment) -> tuple[Html, tuple[Button, ...]]:
    key_date = followed.key_date
    text = join([entry(key_date, moment), *_next(followed.upcoming, moment)])
    change = named(key_date.name, f"following:{key_date.id}", "⏰")
    return text, (change, button(moment.t, "button-stop", f"unfollow:{key_date.id}"))


def _next(upcoming: tuple[Upcoming, ...], moment: Moment) -> Iterable[Html]:
    """Say when the next reminder comes, and until when it was put off."""
    for one in upcoming[:1]:
        if not is_snooze(one):
            yield moment.t("reminders-next", at=say.instant(one.due_at, moment))
    for one in filter(is_snooze, upcoming):
        yield moment.t("reminders-snoozed", at=say.instant(one.due_at, moment))
    if not upcoming:
        yield moment.t("reminders-no-next")


def is_snooze(upcoming: Upcoming) -> bool:
    """Whether a reader asked for this one by putting another off."""
    return upcoming.lead.startswith(SNOOZE)


def _topic_entry(way: Followed, moment: Moment) -> tuple[Html, tuple[Button, ...]]:
    name = _topic_name(way, moment)
    change = named(name, f"topic:{way.id}", "⏰")
    return bold(name), (change, button(moment.t, "button-stop", f"drop:{way.id}"))


def _topic_name(way: Followed, moment: Moment) -> str:
    if way.topic == EVERYTHING:
        return plain(moment.t("topic-everything"))
    return plain(moment.t("topic-label", topic=way.topic))
