"""A person's words as Microsoft Teams sends them: the plain text with at-tags, and the HTML beside it."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from handlers.playground.teams.wire import aad_id, user_id
from handlers.playground.world import App, Json, Person, Workspace

ANGLED = re.compile(r"<([^<>]*)>")
MENTION = "http://schema.skype.com/Mention"

Form = Callable[[str, str, int], str]
"""How a person or a link is written: (kind, words, number of the mention)."""


@dataclass(slots=True)
class Spoken:
    """`text` and `html` name the people of `mentioned` in the order of their at-tags. In both, signs such as < are
    escaped, or nobody could tell them from tags."""

    text: str
    html: str
    payload_html: str
    """As a message extension gets it, with at-tags in place of spans."""
    mentioned: list[Person] = field(default_factory=list)

    def entities(self, app: App) -> list[Json]:
        return [
            {
                "type": "mention",
                "mentioned": {"id": user_id(person, app), "name": person.real_name},
                "text": f"<at>{html.escape(person.real_name, quote=False)}</at>",
            }
            for person in self.mentioned
        ]

    def payload_mentions(self, app: App) -> list[Json]:
        found: list[Json] = []
        for n, person in enumerate(self.mentioned):
            part = "application" if person.is_bot else "user"
            kind = "bot" if person.is_bot else "aadUser"
            who = {"id": aad_id(person) or app.teams.id, "displayName": person.real_name}
            mentioned = {part: {**who, f"{part}IdentityType": kind}}
            found.append({"id": n, "mentionText": person.real_name, "mentioned": mentioned})
        return found


def spoken(stored: str, workspace: Workspace) -> Spoken:
    """`stored` is a text as the playground keeps it: escaped, with its mentions and links in angles."""
    mentioned: list[Person] = []

    def replaced(form: Form) -> str:
        mentioned.clear()
        found = ""
        at = 0
        for match in ANGLED.finditer(stored):
            found += stored[at : match.start()]
            target, _, label = match.group(1).partition("|")
            person = workspace.people.get(target[1:]) if target.startswith("@") else None
            if person is not None:
                found += form("person", person.real_name, len(mentioned))
                mentioned.append(person)
            else:
                found += _other(target, label, workspace, form)
            at = match.end()
        return found + stored[at:]

    text = replaced(_as_text)
    payload = replaced(_as_payload)
    body = replaced(_as_html)
    return Spoken(text=text, html=_paragraphs(body), payload_html=_paragraphs(payload), mentioned=mentioned)


def _other(target: str, label: str, workspace: Workspace, form: Form) -> str:
    if target.startswith("#"):
        channel = workspace.channels.get(target[1:])
        return f"#{label or (channel.name if channel else target[1:])}"
    if target.startswith(("!", "@")):
        return f"@{label or target[1:]}"
    return form("link", target, 0) if not target.startswith("mailto:") else label


def _as_text(kind: str, words: str, _number: int) -> str:
    return f"<at>{html.escape(words, quote=False)}</at>" if kind == "person" else words


def _as_payload(kind: str, words: str, number: int) -> str:
    escaped = html.escape(words, quote=False)
    return f'<at id="{number}">{escaped}</at>' if kind == "person" else f'<a href="{words}">{words}</a>'


def _as_html(kind: str, words: str, number: int) -> str:
    if kind != "person":
        return f'<a href="{words}" rel="noreferrer noopener" title="{words}" target="_blank">{words}</a>'
    escaped = html.escape(words, quote=False)
    return f'<span itemtype="{MENTION}" itemscope itemid="{number}">{escaped}</span>'


def _paragraphs(body: str) -> str:
    """As the compose box writes them: a blank line begins a new paragraph, any other a break."""
    return "\r\n".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in re.split(r"\n{2,}", body.strip("\n")))
