"""The ledger: one row for each message the bot owes; and the sending budget that copies of the bot share."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, BigId, UtcDateTime


def _partial(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


class LedgerRow(Base):
    """A message owed, from pending to its end."""

    __tablename__ = "ledger"
    __table_args__ = (
        Index("uq_ledger_owed", "chat_id", "kind", "subject", "occurrence", unique=True),
        Index("ix_ledger_subject_state", "subject", "state"),
        _partial("ix_ledger_pending", "bulk", "due_at", "id", where="state = 'pending'"),
        _partial("ix_ledger_sending", "leased_until", where="state = 'sending'"),
        _partial("ix_ledger_open", "chat_id", "due_at", where="state IN ('pending', 'sending')"),
        _partial("ix_ledger_ended", "due_at", where="state NOT IN ('pending', 'sending')"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    """answer (that could not be sent at once), reminder, moved, cancelled, restored, digest, broadcast, correction
    (taken back) or conflict (for editors)"""
    subject: Mapped[str] = mapped_column(String(64))
    """what it is about, such as `date:12`"""
    occurrence: Mapped[str] = mapped_column(String(64))
    """which time of that: `2:7d`, the reminder seven days before the second revision"""
    bulk: Mapped[bool] = mapped_column(default=False)
    """may wait until everything that is not bulk went out"""
    state: Mapped[str] = mapped_column(String(10))
    """pending, sending, sent, dropped, failed, unknown"""
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    useless_after: Mapped[datetime | None] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """the next attempt after a failed one; in real time"""
    payload: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0)
    """attempts of which nobody knows whether the message arrived"""
    owner: Mapped[str | None] = mapped_column(String(40))
    """the copy of the bot that holds the lease"""
    leased_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """in real time, whatever the rehearsal clock says"""
    begun_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """when the request went out under this lease; in real time; None: nothing was sent under it"""
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    late: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None] = mapped_column(Text)


class SendingBudgetRow(Base):
    """When the next message may go out, for all copies of the bot together; a single row."""

    __tablename__ = "sending_budget"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    free_at: Mapped[float]
    """seconds since 1970 by the database's own clock"""
