"""What the customer's own record says about an ask: which order is meant, and the date that is known for it."""

import re
from dataclasses import dataclass
from datetime import date

from bot.calendar.words import MONTHS, WEEKDAYS
from bot.reading.words import content
from bot.replies.sources.customers import CustomerRecord, Order

_I = re.IGNORECASE
_WHEN = re.compile(
    r"^(?:where (?:is|are)|when (?:will|is|are|does|do|can)|will\b.*\b(?:arrive|come|be here)|has\b.*\b(?:shipped|"
    r"left)|"
    r"is\b.*\b(?:on its way|coming|shipped|late|delayed))\b",
    _I,
)
_DUE = re.compile(
    r"\b(?:due|delivery|arrives?|expected|ready|ships?|appointment)\b[^;]{0,20}?\b(\d{4}-\d{2}-\d{2})\b", _I
)


@dataclass(frozen=True, slots=True)
class KnownDate:
    """The day that the record names for what was asked. `is_past` when it is over."""

    day: date
    is_past: bool
    what: str

    def in_words(self) -> str:
        return f"{WEEKDAYS[self.day.weekday()]} {self.day.day} {MONTHS[self.day.month - 1]}"


def order_meant(words: str, record: CustomerRecord | None) -> Order | None:
    """The one order that the words name by its number, or by the thing that was bought when only one order has it."""
    if record is None:
        return None
    by_number = [o for o in record.orders if o.number and o.number.lower() in words.lower()]
    if by_number:
        return by_number[0] if len(by_number) == 1 else None
    said = set(content(words))
    by_thing = [order for order in record.orders if said & set(content(order.what)[:2])]
    return by_thing[0] if len(by_thing) == 1 else None


def known_date(ask: str, record: CustomerRecord | None, today: date) -> KnownDate | None:
    """Only for an ask after a time or a place, and only when the record names the day for exactly that order."""
    if record is None or not _WHEN.match(ask):
        return None
    order = order_meant(ask, record)
    matters = [matter for matter in record.open_matters if order and order.number and order.number in matter]
    days = {found[1] for matter in matters for found in _DUE.finditer(matter)}
    if len(days) != 1:
        return None
    try:
        day = date.fromisoformat(days.pop())
    except ValueError:
        return None
    return KnownDate(day, day < today, f"Your {_thing(order)} ({order.number})" if order else "It")


def _thing(order: Order) -> str:
    return re.split(r"[,(]|\s\d", order.what)[0].strip()


def with_what(words: str, record: CustomerRecord | None) -> str:
    """ "where MB-43317 is" becomes "where your Lindau E Plus (MB-43317) is"."""
    for order in record.orders if record else ():
        if order.number and order.number in words and order.what:
            thing = _thing(order)
            if thing.lower() in words.lower():
                return words
            bare = rf"\b(?:the |your |my )?(?:order )?{re.escape(order.number)}\b"
            return re.sub(bare, f"your {thing} ({order.number})", words, count=1)
    return re.sub(r"\bthe (?=[A-Z]{1,5}-?\d)", "", words)
