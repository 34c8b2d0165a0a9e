"""The workspace's playbook, stock replies and customer records: imported whole, and read back as what they were."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from pydantic import TypeAdapter

from bot.errors import KindlineError
from bot.reading.meaning import Meaning
from bot.replies.finding.counted import Counted, packed, unpacked
from bot.replies.finding.weighing import weights_for
from bot.replies.sources.customers import CustomerRecord, CustomersRead, parse_customers
from bot.replies.sources.playbook import PlaybookRead, Section, parse_folder
from bot.replies.sources.stock import STORED, StockRead, StockReply, parse_stock
from storage import playbook, workspaces
from storage.database import Database, Transaction
from storage.playbook import CustomerRow, PlaybookSection, StockReplyRow

_SECTION = TypeAdapter(Section)
_RECORD = TypeAdapter(CustomerRecord)
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of files holds, and what was wrong with the rest, one sentence each."""

    sections: tuple[Section, ...]
    stock: tuple[StockReply, ...]
    customers: tuple[CustomerRecord, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class Library:
    """Keeps each workspace's parsed sections, and what they mean, until the next import.

    `meaning` counts beside the event loop what no import has counted before, and `database` keeps it.
    """

    meaning: Meaning | None = None
    database: Database | None = None
    _sections: dict[str, tuple[datetime | None, tuple[Section, ...]]] = field(default_factory=dict)
    _meanings: dict[str, tuple[datetime, Counted | None]] = field(default_factory=dict)
    _counting: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def sections(self, tx: Transaction, workspace_id: str) -> tuple[Section, ...]:
        version = await playbook.playbook_version(tx, workspace_id)
        known = self._sections.get(workspace_id)
        if known is None or known[0] != version:
            rows = await playbook.sections(tx, workspace_id)
            known = (version, tuple(_SECTION.validate_python(row.fields) for row in rows))
            self._sections[workspace_id] = known
        return known[1]

    async def meaning_of(self, tx: Transaction, workspace_id: str) -> Meaning | None:
        """What the sections mean, when that is at hand; else it is fetched beside, and words alone decide meanwhile."""
        version = await playbook.playbook_version(tx, workspace_id)
        if self.meaning is None or version is None:
            return None
        known, running = self._meanings.get(workspace_id), self._counting.get(workspace_id)
        if known is not None and known[0] == version:
            return known[1]
        if running is None or running.done():
            rows = await playbook.sections(tx, workspace_id)
            kept = [(row.vectors_by, row.vectors or b"") for row in rows]
            sections = await self.sections(tx, workspace_id)
            counting = self._count(self.meaning, workspace_id, version, sections, kept)
            self._counting[workspace_id] = asyncio.create_task(counting)
        return None

    async def make_ready(self) -> None:
        """Begin to fetch what every workspace's playbook means, before the first draft asks."""
        if self.database and self.meaning:
            async with self.database.reading() as tx:
                for workspace in await workspaces.workspaces(tx):
                    await self.meaning_of(tx, workspace.workspace_id)

    async def counted(self, deadline_s: float) -> bool:
        """Wait until what runs now is counted; False when the deadline passed first. For the demo and tests."""
        running = [one for one in self._counting.values() if not one.done()]
        return not running or not (await asyncio.wait(running, timeout=deadline_s))[1]

    async def close(self) -> None:
        """Stop counting; what is not kept yet is counted again at the next start."""
        for running in self._counting.values():
            running.cancel()
        await asyncio.gather(*self._counting.values(), return_exceptions=True)

    async def _count(
        self,
        meaning: Meaning,
        workspace_id: str,
        version: datetime,
        sections: Sequence[Section],
        kept: Sequence[tuple[str, bytes]],
    ) -> None:
        found: Counted | None = None
        try:
            name = await asyncio.to_thread(lambda: meaning.name)
            if weights_for(name) is not None:
                rows = await asyncio.to_thread(_rows, sections, kept, name)
                if rows is None:
                    fresh = [await asyncio.to_thread(packed, section, meaning) for section in sections]
                    rows = await asyncio.to_thread(unpacked, sections, fresh)
                    if self.database:
                        async with self.database.transaction() as tx:
                            await playbook.keep_vectors(tx, workspace_id, version, fresh, name)
                found = Counted(meaning, rows)
        except (KindlineError, ValueError) as error:
            log.warning("playbook_without_meaning", workspace_id=workspace_id, reason=type(error).__name__)
        self._meanings[workspace_id] = (version, found)

    async def stock(self, tx: Transaction, workspace_id: str) -> Sequence[StockReply]:
        rows = await playbook.stock_replies(tx, workspace_id)
        return [STORED.validate_python(row.fields) for row in rows]

    async def record(self, tx: Transaction, workspace_id: str, record_id: str) -> CustomerRecord | None:
        row = await playbook.customer(tx, workspace_id, record_id)
        return _RECORD.validate_python(row.fields) if row is not None else None


def _rows(sections: Sequence[Section], kept: Sequence[tuple[str, bytes]], name: str) -> dict[str, Any] | None:
    """What was kept; None when another model counted it, or when sections are taken apart in another way by now."""
    if any(by != name for by, _ in kept):
        return None
    try:
        return unpacked(sections, [one for _, one in kept])
    except ValueError:
        return None


def read_folder(folder: Path) -> Folder:
    """`*.md` are the playbook's pages; `stock_replies.csv` and `customers.csv` are read where they are."""
    pages = parse_folder(folder) if any(folder.glob("*.md")) else PlaybookRead(())
    stock_file, customers_file = folder / "stock_replies.csv", folder / "customers.csv"
    stock = parse_stock(_words(stock_file)) if stock_file.is_file() else StockRead(())
    customers = parse_customers(_words(customers_file)) if customers_file.is_file() else CustomersRead(())
    problems = (*pages.problems, *stock.problems, *customers.problems)
    return Folder(pages.sections, stock.replies, customers.records, problems)


def count(folder: Folder, meaning: Meaning, tell: Callable[[int], object] = lambda _: None) -> list[tuple[str, bytes]]:
    """What each section means and who counted it, for `take_in`. Blocks; `tell` hears how many sections are done."""
    found: list[tuple[str, bytes]] = []
    for section in folder.sections:
        found.append((meaning.name, packed(section, meaning)))
        tell(len(found))
    return found


async def take_in(
    tx: Transaction, workspace_id: str, folder: Folder, by: str = "", counted: Sequence[tuple[str, bytes]] = ()
) -> None:
    """Replace each kind that the folder has; a kind that it has not stays as it was imported before. `counted` is what
    the sections mean, when somebody counted it."""
    if folder.sections:
        rows = [_section_row(tx, workspace_id, n, section) for n, section in enumerate(folder.sections)]
        for row, (name, vectors) in zip(rows, counted, strict=False):
            row.vectors, row.vectors_by = vectors, name
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
    fields = STORED.dump_python(reply, mode="json")
    return StockReplyRow(workspace_id=workspace_id, reply_id=reply.reply_id, fields=fields, imported_at=tx.raw_now)


def _customer_row(tx: Transaction, workspace_id: str, record: CustomerRecord) -> CustomerRow:
    return CustomerRow(
        workspace_id=workspace_id,
        record_id=record.id,
        email=record.email,
        fields=_RECORD.dump_python(record, mode="json"),
        imported_at=tx.raw_now,
    )
