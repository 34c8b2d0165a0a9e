"""Threads, drafts and the playbook."""

import sqlalchemy as sa
from alembic import op

from storage.rows import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "approvals",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("approval_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("thread_id", sa.String(length=128), nullable=False),
        sa.Column("text_hash", sa.String(length=128), nullable=False),
        sa.Column("agent_id", sa.String(length=128), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "approval_id", name=op.f("pk_approvals")),
    )
    op.create_table(
        "customer_links",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("record_id", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_customer_links")),
    )
    op.create_table(
        "customers",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("record_id", sa.String(length=128), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("imported_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "record_id", name=op.f("pk_customers")),
    )
    op.create_table(
        "draft_cards",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("draft_id", sa.String(length=128), nullable=False),
        sa.Column("message_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "draft_id", "message_id", name=op.f("pk_draft_cards")),
    )
    op.create_table(
        "drafts",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("draft_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("thread_id", sa.String(length=128), nullable=False),
        sa.Column("basis_id", sa.String(length=128), nullable=False),
        sa.Column("basis_hash", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("guidance", sa.JSON(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("message_id", sa.String(length=128), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("sent_text", sa.Text(), nullable=False),
        sa.Column("dismiss_reason", sa.Text(), nullable=False),
        sa.Column("promise_id", sa.String(length=128), nullable=False),
        sa.Column("reply_to", sa.Text(), nullable=False),
        sa.Column("pressed_id", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "draft_id", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_drafts_workspace_id_channel_id_thread_id_basis_id_person_id"),
            ["workspace_id", "channel_id", "thread_id", "basis_id", "person_id"],
            unique=False,
        )
    op.create_table(
        "messages",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("message_id", sa.String(length=128), nullable=False),
        sa.Column("thread_id", sa.String(length=128), nullable=False),
        sa.Column("author_id", sa.String(length=128), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column("is_by_customer", sa.Boolean(), nullable=False),
        sa.Column("client_key", sa.String(length=128), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("draft_id", sa.String(length=128), nullable=False),
        sa.Column("calls_bot", sa.Boolean(), nullable=False),
        sa.Column("edited_at", Instant(), nullable=True),
        sa.Column("deleted_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "message_id", name=op.f("pk_messages")),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_messages_workspace_id_channel_id_thread_id_sent_at"),
            ["workspace_id", "channel_id", "thread_id", "sent_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_messages_workspace_id_client_key"), ["workspace_id", "client_key"], unique=True
        )
    op.create_table(
        "playbook_sections",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("section_id", sa.String(length=128), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("imported_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "section_id", name=op.f("pk_playbook_sections")),
    )
    op.create_table(
        "stock_replies",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("reply_id", sa.String(length=128), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("imported_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "reply_id", name=op.f("pk_stock_replies")),
    )
    op.create_table(
        "threads",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("thread_id", sa.String(length=128), nullable=False),
        sa.Column("customer_id", sa.String(length=128), nullable=False),
        sa.Column("customer_name", sa.Text(), nullable=False),
        sa.Column("record_id", sa.String(length=128), nullable=False),
        sa.Column("owner_id", sa.String(length=128), nullable=False),
        sa.Column("last_customer_at", Instant(), nullable=True),
        sa.Column("last_agent_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "thread_id", name=op.f("pk_threads")),
    )


def downgrade() -> None:
    op.drop_table("threads")
    op.drop_table("stock_replies")
    op.drop_table("playbook_sections")
    op.drop_table("messages")
    op.drop_table("drafts")
    op.drop_table("draft_cards")
    op.drop_table("customers")
    op.drop_table("customer_links")
    op.drop_table("approvals")
