"""Reads customer records from CSV: what is known of a person, so that they need not tell it twice."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import available_timezones

from bot.replies.sources.stock import delimiter_of


@dataclass(frozen=True, slots=True)
class Order:
    number: str
    what: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CustomerRecord:
    """One customer. `zone` is an IANA name or empty; `history`, `preferences` and `open_matters` are the file's own
    words."""

    record_id: str
    name: str
    email: str = ""
    phone: str = ""
    zone: str = ""
    language: str = ""
    since: date | None = None
    orders: tuple[Order, ...] = ()
    history: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    open_matters: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.record_id

    @property
    def wants_messages_only(self) -> bool:
        return any(
            re.search(r"\bmessages? only\b|\bno calls\b|\bnot? (?:by )?(?:phone|calls?)\b", wish)
            for wish in (*self.preferences, *self.history)
        )

    @property
    def is_formal(self) -> bool:
        return any(re.search(r"\b(?:formal|surname)\b", wish) and "informal" not in wish for wish in self.preferences)


@dataclass(frozen=True, slots=True)
class CustomersRead:
    records: tuple[CustomerRecord, ...]
    problems: tuple[str, ...] = ()


_ORDER = re.compile(
    r"^(?P<number>[A-Za-z]{0,6}[-#]?\d[\w-]*)\s+(?P<what>.*?)\s*(?:\((?P<on>\d{4}-\d{2}-\d{2})\))?\s*(?:,\s*(?P<note>.+))?$"
)


def parse_customers(text: str) -> CustomersRead:
    """CSV with at least the columns id and name. A bad cell is left empty and named; a bad line never stops the
    rest."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter_of(text))
    missing = [column for column in ("id", "name") if column not in (rows.fieldnames or ())]
    if missing:
        return CustomersRead((), (f"The first line should name the columns; I miss {' and '.join(missing)}.",))
    records: dict[str, CustomerRecord] = {}
    problems: list[str] = []
    try:
        for row in rows:
            cells = {
                key: value.strip() for key, value in row.items() if isinstance(key, str) and isinstance(value, str)
            }
            record = _record(cells, rows.line_num, problems)
            if record and record.record_id in records:
                problems.append(
                    f"Line {rows.line_num}: the id {record.record_id} is already taken, so I left this one out."
                )
            elif record:
                records[record.record_id] = record
    except csv.Error:
        problems.append(f"Line {rows.line_num}: I could not read from here on; please check the quotation marks.")
    return CustomersRead(tuple(records.values()), tuple(problems))


def _record(cells: dict[str, str], line: int, problems: list[str]) -> CustomerRecord | None:
    if not cells.get("id") or not cells.get("name"):
        problems.append(f"Line {line}: a customer needs an id and a name, so I left this one out.")
        return None
    zone = cells.get("time_zone", "") or cells.get("zone", "")
    if zone and zone not in available_timezones():
        problems.append(
            f"Line {line}: I don't know the time zone “{zone}”, so I left it empty; one like Europe/Berlin works."
        )
        zone = ""
    email = cells.get("email", "")
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
        problems.append(f"Line {line}: “{email}” is not an email address, so I left it empty.")
        email = ""
    return CustomerRecord(
        record_id=cells["id"],
        name=cells["name"],
        email=email,
        phone=cells.get("phone", ""),
        zone=zone,
        language=cells.get("language", "").lower(),
        since=_date(cells.get("customer_since", ""), line, problems),
        orders=tuple(_order(part) for part in _parts(cells.get("orders", ""))),
        history=_parts(cells.get("history", "")),
        preferences=tuple(wish for part in _parts(cells.get("preferences", "")) for wish in part.split(", ")),
        open_matters=_parts(cells.get("open_matters", "")),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _date(text: str, line: int, problems: list[str]) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        problems.append(f"Line {line}: I could not read the date “{text}”; please write it as 2026-03-31.")
        return None


def _order(text: str) -> Order:
    """ "MB-40118 Lindau E (2025-06-03)"; words that have no such form are kept whole as what was bought."""
    match = _ORDER.match(text)
    if not match:
        return Order(number="", what=text)
    try:
        on = date.fromisoformat(match["on"]) if match["on"] else None
    except ValueError:
        on = None
    what = match["what"] + (f", {match['note']}" if match["note"] else "")
    return Order(number=match["number"], what=what, on=on)
