"""Who must hear of it when a key date appears, changes or goes."""

from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession


class Planner(Protocol):
    """Keeps followers' messages right; called inside the transaction that made the change."""

    async def date_added(self, session: AsyncSession, key_date_id: int) -> None:
        """Plan for those who follow a topic or everything, or followed this date before it was withdrawn."""
        ...

    async def date_changed(self, session: AsyncSession, key_date_id: int) -> None:
        """Notify followers that it moved, was cancelled or restored, and replace their reminders."""
        ...

    async def date_joined(self, session: AsyncSession, key_date_id: int, into: int) -> None:
        """Let those who followed a key date follow the one that it is the same as; nobody is told of it."""
        ...

    async def date_parted(self, session: AsyncSession, key_date_id: int, from_: int) -> None:
        """Undo `date_joined`, the key date being its own again."""
        ...

    async def date_gone(self, session: AsyncSession, key_date_id: int) -> None:
        """Drop what was planned: no published briefing reports this date any longer."""
        ...
