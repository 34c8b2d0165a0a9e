"""Every single card and form of the promises feature; lists of promises are in `lists.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.buttons import Buttons, Forms
from bot.calendar.local import zone_named
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Choice, Form, Input, MomentInput, Part, Small, TextInput, Tone, Words
from bot.promises import life
from bot.promises.ids import Ref
from bot.promises.remind import Stage
from bot.promises.wording import (
    customer_of,
    deed,
    due_line,
    instant_words,
    promised,
    unknown_to_customer,
)
from storage.promises import Promise

SNOOZES = (("10 minutes", "10m"), ("1 hour", "1h"), ("Tomorrow morning", "tomorrow"))
GONE = "This promise is no longer here."


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the card: their zone and the time; `is_owner` is False for a lead."""

    zone: str
    now: datetime
    is_owner: bool = True
    owner_name: str = ""

    @property
    def who(self) -> str:
        return "You" if self.is_owner else self.owner_name or "A colleague"


def noticed_card(promise: Promise, reader: Reader, choices: Sequence[tuple[str, datetime]] = ()) -> Card:
    """Shown right after the words were sent: tracked with Undo, or Track / Not a promise. `choices` ask for a date."""
    if promise.state in life.ASKED:
        return _asking_card(promise, reader)
    told = f"{promised(promise)} {due_line(promise, reader.zone, reader.now)}"
    parts: list[Part] = [Words(told), *_condition(promise)]
    ref = Ref(promise.promise_id, "new")
    if choices:
        question = (
            "When will it be done?" if promise.due_at is None else "These words can mean two dates. Which one is it?"
        )
        parts += [Small(question), date_buttons(promise, choices)]
    buttons = [Button(Buttons.UNDO_PROMISE, "Undo", str(ref))]
    if not choices:
        buttons.append(Button(Buttons.MOVE_PROMISE, "Change date", str(ref)))
    parts.append(Actions(buttons))
    return Card(summary=told, parts=parts)


def date_buttons(promise: Promise, choices: Sequence[tuple[str, datetime]]) -> Actions:
    """Three concrete dates and "Pick a date"."""
    picks = [
        Button(Buttons.PICK_DATE, label, pick_value(promise, at), Tone.PRIMARY if n == 0 else Tone.PLAIN)
        for n, (label, at) in enumerate(choices)
    ]
    return Actions([*picks, Button(Buttons.MOVE_PROMISE, "Pick a date", str(Ref(promise.promise_id, "new")))])


def pick_value(promise: Promise, at: datetime) -> str:
    """The button's value names the version it was offered for, so of two choices the first one counts."""
    return str(Ref(promise.promise_id, "new", f"{promise.due_version};{at.isoformat()}"))


def _asking_card(promise: Promise, reader: Reader) -> Card:
    question = (
        f"This sounds like a promise to {customer_of(promise)}: {deed(promise)}. Shall I keep it in view for you?"
    )
    parts: list[Part] = [Words(question), *_condition(promise)]
    if promise.due_at is not None:
        parts.append(Small(due_line(promise, reader.zone, reader.now)))
    parts.append(Actions(asking_buttons(promise, "new")))
    return Card(summary=question, parts=parts)


def asking_buttons(promise: Promise, origin: str) -> list[Button]:
    ref = str(Ref(promise.promise_id, origin))
    return [
        Button(Buttons.TRACK_PROMISE, "Track", ref, Tone.PRIMARY),
        Button(Buttons.NOT_A_PROMISE, "Not a promise", ref),
    ]


def _condition(promise: Promise) -> list[Part]:
    return [Small(f"It waits: {promise.condition}.")] if promise.condition else []


def reminder_card(promise: Promise, stage: Stage, reader: Reader, *, late: str = "", why: str = "") -> Card:
    """A nudge, due, overdue or snoozed reminder, or the lead's notice. `late` says that it comes late, `why` why a
    lead gets it.
    """
    headline = _headline(promise, stage, reader)
    parts: list[Part] = [Words(headline), *_condition(promise)]
    parts += [Small(line) for line in (unknown_to_customer(promise), late, why) if line]
    parts.append(Actions(live_buttons(promise)))
    return Card(summary=headline, parts=parts)


def _headline(promise: Promise, stage: Stage, reader: Reader) -> str:
    told = promised(promise, by=reader.who)
    if stage is Stage.DUE and promise.due_at is not None and promise.due_at >= reader.now:
        return f"{told} It is due {in_few_words(promise.due_at, promise.due_zone, reader.now)}."
    due = due_line(promise, reader.zone, reader.now)
    if stage is Stage.DUE and due.endswith(": due now."):
        return f"{told} It is due now."
    return f"{told} {due}"


