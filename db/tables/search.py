"""The word index: our own stems, so that SQLite and PostgreSQL find the same."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class PostingRow(Base):
    """How often a stem stands in a passage; only published briefings are indexed."""

    __tablename__ = "postings"

    stem: Mapped[str] = mapped_column(String(64), primary_key=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True, index=True)
    count: Mapped[int]
