"""Reads stock replies from CSV and checks their {placeholders}, so that a misspelt one is found before a customer
sees it."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from difflib import get_close_matches
from hashlib import sha256

from pydantic import TypeAdapter

PLACEHOLDERS = frozenset(
    "name first_name last_name agent agent_name team company product order booking invoice ticket account tracking "
    "serial lot version date new_date old_date due_date check_date call_date collect_date"
    " ready_date last_scan window time until hours slot day days week weeks place shop address email phone amount "
    "price deposit refund fee percent quantity size new_size colour part parts job option option_a"
    " option_b reason missing matter question answer topic where mechanic person safety_person lead owner "
    "payment_way km link code room flight seat doctor appointment plan feature subscription".split()
)
"""What a stock reply may leave open. What Kindline cannot fill it asks the agent for."""

_BLANK = re.compile(r"\{([^{}\n]*)\}")
_COLUMNS = ("id", "title", "topic", "visibility", "text")


@dataclass(frozen=True, slots=True)
class StockReply:
    reply_id: str
    title: str
    topic: str
    text: str
    is_internal: bool = False
    language: str = "en"

    @property
    def placeholders(self) -> tuple[str, ...]:
        """In order of first appearance."""
        return tuple(dict.fromkeys(_BLANK.findall(self.text)))

    @property
    def version(self) -> str:
        """Another one as soon as anything of it was changed."""
        return sha256("\x1f".join(map(str, astuple(self))).encode()).hexdigest()[:12]


STORED = TypeAdapter(StockReply)
"""A stock reply as the fields of its row, and back."""


@dataclass(frozen=True, slots=True)
class StockRead:
    replies: tuple[StockReply, ...]
    problems: tuple[str, ...] = ()


def parse_stock(text: str) -> StockRead:
    """CSV with the columns id, title, topic, visibility, text and, if wished, language. A bad line never stops the
    rest."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter_of(text))
    missing = [column for column in ("id", "text") if column not in (rows.fieldnames or ())]
    if missing:
        wanted = ", ".join(_COLUMNS)
        return StockRead((), (f"The first line should name the columns ({wanted}); I miss {' and '.join(missing)}.",))
    replies: dict[str, StockReply] = {}
    problems: list[str] = []
    try:
        for row in rows:
            reply = _reply(row, rows.line_num, replies, problems)
            if reply:
                replies[reply.reply_id] = reply
    except csv.Error:
        problems.append(f"Line {rows.line_num}: I could not read from here on; please check the quotation marks.")
    return StockRead(tuple(replies.values()), tuple(problems))


def placeholder_problems(text: str) -> list[str]:
    """What is wrong with the blanks of one reply, as ends of a sentence."""
    problems = []
    for name in dict.fromkeys(_BLANK.findall(text)):
        if name not in PLACEHOLDERS:
            near = get_close_matches(name.lower(), PLACEHOLDERS, n=1, cutoff=0.7)
            hint = f"; did you mean {{{near[0]}}}?" if near else "."
            problems.append(f"I don't know the placeholder {{{name}}}{hint}")
    rest = _BLANK.sub("", text)
    if "{" in rest or "}" in rest:
        problems.append("a curly bracket has no partner.")
    return problems


def delimiter_of(text: str) -> str:
    first = text.split("\n", 1)[0]
    return ";" if first.count(";") > first.count(",") else ","


def _reply(
    row: Mapping[str | None, str | None], line: int, known: dict[str, StockReply], problems: list[str]
) -> StockReply | None:
    cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
    reply_id, text = cells.get("id", ""), cells.get("text", "")
    if not reply_id or not text:
        problems.append(f"Line {line}: a stock reply needs an id and a text, so I left this one out.")
        return None
    if reply_id in known:
        problems.append(f"Line {line}: the id {reply_id} is already taken, so I left this one out.")
        return None
    problems.extend(f"Line {line}: {problem}" for problem in placeholder_problems(text))
    visibility = cells.get("visibility", "public").lower() or "public"
    if visibility not in ("public", "internal"):
        problems.append(
            f"Line {line}: visibility is “{visibility}”; I keep the reply internal until it says public or internal."
        )
    return StockReply(
        reply_id=reply_id,
        title=cells.get("title", "") or reply_id,
        topic=cells.get("topic", ""),
        text=text,
        is_internal=visibility != "public",
        language=cells.get("language", "") or "en",
    )
