"""What a chat follows: choosing it, seeing when reminders come, changing that, stopping and taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from bot.phrases.intents import Wish
from bot.ui import dates as say
from bot.ui.buttons import button, named, pager, pages_of
from bot.ui.key_date_lines import entry
from bot.ui.key_date_names import name_of
from bot.ui.lead_buttons import lead_rows, say_leads
from bot.ui.markup import Html, bold, escape, join, plain
from bot.ui.message import Button, Keyboard, Message
from bot.ui.view_context import ViewContext
from briefings.model.briefing import When
from briefings.model.key_date import KeyDate
from briefings.model.leads import Leads, parse_leads, write_lead, write_leads
from briefings.notices.reminders.due_times import FIRST_DAY, ROUGH, at, first_day, true_lead
from briefings.notices.reminders.subscriptions import Subscription, Upcoming
from briefings.notices.reminders.topics import EVERYTHING
from briefings.outbox.outbox_message import SNOOZE
from briefings.text.spoken_dates import say_lead

GAP = "\n\n"
PAGE_SIZE = 6
MOST_CARRIED = 40
"""characters of leads in a button, of the 64 bytes that it has"""


@dataclass(frozen=True, slots=True)
class FollowedDate:
    """A key date that a chat follows, with the reminders that will come."""

    key_date: KeyDate
    subscription: Subscription
    upcoming: tuple[Upcoming, ...]
    told_otherwise: When | None = None
    """the day that another briefing tells, until an editor settles which holds"""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything a chat follows: dates ahead in order of time, then topics."""

    dates: tuple[FollowedDate, ...]
    topics: tuple[Subscription, ...]
    is_group: bool

    @property
    def total(self) -> int:
        """How many entries the list has."""
        return len(self.dates) + len(self.topics)


def following_date(followed: FollowedDate, viewer: ViewContext, *, is_new: bool = False) -> Message:
    """Say when reminders of a key date come; buttons switch single ones on and off, and stop or undo it all."""
    key_date = followed.key_date
    reported = viewer.t(
        "following-date" if is_new else "following-date-already",
        name=name_of(key_date, viewer.t),
        day=say.day(key_date.when, viewer),
    )
    lines = [_upcoming(one, key_date, viewer) for one in followed.upcoming]
    text = join([join([reported, *lines]), _unsettled(followed, viewer), _remark(followed, viewer)], GAP)
    stop = button(viewer.t, "button-undo" if is_new else "button-stop", f"unfollow:{key_date.id}")
    return Message(text, (*_lead_keyboard(followed, viewer), (stop,)))


def following_topic(subscription: Subscription, dates: Iterable[KeyDate], viewer: ViewContext) -> Message:
    """Say that a topic is followed, what of it lies ahead, and when reminders come."""
    name = "following-everything" if subscription.topic == EVERYTHING else "following-topic"
    ahead = [entry(key_date, viewer) for key_date in dates]
    text = join([viewer.t(name, topic=subscription.topic), *ahead, viewer.t("leads-topic")], GAP)
    other = button(viewer.t, "button-other-lead", f"leads:topic:{subscription.id}")
    stop = button(viewer.t, "button-stop", f"drop:{subscription.id}")
    return Message(
        text, (*lead_rows(subscription.leads, f"lead:topic:{subscription.id}", viewer.language), (other, stop))
    )


def unfollowed_date(key_date: KeyDate, subscription: Subscription, viewer: ViewContext) -> Message:
    """Say that reminders of a key date are off, with the button that takes it back."""
    return Message(viewer.t("unfollowed", name=name_of(key_date, viewer.t)), _undo(subscription, viewer))


def unfollowed_topic(subscription: Subscription, viewer: ViewContext) -> Message:
    """Say that a topic is no longer followed, with the button that takes it back."""
    name = "unfollowed-everything" if subscription.topic == EVERYTHING else "unfollowed-topic"
    return Message(viewer.t(name, topic=subscription.topic), _undo(subscription, viewer))


def ask_what(ahead: Iterable[KeyDate], wish: Wish, viewer: ViewContext, *, has_more: bool) -> Message:
    """Ask what to be reminded of, the nearest key dates as buttons; the time that was wished for comes with each."""
    rows = tuple((_remind(one, wish, viewer),) for one in ahead)
    more = (_ahead(viewer),) if has_more else ()
    return Message(viewer.t("follow-how"), (*rows, (*more, _everything(viewer))))


def choose_date(wish: Wish, found: Iterable[KeyDate], viewer: ViewContext) -> Message:
    """Ask which of several key dates is meant; the time that was wished for comes with each."""
    dates = tuple(found)
    rows = tuple((_remind(one, wish, viewer),) for one in dates)
    asking = viewer.t("follow-choose", words=wish.words)
    entries = (entry(one, viewer) for one in dates)
    return Message(join([asking, *entries], GAP), (*rows, _topic_row(wish.words, viewer)))


