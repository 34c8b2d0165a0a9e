"""S1: this person is addressed, by name and about their own case."""

import re
import unicodedata
from collections.abc import Iterator

from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft

MOST_WORDS_IN_PASSING = 40
MEANING = "Address this person by name, about their case, with something they said or that is true of them."

_IMPERSONAL = any_of(
    r"dear (?:valued |esteemed |loyal |respected )?(?:customer|client|user|guest|patient|member|passenger|subscriber|"
    r"tenant|resident|shopper|buyer|visitor|traveller|friend|all|sir|madam|sirs|sir or madam|sir/madam|applicant|"
    r"policyholder|account holder|student|parent|donor|driver|reader|player|owner|team)s?",
    r"(?:hello|hi|good \w+),? (?:our )?valued (?:customer|client|guest|member)",
    "to whom it may concern",
    r"^(?:valued|esteemed|dearest) (?:customer|client|guest|member|user|patient|passenger)s?(?=[,:!])",
)
_NOT_A_NAME = re.compile(
    r"^(?:there|all|team|again|everyone|everybody|folks|friend|mate|sir|madam|customer|both|you|back|and|for|of|mr|mrs|"
    r"ms|miss|dr|prof|so|to|that|this|about|the|a|we|i|it|very|much|from)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:\b(?i:thanks|thank you|thx|regards|cheers|best|love|yours|sincerely|greetings|wishes|bye|I'm|I am|this is|"
    r"name is|name's|call me|here is)"
    r"[,.!:]?[ \n]+|[-–—~\n] ?|[.!?] )(?:(?:Dr|Mr|Mrs|Ms)\.? )?(?:[A-Z]\. )?([A-Z][\w'-]+)(?=\s*(?:[.!,\n]|$|here\b|"
    r"speaking\b|[A-Z][\w'-]+\s*$))"
)
"""What the customer calls themselves: at the end of a message, or "this is Bea"."""
_FIRST_WORD = re.compile(r"^[A-Z][\w'-]+")

BREAKS = (
    Example("Dear customer, your parcel arrives on Thursday."),
    Example("Hello, your parcel arrives on Thursday. We'll write to you then."),
    Example("Hi there! Your violin is ready from 4 pm today."),
    Example("Hi Irina, your parcel arrives on Thursday."),
    Example("Dear Sir or Madam, your table is booked for Friday at 8."),
    Example("Dear valued guest, the pool opens at 7 tomorrow."),
    Example("Hi Carla, your violin is ready from 4 pm today.", name="Clara Bell"),
    Example("Dear Mr Moss, the roof will be looked at on Monday.", name="Edith Brandt"),
    Example("To whom it may concern: your meter was read on Monday."),
    Example("Parcels that are late are searched for by the carrier within 10 days. A refund follows after that."),
)
KEEPS = (
    Example("Hi Ines, your parcel arrives on Thursday."),
    Example("Ines, a week of waiting is too long. Your parcel arrives on Thursday."),
    Example("Dear Ms Moreau, your parcel arrives on Thursday."),
    Example("Good morning Ines! Your parcel arrives on Thursday."),
    Example("Your parcel arrives on Thursday, Ines."),
    Example("Hello, your keyboard ships tomorrow.", name="blue_fox77"),
    Example("Hi Bea, your cello is ready.", customer="Is my cello ready? Thanks, Bea", name="Beatrix Holm"),
    Example("Hi Ben, your cello is ready.", name="Benjamin Holm"),
    Example("Hello Anna-Lena, your cello is ready.", name="Anna-Lena Wolf"),
    Example("Bonjour José, the ferry leaves at 9.", name="Jose Marin"),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding at most: an impersonal address, a wrong name, or no name."""
    if impersonal := _IMPERSONAL.search(draft.text):
        name = context.name_parts[0] if context.name_parts else "[name]"
        why = "A form of address for everybody tells this person that nobody looked."
        yield Finding("S1", impersonal.start(), impersonal.end(), why, f"Hi {name}")
        return
    if not context.name_parts or not draft.said:
        return
    name, first = context.name_parts[0], draft.sentences[0]
    end = first.body_start if first.body_start > first.start else first.start
    wrong = _called(first.greeted)
    if wrong and not _is_theirs(wrong, context):
        why = f"This greets {wrong}, and you're writing to {name}."
        yield Finding("S1", first.start, end, why, first.text[: end - first.start].replace(wrong, name))
    elif not wrong and not _is_named(draft.text, context) and not _is_going_on(draft, context):
        why = f"{name} gave a name, and using it shows that this is meant for one person."
        yield Finding("S1", first.start, end, why, f"Hi {name}, ")


def _is_going_on(draft: Draft, context: Context) -> bool:
    """A short word in a talk that we opened by name: nobody says the name in every line."""
    spoken = [turn.text for turn in context.turns if turn.by == "agent"]
    return any(_is_named(text, context) for text in spoken) and len(draft.text.split()) <= MOST_WORDS_IN_PASSING


def _called(greeted: str) -> str:
    """The name in a greeting; empty when it holds none."""
    words = [word.strip(".") for word in greeted.split()]
    return next((w for w in reversed(words) if _FIRST_WORD.match(w) and not _NOT_A_NAME.match(w)), "")


def _is_theirs(name: str, context: Context) -> bool:
    low = _folded(name)
    parts = [_folded(part) for part in context.name_parts]
    if any(low == part or (len(low) > 2 and (part.startswith(low) or low.startswith(part))) for part in parts):
        return True
    if any(_folded(name) == low for name in _SIGNED.findall(context.customer_text)):
        return True
    initials = [part[0].lower() for part in context.customer_name.split() if len(part.strip(".")) == 1]
    if low[:1] in initials or low in "".join(parts):
        return True
    # A short form ("Kate" of Katherine) keeps its letters in order; a neighbour's name ("Carla", "Clara") does not.
    return any(_is_short_form(low, part) for part in parts)


def _is_short_form(short: str, whole: str) -> bool:
    """Its letters stand in the whole name in the same order, and both begin alike."""
    rest = iter(whole)
    return len(short) < len(whole) and short[:1] == whole[:1] and all(char in rest for char in short)


def _is_named(text: str, context: Context) -> bool:
    words = set(re.findall(r"[\w'-]+", _folded(text)))
    words |= {part for word in words for part in re.split(r"['-]", word)}
    return any(_folded(part) in words or set(_folded(part).split("-")) <= words for part in context.name_parts)


def _folded(text: str) -> str:
    """Small letters without accents."""
    spread = unicodedata.normalize("NFD", text.lower()).replace("ø", "o").replace("ł", "l")
    return "".join(char for char in spread if not unicodedata.combining(char))


RULE = Rule("S1", "person", MEANING, BREAKS, KEEPS, find)
