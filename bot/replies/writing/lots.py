"""Tells whether a customer's own lot or serial number lies in a range that the playbook names."""

import re
from dataclasses import dataclass

from bot.replies.finding.grounding import Grounded
from bot.replies.writing.plan import DraftBrief

_RANGE = re.compile(
    r"\b(?P<label>lot|batch|serial|frame|model|unit)(?:e?s|\s+numbers?)?\s+(?P<low>\d{2,9})\s*(?:to|-|–|"
    r"until)\s*(?P<high>\d{2,9})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lot:
    label: str
    number: str
    low: int
    high: int
    is_in: bool


def lot_of(brief: DraftBrief, found: Grounded) -> Lot | None:
    """Only when the passage names one range and exactly one number of that kind is known of the customer."""
    ranges = list(_RANGE.finditer(f"{found.section.page}\n{found.section.heading}\n{found.section.text}"))
    if not ranges or len({match.group("low", "high") for match in ranges}) > 1:
        return None
    label, low, high = ranges[0]["label"].lower(), int(ranges[0]["low"]), int(ranges[0]["high"])
    record = brief.record
    known = (
        " ".join([*(order.what for order in record.orders), *record.history, *record.open_matters]) if record else ""
    )
    said = " ".join(turn.text for turn in brief.turns if turn.by == "customer")
    for words in (said, known):
        numbers = set(re.findall(rf"\b{label}\s*(?:number|no\.?|:|#|is)?\s*(\d{{2,9}})\b", words, re.IGNORECASE))
        if len(numbers) == 1:
            number = numbers.pop()
            return Lot(label, number, low, high, low <= int(number) <= high)
    return None
