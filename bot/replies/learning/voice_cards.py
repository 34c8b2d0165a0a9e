"""How an agent's voice is shown to them, and the form in which they set it themselves."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, get_args

from bot.buttons import Buttons, Forms
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Form, Heading, Input, Part, SelectInput, Small, TextInput, Words
from bot.replies.learning.voices import Chosen, chosen_of, voice_of
from bot.replies.writing.own_voice import ENOUGH, Length, in_words
from storage.learning import Voice

TITLE = "How you write"
NOT_YET = "I don't know it yet. I learn it from the replies that you type yourself, once there are a few."
FORGOTTEN = "I forgot how you write, and I don't learn it. Your drafts are written plainly."
ONLY_YOU = "Only you see this. I learn from words you typed yourself, never from my drafts or from customers."
FORGET = "Forget how you write, and what you set? I'll learn it again only when you ask me to."
ERASE = (
    "Erase how you write, what you set, and your edits of drafts? Examples you saved stay for your team, without your "
    "name. This can't be undone."
)
ERASED = "Erased: how you write, your edits of drafts, and your name on examples."
AS_IS, YES, NO = "own", "yes", "no"
LONGEST_GREETING, LONGEST_SIGN_OFF = 30, 40
_LENGTHS = {"short": "Short", "usual": "Middling", "long": "Long and thorough"}
_NAMES = {
    "greeting": "the greeting",
    "sign_off": "the sign-off",
    "contracts": "“I'll” or “I will”",
    "length": "the length",
    "uses_emoji": "emoji",
}
_TOLD = {
    "greeting": ("You mostly open with", "Your drafts open with"),
    "sign_off": ("You mostly close with", "Your drafts close with"),
    "contracts": ("You write “I", "Your drafts say “I"),
    "length": ("Your replies are", "Your drafts are"),
}
_GREETING = re.compile(r"(?P<words>[^\W\d_]+(?:['’ -][^\W\d_]+)*) ?(?P<mark>[,!.–-]?)")
_SIGN_OFF = re.compile(r"(?P<words>[^\W\d_]+(?:[,'’]? ?[ -]?[^\W\d_]+)*) ?[,!.]?")


def voice_card(row: Voice | None, zone: str, now: datetime, line: str = "") -> Card:
    """`line` says what was just done."""
    parts: list[Part] = [*([Words(line)] if line else []), Heading(TITLE), *(Words(line) for line in lines(row))]
    if row is not None and row.version:
        count = f"From {row.replies} {'reply' if row.replies == 1 else 'replies'} of yours. " if row.replies else ""
        parts.append(Small(f"{count}Last changed {in_few_words(row.changed_at, zone, now)}."))
    parts += [Small(ONLY_YOU), Actions(buttons(row))]
    return Card(line or TITLE, parts)


def home_parts(row: Voice | None) -> list[Part]:
    return [Heading(TITLE), Words(" ".join(lines(row))), Actions(buttons(row))]


def lines(row: Voice | None) -> list[str]:
    """What drafts for this person wear, in plain words."""
    chosen = chosen_of(row)
    told = [_as_set(line, chosen) for line in in_words(voice_of(row))]
    if chosen.uses_emoji is False:
        told.append("Your drafts carry no emoji.")
    if chosen.length == "usual":
        told.append("Your drafts are of middling length.")
    if row is not None and not row.is_on:
        told.insert(0, FORGOTTEN if chosen.is_empty else "I don't learn how you write; this is what you set.")
    elif not told:
        told.append(NOT_YET if row is None or row.replies < ENOUGH else "Plainly: I see no habit that stands out.")
    if set_by_them := [_NAMES[name] for name in _NAMES if getattr(chosen, name) is not None]:
        told.append(f"You set {_and(set_by_them)} yourself.")
    return told


def _as_set(line: str, chosen: Chosen) -> str:
    """What somebody set is true of their drafts, and need not be of what they write."""
    for name, (habit, setting) in _TOLD.items():
        if getattr(chosen, name) is not None:
            line = line.replace(habit, setting)
    return line


def buttons(row: Voice | None) -> list[Button]:
    found = [Button(Buttons.EDIT_VOICE, "Edit how I write")]
    erase = Button(Buttons.ERASE_VOICE, "Erase it all", confirm=ERASE)
    if row is not None and not row.is_on:
        return [*found, Button(Buttons.LEARN_VOICE, "Learn it again"), erase]
    return [*found, Button(Buttons.FORGET_VOICE, "Forget it", confirm=FORGET), erase]


def voice_form(row: Voice | None) -> Form:
    chosen = chosen_of(row)
    greeting = (chosen.greeting or "") + (chosen.mark if chosen.greeting and chosen.mark == "!" else "")
    parts: list[Part | Input] = [
        Words("What you set here stands above what I learn. Leave the rest as it is."),
        TextInput(
            "greeting",
            "Greeting",
            initial=greeting,
            is_optional=True,
            hint="Without a name, such as Good morning. Empty: as you write.",
            max_length=LONGEST_GREETING,
        ),
        TextInput(
            "sign_off",
            "Sign-off",
            initial=chosen.sign_off or "",
            is_optional=True,
            hint="Your name follows it. Empty: as you write.",
            max_length=LONGEST_SIGN_OFF,
        ),
        SelectInput(
            "length", "Length", [_own(), *((name, key) for key, name in _LENGTHS.items())], chosen.length or AS_IS
        ),
        SelectInput("contracts", "Short forms", [_own(), ("I'll", YES), ("I will", NO)], _pick(chosen.contracts)),
        SelectInput("emoji", "Emoji", [_own(), ("Yes", YES), ("No", NO)], _pick(chosen.uses_emoji)),
    ]
    return Form(Forms.VOICE, TITLE, parts)


def filled(values: Mapping[str, Any]) -> tuple[Chosen, dict[str, str]]:
    """What was set, and a sentence beside each field that cannot be used."""
    errors: dict[str, str] = {}
    hello, bye = (" ".join(str(values.get(name) or "").split()) for name in ("greeting", "sign_off"))
    greeting, sign_off = _GREETING.fullmatch(hello), _SIGN_OFF.fullmatch(bye)
    if hello and (greeting is None or len(hello) > LONGEST_GREETING):
        errors["greeting"] = "Please write words alone, such as Hi or Good morning."
    if bye and (sign_off is None or len(bye) > LONGEST_SIGN_OFF):
        errors["sign_off"] = "Please write words alone, such as Kind regards."
    length = str(values.get("length") or AS_IS)
    chosen = Chosen(
        greeting=greeting["words"] if hello and greeting else None,
        mark=("!" if greeting["mark"] == "!" else ",") if hello and greeting else None,
        sign_off=sign_off["words"] if bye and sign_off else None,
        contracts=_picked(values.get("contracts")),
        length=next((one for one in get_args(Length) if one == length), None),
        uses_emoji=_picked(values.get("emoji")),
    )
    return chosen, errors


def _own() -> tuple[str, str]:
    return ("As I write", AS_IS)


def _pick(chosen: bool | None) -> str:
    return AS_IS if chosen is None else YES if chosen else NO


def _picked(value: object) -> bool | None:
    return {YES: True, NO: False}.get(str(value or ""))


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
