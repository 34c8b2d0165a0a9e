"""What people see, in words that no platform owns.

A feature builds a `Card`, a `Form` or a home page from these parts; `handlers/*/` renders them. All text is plain: the
renderer escapes it, so words that came from a customer can never ping anyone or disguise a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a button looks: `PRIMARY` is what most people want next, `DANGER` cannot be undone."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Heading:
    """The card's first line, at most 150 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph; `strong` is shown in bold before it."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart: a customer's, or the text of a draft."""

    text: str


@dataclass(frozen=True, slots=True)
class Small:
    """A line of context in small grey letters."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin rule between two groups."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button whose press comes back as `ButtonPressed(button=id, subject=value)`.

    `label` at most 75 characters. `confirm` is a question asked before the press is sent.
    """

    id: str
    label: str
    value: str = ""
    tone: Tone = Tone.PLAIN
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A button that opens an address in the browser."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """A button that leads to a message. The platform finds its address when the card is posted; where it has none, and
    on a card that answers a press at once, there is no such button."""

    label: str
    channel_id: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A menu; the chosen option's value comes back as `ButtonPressed(button=id, subject=value)`."""

    id: str
    placeholder: str
    options: Sequence[tuple[str, str]]
    """Pairs of (label, value), at most 100."""


@dataclass(frozen=True, slots=True)
class Actions:
    """Buttons and menus in one row."""

    items: Sequence[Button | LinkButton | ThreadLink | Choice]


Part = Heading | Words | Quote | Small | Divider | Actions


@dataclass(frozen=True, slots=True)
class Card:
    """A message of the bot. `summary` is the plain line for notifications and screen readers."""

    summary: str
    parts: Sequence[Part]


def sentence(text: str, *more: str) -> Card:
    """One short paragraph, which is also the summary; `more` follows as paragraphs of their own."""
    return Card(summary=text, parts=[Words(line) for line in (text, *more)])


@dataclass(frozen=True, slots=True)
class TextInput:
    id: str
    label: str
    initial: str = ""
    is_multiline: bool = False
    is_optional: bool = False
    hint: str = ""
    placeholder: str = ""
    max_length: int = 3000


@dataclass(frozen=True, slots=True)
class SelectInput:
    id: str
    label: str
    options: Sequence[tuple[str, str]]
    """Pairs of (label, value)."""
    initial: str = ""
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class ChecksInput:
    id: str
    label: str
    options: Sequence[tuple[str, str]]
    """Pairs of (label, value); at most 10."""
    initial: Sequence[str] = ()
    is_optional: bool = True


@dataclass(frozen=True, slots=True)
class MomentInput:
    """A day and a time of day. `initial` is local ISO `YYYY-MM-DDTHH:MM`, and so is the submitted value."""

    id: str
    label: str
    initial: str = ""


@dataclass(frozen=True, slots=True)
class PersonInput:
    id: str
    label: str
    initial: str = ""
    is_optional: bool = False


Input = TextInput | SelectInput | ChecksInput | MomentInput | PersonInput


@dataclass(frozen=True, slots=True)
class Form:
    """A dialog. Submitting comes back as `FormSubmitted(form=id, subject=subject, values={input id: value})`.

    `title`, `submit` and `close` are at most 24 characters. An empty `submit` makes it read-only.
    """

    id: str
    title: str
    parts: Sequence[Part | Input]
    submit: str = "Save"
    close: str = "Cancel"
    subject: str = ""
