"""Says a customer's words back to them: "where is my refund?" as "where your refund is", "my" as "your"."""

import re

from bot.reading.asks import Ask
from bot.reading.pointers import is_bare_pointer
from bot.replies.clauses import NP_END, PRONOUNS, split_subject

_I = re.IGNORECASE
_SWAP = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves",
    "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll",
    "we're": "you're", "we've": "you've", "we'd": "you'd", "we'll": "you'll",
    "your": "our", "yours": "ours", "you're": "we're", "you've": "we've", "you'll": "we'll", "you'd": "we'd",
    "u": "we", "am": "are",
}  # fmt: skip
_AFTER_YOU = re.compile(
    r"^(?:are|were|have|had|has|can|could|will|would|should|may|might|must|do|did|don't|didn't|haven't|won't|can't|"
    r"never|also|still|just|only|not|said|told|promised|sent|charged|delivered|took|lost|cancelled|wrote|gave|"
    r"billed|forgot|"
    r"sell|send|ship|deliver|offer|take|accept|have|need|open|close|keep|repair|charge|give|make|work|support|"
    r"provide|plan|know|match|collect|look|help|answer|call|get|put|let|carry|stock|post|think|want|use|buy|fix|"
    r"say|mean|got)$",
    _I,
)
_WORD = re.compile(r"[A-Za-z']+|[^A-Za-z']+")

_BE = {"is", "are", "was", "were"}
_DO = {"do", "does"}
_OTHER_AUX = {"can", "could", "will", "would", "should", "may", "might", "must", "has", "have", "had"}
_WH = re.compile(
    r"^((?:(?:at|in|on|by|until|since|from|to|for) )?(?:(?:how (?:many|much)|what|which|whose) (?:[\w-]+ ){1,2}?"
    r"(?=(?:is|are|was|were|do|does|can|could|will|would|should|may|must|has|have|had) )|"
    r"(?:what|when|where|who|whom|which|why|how)(?: (?:much|many|"
    r"long|far|often|soon|late|early|big|time|day|date|size|kind of \w+|colour|about))?))\s*\b(.*)$",
    _I,
)
_VERB_FIRST = re.compile(
    r"^(?P<verb>add|help|apply|assign|buy|deduct|import|lend|pass|place|prepare|provide|recommend|register|reserve|"
    r"respond|sell|sign|try|allow|answer|arrange|block|book|bring|call|cancel|change|charge|check|clarify|close|"
    r"collect|"
    r"come|confirm|contact|correct|credit|delete|deliver|disable|email|enable|exchange|explain|extend|find|fix|"
    r"forward|get|give|"
    r"grant|have|hold|increase|install|investigate|issue|keep|know|let|look|lower|mail|make|mend|merge|move|open|"
    r"order|pause|pay|phone|pick|post|put|raise|rebook|reduce|refund|reimburse|reissue|release|remove|renew|repair|"
    r"replace|reply|resend|reset|"
    r"reschedule|resolve|restore|return|ring|schedule|see|send|set|share|ship|show|sort|speak|stop|swap|switch|"
    r"take|talk|tell|transfer|unblock|undo|unlock|unsubscribe|update|upgrade|use|waive|withdraw|write|buy|collect|"
    r"start|end|visit)\b\s*(?P<rest>.*)$",
    _I,
)
_DOUBLED = re.compile(r"^(?:cancel|swap|stop|ship|put|set|get|let|transfer|reset|sit|begin|refer|rebook(?!))$")


def second_person(words: str) -> str:
    """The customer's words from our side: "you sent my parcel" becomes "we sent your parcel"."""
    pieces = _WORD.findall(words)
    said: list[str] = []
    for place, piece in enumerate(pieces):
        low = piece.lower()
        if low in ("you", "u"):
            follower = pieces[place + 2].lower() if place + 2 < len(pieces) else ""
            said.append("we" if _AFTER_YOU.match(follower) else "us")
        elif (
            low == "was"
            and said
            and "".join(said).rstrip().endswith("you")
            and place >= 2
            and pieces[place - 2].lower() == "i"
        ):
            said.append("were")
        else:
            said.append(_SWAP.get(low, piece))
    return "".join(said)


