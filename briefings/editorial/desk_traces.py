"""What is kept of a person who works at the desk: a name among the editors, and a number beside whatever they did."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from db.tables import AuditRow, BriefingRow, EditorRow, KeyDateChangeRow, ReportedDateRow, SameDateQuestionRow

FORMER = 0
"""Stands where the number of somebody who was forgotten stood: nobody's on Telegram; None is the command line."""
NUMBERS: tuple[InstrumentedAttribute[Any], ...] = (
    AuditRow.actor,
    BriefingRow.loaded_by,
    ReportedDateRow.added_by,
    KeyDateChangeRow.by,
    SameDateQuestionRow.answered_by,
    EditorRow.appointed_by,
)
"""Every column that says who did something."""


def subject_of(user_id: int) -> str:
    """Return how the audit names an editor that something was done to."""
    return f"editor:{user_id}"


async def traces_of(session: AsyncSession, user_id: int) -> dict[str, Any] | None:
    """Return all that is kept about somebody's work at the desk, as plain values; None when there is nothing."""
    editor = await session.get(EditorRow, user_id)
    audit = select(AuditRow.at, AuditRow.action, AuditRow.subject).where(
        (AuditRow.actor == user_id) | (AuditRow.subject == subject_of(user_id))
    )
    deeds = [row._asdict() for row in await session.execute(audit.order_by(AuditRow.at, AuditRow.id))]
    loaded = list(await session.scalars(select(BriefingRow.id).where(BriefingRow.loaded_by == user_id)))
    if editor is None and not deeds and not loaded:
        return None
    return {
        "name": editor.name if editor else None,
        "number": user_id,
        "editor since": editor.appointed_at if editor else None,
        "appointed by": editor.appointed_by if editor else None,
        "briefings loaded": loaded,
        "actions": deeds,
    }


async def forget_traces(session: AsyncSession, user_id: int) -> None:
    """Keep what somebody did at the desk, but not who it was."""
    for column in NUMBERS:
        await session.execute(update(column.class_).where(column == user_id).values({column: FORMER}))
    named = AuditRow.subject == subject_of(user_id)
    await session.execute(update(AuditRow).where(named).values(subject=subject_of(FORMER)))
