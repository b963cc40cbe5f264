"""Briefings and their passages."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base, BigId, UtcDateTime


class BriefingRow(Base):
    """An article that an editor loaded."""

    __tablename__ = "briefings"
    __table_args__ = (
        Index(
            "uq_briefings_live_fingerprint",
            "fingerprint",
            unique=True,
            sqlite_where=text("status IN ('draft', 'published')"),
            postgresql_where=text("status IN ('draft', 'published')"),
        ),
        Index("ix_briefings_status_published", "status", "published"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    status: Mapped[str] = mapped_column(String(10))
    """draft, published, retracted or discarded"""
    title: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    published: Mapped[date | None]
    """the day the article appeared at its source; None while nobody has told"""
    text: Mapped[str] = mapped_column(Text)
    summary: Mapped[list[Any]] = mapped_column(JSON)
    """[start, end] of each summary sentence in `text`"""
    fingerprint: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(default=1)
    loaded_by: Mapped[int | None] = mapped_column(BigInteger)
    loaded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    live_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """when an editor published it here"""
    retracted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    passages: Mapped[list["PassageRow"]] = relationship(
        back_populates="briefing", cascade="all, delete-orphan", passive_deletes=True, order_by="PassageRow.position"
    )


class PassageRow(Base):
    """A sentence of a briefing with its place in it: what is searched, read and quoted."""

    __tablename__ = "passages"
    __table_args__ = (Index("ix_passages_briefing_id_position", "briefing_id", "position", unique=True),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id", ondelete="CASCADE"))
    position: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    stem_count: Mapped[int]
    dates: Mapped[list[Any]] = mapped_column(JSON)
    """[start, end, value, first, last, precision] of each date mention in `text` that could be resolved"""
    vector: Mapped[bytes | None] = mapped_column(LargeBinary)
    """its meaning, as `briefings.answers.vectors` packs it"""

    briefing: Mapped[BriefingRow] = relationship(back_populates="passages")
