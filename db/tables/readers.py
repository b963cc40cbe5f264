"""Readers, what they follow and how they want to be told."""

from datetime import datetime, time

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, BigId, UtcDateTime


class ReaderRow(Base):
    """A person or group that chats with the bot; what is None follows the bot's defaults."""

    __tablename__ = "readers"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(10))
    """private, group or supergroup"""
    language: Mapped[str | None] = mapped_column(String(2))
    zone: Mapped[str | None] = mapped_column(String(64))
    reminder_time: Mapped[time | None]
    leads: Mapped[str | None] = mapped_column(String(120))
    """as in REMINDER_LEADS: 7d,1d,0d"""
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    digest: Mapped[str | None] = mapped_column(String(10))
    """daily, weekly or None"""
    reachable: Mapped[bool] = mapped_column(default=True)
    """False while the bot is blocked or out of the group; settings are kept for the return"""
    silent_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Telegram takes nothing of what we owe this chat before; in real time"""
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FollowingRow(Base):
    """One subscription: to a key date, to a topic, or to everything."""

    __tablename__ = "followings"
    __table_args__ = (
        Index(
            "uq_followings_date",
            "chat_id",
            "key_date_id",
            unique=True,
            sqlite_where=text("key_date_id IS NOT NULL"),
            postgresql_where=text("key_date_id IS NOT NULL"),
        ),
        Index(
            "uq_followings_topic",
            "chat_id",
            "topic",
            unique=True,
            sqlite_where=text("key_date_id IS NULL"),
            postgresql_where=text("key_date_id IS NULL"),
        ),
        Index("ix_followings_key_date_id", "key_date_id"),
        Index("ix_followings_topic", "topic"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("readers.chat_id", ondelete="CASCADE", onupdate="CASCADE"))
    key_date_id: Mapped[int | None] = mapped_column(ForeignKey("key_dates.id", ondelete="CASCADE"))
    topic: Mapped[str] = mapped_column(Text, default="")
    """empty for one key date; `*` for everything; else the reader's words"""
    leads: Mapped[str | None] = mapped_column(String(120))
    """None: the reader's own leads"""
    stopped: Mapped[bool] = mapped_column(default=False)
    """this one date is left out of a topic that is followed"""
    since: Mapped[datetime] = mapped_column(UtcDateTime)
