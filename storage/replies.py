"""Drafts and approvals: what was offered to an agent, and what an agent approved for a customer's eyes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, false, func, select
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
    """One dict per ask: ask, state (answered, owed, needs_fact), answer, source; near is what the playbook perhaps says
    to an open one (words, source, key), for the agent to choose."""
    sources: Mapped[list[str]] = mapped_column(default_factory=list)
    guidance: Mapped[list[str]] = mapped_column(default_factory=list)
    """Titles of internal pages that may help the agent; their words never reach the draft."""
    findings: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, server_default="[]")
    """What the service standard says to it, one dict each: rule, quote, why, rewording. Mostly nothing."""
    given: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, server_default="[]")
    """What agents told it, one dict each: ask, answer, day (a local date, where the answer is one), by, at; for a near
    answer that they chose also source, near (its key) and the chooser's name."""
    style: Mapped[str] = mapped_column(default="", server_default="")
    """The variant in which it stands: warmer, shorter, formal, cooler; empty as it was first."""
    offers: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, server_default="[]")
    """What may be offered to make it right, one dict each: key, words, needs_lead."""
    remedy: Mapped[str] = mapped_column(default="", server_default="")
    """The key of the offer that the agent chose to make."""
    by_model: Mapped[str] = mapped_column(default="", server_default="")
    """What the card says about the model's part in it: its words, or why they are ours; empty when none was asked."""
    note: Mapped[str] = mapped_column(default="", server_default="")
    """One line for the agent about where the customer's words came from."""
    is_held: Mapped[bool] = mapped_column(default=False, server_default=false())
    """It came without a card of its own and stands at home: too many came in this hour, or its agent wants none."""
    can_link: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Nobody knows which customer of the records this is, and there are records."""
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


async def draft_on_card(tx: Transaction, viewer: Viewer, message_id: str) -> Draft | None:
    """The draft that a card of ours shows, when this viewer may see it."""
    query = select(DraftCard).where(
        DraftCard.workspace_id == viewer.workspace_id,
        DraftCard.message_id == message_id,
        DraftCard.person_id.in_(("", viewer.person_id)),
    )
    card = (await tx.session.scalars(query)).first()
    return await draft(tx, viewer, card.draft_id) if card is not None else None


async def open_drafts(tx: Transaction, viewer: Viewer, limit: int = 10) -> Sequence[Draft]:
    """Drafts that wait for this person, newest first: the durable copy behind every private card."""
    query = select(Draft).where(
        Draft.workspace_id == viewer.workspace_id,
        Draft.person_id == viewer.person_id,
        Draft.state.in_(("offered", "opened", "uncertain")),
    )
    return (await tx.session.scalars(query.order_by(Draft.created_at.desc()).limit(limit))).all()


async def cards_before(tx: Transaction, newest: Draft, span: timedelta) -> int:
    """How many other drafts came to the same person, in the same channel and in the time before this one, with a card
    of their own."""
    query = select(func.count()).where(
        Draft.workspace_id == newest.workspace_id,
        Draft.person_id == newest.person_id,
        Draft.channel_id == newest.channel_id,
        Draft.draft_id != newest.draft_id,
        Draft.created_at > newest.created_at - span,
        Draft.created_at <= newest.created_at,
        Draft.is_held.is_(False),
        Draft.promise_id == "",
        Draft.state.not_in(("silent", "shadow")),
    )
    return int((await tx.session.execute(query)).scalar_one())


async def drafts_between(tx: Transaction, workspace_id: str, since: datetime, until: datetime) -> Sequence[Draft]:
    """All drafts about customers' words that were made in this time, the oldest first."""
    query = select(Draft).where(
        Draft.workspace_id == workspace_id,
        Draft.created_at >= since,
        Draft.created_at < until,
        Draft.promise_id == "",
    )
    return (await tx.session.scalars(query.order_by(Draft.created_at))).all()
