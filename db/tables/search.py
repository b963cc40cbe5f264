"""The word index, our own stems so that SQLite and PostgreSQL find the same, and what changed in it."""

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base

Stem = String(64).with_variant(String(64, collation="C"), "postgresql")
"""Compared by code point in both databases, so that a range of stems is the same."""


class PostingRow(Base):
    """How often a stem stands in a passage; only published briefings are indexed."""

    __tablename__ = "postings"

    stem: Mapped[str] = mapped_column(Stem, primary_key=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True, index=True)
    count: Mapped[int]


class IndexChangeRow(Base):
    """When the passages of a briefing were last indexed or removed, for the processes that keep vectors in memory.

    The row stays when the briefing goes: it tells that the passages are gone.
    """

    __tablename__ = "index_changes"

    briefing_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    revision: Mapped[int] = mapped_column(BigInteger, index=True)
