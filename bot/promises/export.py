"""Promises as a table for a spreadsheet, in which no cell that somebody wrote can act as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from storage import people, promises
from storage.database import Transaction
from storage.people import machine
from storage.promises import Promise

HEAD = ("owner", "customer", "promise", "state", "made", "due", "known to the customer", "closed", "channel", "thread")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "\uff1d", "\uff0b", "\uff0d", "\uff20")


_INSIDE = re.compile(r"([;\t\r\n]\"*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet with another separator begins a cell, or a row, in the middle of ours."""


def safe(cell: str) -> str:
    """A quote before whatever a spreadsheet would calculate. Such a cell reads with its quote when it is opened."""
    inside = _INSIDE.sub(r"\1'", cell)
    return f"'{inside}" if cell.startswith(_FORMULA) else inside


def table(rows: Iterable[Promise], names: Mapping[str, str]) -> str:
    """RFC 4180, with dates in UTC."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(HEAD)
    for one in rows:
        dates = [at.strftime("%Y-%m-%d %H:%M") if at else "" for at in (one.made_at, one.due_at, one.known_due_at)]
        closed = one.closed_at.strftime("%Y-%m-%d %H:%M") if one.closed_at else ""
        words = (names.get(one.owner_id, ""), one.customer_name, one.quote or one.what, one.state)
        cells = (*words, *dates, closed, one.channel_id, one.thread_id)
        writer.writerow([safe(cell.replace("\x00", "")) for cell in cells])
    return written.getvalue()


async def exported(tx: Transaction, workspace_id: str) -> str:
    """Every promise of one workspace that was tracked or asked about, the oldest first."""
    rows = await promises.all_promises(tx, machine(workspace_id))
    names: dict[str, str] = {}
    for owner_id in {one.owner_id for one in rows}:
        owner = await people.person(tx, workspace_id, owner_id)
        names[owner_id] = owner.name if owner is not None else ""
    return table(rows, names)
