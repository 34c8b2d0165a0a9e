"""Workspaces, people, secrets and the ledger."""

import sqlalchemy as sa
from alembic import op

from storage.rows import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "addresses",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.Text(), nullable=False),
        sa.Column("home_message_id", sa.Text(), nullable=False),
        sa.Column("wants_home", sa.Boolean(), nullable=False),
        sa.Column("is_reachable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_addresses")),
    )
    op.create_table(
        "audit",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("entry_id", sa.String(length=128), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "entry_id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_workspace_id_at"), ["workspace_id", "at"], unique=False)
    op.create_table(
        "channels",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("channel_id", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_enrolled", sa.Boolean(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.Column("has_customers", sa.Boolean(), nullable=False),
        sa.Column("is_paused", sa.Boolean(), nullable=False),
        sa.Column("team_id", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", name=op.f("pk_channels")),
    )
    op.create_table(
        "oauth_states",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("state_hash", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "state_hash", name=op.f("pk_oauth_states")),
    )
    with op.batch_alter_table("oauth_states", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_oauth_states_state_hash"), ["state_hash"], unique=True)
    op.create_table(
        "paces",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("pace", sa.String(length=128), nullable=False),
        sa.Column("free_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "pace", name=op.f("pk_paces")),
    )
    op.create_table(
        "people",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("checked_at", Instant(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("is_colleague", sa.Boolean(), nullable=False),
        sa.Column("is_guest", sa.Boolean(), nullable=False),
        sa.Column("is_app", sa.Boolean(), nullable=False),
        sa.Column("is_deactivated", sa.Boolean(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_people")),
    )
    op.create_table(
        "product_clock",
        sa.Column("clock_id", sa.Integer(), nullable=False),
        sa.Column("offset_ms", sa.BigInteger(), nullable=False),
        sa.Column("probed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("clock_id", name=op.f("pk_product_clock")),
    )
    op.create_table(
        "roles",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("person_id", sa.String(length=128), nullable=False),
        sa.Column("role", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", "role", name=op.f("pk_roles")),
    )
    op.create_table(
        "secrets",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("owner_id", sa.String(length=128), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("key_id", sa.String(length=128), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "owner_id", "name", name=op.f("pk_secrets")),
    )
    op.create_table(
        "work",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("work_id", sa.String(length=128), nullable=False),
        sa.Column("lane", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=128), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=128), nullable=False),
        sa.Column("hold_until", Instant(), nullable=False),
        sa.Column("owner", sa.String(length=128), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("pace", sa.String(length=128), nullable=False),
        sa.Column("sending_since", Instant(), nullable=True),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "work_id", name=op.f("pk_work")),
    )
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_work_state_due_at"), ["state", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_work_workspace_id_lane_key"), ["workspace_id", "lane", "key"], unique=True)
    op.create_table(
        "workspaces",
        sa.Column("workspace_id", sa.String(length=128), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("bot_person_id", sa.String(length=128), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("bot_app_id", sa.String(length=128), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("service_url", sa.Text(), nullable=False),
        sa.Column("company_id", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_workspaces")),
    )


def downgrade() -> None:
    op.drop_table("workspaces")
    op.drop_table("work")
    op.drop_table("secrets")
    op.drop_table("roles")
    op.drop_table("product_clock")
    op.drop_table("people")
    op.drop_table("paces")
    op.drop_table("oauth_states")
    op.drop_table("channels")
    op.drop_table("audit")
    op.drop_table("addresses")
