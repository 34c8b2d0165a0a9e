"""Promises and insights."""

import sqlalchemy as sa
from alembic import op

from storage.rows import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "insight_answers",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("insight_id", sa.String(length=128), nullable=False),
        sa.Column("answer_id", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("about_id", sa.String(length=128), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "insight_id", "answer_id", name=op.f("pk_insight_answers")),
    )
    op.create_table(
        "insight_routes",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("route_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("owner_id", sa.String(length=128), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "route_id", name=op.f("pk_insight_routes")),
    )
    op.create_table(
        "insights",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("insight_id", sa.String(length=128), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("customer_name", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("message_id", sa.String(length=128), nullable=False),
        sa.Column("route_channel_id", sa.String(length=128), nullable=False),
        sa.Column("owner_id", sa.String(length=128), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shared_message_id", sa.String(length=128), nullable=False),
        sa.Column("origin_workspace_id", sa.String(length=128), nullable=False),
        sa.Column("origin_insight_id", sa.String(length=128), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("is_from_customer", sa.Boolean(), nullable=False),
        sa.Column("sent_to_workspace_id", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "insight_id", name=op.f("pk_insights")),
    )
    with op.batch_alter_table("insights", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_insights_workspace_id_author_id"), ["workspace_id", "author_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_insights_workspace_id_number"), ["workspace_id", "number"], unique=True)
    op.create_table(
        "promise_changes",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("promise_id", sa.String(length=128), nullable=False),
        sa.Column("change_id", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "promise_id", "change_id", name=op.f("pk_promise_changes")),
    )
    op.create_table(
        "promises",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("promise_id", sa.String(length=128), nullable=False),
        sa.Column("owner_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("thread_id", sa.String(length=128), nullable=False),
        sa.Column("message_id", sa.String(length=128), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("customer_name", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("due_zone", sa.Text(), nullable=False),
        sa.Column("due_precision", sa.Text(), nullable=False),
        sa.Column("due_phrase", sa.Text(), nullable=False),
        sa.Column("due_version", sa.Integer(), nullable=False),
        sa.Column("dated_at", Instant(), nullable=True),
        sa.Column("known_due_at", Instant(), nullable=True),
        sa.Column("told", sa.String(length=128), nullable=False),
        sa.Column("lead_told_version", sa.Integer(), nullable=False),
        sa.Column("snoozed_until", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "promise_id", name=op.f("pk_promises")),
    )
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_promises_workspace_id_channel_id_message_id"),
            ["workspace_id", "channel_id", "message_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_promises_workspace_id_owner_id_state_due_at"),
            ["workspace_id", "owner_id", "state", "due_at"],
            unique=False,
        )


def downgrade() -> None:
    op.drop_table("promises")
    op.drop_table("promise_changes")
    op.drop_table("insights")
    op.drop_table("insight_routes")
    op.drop_table("insight_answers")
