"""Who may do what: owners appoint editors, editors load and publish."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.audit import record
from briefings.clock import Clock
from briefings.editorial.desk_traces import forget_traces, subject_of, traces_of
from db.database import Database
from db.tables import EditorRow


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who may load and publish."""

    user_id: int
    name: str


class Roles:
    """Owners come from the settings, editors from the database."""

    def __init__(self, database: Database, clock: Clock, owners: frozenset[int]) -> None:
        self._database = database
        self._clock = clock
        self._owners = owners

    def is_owner(self, user_id: int) -> bool:
        """Whether this person may appoint editors."""
        return user_id in self._owners

    async def is_editor(self, user_id: int) -> bool:
        """Whether this person may load and publish; owners may."""
        if self.is_owner(user_id):
            return True
        async with self._database.reading() as session:
            return await session.get(EditorRow, user_id) is not None

    async def editors(self) -> tuple[Editor, ...]:
        """Return the appointed editors by name."""
        async with self._database.reading() as session:
            rows = await session.scalars(select(EditorRow).order_by(EditorRow.name, EditorRow.user_id))
            return tuple(Editor(row.user_id, row.name) for row in rows)

    async def appoint(self, user_id: int, name: str, by: int) -> None:
        """Make somebody an editor; doing it again only renews the name."""
        now = self._clock.now()
        async with self._database.writing() as session:
            await session.merge(EditorRow(user_id=user_id, name=name, appointed_by=by, appointed_at=now))
            record(session, now, by, "appoint", subject_of(user_id))

    async def dismiss(self, user_id: int, by: int) -> bool:
        """Take the rights back and forget who this was; return whether this was an editor."""
        async with self._database.writing() as session:
            editors = delete(EditorRow).where(EditorRow.user_id == user_id).returning(EditorRow.user_id)
            gone = await session.scalar(editors)
            if gone is not None:
                record(session, self._clock.now(), by, "dismiss", subject_of(user_id))
                await self._forget(session, user_id)
        if gone is not None:
            await self._database.scrub()
        return gone is not None

    async def traces(self, user_id: int) -> dict[str, Any] | None:
        """Return what is kept of somebody's work at the desk, as plain values; None when there is nothing."""
        async with self._database.reading() as session:
            return await traces_of(session, user_id)

    async def forget(self, user_id: int) -> bool:
        """Forget who did what somebody did at the desk; return false, all as it was, while they still work there."""
        if await self.is_editor(user_id):
            return False
        async with self._database.writing() as session:
            await forget_traces(session, user_id)
        return True

    async def _forget(self, session: AsyncSession, user_id: int) -> None:
        """Owners are named in the settings: what they do keeps their number while they are."""
        if not self.is_owner(user_id):
            await session.flush()
            await forget_traces(session, user_id)
