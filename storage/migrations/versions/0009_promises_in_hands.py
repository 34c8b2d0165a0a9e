"""Who was asked to take a promise over, what may have been its delivery, and by when a channel wants its customers
answered. The version before leaves all of it alone."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.add_column(sa.Column("offers", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("evidence_id", sa.String(length=128), server_default="", nullable=False))
    op.create_index(
        op.f("ix_promises_workspace_id_channel_id_thread_id"), "promises", ["workspace_id", "channel_id", "thread_id"]
    )
    with op.batch_alter_table("channels", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_minutes", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("channels", schema=None) as batch_op:
        batch_op.drop_column("answer_minutes")
    op.drop_index(op.f("ix_promises_workspace_id_channel_id_thread_id"), table_name="promises")
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.drop_column("evidence_id")
        batch_op.drop_column("offers")
