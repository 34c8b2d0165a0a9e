"""The form in which a reply is saved as an example, and the list of those that were saved."""

from collections.abc import Mapping, Sequence

from bot.buttons import Buttons, Forms
from bot.cards import Actions, Button, Card, Form, Heading, Input, Part, Quote, Small, TextInput, Words
from bot.replies.learning.examples import LONGEST, day_of, general_sentences
from storage.learning import ExampleVersion

TITLE = "Examples"
NONE_YET = "No examples yet. After you sent a reply, “Save as example” on its card keeps it for the team's drafts."
NO_MATCH = "No example holds these words."
HOW = (
    "I masked personal data. Drafts will tell only sentences that hold for every customer: none with a blank such as "
    "[name], and none about one case."
)
MOST, SHOWN = 10, 700


def example_form(draft_id: str, text: str, asks: Sequence[str]) -> Form:
    parts: list[Part | Input] = [
        Words(HOW),
        TextInput("text", "The reply", initial=text[:LONGEST], is_multiline=True, max_length=LONGEST),
        TextInput(
            "asks",
            "What it answers",
            initial="\n".join(asks),
            is_multiline=True,
            hint="One question a line. Drafts find the example by them, and never repeat them.",
            max_length=1000,
        ),
    ]
    return Form(Forms.EXAMPLE, "Save as example", parts, subject=draft_id)


def list_card(
    rows: Sequence[ExampleVersion], names: Mapping[str, str], zone: str, *, words: str = "", line: str = ""
) -> Card:
    """Those in use first; removed ones can be brought back. `line` says what was just pressed."""
    found = [row for row in rows if _holds(row, words)]
    live, removed = [row for row in found if not row.is_removed], [row for row in found if row.is_removed]
    parts: list[Part] = [Words(line)] if line else []
    parts.append(Heading(TITLE))
    for row in [*live, *removed][:MOST]:
        parts += _row(row, names, zone, words)
    if not found:
        parts.append(Words(NO_MATCH if rows else NONE_YET))
    if len(found) > MOST:
        parts.append(
            Small(f"And {len(found) - MOST} more. Words after the command find them: /kindline examples refund")
        )
    return Card(line or TITLE, parts)


def _row(row: ExampleVersion, names: Mapping[str, str], zone: str, words: str) -> list[Part]:
    saved = f"Saved by {names.get(row.saved_by) or 'a colleague'}, {day_of(row.saved_at, zone)}"
    if row.version > 1:
        saved += f" · version {row.version}"
    value = f"{row.example_id}|{words}"
    if row.is_removed:
        saved += f" · removed by {names.get(row.by) or 'a colleague'}, {day_of(row.at, zone)}"
        button = Button(Buttons.RESTORE_EXAMPLE, "Bring back", value)
    else:
        button = Button(Buttons.REMOVE_EXAMPLE, "Remove", value)
    text = row.text if len(row.text) <= SHOWN else row.text[: SHOWN - 1] + "…"
    parts: list[Part] = [Quote(text)]
    if row.asks:
        parts.append(Small(f"Answers: {' · '.join(row.asks)}"))
    if not row.is_removed:
        told = len(general_sentences(row.text))
        saved += f" · drafts may tell {told} {'sentence' if told == 1 else 'sentences'} of it"
    return [*parts, Small(saved), Actions([button])]


def _holds(row: ExampleVersion, words: str) -> bool:
    text = f"{row.text} {' '.join(row.asks)}".casefold()
    return all(word in text for word in words.casefold().split())
