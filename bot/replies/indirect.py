"""Says a customer's words back to them: "where is my refund?" as "where your refund is", "my" as "your"."""

import re

from bot.reading.asks import Ask

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

_NP_END = re.compile(
    r"^(?:arrive|come|reach|take|cost|go|start|end|work|be|been|have|need|mean|happen|last|close|open|fit|ship|get|"
    r"help|ready|included|available|possible|safe|free|there|here|in|on|at|for|covered|affected|broken|"
    r"allowed|necessary|normal|still|already|also|really|now|not|from|to|with|by|due|done|paid|sent|delivered|"
    r"included|gone|ok|okay|fine|wrong|right|normal|down|back|valid|refundable|returnable|insured|vegan|open|"
    r"closed|late|lost|big|small|enough|"
    r"accept|cover|include|contain|count|charge|support|run|stop|stay|leave|expire|apply|qualify|transfer|carry|"
    r"move|keep|look|say|show|use|suit|match|hold|replace|refund|\w+ed|happening|going|actually|ever|working|"
    r"coming|"
    r"\w+ing(?<!booking)(?<!parking)(?<!meeting)(?<!training)(?<!shipping)(?<!wedding)(?<!evening)(?<!morning)(?<!building)(?<!thing)(?<!heating)(?<!ceiling)(?<!listing)(?<!pricing)(?<!setting)(?<!spring)(?<!string)(?<!ring))$",
    _I,
)
_BE = {"is", "are", "was", "were"}
_DO = {"do", "does"}
_OTHER_AUX = {"can", "could", "will", "would", "should", "may", "might", "must", "has", "have", "had"}
_PRONOUNS = {"i", "we", "you", "they", "he", "she", "it", "there", "u"}
_WH = re.compile(
    r"^((?:(?:at|in|on|by|until|since|from|to|for) )?(?:what|when|where|who|whom|which|why|how)(?: (?:much|many|"
    r"long|far|often|soon|late|early|big|time|day|date|size|kind of \w+|colour|about))?)\s+(.*)$",
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
    text = re.sub(r"^(what|where|who|when|how)'s\b", r"\1 is", ask.words or ask.text, flags=_I)
    if re.match(r"^(?:whether|if)\s", text):
        return second_person(f"whether {text.split(' ', 1)[1]}")
    wh = _WH.match(text)
    lead, words = (wh.group(1).lower(), wh.group(2).split()) if wh else ("whether", text.split())
    if len(words) < 2:
        return ""
    aux = words[0].lower()
    if aux not in _BE | _DO | _OTHER_AUX:
        is_clause = wh and words[0].lower() in _PRONOUNS | {"to", "my", "our", "this", "that", "the", "these", "your"}
        return f"{lead} {_subject_said(words[:1])} {second_person(' '.join(words[1:]))}" if is_clause else ""
    if wh and lead in ("who", "what", "which") and _NP_END.match(words[1]):
        return second_person(f"{lead} {' '.join(words)}")  # "who is going to pay" asks for its subject: nothing turns.
    subject, predicate = _split_subject(words[1:], is_be=aux in _BE)
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


_PREPOSITIONS = frozenset("for from to with in on at by not".split())
_STANDING_PREDICATE = re.compile(r"^(?:on|in) (?:its|the way|their|stock|time)\b", _I)


def _split_subject(words: list[str], *, is_be: bool) -> tuple[list[str], list[str]]:
    """Where the subject of a question ends and what is asked of it begins."""
    if words[0].lower() in _PRONOUNS:
        return words[:1], words[1:]
    start = (
        2
        if re.match(r"^(?:my|our|your|the|a|an|this|that|these|those|his|her|their|any|all|both)$", words[0], _I)
        else 1
    )
    places = range(start, len(words))
    ends = [place for place in places if _NP_END.match(words[place])]
    clause = next((place for place in places if words[place].lower() in _PRONOUNS), 0)
    if clause:
        ends = [
            place for place in ends if place > clause + 1 and words[place].lower() != "back"
        ]  # "the bell I sent back"
    plain_ends = [place for place in ends if words[place].lower() not in _PREPOSITIONS]
    if is_be:
        standing = [place for place in places if _STANDING_PREDICATE.match(" ".join(words[place:]))]
        ends = standing or plain_ends
        return (words[: ends[0]], words[ends[0] :]) if ends else (words, [])
    if plain_ends:
        return words[: plain_ends[0]], words[plain_ends[0] :]
    # No verb that is known: the word before a preposition is one ("my dog | travel in the cabin").
    before = [place - 1 for place in ends if place > start]
    return (words[: before[0]], words[before[0] :]) if before else ([], [])


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
