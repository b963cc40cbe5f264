"""How the bot is used, counted in the database."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, distinct, func, select

from db.database import Database
from db.tables import BriefingRow, FollowingRow, KeyDateRow, LedgerRow, ReaderRow, ReportedDateRow, UnansweredRow


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts as they are now; `sent` and `failed` as far back as the ledger keeps its rows."""

    published: int
    drafts: int
    dates_ahead: int
    conflicts: int
    readers: int
    unreachable: int
    followers: int
    owed: int
    sent: int
    failed: int
    unanswered: int


class Stats:
    """Counts what the house holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def figures(self, today: date) -> Figures:
        """Count everything; key dates that are not over on `today` lie ahead."""
        async with self._database.reading() as session:
            counts = {name: await session.scalar(query) or 0 for name, query in _queries(today).items()}
        return Figures(**counts)


def _queries(today: date) -> dict[str, Select[Any]]:
    ahead = KeyDateRow.status.in_(("planned", "moved")), KeyDateRow.last >= today
    return {
        "published": _count(BriefingRow, BriefingRow.status == "published"),
        "drafts": _count(BriefingRow, BriefingRow.status == "draft"),
        "dates_ahead": _count(KeyDateRow, *ahead),
        "conflicts": _count(ReportedDateRow, ReportedDateRow.state == "conflict"),
        "readers": _count(ReaderRow),
        "unreachable": _count(ReaderRow, ReaderRow.reachable.is_(False)),
        "followers": select(func.count(distinct(FollowingRow.chat_id))),
        "owed": _count(LedgerRow, LedgerRow.state.in_(("pending", "sending"))),
        "sent": _count(LedgerRow, LedgerRow.state == "sent"),
        "failed": _count(LedgerRow, LedgerRow.state.in_(("failed", "unknown"))),
        "unanswered": _count(UnansweredRow, UnansweredRow.dismissed.is_(False)),
    }


def _count(table: type[Any], *where: Any) -> Select[Any]:
    return select(func.count()).select_from(table).where(*where)
