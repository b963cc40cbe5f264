"""Digests: at a reader's reminder time, daily or on Mondays, what is new and what lies ahead.

A digest is hardly ever too late: after an outage the one that fell due comes as soon as the bot is back, and tells all
since the one before; a regular one that would follow soon is left out.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.clock import Clock, today
from briefings.key_dates.queries import gather
from briefings.model.briefing import BriefingRef
from briefings.model.key_date import KeyDate
from briefings.model.reader import Defaults, quiet_of
from briefings.model.rows import ref_of
from briefings.notices.reminders.due_times import after_quiet, next_time
from briefings.notices.reminders.followers import profile_key
from briefings.outbox.enqueueing import Slot, enqueue_for_readers, take_back
from briefings.outbox.ledger import AfterEnded, Ended
from briefings.outbox.outbox_message import OutboxMessage
from db.database import Database
from db.tables import BriefingRow, KeyDateRow, LedgerRow, ReaderRow

SUBJECT = "digest"
PERIODS = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}
AHEAD = {"daily": timedelta(days=7), "weekly": timedelta(days=31)}
"""How far a digest looks ahead."""
LONGEST_SINCE = timedelta(days=31)
"""How far a digest looks back where the one before came long ago."""
FEWEST_BETWEEN = timedelta(hours=3)
"""How much later the next digest comes at the earliest."""
TOLD_AGAIN = timedelta(hours=1)
"""What came so shortly before a digest was sent may have come while it was written: the next one tells it again."""
WORTH_SENDING = timedelta(days=366)
"""How late a digest may come: later than any outage lasts."""
MOST_SHOWN = 10
MONDAY = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """What a digest tells: at most ten of each, the newest briefings and the nearest key dates first."""

    since: datetime
    new: tuple[BriefingRef, ...]
    ahead: tuple[KeyDate, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.new or self.ahead)


class Digests:
    """What digests hold, and when they come."""

    def __init__(self, database: Database, clock: Clock, defaults: Defaults) -> None:
        self._database = database
        self._clock = clock
        self._defaults = defaults

    async def contents(self, outgoing: OutboxMessage) -> Digest:
        """Return what a digest that is due now has to say: what came since the last one sent, and what lies ahead."""
        rhythm = outgoing.reader.digest or "daily"
        day = today(self._clock, outgoing.reader.zone)
        async with self._database.reading() as session:
            last = (await session.execute(_last_sent(outgoing))).first()
            before = max(last.due_at, last.sent_at - TOLD_AGAIN) if last else outgoing.due_at - PERIODS[rhythm]
            since = max(before, outgoing.due_at - LONGEST_SINCE)
            new = await session.scalars(_new_briefings(since))
            ahead = (await session.scalars(_dates_ahead(day, day + AHEAD[rhythm]))).all()
            return Digest(since, tuple(ref_of(row) for row in new), await gather(session, ahead))


def plan_next(defaults: Defaults) -> AfterEnded:
    """Return the hook that plans the next digest of everybody whose last one ended, sent or not."""

    async def plan(session: AsyncSession, now: datetime, ends: Sequence[Ended]) -> None:
        if digested := [ended.outgoing.chat_id for ended in ends if ended.outgoing.kind == "digest"]:
            await plan_digests(session, now + FEWEST_BETWEEN, defaults, digested)

    return plan


async def plan_digests(
    session: AsyncSession,
    now: datetime,
    defaults: Defaults,
    chats: Collection[int] | None = None,
    *,
    anew: bool = False,
) -> None:
    """Plan the next digest of those who want one and have none ahead; `anew` first drops those they have."""
    if anew:
        mine = [] if chats is None else [LedgerRow.chat_id.in_(chats)]
        await take_back(session, now, "planned anew", LedgerRow.kind == "digest", *mine)
    readers = _readers(chats)
    slots = [_slot(row, now, defaults) for row in await session.execute(_distinct(readers))]
    await enqueue_for_readers(session, readers, slots, "digest", SUBJECT)


def _readers(chats: Collection[int] | None) -> sa.Select[Any]:
    settings = (ReaderRow.digest, ReaderRow.zone, ReaderRow.reminder_time, ReaderRow.quiet_from, ReaderRow.quiet_to)
    outgoing = sa.exists().where(
        LedgerRow.chat_id == ReaderRow.chat_id, LedgerRow.kind == "digest", LedgerRow.state.in_(("pending", "sending"))
    )
    columns: tuple[Any, ...] = (ReaderRow.chat_id, profile_key(settings).label("key"), *settings)
    readers = sa.select(*columns)
    readers = readers.where(ReaderRow.digest.is_not(None), ReaderRow.reachable, ~outgoing)
    return readers if chats is None else readers.where(ReaderRow.chat_id.in_(chats))


def _distinct(readers: sa.Select[Any]) -> sa.Select[Any]:
    found = readers.subquery("found")
    return sa.select(*(column for name, column in found.c.items() if name != "chat_id")).distinct()


def _slot(row: Sequence[Any], now: datetime, defaults: Defaults) -> Slot:
    key, rhythm, zone, reminder_time, quiet_from, quiet_to = row
    zone = zone or defaults.zone
    weekday = MONDAY if rhythm == "weekly" else None
    due = next_time(now, reminder_time or defaults.reminder_time, zone, weekday=weekday)
    day = due.astimezone(ZoneInfo(zone)).date()
    due = after_quiet(due, quiet_of(quiet_from, quiet_to), zone)
    return Slot(key, day.isoformat(), due, due + WORTH_SENDING)


def _last_sent(outgoing: OutboxMessage) -> sa.Select[datetime, datetime | None]:
    """Find when the digest before was due and sent: what came between the two is said again, but never missed."""
    mine = (LedgerRow.chat_id == outgoing.chat_id, LedgerRow.kind == "digest", LedgerRow.state == "sent")
    return sa.select(LedgerRow.due_at, LedgerRow.sent_at).where(*mine).order_by(LedgerRow.due_at.desc()).limit(1)


def _new_briefings(since: datetime) -> sa.Select[BriefingRow]:
    rows = sa.select(BriefingRow).where(BriefingRow.status == "published", BriefingRow.live_at > since)
    return rows.order_by(BriefingRow.live_at.desc(), BriefingRow.id.desc()).limit(MOST_SHOWN)


def _dates_ahead(first: date, last: date) -> sa.Select[KeyDateRow]:
    rows = sa.select(KeyDateRow).where(KeyDateRow.status.in_(("planned", "moved")))
    within = rows.where(KeyDateRow.last >= first, KeyDateRow.first <= last)
    return within.order_by(KeyDateRow.first, KeyDateRow.id).limit(MOST_SHOWN)