def offer_topic(words: str, viewer: ViewContext) -> Message:
    """Offer to follow a topic that no key date ahead belongs to."""
    return Message(viewer.t("follow-none", words=words), (_topic_row(words, viewer), (_ahead(viewer),)))


def not_ahead(words: str, key_date: KeyDate, viewer: ViewContext) -> Message:
    """Say that what is meant is cancelled or over; offer to follow what is still to come of it."""
    why = viewer.t("follow-cancelled" if key_date.status == "cancelled" else "too-late")
    return Message(join([entry(key_date, viewer), why], GAP), (_topic_row(words, viewer), (_ahead(viewer),)))


def not_before(key_date: KeyDate, leads: Leads | None, viewer: ViewContext, present: Subscription | None) -> Message:
    """Say that the time that was wished for lies behind, and that nothing changed; offer what can still be had."""
    name = "wish-behind" if leads else "wish-beyond"
    text = viewer.t(
        name,
        name=name_of(key_date, viewer.t),
        leads=say_leads(leads or (), viewer.language),
        day=say.day(key_date.when, viewer),
        distance=say.distance(key_date.when, viewer),
    )
    if present is not None:
        return Message(text, ((button(viewer.t, "button-change-leads", f"following:{key_date.id}"),),))
    return Message(text, ((button(viewer.t, "button-remind", f"remind:{key_date.id}"),),))


def with_time(message: Message, key_date_id: int, usual: time, wished: time, viewer: ViewContext) -> Message:
    """Add that reminders come at the usual time of day, and the button that makes it the one wished for."""
    text = viewer.t("wish-time", usual=f"{usual:%H:%M}", wished=f"{wished:%H:%M}")
    change = button(viewer.t, "button-wish-time", f"remind-at:{key_date_id}:{wished:%H%M}", time=f"{wished:%H:%M}")
    return Message(join([message.text, text], GAP), ((change,), *message.keyboard))


def leads_of(wish: Wish, key_date: KeyDate, viewer: ViewContext) -> Leads | None:
    """Return how long before a key date a reminder was wished for; None for the usual times."""
    return wish.leads_for(first_day(key_date.when, viewer.zone), viewer.today)


