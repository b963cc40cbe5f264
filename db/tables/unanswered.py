"""Questions that the briefings did not answer: what editors should load next."""

from datetime import date

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, BigId


class UnansweredRow(Base):
    """One question and how often it was asked; never by whom."""

    __tablename__ = "unanswered"
    __table_args__ = (
        Index("uq_unanswered_language_words", "language", "words", unique=True),
        Index("ix_unanswered_last_day", "last_day"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    question: Mapped[str] = mapped_column(Text)
    """as it was asked first"""
    words: Mapped[str] = mapped_column(String(300))
    """its words in small letters: what makes two questions the same"""
    language: Mapped[str] = mapped_column(String(2))
    first_day: Mapped[date]
    last_day: Mapped[date]
    count: Mapped[int] = mapped_column(default=1)
    dismissed: Mapped[bool] = mapped_column(default=False)
    """an editor put it aside; asked again, it stays there"""
