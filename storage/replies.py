"""Drafts and approvals: what was offered to an agent, and what an agent approved for a customer's eyes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.people import Viewer
from storage.rows import Id, Row


class Draft(Row):
    """A suggested reply for one agent (`person_id`), or for whoever takes it in a relay thread (empty).

    States: offered, opened, sending, used (stands in the thread), copied (handed over as text), dismissed, stale,
    uncertain, taken_back.
    """

    __tablename__ = "drafts"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    draft_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id)
    thread_id: Mapped[str] = mapped_column(Id)
    basis_id: Mapped[str] = mapped_column(Id)
    """The newest customer message it answers."""
    basis_hash: Mapped[str] = mapped_column(Id)
    """A digest of the customer's words it answers, so an edit or a new message is noticed when Use is pressed."""
    text: Mapped[str]
    created_at: Mapped[datetime]
    person_id: Mapped[str] = mapped_column(Id, default="")
    state: Mapped[str] = mapped_column(default="offered")
    asks: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    """One dict per ask: ask, state (answered, owed, needs_fact), answer, source."""
    sources: Mapped[list[str]] = mapped_column(default_factory=list)
    guidance: Mapped[list[str]] = mapped_column(default_factory=list)
    """Titles of internal pages that may help the agent; their words never reach the draft."""
    needs: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    """By when sending it promises what the draft leaves open; None when it promises nothing."""
    why: Mapped[str] = mapped_column(default="")
    message_id: Mapped[str] = mapped_column(Id, default="")
    """Where it stands once sent."""
    used_at: Mapped[datetime | None] = mapped_column(default=None)
    sent_text: Mapped[str] = mapped_column(default="")
    """The words that were approved, when they differ from `text` the agent edited them."""
    dismiss_reason: Mapped[str] = mapped_column(default="")
    promise_id: Mapped[str] = mapped_column(Id, default="")
    """Set on the honest notice that tells a customer about a promise's new date."""
    reply_to: Mapped[str] = mapped_column(default="")
    """The newest handle with which the card the agent pressed can be replaced."""
    pressed_id: Mapped[str] = mapped_column(Id, default="")
    """The message which that card is, where it has an id."""

    __table_args__ = (Index(None, "workspace_id", "channel_id", "thread_id", "basis_id", "person_id"),)


class DraftCard(Row):
    """A message that shows a draft and stays: in one person's private chat, or openly in a relay thread."""

    __tablename__ = "draft_cards"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    draft_id: Mapped[str] = mapped_column(Id, primary_key=True)
    message_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, default="")
    """Empty in a relay thread."""


class Approval(Row):
    """One agent's yes to one exact text for one thread; the only thing that can put words in front of a customer."""

    __tablename__ = "approvals"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    approval_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id)
    thread_id: Mapped[str] = mapped_column(Id)
    text_hash: Mapped[str] = mapped_column(Id)
    agent_id: Mapped[str] = mapped_column(Id)
    expires_at: Mapped[datetime]
    """Raw time; an approval that was not used by then is void."""
    used_at: Mapped[datetime | None] = mapped_column(default=None)


async def draft(tx: Transaction, viewer: Viewer, draft_id: str) -> Draft | None:
    """The draft, when it is the viewer's own, or one that any agent may take."""
    found = await tx.session.get(Draft, (viewer.workspace_id, draft_id))
    if found is None or viewer.is_machine:
        return found
    return found if viewer.is_staff and found.person_id in ("", viewer.person_id) else None


async def drafts_of_thread(tx: Transaction, workspace_id: str, channel_id: str, thread_id: str) -> Sequence[Draft]:
    query = select(Draft).where(
        Draft.workspace_id == workspace_id, Draft.channel_id == channel_id, Draft.thread_id == thread_id
    )
    return (await tx.session.scalars(query.order_by(Draft.created_at))).all()


async def cards_of_draft(tx: Transaction, shown: Draft) -> Sequence[DraftCard]:
    """Every message that still shows it, the oldest first."""
    query = select(DraftCard).where(DraftCard.workspace_id == shown.workspace_id, DraftCard.draft_id == shown.draft_id)
    return (await tx.session.scalars(query.order_by(DraftCard.message_id))).all()


async def open_drafts(tx: Transaction, viewer: Viewer, limit: int = 10) -> Sequence[Draft]:
    """Drafts that wait for this person, newest first: the durable copy behind every private card."""
    query = select(Draft).where(
        Draft.workspace_id == viewer.workspace_id,
        Draft.person_id == viewer.person_id,
        Draft.state.in_(("offered", "opened", "uncertain")),
    )
    return (await tx.session.scalars(query.order_by(Draft.created_at.desc()).limit(limit))).all()
