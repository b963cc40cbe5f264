"""What Telegram sent: one row for each update, worked off in order, remembered for a while by its id alone."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, UtcDateTime

_OPEN = text("state IN ('waiting', 'working')")
_ENDED = text("state NOT IN ('waiting', 'working')")


class UpdateRow(Base):
    """An update, from waiting to its end."""

    __tablename__ = "updates"
    __table_args__ = (
        Index("ix_updates_open", "round", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_updates_queue", "queue", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_updates_ended", "received_at", sqlite_where=_ENDED, postgresql_where=_ENDED),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """Telegram's `update_id`"""
    queue: Mapped[int | None] = mapped_column(BigInteger)
    """the chat (or person) whose updates stay in order; None once it has ended"""
    person: Mapped[int | None] = mapped_column(BigInteger)
    """who caused it; None once it has ended"""
    lane: Mapped[str] = mapped_column(String(8))
    """quick, asking or loading: kinds of work that do not wait for each other"""
    round: Mapped[int] = mapped_column(BigInteger)
    """of each queue one update is taken in a round"""
    body: Mapped[str | None] = mapped_column(Text)
    """the update as JSON; None once it has ended"""
    state: Mapped[str] = mapped_column(String(8))
    """waiting, working, done, failed, shed"""
    attempts: Mapped[int] = mapped_column(default=0)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """in real time, as all instants here"""
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """the next attempt, after the database was away"""
    owner: Mapped[str | None] = mapped_column(String(40))
    """the copy of the bot that works on it"""
    leased_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
