"""A small world of key dates and readers, with the services that keep promises to them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from briefings.key_dates.service import KeyDates
from briefings.model.briefing import When
from briefings.model.reader import Defaults
from briefings.notices.digests import Digests, plan_next
from briefings.notices.reminders import ReminderPlanner, Snoozing, Subscriptions
from briefings.outbox.ledger import Ledger
from briefings.readers.readers import Readers
from db.database import Database
from db.tables import BriefingRow, KeyDateRow, LedgerRow, ReportedDateRow

DEFAULTS = Defaults(
    language="en",
    zone="Asia/Almaty",
    reminder_time=time(9),
    leads=(timedelta(days=7), timedelta(days=1), timedelta(0)),
)


@dataclass
class World:
    """Services on one database, and short ways to set a scene and to look at the ledger."""

    database: Database
    clock: Any
    defaults: Defaults = DEFAULTS
    fingerprints: int = field(default=0)

    def __post_init__(self) -> None:
        common = (self.database, self.clock, self.defaults)
        self.people = Readers(*common)
        self.following = Subscriptions(*common)
        self.snoozing = Snoozing(*common)
        self.digests = Digests(*common)
        self.planner = ReminderPlanner(self.clock, self.defaults)
        self.key_dates = KeyDates(self.database, self.clock, self.planner)
        self.ledger = self.copy("one")

    def copy(self, owner: str, lease: timedelta = timedelta(minutes=1)) -> Ledger:
        """Give the ledger as another copy of the bot holds it."""
        return Ledger(self.database, self.clock, self.defaults, owner, lease, (plan_next(self.defaults),))

    async def load(self, name: str, when: When, quote: str = "", language: str = "en") -> int:
        """Publish a briefing that tells one key date, under its name; return the key date's id."""
        now = self.clock.now()
        self.fingerprints += 1
        async with self.database.writing() as session:
            briefing = BriefingRow(
                status="published",
                title=name,
                language=language,
                text=quote,
                summary=[],
                fingerprint=str(self.fingerprints),
                loaded_at=now,
                live_at=now,
            )
            key_date = KeyDateRow(name=name, language=language, status="planned", created_at=now, updated_at=now)
            for row in (briefing, key_date):
                session.add(row)
            told = ReportedDateRow(state="told", name=name, planned=True, quote=quote, mention="")
            for row in (key_date, told):
                row.value, row.first, row.last = when.value, when.first, when.last
                row.precision, row.instant, row.zone = when.precision, when.instant, when.zone
            await session.flush()
            told.briefing_id, told.key_date_id = briefing.id, key_date.id
            session.add(told)
            await session.flush()
            await self.planner.date_added(session, key_date.id)
            return key_date.id

    async def rows(self, *where: Any) -> list[LedgerRow]:
        """Look at the ledger, in the order in which messages fall due."""
        async with self.database.reading() as session:
            rows = sa.select(LedgerRow).where(*where).order_by(LedgerRow.due_at, LedgerRow.id)
            return list(await session.scalars(rows))

    async def pending(self, chat_id: int) -> list[tuple[str, str, str]]:
        """Tell what a chat is owed: kind, occurrence, and when by its own clock."""
        zone = (await self.people.settings(chat_id)).habits().zone
        rows = await self.rows(LedgerRow.chat_id == chat_id, LedgerRow.state == "pending")
        return [(row.kind, row.occurrence, local(row.due_at, zone)) for row in rows]

    async def subjects(self, chat_id: int) -> list[str]:
        """Tell what a chat is owed messages about, in the order in which they fall due."""
        rows = await self.rows(LedgerRow.chat_id == chat_id, LedgerRow.state == "pending")
        return [row.subject for row in rows]


def local(instant: datetime, zone: str) -> str:
    """Write an instant as clocks in a zone show it."""
    return instant.astimezone(ZoneInfo(zone)).strftime("%m-%d %H:%M")


def day(text: str) -> When:
    """A key date that lasts one day."""
    return When(text, date.fromisoformat(text), date.fromisoformat(text), "day")


@pytest.fixture
def world(database: Database, clock: Any) -> World:
    """Open the services."""
    return World(database, clock)


@pytest.fixture
def election() -> When:
    """The day that most tests are about."""
    return day("2019-06-09")


@pytest.fixture
def make_world() -> Callable[[Database, Any], World]:
    """Open the services on a database of the test's own making."""
    return World
