"""What an agent adds to a draft, and whether its card was held back; what a customer wrote outside their thread; the
versions of playbook pages. The version before leaves all of it alone."""

import sqlalchemy as sa
from alembic import op

from storage.rows import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("given", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("style", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("offers", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("remedy", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("note", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("is_held", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("can_link", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_outside", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "page_versions",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("page_id", sa.String(length=128), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "page_id", "version", name=op.f("pk_page_versions")),
    )


def downgrade() -> None:
    op.drop_table("page_versions")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_column("is_outside")
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_column("can_link")
        batch_op.drop_column("is_held")
        batch_op.drop_column("note")
        batch_op.drop_column("remedy")
        batch_op.drop_column("offers")
        batch_op.drop_column("style")
        batch_op.drop_column("given")
