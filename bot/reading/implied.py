"""Asks that nobody put as a question: what hangs on a late parcel, what is broken and should be put right."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.asks import Ask
from bot.reading.clauses import without_openers
from bot.reading.denied import denied
from bot.reading.facts import facts_in
from bot.reading.feelings import OWN_FAULT, STAKE
from bot.reading.matter import matter_of
from bot.reading.noun_families import family_of
from bot.reading.pointers import MAX_WORDS, noun_phrase
from bot.reading.went_wrong import (
    CARD_KEPT,
    JUST_STAYS,
    LOCKED_OUT,
    MISSING,
    MONEY_OUT,
    OWED,
    SUM_GONE,
    UNANSWERED,
    UNREAD,
    WRONG,
)
from bot.reading.word_classes import ADJECTIVES, PRONOUNS
from bot.reading.words import content, sentences, without_links

_I = re.IGNORECASE
_NOT_HERE = re.compile(
    r"\b(?:(?:has|have|is|are|did|was|does)(?:n't| not)(?: \w+)? (?:arrived?|come(?! on| off| up| loose| apart| "
    r"undone| clean| with)|here|there|turned up|shown up|"
    r"show up|been delivered|delivered|reached|come out)|never (?:came|arrived|turned up|showed up|got here)|"
    r"(?:haven't|have not|never|didn't|did not|not|yet to)(?: \w+)? (?:received?|got(?:ten)?|get|seen|had)\b|(?:no "
    r"sign|no trace) of|still (?:waiting (?:for|on)|no\b|not (?:here|there|arrived))|"
    r"should(?: have|'ve) (?:already )?(?:been (?:here|there|delivered|with (?:me|us))|come|arrived)|"
    r"(?:is|are) (?:an? |\w+ )?(?:days?|weeks?|months?|hours?|fortnight) late|(?:is|are) overdue|"
    r"(?:was|were) (?:due|supposed to (?:come|arrive|be here))|is late|are late|(?:another|more|further|new|yet "
    r"another) delay|(?:delayed|postponed) again|(?:there's|there is|there was|with) nothing (?:here|there|at (?:my|"
    r"the|our) door|in (?:my|the|our) "
    r"(?:post|mailbox|letterbox))|tracking\b[^.?!]{0,25}\b(?:empty|nothing|(?:hasn't|has not|not) (?:moved|changed|"
    r"updated)|stuck|no updates?)|nothing (?:has )?(?:arrived|came|come|is here|was here)|(?:says?|shows?|marked(?: "
    r"as)?|tracking says) delivered\b"
    r"(?=.*\b(?:isn't|isnt|nothing|not|never|no)\b))",
    _I,
)
_COMING = re.compile(
    r"\b(?:parcels?|packages?|deliver\w*|orders?|ordered|shipment|arriv\w+|post|courier|carrier|collect|"
    r"replacement|code|voucher|card|ticket|suitcase|bag)\b",
    _I,
)
_BROKEN = re.compile(
    r"\b(?:broken?|broke|fail(?:s|ed|ing)?|crash(?:es|ed|ing)?|leak(?:s|ing)?|cracked|damaged|scratch(?:ed)?|"
    r"rattles?|flickers?|flickering|stays? (?:black|dark|off|blank|red)|wobbl\w+|loose|shifted|stuck|dead|faulty|"
    r"frozen|down|error|(?:logs?|kicks?|throws?|locks?) (?:me|us) out|cold|lost all|lost the|gone|"
    r"(?:doesn't|does not|don't|won't|isn't|not|stopped|didn't|can't|cannot) (?:\w+ )?(?:work(?:ing)?|start|charge|"
    r"load|open|connect|respond|switch on|turn on|print|log in|sign in|hear|see|lock|close|shut|flush|drain|heat|"
    r"cool|spin|ring|scan|sync|save|update|play|fit|stick|hold|stay on|"
    r"stop (?:beeping|leaking|running|ringing|dripping)|move|turn|light up|freeze|boot|pair|show up|register|"
    r"accept))\b|"
    r"(?:keeps|kept|keep) (?:crashing|freezing|dropping|stopping|beeping|leaking|dripping|falling|coming off|going "
    r"off|switching off|"
    r"turning off|disconnecting|restarting|jamming|sticking|slipping|failing|cutting out|buzzing|flickering|"
    r"[a-z]+ing (?:off|out|apart))\b|^no (?P<none>[a-z]+)\b",
    _I,
)
_SUBJECT = re.compile(
    r"^(?:(?:and|but|so|hi|hello|now|the same|same)\b,? ?)*(?:the|my|our|your|this|that|a|an|his|"
    r"her)?\s*((?:[a-z0-9][\w'-]*\s+){0,3}?[a-z][\w'-]*)\s+(?:(?:that |which )?(?:i|we|you) \w+ )?(?:(?:has|have|"
    r"had) (?:been|now)|is|are|was|were|isn't|aren't|wasn't|hasn't|haven't|didn't|"
    r"won't|doesn't|don't|does|do|did|has|have|never|still|keeps?|stopped|fails?|failed|crashe[sd]|broke|leaks?|"
    r"rattles?|came|arrived|again|to csv fails)\b",
    _I,
)
_PEOPLE = re.compile(
    r"^(?:if|when|because|although|since|while|i|we|you|he|she|they|it|there|this|that|nobody|someone|anyone|"
    r"people|who|what|my (?:wife|husband|son|daughter|mother|father))\b",
    _I,
)
_DATE_WORD = re.compile(r"^(?:the |next |this )?(?:\w+day|tomorrow|today|tonight|\d)", _I)


def implied_asks(text: str, outright: Sequence[Ask] = ()) -> tuple[Ask, ...]:
    """What the words want without saying so. Beside what is asked outright, only a late thing is still asked after."""
    late = next((s for s in sentences(text) if _NOT_HERE.search(s) and not _NO_WORD.search(s)), "")
    found: list[Ask] = []
    thing = _thing(late) if late else ""
    if late and not any(_is_about(ask, thing, late) for ask in outright) and (not outright or _COMING.search(text)):
        found.append(_ask(f"where is {thing}", late))
    stake = next((s for s in sentences(text) if STAKE.search(s)), "")
    day = _day(stake) if stake and late and _COMING.search(text) else ""
    if day and not any(_asks_where(ask, thing) for ask in outright):
        found.append(_ask(f"will {thing} arrive by {day}", stake))
    return tuple(found) if found or outright else tuple(put_right(text))


_ANY_SENT = r"(?:order|parcel|package|delivery|shipment|it|they|that|this|stuff|things?|everything)s?"
_ABOUT_WHERE = re.compile(
    r"^(?:where (?:is|are|was|were|has|have|did)|when (?:will|does|do|is|are|can)|has|have|what happened (?:to|with)|"
    r"what(?:'s| is) (?:happening|going on|up) with|any (?:news|update)s? (?:on|of|about)) (?P<what>.+)$",
    _I,
)


def _asks_where(ask: Ask, thing: str) -> bool:
    """Where this thing is, or when it comes, is asked outright; money and papers that hang on it are other things."""
    about = _ABOUT_WHERE.match(ask.text)
    if not about:
        return False
    named = re.sub(r"^(?:my|our|the|your|this|that)\s+", "", about["what"], flags=_I)
    is_any = bool(re.match(rf"{_ANY_SENT}\b", named, _I))
    return is_any or bool(set(content(thing)) & set(content(re.split(r"\b(?:for|of|from)\b", named)[0])))


def _is_about(ask: Ask, thing: str, late: str) -> bool:
    """The ask already goes after the late thing: it names it, or stands in the same sentence, or points to "it"."""
    if _asks_where(ask, thing) or ask.source == late or (ask.words and ask.kind == "question"):
        return True
    words = set(content(ask.text))
    return bool(_ARRIVES.match(ask.text) or set(content(thing)) & words or {"refund", "resend", "replac"} & words)


_ARRIVES = re.compile(
    r"^(?:will|can|could|does|is|would) (?:it|they|this|that|(?:my |our |the |[\w-]+'s )?[\w -]+?) "
    r"(?:(?:still |definitely |really |ever )?(?:be (?:here|there|delivered)|arrive|come|get here|make it|reach "
    r"(?:me|us))"
    r"|going to (?:be here|arrive|come|make it))\b(?P<rest>.*)$",
    _I,
)
_BY_THEN = re.compile(r"^ *(?:by then|in time|on time|before then|by that day|for it|until then|)(?: .{0,15})?$", _I)


def without_repeats(asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """ "Will it be here by then?" is the same ask as what hangs on the date: the fuller words stay, in its place."""
    dated = next((ask for ask in asks if ask.is_implied and re.match(r"will .+ arrive by ", ask.text)), None)
    vague = [ask for ask in asks if ask is not dated and (arrives := _ARRIVES.match(ask.text))
             and _BY_THEN.match(arrives["rest"])]  # fmt: skip
    if dated is None or not vague:
        return asks
    fuller = _dated(vague[0], dated)
    kept = [fuller if ask is vague[0] else ask for ask in asks if ask is not dated and ask not in vague[1:]]
    return tuple(kept)


def _dated(vague: Ask, dated: Ask) -> Ask:
    """ "Will order 8812 be here by then?" keeps its number and gets the day instead of "then"."""
    if vague.words or not re.search(r"\d", vague.text):
        return dated
    day = dated.text.rpartition(" by ")[2]
    words, count = re.subn(r"\b(?:by|before|until) then\b|\b(?:in|on) time\b|\bby that day\b", f"by {day}", vague.text)
    return replace(vague, text=words if count else f"{words} by {day}")


def is_bare_need(asks: tuple[Ask, ...]) -> bool:
    """Only things are named that are needed ("the figures for Monday"), and nothing that should be done."""
    return bool(asks) and all(ask.kind == "request" and re.match(r"(?:the|my|our|a|an)\b", ask.text) for ask in asks)


_FAULT_NOUN = re.compile(
    r"\b(rattle|scratch(?:es)?|leak|dent|crack|noise|error|crash|stain|outage|delay|mistake|overcharge)s?\b", _I
)
_ABSTRACT = frozenset("new same down again old second first other whole back dead cold broken late".split())
_UNLESS = re.compile(
    r"\b(?:unless|until) (?P<thing>(?:the|my|our|these|this|those|that|it|they)\b(?: [\w',.-]+){0,4}?) (?:is|are|"
    r"gets?|has been|have been) (?P<done>paid|fixed|refunded|sent|returned|delivered|replaced|repaired|sorted|"
    r"solved|resolved|corrected|cancelled)(?: back)?\b"
    r"|\bif (?P<thing2>this|that|it|they|the [\w'-]+) (?:isn't|aren't|is not|are not) (?P<done2>paid|fixed|"
    r"refunded|sent|returned|delivered|replaced|repaired|sorted|solved|resolved|corrected|cancelled)\b",
    _I,
)
_NO_WORD = re.compile(r"\b(?:no|without (?:an|any)) (?:answer|reply|response|word|news|feedback)\b", _I)


def _fault(sentence: str) -> str:
    """The name of what is wrong: a noun that is a fault by itself, else the thing that fails."""
    noun = _FAULT_NOUN.search(sentence)
    subject = _subject(sentence)
    if sentence.startswith(subject) and not subject[:2].isupper():
        subject = subject[:1].lower() + subject[1:]
    if subject and _is_thing(subject) and not (noun and "back with" in sentence):
        return subject
    thing = noun.group(1) if noun else noun_phrase(sentence)
    return thing if thing and _is_thing(thing) else re.sub(r"^(?:the|my|our|your) ", "", matter_of(sentence)) or "fault"


_NO_THING = PRONOUNS | ADJECTIVES | {"whoever", "further", "one", "ones"}


def _is_thing(words: str) -> bool:
    last = words.lower().split()[-1]
    return last not in _ABSTRACT and family_of(last) not in ("times", "people") and last not in _NO_THING


def put_right(text: str) -> list[Ask]:
    """What went wrong asks to be put right, unless the customer says that it was their own doing and asks nothing."""
    for sentence in sentences(text):
        is_own = OWN_FAULT.search(sentence) and not (LOCKED_OUT.search(sentence) or JUST_STAYS.search(sentence))
        if is_own or re.match(r"^if\b", sentence, _I):
            continue
        wish = denied(sentence) or _owed_to_them(sentence) or _mended(sentence) or _answered(sentence)
        if wish:
            return [_ask(wish, sentence, "request")]
    return []


def _owed_to_them(sentence: str) -> str:
    """Money taken twice, the wrong thing, a missing thing, or what a threat hangs on."""
    if owed := OWED.search(sentence):
        return f"pay the {owed['sum']}"
    if gone := SUM_GONE.search(sentence):
        return f"return the {gone['sum']}"
    if CARD_KEPT.search(sentence):
        return "give back my card"
    pending = _UNLESS.search(sentence)
    thing = (pending["thing"] or pending["thing2"]) if pending else ""
    if pending and thing.lower() not in ("it", "they", "this", "that"):
        return f"{thing} to be {pending['done'] or pending['done2']}"
    if MONEY_OUT.search(sentence):
        return "refund the double charge"
    wrong = WRONG.search(sentence)
    if wrong:
        return f"put right the wrong {wrong['thing'] or wrong['thing2']}"
    gap = MISSING.search(sentence)
    return f"send the missing {gap['thing'] or gap['thing2']}" if gap else ""


def _mended(sentence: str) -> str:
    broken = _BROKEN.search(sentence) or _FAULT_NOUN.search(sentence)
    return f"fix the {broken.groupdict().get('none') or _fault(sentence)}" if broken else ""


def _answered(sentence: str) -> str:
    if UNREAD.search(sentence):
        return "answer my earlier message"
    unanswered = UNANSWERED.search(sentence)
    if unanswered:
        return "call back" + (unanswered["about"] or "")
    return "answer my earlier message" if _NO_WORD.search(sentence) else ""


_AWAITED = re.compile(
    r"\b(?:still no|still waiting (?:for|on)|waiting (?:for|on)|no (?:sign|trace) of|(?:haven't|have not|never|"
    r"didn't|did not|not yet|yet to)(?: yet)? (?:receive[d]?|get|got|see|seen|have|had))\s+"
    r"(?:(?P<whose>my|our|the|a|an|any|your)\s+)?(?P<thing>(?!to\b|for\b|it\b|them\b|here\b|there\b|"
    r"a\b)[a-z][\w-]*(?: (?:card|code|number|email|letter|parcel|order|key|invoice|back))?)",
    _I,
)


def _thing(sentence: str) -> str:
    awaited = _AWAITED.search(sentence)
    if awaited:
        whose = (awaited["whose"] or "the").lower()
        return f"{'the' if whose in ('a', 'an', 'any', 'your') else whose} {awaited['thing']}"
    late = _NOT_HERE.search(sentence)
    phrase = _subject(sentence) or noun_phrase(sentence[: late.end()] if late else sentence)
    is_a_view = re.search(r"\b(?:page|link|site|app|website|status|tracking|says|screen)s?$", phrase, _I)
    return _with_article(phrase, sentence) if phrase and not is_a_view else "my order"


def _with_article(phrase: str, sentence: str) -> str:
    """ "my parcel" as they said it, "the parcel"; "Mila's helmet" and "order 8812" need no article."""
    if re.match(r"[A-Z][\w-]*'s?\s|(?:(?i:order|parcel|booking|invoice)\s+)?#?[A-Z]{0,5}-?\d", phrase):
        return phrase
    return f"my {phrase}" if re.search(rf"\b(?:my|our)\s+{re.escape(phrase)}\b", sentence, _I) else f"the {phrase}"


def _subject(sentence: str) -> str:
    sentence = without_openers(sentence)
    match = _SUBJECT.match(sentence.split(", ")[0] if _SUBJECT.match(sentence.split(", ")[0]) else sentence)
    if not match or _PEOPLE.match(match.group(1)):
        return ""
    return match.group(1).strip()


def _day(sentence: str) -> str:
    facts = facts_in(sentence)
    day = facts.get("date", "") or next((w for w in ("today", "tonight") if w in sentence.lower()), "")
    return day if _DATE_WORD.match(day) else ""


def _ask(text: str, source: str, kind: str = "question") -> Ask:
    words = " ".join(without_links(text).split()[:MAX_WORDS])
    return Ask(text=words, source=source, kind="request" if kind == "request" else "question", is_implied=True)
