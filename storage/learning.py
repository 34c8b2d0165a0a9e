"""What is learned from people's work: how each of them writes, what became of drafts, replies saved as examples, and
how silent drafts compare with what was sent. All of it can be taken back, and nothing of it is a customer's words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Index, and_, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.people import Viewer
from storage.replies import Draft
from storage.rows import Id, Row
from storage.threads import Message, Thread
from storage.workspaces import Channel


class Voice(Row):
    """How one person writes: what was learned from their replies, and what they set themselves, which stands above it.

    It is its owner's alone. When they have it forgotten the row stays without a word of it, so that nothing is learned
    again from what they sent before.
    """

    __tablename__ = "voices"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, primary_key=True)
    changed_at: Mapped[datetime]
    learned: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    chosen: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    version: Mapped[int] = mapped_column(default=0)
    """Counts every change of either."""
    replies: Mapped[int] = mapped_column(default=0)
    """From how many replies it was learned."""
    since: Mapped[datetime | None] = mapped_column(default=None)
    """Replies up to then count no more."""
    is_on: Mapped[bool] = mapped_column(default=True)


class Lesson(Row):
    """What one draft taught: it was used as it was, edited, or dismissed."""

    __tablename__ = "lessons"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    draft_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime]
    kind: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    """Why it was dismissed, where the agent said so."""
    variant: Mapped[str] = mapped_column(default="")
    changes: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    """What the agent changed, one dict each: was, now. Both texts stand in the draft's own row."""
    kept: Mapped[list[str]] = mapped_column(default_factory=list)
    """Sources whose answers went out as they stood."""
    dropped: Mapped[list[str]] = mapped_column(default_factory=list)
    """Sources whose answers were taken out or changed, or called wrong."""
    words: Mapped[int] = mapped_column(default=0)
    sent_words: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index(None, "workspace_id", "at"),)


class LearningReset(Row):
    """Lessons up to `at` count no more, as long as this is not taken back."""

    __tablename__ = "learning_resets"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    reset_id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(Id)
    undone_at: Mapped[datetime | None] = mapped_column(default=None)
    undone_by: Mapped[str] = mapped_column(Id, default="")


class ExampleVersion(Row):
    """A reply that an agent saved for others to learn from, as it stood from `at` on; older versions stay beside it."""

    __tablename__ = "examples"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    example_id: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    saved_by: Mapped[str] = mapped_column(Id)
    saved_at: Mapped[datetime]
    by: Mapped[str] = mapped_column(Id)
    """Who made this version: saved it, removed it, or brought it back."""
    at: Mapped[datetime]
    asks: Mapped[list[str]] = mapped_column(default_factory=list)
    is_removed: Mapped[bool] = mapped_column(default=False)


class ShadowTurn(Row):
    """A draft that nobody saw, beside what the team answered itself."""

    __tablename__ = "shadow_turns"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    draft_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id)
    message_id: Mapped[str] = mapped_column(Id)
    """The team's first answer to that turn."""
    person_id: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime]
    verdict: Mapped[str]
    asks: Mapped[int] = mapped_column(default=0)
    covered: Mapped[int] = mapped_column(default=0)
    agreeing: Mapped[int] = mapped_column(default=0)
    likeness: Mapped[int] = mapped_column(default=0)
    """Shared meaning, in hundredths."""
    differing: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    """Figures that contradict each other, one dict each: draft, answer."""


async def voice(tx: Transaction, viewer: Viewer, person_id: str) -> Voice | None:
    """Somebody's own, or for the machine that writes in it; nobody else's eyes."""
    if not viewer.is_machine and viewer.person_id != person_id:
        return None
    return await tx.session.get(Voice, (viewer.workspace_id, person_id))


