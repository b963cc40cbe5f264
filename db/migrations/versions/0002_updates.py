"""updates are stored before they are acknowledged."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OPEN = sa.text("state IN ('waiting', 'working')")
ENDED = sa.text("state NOT IN ('waiting', 'working')")


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "updates",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("queue", sa.BigInteger(), nullable=True),
        sa.Column("person", sa.BigInteger(), nullable=True),
        sa.Column("lane", sa.String(length=8), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("owner", sa.String(length=40), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_updates")),
    )
    for name, columns, where in (
        ("ix_updates_open", ["round", "id"], OPEN),
        ("ix_updates_queue", ["queue", "id"], OPEN),
        ("ix_updates_ended", ["received_at"], ENDED),
    ):
        op.create_index(name, "updates", columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Take the schema back; updates that wait are lost."""
    op.drop_table("updates")
