"""Who did what to what, and when: kept with the change itself, in the same transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.tables import AuditRow


def record(
    session: AsyncSession, at: datetime, actor: int | None, action: str, subject: str, detail: Any = None
) -> None:
    """Note an action; `actor` is a user id, or None for the command line."""
    session.add(AuditRow(at=at, actor=actor, action=action, subject=subject, detail=detail))