async def replies_of(
    tx: Transaction, workspace_id: str, person_id: str, since: datetime | None, limit: int
) -> Sequence[Message]:
    """What this person wrote in customers' threads and customers could read, the newest first."""
    query = (
        select(Message)
        .join(Channel, (Channel.workspace_id == Message.workspace_id) & (Channel.channel_id == Message.channel_id))
        .join(
            Thread,
            (Thread.workspace_id == Message.workspace_id)
            & (Thread.channel_id == Message.channel_id)
            & (Thread.thread_id == Message.thread_id),
        )
        .where(Message.workspace_id == workspace_id, Message.author_id == person_id)
        .where(Message.is_by_customer.is_(False), Message.calls_bot.is_(False), Message.deleted_at.is_(None))
        .where(Channel.kind == "shared", Thread.last_customer_at.is_not(None))
    )
    if since is not None:
        query = query.where(Message.sent_at > since)
    return (await tx.session.scalars(query.order_by(Message.sent_at.desc()).limit(limit))).all()


async def handed_over(
    tx: Transaction, workspace_id: str, person_id: str, since: datetime | None, limit: int
) -> Sequence[Draft]:
    """Drafts whose words this person took along to a help desk, where no bot hears them, the newest first."""
    query = (
        select(Draft)
        .join(Channel, (Channel.workspace_id == Draft.workspace_id) & (Channel.channel_id == Draft.channel_id))
        .where(Draft.workspace_id == workspace_id, Draft.person_id == person_id, Draft.state == "copied")
        .where(Channel.kind == "relay")
    )
    if since is not None:
        query = query.where(Draft.created_at > since)
    return (await tx.session.scalars(query.order_by(Draft.created_at.desc()).limit(limit))).all()


async def drafts_beside(tx: Transaction, said: Sequence[Message]) -> dict[tuple[str, str], list[str]]:
    """The words of every draft in the threads of these messages, by (channel, thread)."""
    if not said:
        return {}
    query = select(Draft.channel_id, Draft.thread_id, Draft.text).where(
        Draft.workspace_id == said[0].workspace_id,
        Draft.channel_id.in_({one.channel_id for one in said}),
        Draft.thread_id.in_({one.thread_id for one in said}),
        Draft.state != "shadow",  # Nobody has seen those.
    )
    found: dict[tuple[str, str], list[str]] = {}
    for channel_id, thread_id, text in (await tx.session.execute(query)).all():
        found.setdefault((channel_id, thread_id), []).append(text)
    return found


async def lesson(tx: Transaction, workspace_id: str, draft_id: str) -> Lesson | None:
    return await tx.session.get(Lesson, (workspace_id, draft_id))


async def lessons(tx: Transaction, workspace_id: str, limit: int = 400) -> Sequence[Lesson]:
    """Those that count, the newest first."""
    query = select(Lesson).where(Lesson.workspace_id == workspace_id)
    if (reset := await last_reset(tx, workspace_id)) is not None:
        query = query.where(Lesson.at > reset.at)
    return (await tx.session.scalars(query.order_by(Lesson.at.desc(), Lesson.draft_id).limit(limit))).all()


async def lessons_version(tx: Transaction, workspace_id: str) -> str:
    """Changes whenever what `lessons` answers may have changed."""
    query = select(func.count(), func.max(Lesson.at))
    row = (await tx.session.execute(query.where(Lesson.workspace_id == workspace_id))).one()
    reset = await last_reset(tx, workspace_id)
    return f"{row[0]}:{row[1]}:{reset.reset_id if reset else ''}"


async def last_reset(tx: Transaction, workspace_id: str) -> LearningReset | None:
    """The newest that was not taken back."""
    query = select(LearningReset).where(LearningReset.workspace_id == workspace_id, LearningReset.undone_at.is_(None))
    return (await tx.session.scalars(query.order_by(LearningReset.at.desc(), LearningReset.reset_id.desc()))).first()


