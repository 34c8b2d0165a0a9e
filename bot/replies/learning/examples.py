"""Replies that agents saved for others: masked, versioned, and told by drafts only where a sentence holds for
everybody."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.calendar.local import zone_named
from bot.calendar.words import MONTHS
from bot.reading.masking import mask
from bot.replies.sources.playbook import Section
from storage import learning, people
from storage.database import Transaction
from storage.learning import ExampleVersion

LONGEST = 3000
MOST_ASKS = 10
BLANK = re.compile(r"\[[^\[\]\n]{0,60}\]")
_HELLO = re.compile(r"^(?:hi|hello|hey|dear|hiya|good (?:morning|afternoon|evening|day)|greetings)\b.{0,60}$", re.I)
_BYE = re.compile(
    r"^(?:(?:kind(?:est)?|best|warm(?:est)?|many|with)\b.{0,20}|regards|best|cheers|thanks|thank you|all the best|"
    r"take care|yours|sincerely|have a\b.{0,30}|[^\W\d_]+(?: [^\W\d_]+)?)[,.!]?$",
    re.I,
)
_ONE_CASE = re.compile(
    r"\b(?:I|I['’](?:m|ll|ve|d)|me|my|mine)\b|\b(?:today|tomorrow|yesterday|tonight|just now|at the moment)\b|"
    r"\b(?:this|next|last) (?:morning|afternoon|evening|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"\b(?:sorry|apolog\w+|thank(?:s| you))\b|\b[Ww]e(?:['’]ve| have| had| just) \w+(?:ed|en|nt)\b|"
    r"\byour (?:order|parcel|package|booking|refund|case|invoice|ticket|appointment|reservation|message|note) "
    r"(?:is|was|has|will|left|arrive\w*|went)\b",
    re.I,
)
"""What is true of one customer or one day, and so of nobody else."""


@dataclass(frozen=True, slots=True)
class ExampleSection(Section):
    """One saved reply as a part of the playbook: found by the asks that it answers, cited by who saved it."""

    @property
    def source(self) -> str:
        return self.page


class Examples:
    """Each workspace's examples as sections, kept until one is saved, removed or brought back."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, tuple[Section, ...]]] = {}

    async def sections(self, tx: Transaction, workspace_id: str, zone: str = "UTC") -> tuple[Section, ...]:
        version = await learning.examples_version(tx, workspace_id)
        known = self._known.get(workspace_id)
        if known is None or known[0] != version:
            rows = [row for row in await learning.examples(tx, workspace_id) if not row.is_removed]
            names = {row.saved_by: await name_of(tx, workspace_id, row.saved_by) for row in rows}
            known = (version, sections_of(rows, names, zone))
            self._known[workspace_id] = known
        return known[1]


def sections_of(rows: Sequence[ExampleVersion], names: Mapping[str, str], zone: str) -> tuple[Section, ...]:
    """Those of which something can be told."""
    found = []
    for row in rows:
        if text := "\n".join(general_sentences(row.text)):
            page = f"Example saved by {names.get(row.saved_by) or 'a colleague'}, {day_of(row.saved_at, zone)}"
            found.append(ExampleSection(page, " · ".join(row.asks), text, updated=row.saved_at.date()))
    return tuple(found)


def masked(text: str, *, names: Sequence[str], known: Sequence[str] = ()) -> str:
    """A reply without personal data: [name], [order], [phone] and the like stand in its place."""
    return mask(text, names=[name for name in names if name], known=[name for name in known if name])


def general_sentences(text: str) -> list[str]:
    """What holds for every customer: no greeting, no sign-off, nothing with a blank or about one case."""
    kept = []
    for line in text.split("\n"):
        if not line.strip() or _HELLO.match(line.strip()) or _BYE.match(line.strip()):
            continue
        for sentence in re.split(r"(?<=[.!?])\s+", line.strip()):
            if not (BLANK.search(sentence) or _ONE_CASE.search(sentence) or sentence.rstrip().endswith("?")):
                kept.append(sentence.strip())
    return kept


def example_id_of(draft_id: str) -> str:
    """The same reply saved again is a new version of the same example."""
    return f"x{draft_id}"


async def save(
    tx: Transaction, workspace_id: str, example_id: str, by: str, *, text: str, asks: Sequence[str]
) -> ExampleVersion:
    last = await learning.example(tx, workspace_id, example_id)
    row = ExampleVersion(
        workspace_id=workspace_id,
        example_id=example_id,
        version=(last.version if last else 0) + 1,
        text=text[:LONGEST],
        asks=list(asks)[:MOST_ASKS],
        saved_by=by,
        saved_at=tx.now,
        by=by,
        at=tx.now,
    )
    tx.session.add(row)
    return row


async def put(tx: Transaction, last: ExampleVersion, by: str, *, is_removed: bool) -> ExampleVersion:
    """Remove it, or bring it back: a new version, so that both are known and neither is final."""
    row = ExampleVersion(
        workspace_id=last.workspace_id,
        example_id=last.example_id,
        version=last.version + 1,
        text=last.text,
        asks=list(last.asks),
        saved_by=last.saved_by,
        saved_at=last.saved_at,
        by=by,
        at=tx.now,
        is_removed=is_removed,
    )
    tx.session.add(row)
    return row


async def name_of(tx: Transaction, workspace_id: str, person_id: str) -> str:
    found = await people.person(tx, workspace_id, person_id) if person_id else None
    return found.first_name if found else ""


def day_of(at: datetime, zone: str) -> str:
    """ "18 March", as a source is cited."""
    local = at.astimezone(zone_named(zone))
    return f"{local.day} {MONTHS[local.month - 1]}"
