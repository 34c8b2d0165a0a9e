"""Threads and messages, built from events as they come; no feature needs the platform's history."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, false, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction, add_new
from storage.rows import Id, Row


class Thread(Row):
    __tablename__ = "threads"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id, primary_key=True)
    thread_id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, default="")
    """The person on the platform who is the customer here; empty in a relay channel."""
    customer_name: Mapped[str] = mapped_column(default="")
    record_id: Mapped[str] = mapped_column(Id, default="")
    """The imported customer record this thread belongs to, when known."""
    owner_id: Mapped[str] = mapped_column(Id, default="")
    """The first agent to reply or to press "I'll take it"."""
    last_customer_at: Mapped[datetime | None] = mapped_column(default=None)
    last_agent_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def is_waiting(self) -> bool:
        """True when a customer spoke last."""
        if self.last_customer_at is None:
            return False
        return self.last_agent_at is None or self.last_customer_at > self.last_agent_at


class Message(Row):
    """What somebody said. A deleted message keeps its ids and loses its words."""

    __tablename__ = "messages"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    channel_id: Mapped[str] = mapped_column(Id, primary_key=True)
    message_id: Mapped[str] = mapped_column(Id, primary_key=True)
    thread_id: Mapped[str] = mapped_column(Id)
    author_id: Mapped[str] = mapped_column(Id)
    author_name: Mapped[str]
    text: Mapped[str]
    sent_at: Mapped[datetime]
    is_by_customer: Mapped[bool]
    client_key: Mapped[str | None] = mapped_column(Id, default=None)
    files: Mapped[list[str]] = mapped_column(default_factory=list)
    draft_id: Mapped[str] = mapped_column(Id, default="")
    """The draft it was sent from, when it was."""
    calls_bot: Mapped[bool] = mapped_column(default=False)
    """A colleague's words to the bot: part of the channel, and no part of the talk with the customer."""
    is_outside: Mapped[bool] = mapped_column(default=False, server_default=false())
    """A customer wrote it in the channel and not in the thread that it belongs to."""
    edited_at: Mapped[datetime | None] = mapped_column(default=None)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)

    __table_args__ = (
        Index(None, "workspace_id", "channel_id", "thread_id", "sent_at"),
        Index(None, "workspace_id", "client_key", unique=True),
        Index(None, "workspace_id", "author_id", "sent_at"),
    )


async def thread(tx: Transaction, workspace_id: str, channel_id: str, thread_id: str) -> Thread | None:
    return await tx.session.get(Thread, (workspace_id, channel_id, thread_id))


async def locked_thread(tx: Transaction, workspace_id: str, channel_id: str, thread_id: str) -> Thread:
    """The thread, made if new, held until the transaction ends, so two events of one thread are decided one by one."""
    await add_new(tx, Thread(workspace_id=workspace_id, channel_id=channel_id, thread_id=thread_id))
    key = (workspace_id, channel_id, thread_id)
    return await tx.session.get_one(Thread, key, with_for_update=True, populate_existing=True)


async def message(tx: Transaction, workspace_id: str, channel_id: str, message_id: str) -> Message | None:
    return await tx.session.get(Message, (workspace_id, channel_id, message_id))


async def id_of_gesture(tx: Transaction, workspace_id: str, client_key: str) -> str:
    """The id under which what a person did once was heard first; empty when it was not."""
    query = select(Message.message_id).where(Message.workspace_id == workspace_id, Message.client_key == client_key)
    return (await tx.session.scalar(query) or "") if client_key else ""


async def locked_message(tx: Transaction, workspace_id: str, channel_id: str, message_id: str) -> Message | None:
    """Held until the transaction ends, so an edit and a deletion at once cannot undo each other."""
    key = (workspace_id, channel_id, message_id)
    return await tx.session.get(Message, key, with_for_update=True, populate_existing=True)


async def messages_of(tx: Transaction, found: Thread) -> Sequence[Message]:
    """What still stands in the talk with the customer, in the order it was said."""
    query = (
        select(Message)
        .where(
            Message.workspace_id == found.workspace_id,
            Message.channel_id == found.channel_id,
            Message.thread_id == found.thread_id,
            Message.deleted_at.is_(None),
            Message.calls_bot.is_(False),
        )
        .order_by(Message.sent_at, Message.message_id)
    )
    return (await tx.session.scalars(query)).all()


async def threads_of_customer(
    tx: Transaction, workspace_id: str, customer_id: str, *, channel_id: str = "", since: datetime | None = None
) -> Sequence[Thread]:
    """Threads that this person on the platform began, the newest first; of one channel, or since an instant."""
    if not customer_id:
        return []
    query = select(Thread).where(Thread.workspace_id == workspace_id, Thread.customer_id == customer_id)
    if channel_id:
        query = query.where(Thread.channel_id == channel_id)
    if since is not None:
        query = query.where((Thread.last_customer_at > since) | (Thread.last_agent_at > since))
    return (await tx.session.scalars(query.order_by(Thread.last_customer_at.desc()))).all()


async def went_before(tx: Transaction, to: Thread, text: str) -> bool:
    """Whether exactly these words of ours stand in one of this customer's threads already."""
    of_theirs = (Thread.customer_id == to.customer_id) if to.customer_id else (Thread.thread_id == to.thread_id)
    query = (
        select(Message.message_id)
        .join(
            Thread,
            (Thread.workspace_id == Message.workspace_id)
            & (Thread.channel_id == Message.channel_id)
            & (Thread.thread_id == Message.thread_id),
        )
        .where(
            Message.workspace_id == to.workspace_id,
            of_theirs,
            Message.is_by_customer.is_(False),
            Message.deleted_at.is_(None),
            Message.text == text,
        )
    )
    return (await tx.session.execute(query.limit(1))).first() is not None


async def waiting_threads(
    tx: Transaction,
    workspace_id: str,
    *,
    channel_id: str = "",
    owner_id: str = "",
    since: datetime | None = None,
    limit: int = 20,
) -> Sequence[Thread]:
    """Threads in which a customer spoke last, the longest wait first; of one channel or one owner when given, and only
    where they spoke `since` then."""
    query = select(Thread).where(
        Thread.workspace_id == workspace_id,
        Thread.last_customer_at.is_not(None),
        (Thread.last_agent_at.is_(None)) | (Thread.last_customer_at > Thread.last_agent_at),
    )
    if channel_id:
        query = query.where(Thread.channel_id == channel_id)
    if owner_id:
        query = query.where(Thread.owner_id == owner_id)
    if since is not None:
        query = query.where(Thread.last_customer_at >= since)
    return (await tx.session.scalars(query.order_by(Thread.last_customer_at).limit(limit))).all()
