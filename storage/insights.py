"""Insights, marketing's answers to them, and the routes that lead to an owner."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.people import Person, Viewer
from storage.playbook import CustomerRow
from storage.rows import Id, Row
from storage.threads import Thread
from storage.workspaces import Workspace


class Insight(Row):
    """What a customer said. States: new, acting, known, not_now, asked, withdrawn."""

    __tablename__ = "insights"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    insight_id: Mapped[str] = mapped_column(Id, primary_key=True)
    number: Mapped[int]
    """Counts up within the workspace; what people call it ("#12")."""
    author_id: Mapped[str] = mapped_column(Id)
    """Whoever logged it; empty in a copy, since the same id may be somebody else's there."""
    text: Mapped[str]
    created_at: Mapped[datetime]
    quote: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")
    heard: Mapped[str] = mapped_column(default="")
    """praise, complaint, confusion, wish, competitor; empty when not said."""
    customer_name: Mapped[str] = mapped_column(default="")
    channel_id: Mapped[str] = mapped_column(Id, default="")
    """Where it was heard."""
    message_id: Mapped[str] = mapped_column(Id, default="")
    route_channel_id: Mapped[str] = mapped_column(Id, default="")
    owner_id: Mapped[str] = mapped_column(Id, default="")
    state: Mapped[str] = mapped_column(default="new")
    version: Mapped[int] = mapped_column(default=1)
    """Counts every change that the card in the marketing channel shows."""
    shared_message_id: Mapped[str] = mapped_column(Id, default="")
    """The card in the route's channel, once it stands there."""
    origin_workspace_id: Mapped[str] = mapped_column(Id, default="")
    """Set in a copy that came from another workspace of the company; with the next, names the original."""
    origin_insight_id: Mapped[str] = mapped_column(Id, default="")
    author_name: Mapped[str] = mapped_column(default="")
    """In a copy: who logged it, in words."""
    is_from_customer: Mapped[bool] = mapped_column(default=False)
    """In a copy: a customer stands behind it. The name and the conversation stay where it was logged."""
    sent_to_workspace_id: Mapped[str] = mapped_column(Id, default="")
    """In an original: the company's other workspace, where its copy is answered; empty when it stays at home."""

    __table_args__ = (Index(None, "workspace_id", "number", unique=True), Index(None, "workspace_id", "author_id"))


class InsightAnswer(Row):
    """What marketing (or, to a question, the contributor) answered.

    Kinds: acting, known, not_now, asked (a question), words (added to the answer before), reply (the contributor's,
    to `about_id`).
    """

    __tablename__ = "insight_answers"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    insight_id: Mapped[str] = mapped_column(Id, primary_key=True)
    answer_id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(Id)
    """Empty when it came from the company's other workspace; then `by_name` says who it was."""
    kind: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    about_id: Mapped[str] = mapped_column(Id, default="")
    """The question that a reply belongs to."""
    by_name: Mapped[str] = mapped_column(default="")


class InsightRoute(Row):
    """A rule an admin set: insights that match go to this channel and owner. Empty theme and heard match all."""

    __tablename__ = "insight_routes"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    route_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id)
    owner_id: Mapped[str] = mapped_column(Id)
    theme: Mapped[str] = mapped_column(default="")
    heard: Mapped[str] = mapped_column(default="")


async def insight(tx: Transaction, viewer: Viewer, insight_id: str) -> Insight | None:
    """The insight, for its author, its owner, leads and marketers; None for others, exactly as for an unknown id."""
    found = await tx.session.get(Insight, (viewer.workspace_id, insight_id))
    if found is None or viewer.is_machine:
        return found
    is_theirs = viewer.person_id in (found.author_id, found.owner_id)
    return found if viewer.is_staff and (is_theirs or viewer.is_lead or viewer.has("marketer")) else None


async def locked_insight(tx: Transaction, viewer: Viewer, insight_id: str) -> Insight | None:
    """As `insight`, and held until the transaction ends: of two answers at once the second sees what the first did.

    With a copy its original is held too, and first: an undo there and an answer here take the same turn.
    """
    found = await insight(tx, viewer, insight_id)
    if found is None:
        return None
    if found.origin_workspace_id:
        original = select(Insight.insight_id).where(
            Insight.workspace_id == found.origin_workspace_id, Insight.insight_id == found.origin_insight_id
        )
        await tx.session.execute(original.with_for_update())
    key = (viewer.workspace_id, insight_id)
    return await tx.session.get(Insight, key, with_for_update=True, populate_existing=True)


