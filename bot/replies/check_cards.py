"""The cards and the form of "Check my words"."""

from bot.buttons import Buttons, Forms
from bot.cards import Actions, Button, Card, Form, Heading, Input, Part, Quote, Small, TextInput, Words
from bot.replies.findings import counted, remark_parts
from bot.replies.judging import Judged
from bot.standard.check import LONGEST_DRAFT

NO_TEXT = "Please write or paste the words that I should check."
NO_WORDS = "I find no words here that I could check."
CLEAN = "Nothing to mend: these words keep the standard."
CLEAN_ALONE = "Nothing to mend, as far as the words alone can tell."
ALONE = "Judged by the words alone. “Check my words” on a message in a thread also sees what the customer asked."
ALONE_HERE = "Judged by the words alone. I know of no customer's message before them."
TOO_LONG = f"I checked the first {LONGEST_DRAFT:,} characters; the rest is more than I can check at once."
HELP = "I hold your words against the standard of kind service. Only you see what I find."
MOST_ON_BUTTON = 900
"""Characters; a button's value takes twice as many units, and some characters count two."""
QUOTED, MOST_QUOTED = 2_800, 8_400


def verdict(judged: Judged) -> str:
    """The whole answer in one short sentence."""
    if not judged.has_words:
        return NO_WORDS
    if judged.remarks:
        return counted(judged.remarks)
    if judged.language:
        return f"This looks like {judged.language}, and I can judge English only so far."
    return CLEAN if judged.is_in_thread else CLEAN_ALONE


def message_card(judged: Judged) -> Card:
    """The answer to the shortcut; the words themselves stand where it was chosen."""
    return _card(judged, ALONE_HERE)


def _card(judged: Judged, alone: str) -> Card:
    said = verdict(judged)
    if not judged.remarks:
        return Card(said, [Words(said), *_limits(judged, alone)])
    return Card(said, [Heading(said), *remark_parts(judged.remarks), *_limits(judged, alone)])


def typed_card(judged: Judged) -> Card:
    """The answer to a typed command, with the words, since some clients show a command to nobody once it is sent."""
    kept = judged.text[:MOST_QUOTED]
    parts: list[Part] = list(_card(judged, ALONE).parts)
    if judged.has_words:
        parts.append(Small("Your words:"))
        parts += [Quote(kept[start : start + QUOTED]) for start in range(0, len(kept), QUOTED)]
    if judged.remarks and len(judged.text) <= MOST_ON_BUTTON:
        parts.append(Actions([Button(Buttons.EDIT_WORDS, "Change them", judged.text)]))
    return Card(verdict(judged), parts)


def check_form(text: str = "") -> Form:
    return _form([Words(HELP), _words_input(text)], "Check")


def checked_form(judged: Judged) -> Form:
    """What was found stands above the words, which can be changed and checked once more."""
    said = verdict(judged)
    found: list[Part | Input] = [Words(said, strong="Checked:") if not judged.remarks else Heading(said)]
    return _form(
        [*found, *remark_parts(judged.remarks), *_limits(judged, ALONE), _words_input(judged.text)], "Check again"
    )


def _form(parts: list[Part | Input], submit: str) -> Form:
    return Form(Forms.CHECK, "Check my words", parts, submit=submit, close="Close")


def _words_input(text: str) -> TextInput:
    return TextInput("text", "Your words", initial=text, is_multiline=True)


def _limits(judged: Judged, alone: str) -> list[Part]:
    """What was not looked at, where something was found or could have been; `alone` says why no thread was read."""
    lines = [TOO_LONG] if judged.is_too_long else []
    if judged.remarks and not judged.is_in_thread:
        lines.append(alone)
    return [Small(line) for line in lines]
