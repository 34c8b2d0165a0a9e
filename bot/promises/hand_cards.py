"""What people see when a promise goes from one colleague to another: the form, the question, and how it ended."""

from collections.abc import Sequence

from bot.buttons import Buttons, Forms
from bot.cards import Actions, Button, Card, Form, Part, PersonInput, Quote, Small, TextInput, Tone, Words
from bot.promises.cards import Reader
from bot.promises.digest import MOST_LINES
from bot.promises.ids import Ref
from bot.promises.wording import due_line, promised, unknown_to_customer
from storage.promises import Promise

IN_LIST = "offers"


def hand_form(promise: Promise, reader: Reader, ref: Ref) -> Form:
    """Asks who takes it over and what they should know."""
    return Form(
        Forms.HAND_OVER,
        "Hand over",
        [
            Words(promised(promise, by=reader.who)),
            Small(due_line(promise, reader.zone, reader.now)),
            PersonInput("to", "Who should take it over?"),
            TextInput(
                "note",
                "What should they know?",
                is_multiline=True,
                is_optional=True,
                hint="Only they read it. It stays yours until they say yes.",
                max_length=500,
            ),
        ],
        submit="Ask them",
        subject=str(ref),
    )


def offer_card(promise: Promise, reader: Reader, *, asker: str, note: str, story: Sequence[str]) -> Card:
    """Asks a colleague to take it over. `asker` is empty when nobody asks, because its owner can't be reached."""
    whose = reader.owner_name or "A colleague"
    summary = (
        f"{asker} asks whether you can take over a promise."
        if asker
        else f"{whose} can't be reached. Can you take over a promise?"
    )
    told = f"{promised(promise, by=whose)} {due_line(promise, reader.zone, reader.now)}"
    parts: list[Part] = [Words(summary), Words(told)]
    if promise.condition:
        parts.append(Small(f"It waits: {promise.condition}."))
    if unknown := unknown_to_customer(promise):
        parts.append(Small(unknown))
    if note:
        parts.append(Quote(note))
    parts += [Small(line) for line in story]
    return Card(summary, [*parts, Actions(_answers(Ref(promise.promise_id)))])


def offers_card(owed: Sequence[Promise], reader: Reader, owner_id: str, *, line: str = "") -> Card:
    """Asks about several promises of a colleague who is gone. `line` says what was just pressed in it."""
    whose = reader.owner_name or "A colleague"
    count = "a promise" if len(owed) == 1 else f"{len(owed)} promises"
    summary = f"{whose} can't be reached. Can you take over {count}?"
    parts: list[Part] = [Words(line)] if line else []
    parts.append(Words(summary))
    for one in owed[:MOST_LINES]:
        parts.append(Words(f"{promised(one, by=whose)} {due_line(one, reader.zone, reader.now)}"))
        parts.append(Actions(_answers(Ref(one.promise_id, IN_LIST, owner_id))))
    if len(owed) > MOST_LINES:
        parts.append(Small(f"{len(owed) - MOST_LINES} more come when these are answered."))
    return Card(line or summary, parts)


def _answers(ref: Ref) -> list[Button]:
    return [
        Button(Buttons.TAKE_PROMISE, "I'll take it", str(ref), Tone.PRIMARY),
        Button(Buttons.LEAVE_PROMISE, "I can't", str(ref)),
    ]


def asked_line(names: Sequence[str]) -> str:
    """Who was asked and has not answered; empty when nobody was."""
    if not names:
        return ""
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
    return f"Waiting for {who} to take it over; until then it stays where it is."
