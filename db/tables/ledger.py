"""The ledger: one row for each message the bot owes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, BigId, UtcDateTime


class LedgerRow(Base):
    """A message owed, from pending to its end."""

    __tablename__ = "ledger"
    __table_args__ = (
        Index("uq_ledger_owed", "chat_id", "kind", "subject", "occurrence", unique=True),
        Index("ix_ledger_state_due_at", "state", "due_at"),
        Index("ix_ledger_subject_state", "subject", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    """reminder, moved, cancelled, digest, broadcast, correction"""
    subject: Mapped[str] = mapped_column(String(64))
    occurrence: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(10))
    """pending, sending, sent, dropped, failed, unknown"""
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    useless_after: Mapped[datetime | None] = mapped_column(UtcDateTime)
    payload: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    attempts: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(String(40))
    leased_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """in real time, whatever the rehearsal clock says"""
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    late: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None] = mapped_column(Text)
