"""How one agent writes: learned from the replies they sent, said back to them in plain words, worn by their drafts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from bot.replies.learning.typed import Typed

ENOUGH = 4
"""Replies it takes before a habit counts as one."""
_MOST = 0.6
"""The share of replies that makes a habit."""
_LATEST = 40
"""People change; older replies say nothing about how somebody writes now."""
_SHORT_WORDS, _LONG_WORDS = 35, 110
"""Median words of a reply below and above which somebody writes short or long; a usual draft has 40 to 100."""

Length = Literal["short", "usual", "long"]


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """Empty fields are no habit: the draft then chooses for itself. `greeting` and `sign_off` have no name in them."""

    greeting: str = ""
    sign_off: str = ""
    mark: str = ""
    """What follows the name in the greeting: a comma, an exclamation mark, or nothing known."""
    contracts: bool | None = None
    """ "I'll" rather than "I will"."""
    length: Length = "usual"
    emoji: str = ""

    @property
    def is_plain(self) -> bool:
        return self == OwnVoice()


_GREETING = re.compile(
    r"^\s*(?P<hello>hi|hello|hey|dear|hiya|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon)\b"
    r"(?P<there> there| again)?(?:,? (?P<name>[^\W\d_][\w.'’ -]{0,40}?))?\s*(?P<mark>[,!.–-])?\s*(?:\n|(?<=[,!.])\s)",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:^|\n|[.!?] )\s*(?P<bye>(?:(?:kind(?:est)?|best|warm(?:est)?|many|with(?: kind)?) (?:regards|wishes|thanks)|"
    r"regards|best|cheers|thanks(?: again)?|all the best|take care|yours(?: \w+)?|sincerely|speak soon|"
    r"have a (?:\w+ )?\w+|warmly|bye))\s*[,.!–-]?\s*(?:\n+\s*(?P<name>[^\W\d_][\w.'’ -]{0,40}))?\s*$",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(
    r"\b(?:I|we|you|they|it|that|there|he|she)['’](?:ll|m|re|ve|d|s)\b|\b\w+n['’]t\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\b(?:I|we|you|they|it|that) (?:will|am|are|have|is)\b|"
    r"\b(?:do|does|did|is|are|was|can|could|will|would|have|has) ?not\b",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?|:[a-z_]{3,30}:|(?<!\w)[:;]-?[)D](?!\w)")


def learned(replies: Sequence[str]) -> OwnVoice:
    """The habits of whoever wrote these replies to customers, all of it themselves, the newest last."""
    return learned_from([Typed(text.strip()) for text in replies if text.strip()])


def learned_from(written: Sequence[Typed]) -> OwnVoice:
    """The same from replies of which some began as a draft: each habit from what they typed of it, and none before
    there are a few."""
    latest = written[-_LATEST:]
    begun = [one.text for one in latest if one.opens]
    ended = [one.text for one in latest if one.closes]
    whole = [one.text for one in latest if one.is_whole]
    hellos = [match for text in begun if (match := _GREETING.match(text + "\n"))]
    byes = [match for text in ended if (match := _SIGN_OFF.search(text))]
    shown = [match[0] for one in latest if (match := _EMOJI.search(one.text))]
    return OwnVoice(
        greeting=_habit([match["hello"].capitalize() for match in hellos], len(begun)),
        sign_off=_habit([_sentence_case(match["bye"]) for match in byes], len(ended)),
        mark=_habit([match["mark"] or "" for match in hellos], len(begun)),
        contracts=_contracts([one.text for one in latest]) if len(latest) >= ENOUGH else None,
        length=_length(whole) if len(whole) >= ENOUGH else "usual",
        emoji=_habit(shown, len(latest), most=0.4),
    )


def in_words(voice: OwnVoice) -> tuple[str, ...]:
    """What was learned, one plain sentence each, for the person it was learned from."""
    told = []
    if voice.greeting:
        told.append(f"You mostly open with “{voice.greeting} Anna{voice.mark or ','}”.")
    if voice.sign_off:
        told.append(f"You mostly close with “{voice.sign_off}” and your name.")
    if voice.contracts is not None:
        told.append("You write “I'll” rather than “I will”." if voice.contracts else "You write “I will” in full.")
    if voice.length != "usual":
        told.append("Your replies are short." if voice.length == "short" else "Your replies are long and thorough.")
    if voice.emoji:
        told.append(f"You like to use {voice.emoji}; a draft takes it over only when the customer is happy.")
    return tuple(told)


_OPENED_UP = (
    (re.compile(r"\b(I)['’]m\b"), r"\1 am"),
    (re.compile(r"\b([Ii]t|[Tt]hat|[Tt]here|[Ww]hat|[Hh]e|[Ss]he)['’]s (?=(?:been|got)\b)"), r"\1 has "),
    (re.compile(r"\b([Ii]t|[Tt]hat|[Tt]here|[Ww]hat|[Hh]e|[Ss]he)['’]s\b"), r"\1 is"),
    (re.compile(r"\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Tt]hat|[Hh]e|[Ss]he)['’]ll\b"), r"\1 will"),
    (re.compile(r"\b([Ww]e|[Yy]ou|[Tt]hey)['’]re\b"), r"\1 are"),
    (re.compile(r"\b(I|[Ww]e|[Yy]ou|[Tt]hey)['’]ve\b"), r"\1 have"),
    (re.compile(r"\b(I|[Ww]e|[Yy]ou|[Tt]hey)['’]d (?=(?:like|rather|be|love|prefer|need|have)\b)"), r"\1 would "),
    (re.compile(r"\b([Cc])an['’]t\b"), r"\1annot"),
    (re.compile(r"\b([Ww])on['’]t\b"), r"\1ill not"),
    (re.compile(r"\b([Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[Cc]ould|[Ww]ould|"
                r"[Ss]hould)n['’]t\b"), r"\1 not"),
)  # fmt: skip


def opened_up(text: str) -> str:
    """Our own words without contractions, for people who write in full and for a formal reply."""
    for contracted, whole in _OPENED_UP:
        text = contracted.sub(whole, text)
    return text


def _habit(seen: Sequence[str], of: int, *, most: float = _MOST) -> str:
    if of < ENOUGH:
        return ""
    (found, count), *_ = Counter(seen).most_common(1) or [("", 0)]
    return found if count >= most * of else ""


def _sentence_case(words: str) -> str:
    return words[0].upper() + words[1:].lower()


def _contracts(sent: Sequence[str]) -> bool | None:
    short = sum(len(_CONTRACTED.findall(text)) for text in sent)
    whole = sum(len(_WHOLE.findall(text)) for text in sent)
    if short + whole < ENOUGH:
        return None
    share = short / (short + whole)
    return None if 1 - _MOST < share < _MOST else share >= _MOST


def _length(sent: Sequence[str]) -> Length:
    words = median(len(text.split()) for text in sent)
    return "short" if words < _SHORT_WORDS else "long" if words > _LONG_WORDS else "usual"
