"""What a playbook's sections mean, beside their words. The version before leaves both columns alone."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("playbook_sections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("vectors", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("vectors_by", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("playbook_sections", schema=None) as batch_op:
        batch_op.drop_column("vectors_by")
        batch_op.drop_column("vectors")
