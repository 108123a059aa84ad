"""Count evidence from the records themselves

What stood in this table stands in the facts of each practice, from which the table in memory is
built (docs/decisions/005-search.md).
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Drop the evidence laid out in rows."""
    op.drop_table("practice_evidence")


def downgrade() -> None:
    """Make the table again, empty; publishing the practices filled it."""
    op.create_table(
        "practice_evidence",
        sa.Column("practice", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("row", sa.String(length=60), nullable=False),
        sa.Column("study", sa.String(length=200), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("log_ratio", sa.Double(), nullable=True),
        sa.Column("observations", sa.Integer(), nullable=False),
        sa.Column("crop_group", sa.Integer(), nullable=True),
        sa.Column("water", sa.String(length=14), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("climate", sa.String(length=3), nullable=True),
        sa.Column("soil", sa.String(length=3), nullable=True),
        sa.Column("land_use", sa.String(length=2), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("succeeded", sa.String(length=5), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice"],
            ["practice.number"],
            name=op.f("fk_practice_evidence_practice_practice"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("practice", "row", name=op.f("pk_practice_evidence")),
    )
    with op.batch_alter_table("practice_evidence", schema=None) as batch_op:
        batch_op.create_index("ix_practice_evidence_outcome", ["outcome"], unique=False)