def question_said(ask: Ask) -> str:
    """The question after "I'll find out": "where your refund is"; "" when its grammar is beyond these rules."""
    if ask.is_implied and ask.text.startswith("what about "):
        return "what we can do about this"  # A complaint that asks nothing; its own words are no question to turn.
    own = ask.words if ask.words and not is_bare_pointer(ask.words) and " one" not in ask.words else ask.text
    text = re.sub(r"^(what|where|who|when|how)'s\b", r"\1 is", own, flags=_I)
    if re.match(r"^(?:whether|if)\s", text):
        return second_person(f"whether {text.split(' ', 1)[1]}")
    if re.match(r"^what now$", text, _I):
        return "what happens next"
    wh = _WH.match(text)
    lead, words = (wh.group(1).lower().strip(), wh.group(2).split()) if wh else ("whether", text.split())
    if len(words) < 2:
        return ""
    aux = words[0].lower()
    if aux not in _BE | _DO | _OTHER_AUX:
        is_clause = wh and words[0].lower() in PRONOUNS | {"to", "my", "our", "this", "that", "the", "these", "your"}
        return f"{lead} {_subject_said(words[:1])} {second_person(' '.join(words[1:]))}" if is_clause else ""
    if wh and lead in ("who", "what", "which") and NP_END.match(words[1]):
        return second_person(f"{lead} {' '.join(words)}")  # "who is going to pay" asks for its subject: nothing turns.
    subject, predicate = split_subject(words[1:], aux)
    if not subject or ((aux not in _BE or lead == "whether") and not predicate):
        return ""
    return _turned(lead, aux, subject, predicate)


def _turned(lead: str, aux: str, subject: list[str], predicate: list[str]) -> str:
    """Question order into clause order: "can | you | send" becomes "whether we can send"."""
    who, rest = _subject_said(subject), " ".join(predicate)
    if lead in ("how", "where") and aux == "do" and who == "you":
        return f"{lead} {who} can {second_person(rest)}"
    if aux in _DO:
        return f"{lead} {who} {second_person(_third(rest) if aux == 'does' else rest)}"
    if who == "you":
        aux = {"is": "are", "am": "are", "was": "were", "has": "have"}.get(aux, aux)
    elif who == "we":
        aux = {"is": "are", "was": "were", "has": "have"}.get(aux, aux)
    return f"{lead} {who} {aux} {second_person(rest)}".strip()


def _subject_said(subject: list[str]) -> str:
    """ "you" as the one who does something is us."""
    return "we" if [word.lower() for word in subject] in (["you"], ["u"]) else second_person(" ".join(subject))


def request_said(ask: Ask) -> str:
    """The request as what we look into: "cancelling your order"; "" when it begins with no verb that is known."""
    text = ask.text
    match = _VERB_FIRST.match(text)
    if match:
        return second_person(f"{_gerund(match['verb'].lower())} {match['rest']}".strip())
    if re.match(r"^(?:my|our|the)\s.*\bback\b", text, _I):
        return f"getting {second_person(text)}"
    if re.match(r"^(?:my|our|the|a|an|this|these|another|new|some)\s", text, _I):
        return second_person(text)
    return ""


def _third(verb_words: str) -> str:
    verb, _, rest = verb_words.partition(" ")
    if verb in ("have", "do", "go", "be"):
        verb = {"have": "has", "do": "does", "go": "goes", "be": "is"}[verb]
    elif re.search(r"(?:s|sh|ch|x|z)$", verb):
        verb += "es"
    elif re.search(r"[^aeiou]y$", verb):
        verb = verb[:-1] + "ies"
    else:
        verb += "s"
    return f"{verb} {rest}".strip()


def _gerund(verb: str) -> str:
    if _DOUBLED.match(verb):
        return verb + ("ling" if verb == "cancel" else verb[-1] + "ing")
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"
