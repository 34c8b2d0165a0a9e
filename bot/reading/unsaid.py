"""The last resort: what a complaint, a choice or a deadline asks for when no form of asking was used."""

import re
from collections.abc import Sequence

from bot.conversation import Turn
from bot.reading.asks import Ask
from bot.reading.clauses import without_openers
from bot.reading.fact_times import DATE, TIME
from bot.reading.failures import ACCUSED, DAMAGE, LATE_ONLY, MONEY_TAKEN, NOT_AS_AGREED, TREATED, TROUBLE, UNKEPT
from bot.reading.matter import matter_of
from bot.reading.noun_phrases import tokens_of
from bot.reading.pointers import MAX_WORDS
from bot.reading.wishes import is_override
from bot.reading.words import content, plain, sentences, without_links

_I = re.IGNORECASE
_FAILURES = (ACCUSED, DAMAGE, NOT_AS_AGREED, MONEY_TAKEN, TREATED, UNKEPT, TROUBLE, LATE_ONLY)
_WHO_SAYS = re.compile(
    r"\b(?:unless|until|if nobody|before) (?:\w+ ){0,3}(?:tells?|explains?|says?|shows?)(?: (?:me|us))? "
    r"(?P<ask>(?:what|who|when|why|how|where)\b.+)$",
    _I,
)
_THEY_WANT = re.compile(
    r"\b(?:insurer|insurance|lawyer|bank|accountant|boss|manager|ceo|director|doctor|landlord|office|school|"
    r"employer|company|broker|finance|hr|team|board|customers?|wife|"
    r"husband|she|he|they) (?:wants?|would like|needs?|asks?|would love) (?:to )?(?P<ask>(?:(?:know|hear|"
    r"understand|see) )?(?:what|who|when|why|how|where|whether|if)\b.+|"
    r"for (?:the|a|an|your|my|our|proof|confirmation) .+)$",
    _I,
)
_FEARS = re.compile(
    r"\b(?:scared|afraid|worried|fear|frightened|anxious)(?: that)? (?P<who>you|they|it|we|i|my \w+|the \w+)(?:'ll|"
    r" will| might| could| would|'re going to) (?P<what>[^.?!,]+)",
    _I,
)
_NEEDED_BY = re.compile(
    r"\b(?:\w+) needs (?P<what>it|them|this|that|(?:the|a|an|my|our|her|his)? ?[a-z]+(?: [a-z]+)?) (?:by|before|"
    r"for|on) (?P<when>(?:the )?\w+(?: \w+)?)",
    _I,
)
_IT_IS_ABOUT = re.compile(
    r"\b(?:the matter is|it(?:'s| is) about|it concerns|this is about|my question is about|i am writing about|i'm "
    r"writing about) (?P<what>[^.?!]{4,60})",
    _I,
)
_REPORTED = re.compile(
    r"\b(?:told|reported|wrote|informed|asked|emailed|mailed|called|rang|complained)\b[^.?!]{0,60}\b(?:nothing "
    r"happened|no (?:answer|reply|reaction|"
    r"response)|nothing (?:was|has been|came|changed)|nobody (?:came|answered|replied|called))\b",
    _I,
)
_CLICKED = re.compile(
    r"\bi (?:\w+ )?(?:clicked|opened|entered|typed|gave|sent|paid|transferred)\b[^.?!]{0,40}\b(?:link|password|pin|"
    r"code|details|attachment|card number|it)\b",
    _I,
)
_SCAM = re.compile(r"\b(?:link|password|pin|fake|scam|phishing|hacked)\b", _I)
_CAME_WITHOUT = re.compile(
    r"\b(?:came|arrived|delivered|sent|was|were|is|are)\b[^.?!]{0,20}\b(?:without|with no|minus) (?:the |a |an |"
    r"any |my |our |its )?(?P<thing>[a-z]+(?: [a-z]+)?)",
    _I,
)
_DUE = re.compile(
    r"\b(?:(?:i|we)(?:'re| are|'m| am|'ll)? (?:present\w*|need|leave|leaving|fly\w*|travel\w*|open\w*|launch\w*|"
    r"start\w*|have to|must|drive)|due|deadline|meeting|"
    r"starts?|opens?|begins?|month end|presentation|launch|party|wedding|guests (?:come|arrive))\b",
    _I,
)
_OFFERED = re.compile(
    r"\b(?:(?:i|we) can|(?:i|we) could|shall (?:i|we)|would you like(?: me| us)?(?: to)?|do you want(?: me| "
    r"us)?(?: to)?|(?:i|we)'ll) (?P<deed>[a-z]+ [^.?!]*?)"
    r"(?:,? (?:on|at|in|for) )?(?P<choices>\b[\w ]+ or [\w ]+)[.?!]?$",
    _I,
)
CHOICE_WORDS, CLAUSE_WORDS = 5, 10


def chosen(text: str, before: Sequence[Turn]) -> Ask | None:
    """ "Friday." after "I can send a courier on Thursday or Friday" asks for the courier on Friday."""
    first = next(iter(sentences(text)), "")
    if not before or before[-1].by != "agent" or not 0 < len(first.split()) <= CHOICE_WORDS or first.endswith("?"):
        return None
    picked = [
        word
        for word in re.findall(r"[\w']+", first)
        if word.lower() not in ("then", "please", "is", "would", "be", "the", "ok", "yes", "fine", "good", "best")
    ]
    if any(token.kind == "V" and token.low != token.lemma for token in tokens_of(first)):
        return None
    for sentence in sentences(plain(before[-1].text)):
        words = set(content(sentence))
        if (
            not picked
            or not re.search(r"\b(?:or|and)\b", sentence)
            or not any(set(content(word)) & words for word in picked)
        ):
            continue
        offered = _OFFERED.search(sentence)
        deed = (
            re.sub(r"\b(\w+) or (\w+)\b.*$", "", offered.group("deed") + " " + offered.group("choices"))
            if offered
            else ""
        )
        what = deed.strip() or "take"
        return Ask(" ".join(f"{what} {' '.join(picked)}".split()[:MAX_WORDS]), first, "request", is_implied=True)
    return None


