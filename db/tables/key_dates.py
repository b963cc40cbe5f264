"""Key dates, what each briefing tells of them, and how they moved."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from db.tables.base import Base, BigId, UtcDateTime


class When:
    """The columns that say when something happens."""

    value: Mapped[str] = mapped_column(String(40))
    """TIMEX3"""
    first: Mapped[date]
    last: Mapped[date]
    instant: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """where a time of day is told"""
    zone: Mapped[str | None] = mapped_column(String(64))
    """name of the zone that the time of day was told in"""
    precision: Mapped[str] = mapped_column(String(12))


class KeyDateRow(When, Base):
    """Something that happens on a date people care about."""

    __tablename__ = "key_dates"

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:  # noqa: N805 - SQLAlchemy calls it with the class
        """Dates are looked up by their day."""
        return (Index("ix_key_dates_first", "first"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    place: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(10))
    """planned, moved, cancelled, or withdrawn when no published briefing tells it any longer; past is the clock's"""
    revision: Mapped[int] = mapped_column(default=1)
    """counts up whenever the date moves or is cancelled"""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReportedDateRow(When, Base):
    """What one briefing tells of a date: proposed in a draft, evidence once published."""

    __tablename__ = "told_dates"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id", ondelete="CASCADE"), index=True)
    key_date_id: Mapped[int | None] = mapped_column(ForeignKey("key_dates.id", ondelete="SET NULL"), index=True)
    state: Mapped[str] = mapped_column(String(10))
    """proposed, offered (told, but not kept unless an editor takes it), left_out, told (it held when it was joined),
    conflict (another date for the same event, unsettled), overruled (it held until a newer date was taken),
    refused (an editor kept the date that was known)"""
    name: Mapped[str] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    planned: Mapped[bool]
    quote: Mapped[str] = mapped_column(Text)
    """the sentence that proves it, word for word; empty where an editor added the date without one"""
    mention: Mapped[str] = mapped_column(Text)
    """the words in the quote that name the time"""
    further_quotes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """other sentences of the briefing that tell the same"""
    added_by: Mapped[int | None] = mapped_column(BigInteger)
    """the editor who added it by hand"""


class SameDateQuestionRow(Base):
    """Whether two key dates are one: asked where what two languages tell is alike, but not surely the same."""

    __tablename__ = "same_date_questions"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key_date_id: Mapped[int] = mapped_column(ForeignKey("key_dates.id", ondelete="CASCADE"), index=True)
    """the newer one, which is withdrawn when they are the same"""
    other_id: Mapped[int] = mapped_column(ForeignKey("key_dates.id", ondelete="CASCADE"), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer: Mapped[str | None] = mapped_column(String(8))
    """same, another, or None while it is open"""
    answered_by: Mapped[int | None] = mapped_column(BigInteger)
    moved: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """ids of what was told of the newer one, and is told of the other since"""


class KeyDateChangeRow(Base):
    """One move or cancellation of a key date."""

    __tablename__ = "key_date_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key_date_id: Mapped[int] = mapped_column(ForeignKey("key_dates.id", ondelete="CASCADE"), index=True)
    revision: Mapped[int]
    """the revision that this change made"""
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[int | None] = mapped_column(BigInteger)
    change: Mapped[str] = mapped_column(String(10))
    """moved, cancelled or restored"""
    old_value: Mapped[str] = mapped_column(String(40))
    old_first: Mapped[date]
    old_last: Mapped[date]
    old_instant: Mapped[datetime | None] = mapped_column(UtcDateTime)
    old_precision: Mapped[str] = mapped_column(String(12))
    old_zone: Mapped[str | None] = mapped_column(String(64))
    briefing_id: Mapped[int | None] = mapped_column(ForeignKey("briefings.id", ondelete="SET NULL"))
    """the briefing that tells the change, where one does"""
