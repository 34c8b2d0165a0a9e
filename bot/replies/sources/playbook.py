"""Reads a company's playbook (Markdown pages) into sections, and keeps what is internal apart from what a customer
may hear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

MAX_PAGE_CHARACTERS = 200_000
ARROW = " \u203a "  # Between a page and its heading, where a fact is cited.


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading. `text` is the page's own Markdown; an internal paragraph is a section of its
    own."""

    page: str
    heading: str
    text: str
    is_internal: bool = False
    owner: str = ""
    updated: date | None = None
    live_from: date | None = None
    live_to: date | None = None

    @property
    def source(self) -> str:
        """The name under which a fact is cited: "Delivery" and its heading "Late deliveries", with an arrow between."""
        name = f"{self.page}{ARROW}{self.heading}" if self.heading and self.heading != self.page else self.page
        return f"{name} (internal)" if self.is_internal else name

    def is_live(self, on: date) -> bool:
        return not (self.live_from and on < self.live_from) and not (self.live_to and on > self.live_to)


@dataclass(frozen=True, slots=True)
class PlaybookRead:
    """The sections that could be read, and what was wrong with the rest, one sentence each."""

    sections: tuple[Section, ...]
    problems: tuple[str, ...] = ()


_KNOWN_KEYS = frozenset({"title", "visibility", "owner", "updated", "live_from", "live_to"})
_SAME_KEYS = {
    "valid_from": "live_from", "from": "live_from", "starts": "live_from", "valid_to": "live_to", "until": "live_to",
    "valid_until": "live_to", "live_until": "live_to", "expires": "live_to", "ends": "live_to",
}  # fmt: skip
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_INTERNAL = re.compile(r"^>\s*\**internal(?: only)?\**\s*:\s*", re.IGNORECASE)


def parse_folder(folder: Path) -> PlaybookRead:
    """Every `*.md` page of a folder, in the order of its names; an unreadable page is a problem, not an error."""
    sections: list[Section] = []
    problems: list[str] = []
    pages = sorted(folder.glob("*.md"))
    if not pages:
        return PlaybookRead((), (f"There are no Markdown pages (*.md) in {folder.name or 'this folder'}.",))
    for path in pages:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            problems.append(f"{path.name}: I could not read this page; please save it as UTF-8 text.")
            continue
        page = parse_page(path.name, text)
        sections.extend(page.sections)
        problems.extend(page.problems)
    return PlaybookRead(tuple(sections), tuple(problems))


def parse_page(name: str, text: str) -> PlaybookRead:
    """One page. A page whose visibility is not plainly public or internal is kept internal, so that nothing slips
    out."""
    problems: list[str] = []
    if len(text) > MAX_PAGE_CHARACTERS:
        problems.append(f"{name}: the page is very long; I read its first {MAX_PAGE_CHARACTERS:,} characters.")
        text = text[:MAX_PAGE_CHARACTERS]
    head, body = _front_matter(text.replace("\r\n", "\n"))
    problems.extend(
        f"{name}: I don't know the line “{key}” at the top, so I left it out." for key in head if key not in _KNOWN_KEYS
    )
    dates = {key: _date_of(name, key, head.get(key, ""), problems) for key in ("updated", "live_from", "live_to")}
    visibility = head.get("visibility", "public").lower()
    if visibility not in ("public", "internal"):
        problems.append(
            f"{name}: visibility is “{visibility}”; I keep the page internal until it says public or internal."
        )
    title = head.get("title") or _first_title(body) or Path(name).stem.replace("-", " ").replace("_", " ").capitalize()
    sections = [
        Section(title, heading, words, is_internal or visibility != "public", head.get("owner", ""), **dates)
        for heading, words, is_internal in _parts(body)
        if words.strip()
    ]
    if not sections:
        problems.append(f"{name}: the page has no text.")
    return PlaybookRead(tuple(sections), tuple(problems))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = re.match(r"\ufeff?---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not match:
        return {}, text
    head: dict[str, str] = {}
    for line in match.group(1).split("\n"):
        key, colon, value = line.partition(":")
        if colon and key.strip() and not line.lstrip().startswith("#"):
            name = key.strip().lower().replace("-", "_").replace(" ", "_")
            head[_SAME_KEYS.get(name, name)] = value.strip().strip("\"'")
    return head, text[match.end() :]


def _date_of(name: str, key: str, value: str, problems: list[str]) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        problems.append(f"{name}: {key} is “{value}”; please write it as 2026-03-31.")
        return None


def _first_title(body: str) -> str:
    match = re.search(r"^#\s+(.+?)\s*$", body, re.MULTILINE)
    return match.group(1) if match else ""


def _parts(body: str) -> Iterator[tuple[str, str, bool]]:
    """(heading, words, is internal) in order; deeper headings are joined to the one above them."""
    path: list[tuple[int, str]] = []
    public: list[str] = []
    hidden: list[str] = []
    is_hiding = False
    for line in [*body.split("\n"), "# "]:
        heading = _HEADING.match(line) or re.match(r"^(#)\s*()$", line)
        if heading:
            name = ARROW.join(title for _, title in path)
            yield name, "\n".join(public).strip(), False
            yield name, "\n".join(hidden).strip(), True
            public, hidden, is_hiding = [], [], False
            level = len(heading.group(1))
            path = [step for step in path if step[0] < level] + ([(level, heading.group(2))] if level > 1 else [])
            continue
        is_quote = line.startswith(">")
        is_hiding = is_quote and (is_hiding or bool(_INTERNAL.match(line)))
        if is_hiding:
            hidden.append(re.sub(r"^>\s?", "", _INTERNAL.sub("", line)))
        else:
            public.append(line)