def copy_id(origin_workspace_id: str, origin_insight_id: str) -> str:
    """The id of an insight's copy in any other workspace: the same every time, so no insight gets two."""
    return f"i{sha256(f'{origin_workspace_id}|{origin_insight_id}'.encode()).hexdigest()[:40]}"


async def mine(tx: Transaction, viewer: Viewer, limit: int = 5) -> Sequence[Insight]:
    """What the viewer logged, newest first."""
    query = select(Insight).where(Insight.workspace_id == viewer.workspace_id, Insight.author_id == viewer.person_id)
    return (await tx.session.scalars(query.order_by(Insight.number.desc()).limit(limit))).all()


async def waiting_for(tx: Transaction, viewer: Viewer, limit: int = 5) -> Sequence[Insight]:
    """What the viewer owns and has not answered, the oldest first."""
    query = select(Insight).where(
        Insight.workspace_id == viewer.workspace_id,
        Insight.owner_id == viewer.person_id,
        Insight.state == "new",
    )
    return (await tx.session.scalars(query.order_by(Insight.number).limit(limit))).all()


async def answer(tx: Transaction, found: Insight, answer_id: str) -> InsightAnswer | None:
    return await tx.session.get(InsightAnswer, (found.workspace_id, found.insight_id, answer_id))


async def answers(tx: Transaction, found: Insight) -> Sequence[InsightAnswer]:
    query = select(InsightAnswer).where(
        InsightAnswer.workspace_id == found.workspace_id, InsightAnswer.insight_id == found.insight_id
    )
    return (await tx.session.scalars(query.order_by(InsightAnswer.at, InsightAnswer.answer_id))).all()


async def routes(tx: Transaction, workspace_id: str) -> Sequence[InsightRoute]:
    query = select(InsightRoute).where(InsightRoute.workspace_id == workspace_id)
    return (await tx.session.scalars(query.order_by(InsightRoute.route_id))).all()


async def route(tx: Transaction, workspace_id: str, theme: str, heard: str) -> InsightRoute | None:
    """The rule for exactly this theme and kind."""
    return next((one for one in await routes(tx, workspace_id) if (one.theme, one.heard) == (theme, heard)), None)


async def set_route(tx: Transaction, wanted: InsightRoute) -> None:
    """Store the rule, in place of one with the same theme and kind."""
    found = await route(tx, wanted.workspace_id, wanted.theme, wanted.heard)
    if found is None:
        tx.session.add(wanted)
    else:
        found.channel_id, found.owner_id = wanted.channel_id, wanted.owner_id


async def remove_route(tx: Transaction, workspace_id: str, route_id: str) -> InsightRoute | None:
    """The rule that was removed; None when there is none with that id."""
    found = await tx.session.get(InsightRoute, (workspace_id, route_id))
    if found is not None:
        await tx.session.delete(found)
    return found


async def names_near(tx: Transaction, workspace_id: str, channel_id: str) -> Sequence[str]:
    """Names of the customers who have a thread in this channel."""
    query = select(Thread.customer_name).where(
        Thread.workspace_id == workspace_id, Thread.channel_id == channel_id, Thread.customer_name != ""
    )
    return (await tx.session.scalars(query.distinct().order_by(Thread.customer_name))).all()


async def names_known(tx: Transaction, workspace_id: str) -> Sequence[str]:
    """Names of all customers of the workspace: imported records, and people of the platform who are no colleagues."""
    records = await tx.session.scalars(select(CustomerRow.fields).where(CustomerRow.workspace_id == workspace_id))
    outside = select(Person.name).where(
        Person.workspace_id == workspace_id, Person.is_colleague.is_(False), Person.is_app.is_(False)
    )
    names = {str(fields.get("name", "")) for fields in records} | set((await tx.session.scalars(outside)).all())
    return sorted(name for name in names if name.strip())


async def next_number(tx: Transaction, workspace_id: str) -> int:
    """One more than the highest number so far. The workspace's row is held, so two at once get two numbers."""
    await tx.session.execute(
        select(Workspace.workspace_id).where(Workspace.workspace_id == workspace_id).with_for_update()
    )
    query = select(Insight.number).where(Insight.workspace_id == workspace_id).order_by(Insight.number.desc()).limit(1)
    return ((await tx.session.execute(query)).scalar() or 0) + 1
