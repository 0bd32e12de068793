"""The first schema: forms, attempts and responses."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the three tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "quizgen_form",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quizgen_form"),
    )
    op.create_table(
        "quizgen_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_digest", sa.String(64), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("ask_confidence", sa.Boolean(), nullable=False),
        sa.Column("nickname", sa.String(40)),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("handed_in_at", moment),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quizgen_attempt"),
        sa.ForeignKeyConstraint(["form_id"], ["quizgen_form.id"], name="fk_quizgen_attempt_form_id"),
        sa.UniqueConstraint("token_digest", name="uq_quizgen_attempt_token_digest"),
    )
    op.create_index("ix_quizgen_attempt_form_id", "quizgen_attempt", ["form_id"])
    op.create_index("ix_quizgen_attempt_updated_at", "quizgen_attempt", ["updated_at"])
    op.create_table(
        "quizgen_response",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(200), nullable=False),
        sa.Column("response", sa.Text()),
        sa.Column("confidence", sa.String(16)),
        sa.Column("points", sa.Double()),
        sa.Column("answered_at", moment, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", name="pk_quizgen_response"),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["quizgen_attempt.id"], name="fk_quizgen_response_attempt_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop the three tables."""
    op.drop_table("quizgen_response")
    op.drop_table("quizgen_attempt")
    op.drop_table("quizgen_form")
