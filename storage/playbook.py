"""What drafts are grounded in: playbook sections, stock replies and customer records, each replaced whole by an
import."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.rows import Id, Row


class PlaybookSection(Row):
    __tablename__ = "playbook_sections"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    section_id: Mapped[str] = mapped_column(Id, primary_key=True)
    position: Mapped[int]
    fields: Mapped[dict[str, Any]]
    """The fields of `bot.replies.sources.playbook.Section`, dates as ISO text."""
    imported_at: Mapped[datetime]
    vectors: Mapped[bytes | None] = mapped_column(default=None)
    """What its texts mean, as `bot.replies.finding.counted` packs it, counted by the model that `vectors_by` names."""
    vectors_by: Mapped[str] = mapped_column(default="", server_default="")


class PageVersion(Row):
    """How one page of the playbook stood from `at` on, when somebody changed or removed it by hand; older versions stay
    beside it."""

    __tablename__ = "page_versions"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    page_id: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str]
    by: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime]
    sections: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    """The fields of its sections; none when it was removed."""


class StockReplyRow(Row):
    __tablename__ = "stock_replies"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    reply_id: Mapped[str] = mapped_column(Id, primary_key=True)
    fields: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]


class CustomerRow(Row):
    __tablename__ = "customers"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    record_id: Mapped[str] = mapped_column(Id, primary_key=True)
    email: Mapped[str]
    fields: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]


class CustomerLink(Row):
    """Which imported customer a person on the platform is."""

    __tablename__ = "customer_links"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, primary_key=True)
    record_id: Mapped[str] = mapped_column(Id)


async def replace_all(
    tx: Transaction,
    kind: type[PlaybookSection] | type[StockReplyRow] | type[CustomerRow],
    rows: Sequence[Row],
    workspace_id: str,
) -> None:
    """Swap everything of one kind for `rows`, in the caller's transaction, so a failed import changes nothing."""
    await tx.session.execute(delete(kind).where(kind.workspace_id == workspace_id))
    tx.session.add_all(rows)


async def sections(tx: Transaction, workspace_id: str) -> Sequence[PlaybookSection]:
    query = select(PlaybookSection).where(PlaybookSection.workspace_id == workspace_id)
    return (await tx.session.scalars(query.order_by(PlaybookSection.position))).all()


async def playbook_version(tx: Transaction, workspace_id: str) -> datetime | None:
    """When the playbook was last imported; a cache of parsed sections is good while this stays the same."""
    query = select(func.max(PlaybookSection.imported_at)).where(PlaybookSection.workspace_id == workspace_id)
    return (await tx.session.execute(query)).scalar()


async def keep_vectors(
    tx: Transaction, workspace_id: str, version: datetime, kept: Sequence[bytes], counted_by: str
) -> None:
    """What the sections mean, in their order; nothing when another import came between."""
    if await playbook_version(tx, workspace_id) == version:
        for row, vectors in zip(await sections(tx, workspace_id), kept, strict=True):
            row.vectors, row.vectors_by = vectors, counted_by


async def stock_replies(tx: Transaction, workspace_id: str) -> Sequence[StockReplyRow]:
    query = select(StockReplyRow).where(StockReplyRow.workspace_id == workspace_id)
    return (await tx.session.scalars(query.order_by(StockReplyRow.reply_id))).all()


async def locked_stock_reply(tx: Transaction, workspace_id: str, reply_id: str) -> StockReplyRow | None:
    """As it stands now, held until the transaction ends."""
    key = (workspace_id, reply_id)
    return await tx.session.get(StockReplyRow, key, with_for_update=True, populate_existing=True)


async def has_customers(tx: Transaction, workspace_id: str) -> bool:
    query = select(CustomerRow.record_id).where(CustomerRow.workspace_id == workspace_id)
    return (await tx.session.execute(query.limit(1))).first() is not None


async def customer(tx: Transaction, workspace_id: str, record_id: str) -> CustomerRow | None:
    return await tx.session.get(CustomerRow, (workspace_id, record_id)) if record_id else None


async def customer_by_email(tx: Transaction, workspace_id: str, email: str) -> CustomerRow | None:
    query = select(CustomerRow).where(
        CustomerRow.workspace_id == workspace_id, func.lower(CustomerRow.email) == email.lower()
    )
    return (await tx.session.scalars(query.limit(1))).first() if email else None


async def linked_record(tx: Transaction, workspace_id: str, person_id: str) -> CustomerRow | None:
    """The record of a person on the platform, when a colleague linked one."""
    link = await tx.session.get(CustomerLink, (workspace_id, person_id))
    return None if link is None else await customer(tx, workspace_id, link.record_id)


async def customers_in_short(tx: Transaction, workspace_id: str) -> Sequence[tuple[str, str, str]]:
    """Every record's id, name and email, without the rest of it."""
    name = CustomerRow.fields["name"].as_string()
    query = select(CustomerRow.record_id, name, CustomerRow.email).where(CustomerRow.workspace_id == workspace_id)
    return [(record_id, named or "", email) for record_id, named, email in await tx.session.execute(query)]


async def link_customer(tx: Transaction, workspace_id: str, person_id: str, record_id: str) -> None:
    await tx.session.merge(CustomerLink(workspace_id=workspace_id, person_id=person_id, record_id=record_id))


async def unlink_customer(tx: Transaction, workspace_id: str, person_id: str) -> None:
    link = await tx.session.get(CustomerLink, (workspace_id, person_id))
    if link is not None:
        await tx.session.delete(link)


async def page_versions(tx: Transaction, workspace_id: str, page_id: str) -> Sequence[PageVersion]:
    """The oldest first."""
    query = select(PageVersion).where(PageVersion.workspace_id == workspace_id, PageVersion.page_id == page_id)
    return (await tx.session.scalars(query.order_by(PageVersion.version))).all()
