"""What lies ahead, what has passed, and one key date with its evidence."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bot.views import when as say
from bot.views.buttons import NAME_LIMIT, button, named, pager, pages_of
from bot.views.evidence import marked_mention, moved_by_hand, proof, source, stale_warning
from bot.views.markup import Html, bold, join, shorten
from bot.views.message import Button, Keyboard, Message
from bot.views.moment import Moment
from briefings.key_dates.agreement import is_same
from briefings.key_dates.key_date import Change, Evidence, KeyDate, KeyDatePage

Side = Literal["ahead", "past"]
PAGE_SIZE = 5
MOST_EVIDENCE = 3
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the lists a key date was opened, to go back to."""

    side: Side
    page: int


def key_date_list(page: KeyDatePage, side: Side, number: int, followed: Collection[int], moment: Moment) -> Message:
    """Show a page of what lies ahead or has passed; pages count from 0."""
    lines = [entry(key_date, moment) for key_date in page.dates]
    empty = "" if lines else moment.t(f"dates-none-{side}")
    rows = [_row(key_date, Place(side, number), followed, moment) for key_date in page.dates]
    turning = pager(f"dates:{side}", number, pages_of(page.total, PAGE_SIZE))
    text = join([moment.t(f"dates-{side}"), empty, *lines], GAP)
    return Message(text, (*rows, *((turning,) if turning else ()), _other_lists(side, moment)))


def entry(key_date: KeyDate, moment: Moment) -> Html:
    """Return a key date in two lines: name and status, day and distance."""
    status = moment.t(f"status-{key_date.status}") if key_date.status in ("moved", "cancelled") else ""
    return join([join([bold(key_date.name), status], " · "), say.told(key_date.when, moment)])


def key_date_view(
    key_date: KeyDate,
    changes: tuple[Change, ...],
    followed: Collection[int],
    moment: Moment,
    desk: Keyboard = (),
    back: Place | None = None,
) -> Message:
    """Show a key date with its evidence and how it moved; `desk` are the rows that only editors get."""
    parts = [
        join(
            [
                bold(f"🗓 {key_date.name}"),
                _standing(key_date, moment),
                _was(key_date, changes, moment),
                moved_by_hand(key_date, moment),
                _place(key_date, moment),
            ]
        ),
        *_evidence(key_date, moment),
    ]
    text = join(parts, GAP)
    return Message(text, (*_reader_rows(key_date, followed, moment), *desk, *_back(back, moment)))


def key_date_gone(moment: Moment) -> Message:
    """Say kindly that no briefing tells this date any longer."""
    return Message(moment.t("date-gone"), ((button(moment.t, "button-dates", "dates:ahead:0"),),))


def is_followable(key_date: KeyDate, moment: Moment) -> bool:
    """Whether there is still something to be reminded of."""
    return key_date.status in ("planned", "moved") and not say.is_over(key_date.when, moment)


def reminder_button(key_date: KeyDate, followed: Collection[int], moment: Moment) -> Button | None:
    """Return the button to be reminded of this one among several; None where it is over or cancelled."""
    if not is_followable(key_date, moment):
        return None
    if key_date.id in followed:
        return named(key_date.name, f"date:{key_date.id}", "✅")
    return button(moment.t, "button-remind-of", f"remind:{key_date.id}", name=shorten(key_date.name, NAME_LIMIT))


def _row(key_date: KeyDate, place: Place, followed: Collection[int], moment: Moment) -> tuple[Button, ...]:
    """Return the row of one entry: open it, and be reminded of it."""
    opening = named(key_date.name, f"date:{key_date.id}:{place.side}:{place.page}")
    if not is_followable(key_date, moment):
        return (opening,)
    if key_date.id in followed:
        return opening, button(moment.t, "button-following-short", f"following:{key_date.id}")
    return opening, button(moment.t, "button-remind", f"remind:{key_date.id}")


def _other_lists(side: Side, moment: Moment) -> tuple[Button, ...]:
    other = "past" if side == "ahead" else "ahead"
    elsewhere = button(moment.t, f"button-{other}", f"dates:{other}:0")
    return elsewhere, button(moment.t, "button-timeline", "timeline:0")


def _standing(key_date: KeyDate, moment: Moment) -> Html:
    if key_date.status == "cancelled":
        return moment.t("date-cancelled", day=say.day(key_date.when, moment))
    if key_date.status == "withdrawn":
        return moment.t("date-withdrawn")
    return say.told(key_date.when, moment)


def _was(key_date: KeyDate, changes: tuple[Change, ...], moment: Moment) -> Html:
    """Say where a moved date stood before."""
    before = next((change.old for change in changes if not is_same(change.old, key_date.when)), None)
    if key_date.status != "moved" or before is None:
        return Html("")
    return moment.t("date-moved", day=say.day(before, moment))


def _place(key_date: KeyDate, moment: Moment) -> Html:
    return moment.t("date-place", place=key_date.place) if key_date.place else Html("")


def _evidence(key_date: KeyDate, moment: Moment) -> list[Html]:
    """Return the newest proofs, the words that name the time in bold; how many more there are."""
    told = key_date.proofs[:MOST_EVIDENCE]
    left = len(key_date.proofs) - len(told)
    more = moment.t("more-evidence", count=left) if left else Html("")
    return [*(_proof(evidence, moment) for evidence in told), more]


def _proof(evidence: Evidence, moment: Moment) -> Html:
    if not evidence.quote:
        return join([moment.t("date-by-editor"), source(evidence.briefing, moment)])
    return join([proof(marked_mention(evidence), evidence.briefing, moment), stale_warning(evidence.briefing, moment)])


def _reader_rows(key_date: KeyDate, followed: Collection[int], moment: Moment) -> Keyboard:
    if not is_followable(key_date, moment):
        return ()
    calendar = button(moment.t, "button-calendar", f"calendar:{key_date.id}")
    if key_date.id not in followed:
        return (button(moment.t, "button-remind", f"remind:{key_date.id}"),), (calendar,)
    change = button(moment.t, "button-change-leads", f"following:{key_date.id}")
    return (change, button(moment.t, "button-stop", f"unfollow:{key_date.id}")), (calendar,)


def _back(back: Place | None, moment: Moment) -> Keyboard:
    return ((button(moment.t, "back", f"dates:{back.side}:{back.page}"),),) if back else ()