async def example(tx: Transaction, workspace_id: str, example_id: str) -> ExampleVersion | None:
    """As it stands now, removed or not."""
    query = select(ExampleVersion).where(
        ExampleVersion.workspace_id == workspace_id, ExampleVersion.example_id == example_id
    )
    return (await tx.session.scalars(query.order_by(ExampleVersion.version.desc()).limit(1))).first()


async def examples(tx: Transaction, workspace_id: str) -> Sequence[ExampleVersion]:
    """Each as it stands now, the newest first; removed ones too."""
    newest = (
        select(ExampleVersion.example_id, func.max(ExampleVersion.version).label("version"))
        .where(ExampleVersion.workspace_id == workspace_id)
        .group_by(ExampleVersion.example_id)
        .subquery()
    )
    query = (
        select(ExampleVersion)
        .join(
            newest,
            (ExampleVersion.example_id == newest.c.example_id) & (ExampleVersion.version == newest.c.version),
        )
        .where(ExampleVersion.workspace_id == workspace_id)
    )
    return (await tx.session.scalars(query.order_by(ExampleVersion.saved_at.desc(), ExampleVersion.example_id))).all()


async def examples_version(tx: Transaction, workspace_id: str) -> str:
    """Changes with every version, and when a name was taken from one; a cache of examples is good while this stays the
    same."""
    query = select(func.count(), func.count().filter(ExampleVersion.saved_by == ""))
    row = (await tx.session.execute(query.where(ExampleVersion.workspace_id == workspace_id))).one()
    return f"{row[0]}:{row[1]}"


async def shadow_turn(tx: Transaction, workspace_id: str, draft_id: str) -> ShadowTurn | None:
    return await tx.session.get(ShadowTurn, (workspace_id, draft_id))


async def shadow_drafts(tx: Transaction, workspace_id: str, since: datetime) -> Sequence[Draft]:
    """Every customer's turn that was drafted for in silence, an empty text where no draft would have been offered."""
    query = select(Draft).where(_is_silent(workspace_id, since))
    return (await tx.session.scalars(query.order_by(Draft.created_at.desc(), Draft.draft_id))).all()


async def shadow_turns(tx: Transaction, workspace_id: str, since: datetime) -> Sequence[ShadowTurn]:
    """Those of them that the team has answered, the newest first."""
    its_draft = (Draft.workspace_id == ShadowTurn.workspace_id) & (Draft.draft_id == ShadowTurn.draft_id)
    query = select(ShadowTurn).join(Draft, its_draft).where(_is_silent(workspace_id, since))
    return (await tx.session.scalars(query.order_by(ShadowTurn.at.desc(), ShadowTurn.draft_id))).all()


def _is_silent(workspace_id: str, since: datetime) -> ColumnElement[bool]:
    return and_(Draft.workspace_id == workspace_id, Draft.state == "shadow", Draft.created_at >= since)


async def forget_voice(tx: Transaction, workspace_id: str, person_id: str) -> None:
    """Nothing is left of how they write."""
    await tx.session.execute(delete(Voice).where(Voice.workspace_id == workspace_id, Voice.person_id == person_id))


async def forget_person(tx: Transaction, workspace_id: str, person_id: str) -> None:
    """Their voice goes, and their edits of drafts; what they saved for others stays, without their name."""
    await forget_voice(tx, workspace_id, person_id)
    edits = (Lesson.workspace_id == workspace_id) & (Lesson.person_id == person_id)
    await tx.session.execute(update(Lesson).where(edits).values(changes=[]))
    for table, column in _NAMED:
        mine = (table.workspace_id == workspace_id) & (column == person_id)
        await tx.session.execute(update(table).where(mine).values({column.key: ""}))


_NAMED: Sequence[tuple[Any, Any]] = (
    (Lesson, Lesson.person_id),
    (ExampleVersion, ExampleVersion.saved_by),
    (ExampleVersion, ExampleVersion.by),
    (LearningReset, LearningReset.by),
    (LearningReset, LearningReset.undone_by),
    (ShadowTurn, ShadowTurn.person_id),
)
