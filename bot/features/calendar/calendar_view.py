"""Key dates as a calendar file that phones open."""

from collections.abc import Iterable

from bot.features.calendar.ics import Event, calendar_file
from bot.ui.evidence import moved_by_hand, source
from bot.ui.key_date_names import name_of, place_of
from bot.ui.markup import plain
from bot.ui.view_context import ViewContext
from briefings.model.key_date import KeyDate

FILE_NAME = "key-dates.ics"


def calendar(key_dates: Iterable[KeyDate], viewer: ViewContext) -> bytes:
    """Write the key dates as a calendar; cancelled ones stay in it as cancelled."""
    return calendar_file(plain(viewer.t("calendar-name")), (_event(one, viewer) for one in key_dates), viewer.now)


def _event(key_date: KeyDate, viewer: ViewContext) -> Event:
    newest = key_date.proof(viewer.language)
    by_hand = plain(moved_by_hand(key_date, viewer))
    told = f"{newest.quote}\n{plain(source(newest.briefing, viewer))}" if newest else ""
    return Event(
        uid=f"key-date-{key_date.id}@briefings-bot",
        revision=key_date.revision,
        name=name_of(key_date, viewer.t),
        first=key_date.when.first,
        last=key_date.when.last,
        instant=key_date.when.instant,
        status="CANCELLED" if key_date.status in ("cancelled", "withdrawn") else "CONFIRMED",
        description=f"{by_hand}\n{told}".strip(),
        place=place_of(key_date, viewer.t),
        url=(newest.briefing.url or "") if newest else "",
    )