def overview(listed: Overview, number: int, viewer: ViewContext) -> Message:
    """List what is followed, each with its next reminder and a button to change it; pages count from 0."""
    if not listed.total:
        doors = (_ahead(viewer), _everything(viewer))
        return Message(viewer.t("reminders-none"), (doors,))
    pages = pages_of(listed.total, PAGE_SIZE)
    number = min(number, pages - 1)
    rows = [*(_date_row(one, viewer) for one in listed.dates), *(_topic_entry(one, viewer) for one in listed.topics)]
    shown = rows[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    title = viewer.t("reminders-title-group" if listed.is_group else "reminders-title")
    turning = pager("reminders", number, pages)
    below = (button(viewer.t, "button-stop-all", "stop-all"), button(viewer.t, "button-calendar", "calendar"))
    keyboard = (*(row for _, row in shown), *((turning,) if turning else ()), below)
    return Message(join([title, *(text for text, _ in shown)], GAP), keyboard)


def stop_choices(listed: Overview, viewer: ViewContext) -> Message:
    """Ask what to stop."""
    if not listed.total:
        return Message(viewer.t("unfollow-how"))
    dates = [named(name_of(one.key_date, viewer.t), f"unfollow:{one.key_date.id}", "🔕") for one in listed.dates]
    topics = [
        named(_topic_name(subscription, viewer), f"drop:{subscription.id}", "🔕") for subscription in listed.topics
    ]
    everything = button(viewer.t, "button-stop-all", "stop-all")
    rows = tuple((one,) for one in (*dates, *topics)[:20])
    return Message(viewer.t("unfollow-choose"), (*rows, (everything,)))


def ask_stop_all(viewer: ViewContext) -> Message:
    """Ask once before everything is stopped."""
    yes = button(viewer.t, "button-stop-all-yes", "stop-all:yes")
    return Message(viewer.t("stop-all-ask"), ((yes, button(viewer.t, "back", "reminders:0")),))


def stopped_all(viewer: ViewContext) -> Message:
    """Say that all reminders are off, with the button that takes it back."""
    return Message(viewer.t("unfollowed-all"), ((button(viewer.t, "button-undo", "refollow-all"),),))


def _lead_keyboard(followed: FollowedDate, viewer: ViewContext) -> Keyboard:
    """Return the switches; a date without a day has its one reminder and nothing to choose."""
    if is_rough(followed.key_date):
        return ()
    key_date_id = followed.key_date.id
    other = button(viewer.t, "button-other-lead", f"leads:date:{key_date_id}")
    return (*lead_rows(followed.subscription.leads, f"lead:date:{key_date_id}", viewer.language), (other,))


def is_rough(key_date: KeyDate) -> bool:
    """Whether no day is known, so that there is only one reminder."""
    return key_date.when.instant is None and key_date.when.precision in ROUGH


def _upcoming(upcoming: Upcoming, key_date: KeyDate, viewer: ViewContext) -> Html:
    at = say.instant(upcoming.due_at, viewer)
    return join(["• ", at, " — ", _lead(upcoming, key_date, viewer)], "")


def _lead(upcoming: Upcoming, key_date: KeyDate, viewer: ViewContext) -> Html:
    if upcoming.lead == FIRST_DAY:
        return viewer.t("lead-first")
    if is_snooze(upcoming):
        return viewer.t("lead-snoozed")
    (lead,) = parse_leads(upcoming.lead)
    return escape(say_lead(true_lead(key_date.when, lead, upcoming.due_at, viewer.zone), viewer.language))


def _unsettled(followed: FollowedDate, viewer: ViewContext) -> Html:
    """Say that the date may move."""
    other = followed.told_otherwise
    return viewer.t("following-unsettled", day=say.day(other, viewer)) if other else Html("")


def _remark(followed: FollowedDate, viewer: ViewContext) -> Html:
    """Say why nothing will come, or how to change what will."""
    if not followed.upcoming:
        return viewer.t("following-soon" if followed.subscription.leads else "following-silent")
    if is_rough(followed.key_date):
        return Html("")
    past = _past_leads(followed, viewer)
    said = viewer.t("leads-past", leads=say_leads(past, viewer.language)) if past else ""
    return join([said, viewer.t("leads-when")])


def _past_leads(followed: FollowedDate, viewer: ViewContext) -> Leads:
    """Return what is ticked though its time has come and gone."""
    to_come = {one.lead for one in followed.upcoming}
    begins = at(first_day(followed.key_date.when, viewer.zone), time(), viewer.zone)
    waiting = (lead for lead in followed.subscription.leads if write_lead(lead) not in to_come)
    return tuple(lead for lead in waiting if begins - lead <= viewer.now)


def _undo(subscription: Subscription, viewer: ViewContext) -> Keyboard:
    return ((button(viewer.t, "button-follow-again", f"refollow:{subscription.id}"),),)


def _remind(key_date: KeyDate, wish: Wish, viewer: ViewContext) -> Button:
    """Return the button that follows a key date, with leads as far as a button can carry them."""
    leads = leads_of(wish, key_date, viewer)
    written = f":{write_leads(leads)}" if leads else ""
    carried = written if len(written) <= MOST_CARRIED else ""
    return named(name_of(key_date, viewer.t), f"remind:{key_date.id}{carried}", "🔔")


def _topic_row(words: str, viewer: ViewContext) -> tuple[Button, ...]:
    return (button(viewer.t, "button-follow-topic", "follow-topic", topic=words),)


def _ahead(viewer: ViewContext) -> Button:
    return button(viewer.t, "button-dates", "dates:ahead:0")


def _everything(viewer: ViewContext) -> Button:
    return button(viewer.t, "button-follow-everything", "follow-everything")


def _date_row(followed: FollowedDate, viewer: ViewContext) -> tuple[Html, tuple[Button, ...]]:
    key_date = followed.key_date
    text = join([entry(key_date, viewer), *_next(followed.upcoming, viewer)])
    change = named(name_of(key_date, viewer.t), f"following:{key_date.id}", "⏰")
    return text, (change, button(viewer.t, "button-stop", f"unfollow:{key_date.id}"))


def _next(upcoming: tuple[Upcoming, ...], viewer: ViewContext) -> Iterable[Html]:
    """Say when the next reminder comes, and until when it was put off."""
    for one in upcoming[:1]:
        if not is_snooze(one):
            yield viewer.t("reminders-next", at=say.instant(one.due_at, viewer))
    for one in filter(is_snooze, upcoming):
        yield viewer.t("reminders-snoozed", at=say.instant(one.due_at, viewer))
    if not upcoming:
        yield viewer.t("reminders-no-next")


def is_snooze(upcoming: Upcoming) -> bool:
    """Whether a reader asked for this one by putting another off."""
    return upcoming.lead.startswith(SNOOZE)


def _topic_entry(subscription: Subscription, viewer: ViewContext) -> tuple[Html, tuple[Button, ...]]:
    name = _topic_name(subscription, viewer)
    change = named(name, f"topic:{subscription.id}", "⏰")
    return bold(name), (change, button(viewer.t, "button-stop", f"drop:{subscription.id}"))


def _topic_name(subscription: Subscription, viewer: ViewContext) -> str:
    if subscription.topic == EVERYTHING:
        return plain(viewer.t("topic-everything"))
    return plain(viewer.t("topic-label", topic=subscription.topic))
