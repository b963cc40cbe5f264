"""A crowd that follows one key date, and the book of who got what."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.local.driver import LocalTelegram
from briefings.model.briefing import When
from briefings.model.reader import Defaults
from briefings.model.rows import set_when
from briefings.notices.reminders import ReminderPlanner
from db.database import Database
from db.migrate import migrate
from db.tables import BriefingRow, FollowingRow, KeyDateRow, LedgerRow, ReaderRow, ReportedDateRow

DEFAULTS = Defaults("en", "Asia/Almaty", time(9), (timedelta(0),))
PUBLISHED = datetime(2019, 5, 2, 6, tzinfo=UTC)
QUOTE = "The presidential election will be held on June 9."
FIRST = 500_001
ROWS_AT_ONCE = 1_000


class SetClock:
    """A clock that stands at the day of publication."""

    def now(self) -> datetime:
        return PUBLISHED

    def real_seconds(self, simulated: timedelta) -> float:
        return max(0.0, simulated.total_seconds())


@dataclass(frozen=True, slots=True)
class Crowd:
    """Followers of the election, whose reminder falls due on 9 June at nine in Almaty."""

    url: str
    key_date_id: int
    chats: range

    async def rows(self) -> list[LedgerRow]:
        """Look at their reminders."""
        database = Database(self.url)
        async with database.reading() as session:
            found = list(await session.scalars(sa.select(LedgerRow).order_by(LedgerRow.id)))
        await database.close()
        return found

    async def in_flight(self) -> list[int]:
        """Return the chats whose message was on its way when the bot ended."""
        return [row.chat_id for row in await self.rows() if row.state == "sending" and row.begun_at is not None]

    async def is_done(self) -> bool:
        """Whether nothing is owed any longer."""
        return all(row.state not in {"pending", "sending"} for row in await self.rows())


@pytest.fixture
def gather_crowd(telegram: LocalTelegram) -> Callable[[str, int], Awaitable[Crowd]]:
    """Let so many people follow the election, in the database at this address."""

    async def gather(url: str, count: int) -> Crowd:
        chats = range(FIRST, FIRST + count)
        for chat in chats:
            telegram.person(chat)
        database = Database(url)
        await migrate(database)
        async with database.writing() as session:
            key_date_id = await _tell_election(session)
            for start in range(0, count, ROWS_AT_ONCE):
                await _follow(session, key_date_id, chats[start : start + ROWS_AT_ONCE])
            await ReminderPlanner(SetClock(), DEFAULTS).date_added(session, key_date_id)
        await database.close()
        return Crowd(url, key_date_id, chats)

    return gather


async def _tell_election(session: Any) -> int:
    when = When("2019-06-09", date(2019, 6, 9), date(2019, 6, 9), "day")
    briefing = BriefingRow(
        status="published", title="The election", language="en", published=date(2019, 5, 2), text=QUOTE,
        summary=[], fingerprint="1", loaded_at=PUBLISHED, live_at=PUBLISHED,
    )  # fmt: skip
    key_date = KeyDateRow(
        name="presidential election", language="en", status="planned", created_at=PUBLISHED, updated_at=PUBLISHED
    )
    told = ReportedDateRow(state="told", name=key_date.name, planned=True, quote=QUOTE, mention="June 9")
    set_when(key_date, when)
    set_when(told, when)
    session.add_all([briefing, key_date])
    await session.flush()
    told.briefing_id, told.key_date_id = briefing.id, key_date.id
    session.add(told)
    await session.flush()
    return key_date.id


async def _follow(session: Any, key_date_id: int, chats: range) -> None:
    readers = [{"chat_id": chat, "kind": "private", "seen_at": PUBLISHED, "reachable": True} for chat in chats]
    ways = [
        {"chat_id": chat, "key_date_id": key_date_id, "topic": "", "since": PUBLISHED, "stopped": False}
        for chat in chats
    ]
    await session.execute(sa.insert(ReaderRow), readers)
    await session.execute(sa.insert(FollowingRow), ways)
