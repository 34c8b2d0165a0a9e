"""The playbook's pages as a workspace keeps them by hand: listed, written, removed and brought back, with every version
kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter

from bot.replies.sources.playbook import PlaybookRead, Section, parse_page
from storage import playbook, workspaces
from storage.database import Transaction
from storage.playbook import PageVersion, PlaybookSection

_SECTION = TypeAdapter(Section)
STALE_AFTER = timedelta(days=180)
BY_IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Page:
    """One page with what its sections say together."""

    name: str
    sections: tuple[Section, ...]

    @property
    def page_id(self) -> str:
        return page_id(self.name)

    @property
    def owner(self) -> str:
        return self.sections[0].owner

    @property
    def updated(self) -> date | None:
        return self.sections[0].updated

    @property
    def live_to(self) -> date | None:
        return self.sections[0].live_to

    @property
    def is_internal(self) -> bool:
        """True when nothing of it may reach a customer."""
        return all(one.is_internal for one in self.sections)

    def why_stale(self, on: date) -> str:
        """What speaks for looking at it again; empty when nothing does."""
        if self.live_to is not None and on > self.live_to:
            return f"over since {self.live_to:%-d %B %Y}, so drafts no longer use it"
        if self.updated is not None and on - self.updated > STALE_AFTER:
            return "not looked at for half a year"
        return ""

    @property
    def version(self) -> str:
        """Another one as soon as anything of it was changed."""
        return sha256(self.markdown.encode()).hexdigest()[:12]

    @property
    def markdown(self) -> str:
        """As it could have been written: its head, then each section."""
        known = {"title": self.name, "owner": self.owner, "updated": self.updated, "live_to": self.live_to}
        known |= {"live_from": self.sections[0].live_from, "visibility": "internal" if self.is_internal else ""}
        head = [f"{key}: {value}" for key, value in known.items() if value]
        lines = ["---", *head, "---"]
        last = ""
        for section in self.sections:
            if section.heading and section.heading not in (last, self.name):
                lines += ["", f"## {section.heading}"]
            last = section.heading
            hidden = section.is_internal and not self.is_internal
            text = section.text.replace("\n", "\n> ") if hidden else section.text
            lines += ["", f"> Internal: {text}" if hidden else text]
        return "\n".join(lines)


def page_id(name: str) -> str:
    return sha256(name.casefold().encode()).hexdigest()[:20]


def pages_of(sections: Sequence[Section]) -> list[Page]:
    """In the playbook's order."""
    found: dict[str, list[Section]] = {}
    for section in sections:
        found.setdefault(section.page, []).append(section)
    return [Page(name, tuple(ones)) for name, ones in found.items()]


def read_page(text: str, on: date) -> PlaybookRead:
    """What was typed into a form; a page without a date was looked at today."""
    parsed = parse_page("The page", text)
    dated = [_with(section, {"updated": section.updated or on}) for section in parsed.sections]
    return PlaybookRead(tuple(dated), parsed.problems)


async def keep_page(tx: Transaction, workspace_id: str, name: str, fields: list[dict[str, Any]], by: str) -> int:
    """The page stands like this from now on (no sections: it is gone); answers the version's number. What it was
    before is kept too, also when an import had brought it."""
    rows = await playbook.sections(tx, workspace_id)
    mine = [dict(row.fields) for row in rows if page_id(str(row.fields["page"])) == page_id(name)]
    versions = await playbook.page_versions(tx, workspace_id, page_id(name))
    newest = versions[-1].version if versions else 0
    if mine and (not versions or versions[-1].sections != mine):
        newest += 1
        tx.session.add(_version(tx, workspace_id, name, newest, mine, by=BY_IMPORT))
    tx.session.add(_version(tx, workspace_id, name, newest + 1, fields, by=by))
    await _rewrite(tx, workspace_id, rows, name, fields)
    what = "playbook page changed" if fields else "playbook page removed"
    workspaces.audit(tx, workspace_id, by, what, page=page_id(name), version=newest + 1)
    return newest + 1


async def _rewrite(
    tx: Transaction, workspace_id: str, rows: Sequence[PlaybookSection], name: str, fields: Sequence[Mapping[str, Any]]
) -> None:
    """All sections once more, since what is kept of them in memory is good for one instant of import."""
    kept: list[tuple[Mapping[str, Any], bytes | None, str]] = []
    place = None
    for row in rows:
        if page_id(str(row.fields["page"])) == page_id(name):
            place = len(kept) if place is None else place
        else:
            kept.append((row.fields, row.vectors, row.vectors_by))
    at = len(kept) if place is None else place
    whole = [*kept[:at], *((one, None, "") for one in fields), *kept[at:]]
    anew = [
        PlaybookSection(
            workspace_id=workspace_id,
            section_id=f"s{position:05d}",
            position=position,
            fields=dict(one),
            imported_at=tx.raw_now,
            vectors=vectors,
            vectors_by=counted_by,
        )
        for position, (one, vectors, counted_by) in enumerate(whole)
    ]
    for row in rows:
        tx.session.expunge(row)
    await playbook.replace_all(tx, PlaybookSection, anew, workspace_id)


def fields_of(sections: Sequence[Section]) -> list[dict[str, Any]]:
    return [_SECTION.dump_python(section, mode="json") for section in sections]


def _with(section: Section, fields: Mapping[str, Any]) -> Section:
    return _SECTION.validate_python({**_SECTION.dump_python(section), **fields})


def _version(
    tx: Transaction, workspace_id: str, name: str, version: int, fields: list[dict[str, Any]], *, by: str
) -> PageVersion:
    return PageVersion(
        workspace_id=workspace_id,
        page_id=page_id(name),
        version=version,
        page=name,
        by=by,
        at=tx.now,
        sections=fields,
    )
