"""The workspace's playbook, stock replies and customer records: imported whole, and read back as what they were."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from bot.replies.customers import CustomerRecord, CustomersRead, parse_customers
from bot.replies.playbook import PlaybookRead, Section, parse_folder
from bot.replies.stock import StockRead, StockReply, parse_stock
from storage import playbook, workspaces
from storage.database import Transaction
from storage.playbook import CustomerRow, PlaybookSection, StockReplyRow

_SECTION = TypeAdapter(Section)
_STOCK = TypeAdapter(StockReply)
_RECORD = TypeAdapter(CustomerRecord)


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of files holds, and what was wrong with the rest, one sentence each."""

    sections: tuple[Section, ...]
    stock: tuple[StockReply, ...]
    customers: tuple[CustomerRecord, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class Library:
    """Keeps each workspace's parsed sections until the next import."""

    _sections: dict[str, tuple[datetime | None, tuple[Section, ...]]] = field(default_factory=dict)

    async def sections(self, tx: Transaction, workspace_id: str) -> tuple[Section, ...]:
        version = await playbook.playbook_version(tx, workspace_id)
        known = self._sections.get(workspace_id)
        if known is None or known[0] != version:
            rows = await playbook.sections(tx, workspace_id)
            known = (version, tuple(_SECTION.validate_python(row.fields) for row in rows))
            self._sections[workspace_id] = known
        return known[1]

    async def stock(self, tx: Transaction, workspace_id: str) -> Sequence[StockReply]:
        rows = await playbook.stock_replies(tx, workspace_id)
        return [_STOCK.validate_python(row.fields) for row in rows]

    async def record(self, tx: Transaction, workspace_id: str, record_id: str) -> CustomerRecord | None:
        row = await playbook.customer(tx, workspace_id, record_id)
        return _RECORD.validate_python(row.fields) if row is not None else None


def read_folder(folder: Path) -> Folder:
    """`*.md` are the playbook's pages; `stock_replies.csv` and `customers.csv` are read where they are."""
    pages = parse_folder(folder) if any(folder.glob("*.md")) else PlaybookRead(())
    stock_file, customers_file = folder / "stock_replies.csv", folder / "customers.csv"
    stock = parse_stock(_words(stock_file)) if stock_file.is_file() else StockRead(())
    customers = parse_customers(_words(customers_file)) if customers_file.is_file() else CustomersRead(())
    problems = (*pages.problems, *stock.problems, *customers.problems)
    return Folder(pages.sections, stock.replies, customers.records, problems)


async def take_in(tx: Transaction, workspace_id: str, folder: Folder, by: str = "") -> None:
    """Replace each kind that the folder has; a kind that it has not stays as it was imported before."""
    if folder.sections:
        rows = [_section_row(tx, workspace_id, n, section) for n, section in enumerate(folder.sections)]
        await playbook.replace_all(tx, PlaybookSection, rows, workspace_id)
    if folder.stock:
        replies = [_stock_row(tx, workspace_id, reply) for reply in folder.stock]
        await playbook.replace_all(tx, StockReplyRow, replies, workspace_id)
    if folder.customers:
        records = [_customer_row(tx, workspace_id, record) for record in folder.customers]
        await playbook.replace_all(tx, CustomerRow, records, workspace_id)
    about = {"sections": len(folder.sections), "stock": len(folder.stock), "customers": len(folder.customers)}
    workspaces.audit(tx, workspace_id, by, "playbook imported", **about)


def _words(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")


def _section_row(tx: Transaction, workspace_id: str, position: int, section: Section) -> PlaybookSection:
    return PlaybookSection(
        workspace_id=workspace_id,
        section_id=f"s{position:05d}",
        position=position,
        fields=_SECTION.dump_python(section, mode="json"),
        imported_at=tx.raw_now,
    )


def _stock_row(tx: Transaction, workspace_id: str, reply: StockReply) -> StockReplyRow:
    fields = _STOCK.dump_python(reply, mode="json")
    return StockReplyRow(workspace_id=workspace_id, reply_id=reply.reply_id, fields=fields, imported_at=tx.raw_now)


def _customer_row(tx: Transaction, workspace_id: str, record: CustomerRecord) -> CustomerRow:
    return CustomerRow(
        workspace_id=workspace_id,
        record_id=record.id,
        email=record.email,
        fields=_RECORD.dump_python(record, mode="json"),
        imported_at=tx.raw_now,
    )
