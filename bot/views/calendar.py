"""Key dates as a calendar file that phones open."""

from collections.abc import Iterable
from datetime import datetime

from bot.locales import texts
from bot.views.evidence import moved_by_hand, source
from bot.views.ics import Event, calendar_file
from bot.views.markup import plain
from bot.views.moment import Moment
from briefings.key_dates.key_date import KeyDate
from briefings.language import Language

FILE_NAME = "key-dates.ics"


def calendar(key_dates: Iterable[KeyDate], moment: Moment) -> bytes:
    """Write the key dates as a calendar; cancelled ones stay in it as cancelled."""
    return calendar_file(plain(moment.t("calendar-name")), (_event(one, moment) for one in key_dates), moment.now)


def feed(key_dates: Iterable[KeyDate], now: datetime, language: Language = "en") -> str:
    """Write the calendar that anybody may subscribe to; `now` is aware."""
    return calendar(key_dates, Moment(texts(language), now, "UTC")).decode()


def _event(key_date: KeyDate, moment: Moment) -> Event:
    newest = next(iter(key_date.proofs), None)
    by_hand = plain(moved_by_hand(key_date, moment))
    told = f"{newest.quote}\n{plain(source(newest.briefing, moment))}" if newest else ""
    return Event(
        uid=f"key-date-{key_date.id}@briefings-bot",
        revision=key_date.revision,
        name=key_date.name,
        first=key_date.when.first,
        last=key_date.when.last,
        instant=key_date.when.instant,
        status="CANCELLED" if key_date.status in ("cancelled", "withdrawn") else "CONFIRMED",
        description=f"{by_hand}\n{told}".strip(),
        place=key_date.place or "",
        url=(newest.briefing.url or "") if newest else "",
    )
