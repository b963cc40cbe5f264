"""What lies ahead, what has passed, and one key date with its evidence."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bot.locales import Texts
from bot.ui import dates as say
from bot.ui.buttons import button, named, pager, pages_of
from bot.ui.evidence import marked_mention, moved_by_hand, proof, source, stale_warning
from bot.ui.key_date_lines import day_line, entry, is_followable
from bot.ui.key_date_names import name_of, place_of
from bot.ui.markup import Html, bold, join
from bot.ui.message import Button, Keyboard, Message
from bot.ui.view_context import ViewContext
from briefings.key_dates.agreement import is_same
from briefings.model.key_date import Change, Evidence, KeyDate, KeyDatePage

Side = Literal["ahead", "past"]
PAGE_SIZE = 5
MOST_EVIDENCE = 3
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the lists a key date was opened, to go back to."""

    side: Side
    page: int


def key_date_list(
    page: KeyDatePage, side: Side, number: int, followed: Collection[int], viewer: ViewContext
) -> Message:
    """Show a page of what lies ahead or has passed; pages count from 0."""
    lines = [entry(key_date, viewer) for key_date in page.dates]
    empty = "" if lines else viewer.t(f"dates-none-{side}")
    rows = [_row(key_date, Place(side, number), followed, viewer) for key_date in page.dates]
    turning = pager(f"dates:{side}", number, pages_of(page.total, PAGE_SIZE))
    text = join([viewer.t(f"dates-{side}"), empty, *lines], GAP)
    return Message(text, (*rows, *((turning,) if turning else ()), _other_lists(side, viewer)))


def key_date_view(
    key_date: KeyDate,
    changes: tuple[Change, ...],
    followed: Collection[int],
    viewer: ViewContext,
    desk: Keyboard = (),
    back: Place | None = None,
) -> Message:
    """Show a key date with its evidence and how it moved; `desk` are the rows that only editors get."""
    parts = [
        join(
            [
                bold(f"🗓 {name_of(key_date, viewer.t)}"),
                _standing(key_date, viewer),
                _was(key_date, changes, viewer),
                moved_by_hand(key_date, viewer),
                _place(key_date, viewer),
            ]
        ),
        *_evidence(key_date, viewer),
    ]
    text = join(parts, GAP)
    return Message(text, (*_reader_rows(key_date, followed, viewer), *desk, *_back(back, viewer)))


def key_date_gone(viewer: ViewContext) -> Message:
    """Say kindly that no briefing tells this date any longer."""
    return Message(viewer.t("date-gone"), ((button(viewer.t, "button-dates", "dates:ahead:0"),),))


def desk_buttons(key_date_id: int, t: Texts) -> tuple[Button, ...]:
    """Return the row that editors get below a key date: move it, cancel it, see what was delivered."""
    return (
        button(t, "button-move", f"movedate:{key_date_id}"),
        button(t, "button-cancel-date", f"canceldate:{key_date_id}"),
        button(t, "button-delivery", f"delivery:{key_date_id}"),
    )


def _row(key_date: KeyDate, place: Place, followed: Collection[int], viewer: ViewContext) -> tuple[Button, ...]:
    """Return the row of one entry: open it, and be reminded of it."""
    opening = named(name_of(key_date, viewer.t), f"date:{key_date.id}:{place.side}:{place.page}")
    if not is_followable(key_date, viewer):
        return (opening,)
    if key_date.id in followed:
        return opening, button(viewer.t, "button-following-short", f"following:{key_date.id}")
    return opening, button(viewer.t, "button-remind", f"remind:{key_date.id}")


def _other_lists(side: Side, viewer: ViewContext) -> tuple[Button, ...]:
    other = "past" if side == "ahead" else "ahead"
    elsewhere = button(viewer.t, f"button-{other}", f"dates:{other}:0")
    return elsewhere, button(viewer.t, "button-timeline", "timeline:0")


def _standing(key_date: KeyDate, viewer: ViewContext) -> Html:
    return viewer.t("date-withdrawn") if key_date.status == "withdrawn" else day_line(key_date, viewer)


def _was(key_date: KeyDate, changes: tuple[Change, ...], viewer: ViewContext) -> Html:
    """Say where a moved date stood before."""
    before = next((change.old for change in changes if not is_same(change.old, key_date.when)), None)
    if key_date.status != "moved" or before is None:
        return Html("")
    return viewer.t("date-moved", day=say.day(before, viewer))


def _place(key_date: KeyDate, viewer: ViewContext) -> Html:
    place = place_of(key_date, viewer.t)
    return viewer.t("date-place", place=place) if place else Html("")


def _evidence(key_date: KeyDate, viewer: ViewContext) -> list[Html]:
    """Return the newest proofs, the words that name the time in bold; how many more there are."""
    told = key_date.proofs[:MOST_EVIDENCE]
    left = len(key_date.proofs) - len(told)
    more = viewer.t("more-evidence", count=left) if left else Html("")
    return [*(_proof(evidence, viewer) for evidence in told), more]


def _proof(evidence: Evidence, viewer: ViewContext) -> Html:
    if not evidence.quote:
        return join([viewer.t("date-by-editor"), source(evidence.briefing, viewer)])
    return join([proof(marked_mention(evidence), evidence.briefing, viewer), stale_warning(evidence.briefing, viewer)])


def _reader_rows(key_date: KeyDate, followed: Collection[int], viewer: ViewContext) -> Keyboard:
    if not is_followable(key_date, viewer):
        return ()
    calendar = button(viewer.t, "button-calendar", f"calendar:{key_date.id}")
    if key_date.id not in followed:
        return (button(viewer.t, "button-remind", f"remind:{key_date.id}"),), (calendar,)
    change = button(viewer.t, "button-change-leads", f"following:{key_date.id}")
    return (change, button(viewer.t, "button-stop", f"unfollow:{key_date.id}")), (calendar,)


def _back(back: Place | None, viewer: ViewContext) -> Keyboard:
    return ((button(viewer.t, "back", f"dates:{back.side}:{back.page}"),),) if back else ()