def unsaid_asks(text: str, known: Sequence[Ask]) -> list[Ask]:
    """What is still wanted beside `known`, in the order of the words."""
    is_scam = bool(_SCAM.search(text))
    found: list[Ask] = []
    for sentence in sentences(text):
        wanted = _wanted_by_others(sentence) or _feared(sentence) or _left_lying(sentence)
        clicked = _CLICKED.search(sentence) if is_scam else None
        if not wanted and clicked:
            wanted = f"am I safe after I {clicked[0][2:]}"
        if wanted:
            found.append(_implied(wanted, sentence, "question"))
        elif not known and (only := _only_ask(sentence)):
            found.append(_implied(only, sentence, "request"))
    return found


def _wanted_by_others(sentence: str) -> str:
    """ "Tell me what you will do", "my insurer asks for the name", "she needs it by Friday"."""
    if said := _WHO_SAYS.search(sentence):
        return str(said["ask"]).strip(" .!")
    wants = None if sentence.endswith("?") else _THEY_WANT.search(sentence)
    if wants:
        words = re.sub(r"^(?:know|hear|understand|see) |^for ", "", wants["ask"]).strip(" .!")
        return f"give {words}" if wants["ask"].startswith("for ") else words
    needed = _NEEDED_BY.search(sentence)
    is_dated = needed and (DATE.search(sentence) or TIME.search(sentence))
    return f"can {needed['what'].strip()} come by {needed['when']}" if needed and is_dated else ""


def _feared(sentence: str) -> str:
    fears = _FEARS.search(sentence)
    return f"will {fears['who']} {fears['what']}" if fears else ""


def _left_lying(sentence: str) -> str:
    return f"what happened with my report: {_short(sentence)}" if _REPORTED.search(sentence) else ""


_PROMISED = re.compile(
    r"\b(?:was|were|been|got) (?:told|promised|assured)(?: that)? (?:i|we|someone|somebody|you|he|she|they|it|a \w+|"
    r"the \w+|your \w+)(?:'d| would|'ll| will) "
    r"(?P<verb>(?!have\b|not\b)[a-z]+)(?P<rest>(?: [^\s.,!?;]+){1,5})",
    _I,
)


def _only_ask(sentence: str) -> str:
    """What stands for an ask only where there is no other."""
    if about := _IT_IS_ABOUT.search(sentence):
        return f"answer me about {about['what'].strip()}"
    if told := _PROMISED.search(sentence):
        deed = re.sub(
            r"^(?:get|have|receive) (?:an? )?(?:phone )?call(?: back)?", "call me", f"{told['verb']}{told['rest']}"
        )
        return f"{deed} as promised"
    gap = _CAME_WITHOUT.search(sentence)
    return f"send the missing {gap['thing']}" if gap else ""


def by_when(text: str, fault: Ask) -> Ask | None:
    """A fault and a day or an hour by which it must work again."""
    for sentence in sentences(text):
        if sentence == fault.source or sentence.endswith("?") or not _DUE.search(sentence):
            continue
        moment = TIME.search(sentence) or DATE.search(sentence)
        if moment and fault.text.startswith("fix "):
            return _implied(f"can {fault.text[4:]} be fixed before {moment[0].strip(' .')}", sentence, "question")
    return None


_FOR_INFORMATION = re.compile(
    r"^(?:just )?(?:so you know|fyi|for your information|heads[- ]up|to let you know)\b|^just so\b", _I
)


def grievance_ask(text: str, *, is_complaint: bool = False) -> Ask | None:
    """A complaint that asks nothing asks what we do about it, in the words of its worst sentence."""
    told = [piece for piece in sentences(text) if not piece.rstrip("!").endswith("?") and not is_override(piece)
            and len(content(piece)) > 1
            and not _FOR_INFORMATION.match(piece)]  # fmt: skip
    weighed = [
        (sum(bool(kind.search(sentence)) for kind in _FAILURES), -place, sentence)
        for place, sentence in enumerate(told)
    ]
    if not weighed or (max(weighed)[0] == 0 and not is_complaint):
        return None
    worst = max(weighed)[2]
    matter = matter_of(worst) or matter_of(text)
    return _implied(f"what will you do about {matter}", worst, "question") if matter else None


def _short(sentence: str) -> str:
    """A clause cut to the words that carry it."""
    clause = re.split(
        r",? (?:and|but|because|so|which) (?=i |we |you |nothing|the |my |it )", without_openers(sentence)
    )[0].strip(" .!,;:")
    words = [
        word
        for word in clause.split()
        if word.lower() not in ("really", "just", "very", "so", "simply", "even", "actually", "because")
    ]
    short = " ".join(words[:CLAUSE_WORDS])
    return short[:1].lower() + short[1:] if short and not short[:2].isupper() else short


def _implied(words: str, source: str, kind: str) -> Ask:
    text = " ".join(without_links(words).split()[:MAX_WORDS])
    return Ask(text, source, "request" if kind == "request" else "question", is_implied=True)
