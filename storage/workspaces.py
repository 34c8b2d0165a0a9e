"""Workspaces (the isolation border), their channels and the audit log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.rows import Id, Row, new_id


class Workspace(Row):
    """A Slack team or a Teams tenant. `settings` holds what its admins may change; see `bot/workspace_settings.py`."""

    __tablename__ = "workspaces"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    platform: Mapped[str]
    name: Mapped[str]
    bot_person_id: Mapped[str] = mapped_column(Id)
    created_at: Mapped[datetime]
    bot_app_id: Mapped[str] = mapped_column(Id, default="")
    """The id with which our own posts are marked, so that the bot never reads itself."""
    settings: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    is_active: Mapped[bool] = mapped_column(default=True)
    service_url: Mapped[str] = mapped_column(default="")
    """Where the platform takes calls for this workspace, when it says so itself (Teams)."""
    company_id: Mapped[str] = mapped_column(Id, default="")
    """Workspaces of one company share it, and only they may hand anything over; empty stands alone."""


class Channel(Row):
    """A channel that a lead enrolled (`kind` shared or relay), or one that cards are routed to (internal)."""

    __tablename__ = "channels"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id, primary_key=True)
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    is_enrolled: Mapped[bool] = mapped_column(default=False)
    is_closed: Mapped[bool] = mapped_column(default=False)
    has_customers: Mapped[bool] = mapped_column(default=True)
    """Unknown counts as yes, so nothing private is ever posted there openly."""
    is_paused: Mapped[bool] = mapped_column(default=False)
    """A lead paused drafts here; the bot still listens, so nothing is missed when they go on."""
    team_id: Mapped[str] = mapped_column(Id, default="")
    """The Teams team it belongs to; empty elsewhere."""
    answer_minutes: Mapped[int | None] = mapped_column(default=None)
    """Working minutes within which a customer is to be answered here; 0 for no target, None as the workspace does."""


class AuditEntry(Row):
    """Who changed a setting or a role, or sent something, and when. Never holds customers' words."""

    __tablename__ = "audit"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    entry_id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(Id)
    what: Mapped[str]
    about: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)

    __table_args__ = (Index(None, "workspace_id", "at"),)


async def workspace(tx: Transaction, workspace_id: str) -> Workspace | None:
    return await tx.session.get(Workspace, workspace_id)


async def locked_workspace(tx: Transaction, workspace_id: str) -> Workspace | None:
    """As it is now, and held until the transaction ends: what needs the whole workspace is decided one by one."""
    return await tx.session.get(Workspace, workspace_id, with_for_update=True, populate_existing=True)


async def workspaces(tx: Transaction) -> Sequence[Workspace]:
    return (await tx.session.scalars(select(Workspace).order_by(Workspace.workspace_id))).all()


async def channel(tx: Transaction, workspace_id: str, channel_id: str) -> Channel | None:
    return await tx.session.get(Channel, (workspace_id, channel_id))


async def locked_channel(tx: Transaction, workspace_id: str, channel_id: str) -> Channel | None:
    """As it is now, and held until the transaction ends."""
    return await tx.session.get(Channel, (workspace_id, channel_id), with_for_update=True, populate_existing=True)


async def channels(tx: Transaction, workspace_id: str) -> Sequence[Channel]:
    query = select(Channel).where(Channel.workspace_id == workspace_id).order_by(Channel.channel_id)
    return (await tx.session.scalars(query)).all()


def audit(tx: Transaction, workspace_id: str, by: str, what: str, **about: Any) -> None:
    """Note a change in the same transaction as the change itself."""
    tx.session.add(
        AuditEntry(workspace_id=workspace_id, entry_id=new_id("a"), at=tx.now, by=by, what=what, about=about)
    )