def live_buttons(promise: Promise, origin: str = "") -> list[Button | Choice]:
    """What can be done with an open promise."""
    ref = Ref(promise.promise_id, origin)
    snoozes = [(label, str(Ref(promise.promise_id, origin, code))) for label, code in SNOOZES]
    return [
        Button(Buttons.KEEP_PROMISE, "Done", str(ref), Tone.PRIMARY),
        Button(Buttons.MOVE_PROMISE, "Move the date", str(ref)),
        Button(Buttons.DRAFT_UPDATE, "Draft the update", str(ref)),
        Button(Buttons.HAND_OVER, "Hand over", str(ref)),
        Choice(Buttons.SNOOZE_PROMISE, "Snooze", snoozes),
    ]


def live_card(promise: Promise, reader: Reader, line: str) -> Card:
    """An open promise after something was pressed: what happened, and what can be done next."""
    parts: list[Part] = [
        Words(line),
        Small(f"{promised(promise, by=reader.who)} {due_line(promise, reader.zone, reader.now)}"),
    ]
    if unknown := unknown_to_customer(promise):
        parts.append(Small(unknown))
    return Card(summary=line, parts=[*parts, Actions(live_buttons(promise))])


def closed_card(promise: Promise, line: str) -> Card:
    """What became of it, with a way back for a slip of the finger."""
    back = Actions([Button(Buttons.REOPEN_PROMISE, "Reopen", str(Ref(promise.promise_id)))])
    return Card(summary=line, parts=[Words(line), back])


_HAPPENED = {
    "edited": "You changed the words of a promise.",
    "edited out": "These words are no longer in your message.",
    "deleted": "Your message with a promise was deleted.",
}


def changed_card(promise: Promise, reader: Reader, *, how: str, new_due_at: datetime | None) -> Card:
    """The message was edited or deleted (`how`): the owner says what becomes of the promise. Nothing has moved yet."""
    told = f"{promised(promise)} {due_line(promise, reader.zone, reader.now)}"
    summary = f"{_HAPPENED[how]} Does the promise still stand?"
    parts: list[Part] = [Words(summary), Small(told)]
    ref = Ref(promise.promise_id)
    buttons = [Button(Buttons.STILL_STANDS, "It still stands", str(ref), Tone.PRIMARY)]
    if new_due_at is not None:
        label = f"New date: {in_few_words(new_due_at, promise.due_zone, reader.now)}"
        value = str(Ref(promise.promise_id, "edit", f"{promise.due_version};{new_due_at.isoformat()}"))
        buttons.append(Button(Buttons.PICK_DATE, label, value))
    buttons.append(Button(Buttons.MOVE_PROMISE, "Pick a date" if new_due_at is None else "Another date", str(ref)))
    buttons.append(withdraw_button(promise))
    return Card(summary=summary, parts=[*parts, Actions(buttons)])


def withdraw_button(promise: Promise) -> Button:
    question = f"Take it off the list? Please make sure that {customer_of(promise)} knows."
    return Button(Buttons.WITHDRAW_PROMISE, "Withdraw it", str(Ref(promise.promise_id)), Tone.DANGER, question)


def move_form(promise: Promise, reader: Reader, ref: Ref, *, is_correction: bool) -> Form:
    """Asks for the date, in the reader's own zone; when it moves, also why, for the note to the customer."""
    start = promise.due_at if promise.due_at is not None and promise.due_at > reader.now else None
    initial = start.astimezone(zone_named(reader.zone)).strftime("%Y-%m-%dT%H:%M") if start else ""
    parts: list[Part | Input] = [Words(promised(promise, by=reader.who))]
    if promise.due_at is not None:
        parts.append(Small(due_line(promise, reader.zone, reader.now)))
    parts.append(MomentInput("due", "When will it be done?", initial=initial))
    if not is_correction:
        hint = f"In your own words. It goes into the note to {customer_of(promise)}, which you read before it is sent."
        reason = TextInput("reason", "What changed?", is_multiline=True, is_optional=True, hint=hint, max_length=500)
        parts.append(reason)
    title = "Change the date" if is_correction else "Move the date"
    return Form(Forms.MOVE_DATE, title, parts, submit="Save" if is_correction else "Move it", subject=str(ref))


def moved_line(promise: Promise, reader: Reader, *, has_notice: bool) -> str:
    """What to say after a date was set."""
    if promise.due_at is None:
        return "No date is set."
    when = instant_words(promise, promise.due_at, reader.zone, reader.now)
    note = (
        f" A note to {customer_of(promise)} is ready in the thread; please read it and send it." if has_notice else ""
    )
    return f"The date is now {when}.{note}"
