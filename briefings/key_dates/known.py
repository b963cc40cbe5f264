"""The key dates that a briefing may tell of too: those near its day, as they are told in each language."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.key_dates.matching import Event
from briefings.key_dates.queries import EVIDENT
from briefings.text import Language
from db.tables import BriefingRow, KeyDateRow, ReportedDateRow

REACH = timedelta(days=400)
"""How far apart two dates may lie and still be reports of the same event."""
AHEAD = ("planned", "moved")


@dataclass(frozen=True, slots=True)
class Known:
    """A key date, and an event for each way in which it is told."""

    row: KeyDateRow
    events: tuple[Event, ...]

    def comparable(self, language: Language) -> tuple[Event, ...]:
        """Return what to compare something with: how it is told in the same language decides, where it is."""
        return tuple(event for event in self.events if event.language == language) or self.events


async def near(session: AsyncSession, event: Event) -> list[Known]:
    """Return the key dates that an event may be compared with, the oldest first; on other days only in its language."""
    near_by = and_(
        KeyDateRow.status.in_(AHEAD), KeyDateRow.first >= event.first - REACH, KeyDateRow.first <= event.last + REACH
    )
    reports = await _reports(session, near_by, or_(_overlaps(event), BriefingRow.language == event.language))
    rows = await session.scalars(select(KeyDateRow).where(near_by).order_by(KeyDateRow.id))
    return [Known(row, _events(row, reports[row.id])) for row in rows]


async def texts_to_compare(session: AsyncSession, events: Sequence[Event]) -> set[str]:
    """Return the texts, of these events and of known ones in other languages, whose cosines tell what is one event."""
    texts: set[str] = set()
    for event in events:
        on_the_day = (KeyDateRow.status.in_(AHEAD), _overlaps(event), BriefingRow.language != event.language)
        others = {other.report.text for reports in (await _reports(session, *on_the_day)).values() for other in reports}
        texts |= others | {event.report.text} if others else set()
    return texts


def _overlaps(event: Event) -> ColumnElement[bool]:
    return and_(KeyDateRow.first <= event.last, KeyDateRow.last >= event.first)


def _events(row: KeyDateRow, reports: Sequence[Event]) -> tuple[Event, ...]:
    """Return each way of telling it once, the name that it was given first among them."""
    given = Event(row.name, row.place, row.first, row.last, row.language, instant=row.instant)
    is_reported = any((one.name, one.language) == (given.name, given.language) for one in reports)
    return tuple(dict.fromkeys(reports if is_reported else (given, *reports)))


async def _reports(session: AsyncSession, *where: ColumnElement[bool]) -> defaultdict[int, list[Event]]:
    """Return what published briefings tell of the key dates that are looked for, by their number."""
    telling = (
        select(ReportedDateRow.name, ReportedDateRow.place, ReportedDateRow.quote, BriefingRow.language, KeyDateRow)
        .join(BriefingRow, BriefingRow.id == ReportedDateRow.briefing_id)
        .join(KeyDateRow, KeyDateRow.id == ReportedDateRow.key_date_id)
        .where(*where, ReportedDateRow.state.in_(EVIDENT), BriefingRow.status == "published")
        .order_by(ReportedDateRow.id)
    )
    found: defaultdict[int, list[Event]] = defaultdict(list)
    for name, place, quote, language, row in await session.execute(telling):
        found[row.id].append(Event(name, place, row.first, row.last, language, quote, row.instant))
    return found
