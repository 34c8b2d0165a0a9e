"""Voices, lessons, examples and silent drafts, and the way from a person to what they wrote."""

import sqlalchemy as sa
from alembic import op

from storage.rows import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "examples",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("example_id", sa.String(length=128), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_by", sa.String(length=128), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "example_id", "version", name=op.f("pk_examples")),
    )
    op.create_table(
        "learning_resets",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("reset_id", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("undone_by", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "reset_id", name=op.f("pk_learning_resets")),
    )
    op.create_table(
        "lessons",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("draft_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("variant", sa.Text(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("dropped", sa.JSON(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("sent_words", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "draft_id", name=op.f("pk_lessons")),
    )
    op.create_index(op.f("ix_lessons_workspace_id_at"), "lessons", ["workspace_id", "at"])
    op.create_table(
        "shadow_turns",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("draft_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("message_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("asks", sa.Integer(), nullable=False),
        sa.Column("covered", sa.Integer(), nullable=False),
        sa.Column("agreeing", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Integer(), nullable=False),
        sa.Column("differing", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "draft_id", name=op.f("pk_shadow_turns")),
    )
    op.create_table(
        "voices",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("learned", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("since", Instant(), nullable=True),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_voices")),
    )
    op.create_index(
        op.f("ix_messages_workspace_id_author_id_sent_at"), "messages", ["workspace_id", "author_id", "sent_at"]
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_messages_workspace_id_author_id_sent_at"), table_name="messages")
    for table in ("voices", "shadow_turns", "lessons", "learning_resets", "examples"):
        op.drop_table(table)
