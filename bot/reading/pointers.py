"""Finds what "it", "one" and "then" point to, so that an ask can be understood without the words before it."""

import re
from dataclasses import dataclass

from bot.reading.facts import facts_in
from bot.reading.words import content

_I = re.IGNORECASE
MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class Named:
    """What the words so far were about: the last thing named, and everything that was said."""

    topic: str = ""
    said: str = ""

    def after(self, clause: str) -> "Named":
        """A thing that is named only in passing ("on a trip", "my purse is in it") leaves the topic as it was."""
        goes_on = self.topic and _POINTS_BACK.search(clause)
        main = "" if goes_on else noun_phrase(clause, is_main=True)
        return Named(main or self.topic or noun_phrase(clause), f"{self.said} {clause}".strip())

    @property
    def order(self) -> str:
        """The one order that was named by its number."""
        facts = facts_in(self.said)
        return "" if "order2" in facts else facts.get("order", "")

    @property
    def thing(self) -> str:
        """The topic with the word that says whose it is: "my suitcase", "the refund"."""
        if not self.topic:
            return ""
        owned = re.search(rf"\b(my|our)\s+{re.escape(self.topic)}\b", self.said, _I)
        return f"{owned[1].lower() if owned else 'the'} {self.topic}"


_NOUN_END = (
    "and|or|but|on|in|at|for|from|to|with|is|was|are|were|has|have|had|that|which|who|last|yesterday|today|"
    "tomorrow|of|i|we|it|you|they|he|she|by|when|as|because|since|if|"
    "be|not|can|will|would|could|should|never|still|just|again|isn't|wasn't|hasn't|didn't|doesn't|don't|won't|says|"
    "makes|leaks|needs|rattles|squeaks|smells|hurts|loses|breaks|freezes|drips|"
    "said|came|come|got|broke|failed|fails|does|did|than|into|after|before|so|off|"
    "this|my|the|your|our|there|then|here|always|only|since|arrived|works|stopped|kept|keeps|went|goes|up|out|down"
)
_NOUN = re.compile(
    rf"\b(?:my|our|your|the|a|an|his|her|their|this|that|wrong|"
    rf"another)\s+((?:(?!(?:{_NOUN_END})\b)[a-z0-9][\w'-]*\s+){{0,3}}?(?!(?:{_NOUN_END})\b)[a-z][\w'-]*)(?=\s+(?:"
    rf"{_NOUN_END})\b|"
    rf"\s*[.,;:!?(]|\s*$|\s+\d|\s+(?-i:[A-Z][a-z]))",
    _I,
)
_NO_TOPIC = frozenset(
    "way time moment day week month morning lot bit problem question thing one reason favour hurry same other rest "
    "end first second figures moment meantime tracking status hour hours minute minutes days weeks months year "
    "years ago night "
    "evening afternoon today area middle start page hand bottom top side place matter thank help people someone "
    "none half "
    "wife husband mother father mum dad son daughter sister brother friend colleague boss manager accountant "
    "lawyer insurer broker "
    "landlord driver courier waiter waitress receptionist doctor nurse engineer technician fitter man woman lady "
    "guy team staff country "
    "town city street world family neighbour guest guests baby child children boy girl phone-call trouble name "
    "while couple few two three couple-of mornings weekend past future present whole kids house".split()
)
_PRONOUN = re.compile(
    r"\b(it|them|that|this|they|these|those)\b(?!'s\b| is\b| possible| be possible| takes? to\b| matter| works?\b)", _I
)


_POINTS_BACK = re.compile(r"\b(?:in|on|of|with|for|from|inside|under) (?:it|them)\b(?! (?:is|was|takes?)\b)", _I)
_ASIDE = re.compile(r"\b(?:for|of|in|on|with|at|from|by|about)\s*$", _I)


def _is_judged(found: re.Match[str], clause: str) -> bool:
    """In "is that normal" nothing is named."""
    return bool(
        re.match(r"th(?:is|at)\b", found[0], _I) and re.search(r"\b(?:is|was)\s+$", clause[: found.start()], _I)
    )


def noun_phrase(clause: str, *, is_main: bool = False) -> str:
    """The thing that a clause is about, for the next "it": its last noun phrase; "" when there is none.

    `is_main`: what stands behind a preposition does not count.
    """
    found = [
        (_cut_at_verb(m.group(1).strip()), bool(_ASIDE.search(clause[: m.start()])))
        for m in _NOUN.finditer(clause)
        if not _is_judged(m, clause)
    ]
    found = [
        (phrase, aside)
        for phrase, aside in found
        if phrase.lower().split()[-1] not in _NO_TOPIC and not phrase.endswith("'s")
    ]
    main = [phrase for phrase, is_aside in found if not is_aside]
    return (main or ([] if is_main else [phrase for phrase, _ in found]) or [""])[-1]


_VERBISH = re.compile(
    r"^(?:\w+ed|\w{3,}ing|me|us|him|them|myself|ago|took|sent|gave|told|left|let|lost|threw|made|put|again|locked|"
    r"all|too|really|ends|says|shows|starts|costs|looks|seems|loan|why|how|what|when|"
    r"either|also|yet|already|even|any|moved|now|today|tonight|yesterday|tomorrow)$",
    _I,
)


def _cut_at_verb(phrase: str) -> str:
    """ "editor logged me" is about the editor; "returned lamp" stays whole."""
    words = phrase.split()
    end = next((place for place, word in enumerate(words) if place and _VERBISH.match(word)), len(words))
    return " ".join(words[:end])


_FITS = {
    "take": "fee charge charges surcharge roaming service",
    "reopen": "ticket case claim request complaint",
    "block": "card phone account sim number transfer",
    "unblock": "card phone account sim number",
    "cancel": "order booking subscription contract appointment membership reservation flight room policy plan trip",
    "stop": "transfer payment order delivery subscription debit contract shipment",
    "rebook": "flight train ticket trip room appointment seat ferry",
    "refund": "payment order amount ticket deposit fee charge booking",
    "restore": "project file data account backup report photos fields",
    "reschedule": "appointment delivery visit booking",
    "exchange": "jacket shoes dress shirt item",
}
"""What a verb can be done to: "reopen it" means the ticket, whatever was named since."""


def _fitting(words: str, said: str) -> str:
    nouns = _FITS.get(words.split(" ", 1)[0].lower(), "")
    found = re.findall(rf"\b({'|'.join(nouns.split())})\b", said, _I) if nouns else []
    return str(found[-1]).lower() if found else ""


_FROM_YOU = re.compile(r"^(was|is|were) (it|this|that|they) (?:really )?(?:from |sent by )?you\b", _I)
_BARE_POINTER = re.compile(
    r"^(?:where|when|how (?:much|long|far|big|old))(?:'s| is| are| was| were| will| does| do| did| has)? "
    r"(?:it|they|that|this|those|these|she|he)(?: (?:be|now|then|take|come|arrive|cost|all))*$|"
    r"^(?:is|are|has|have|will|did|was|were) (?:it|they)(?: (?:be|been|come|here|there|now|yet|still|ready|done|fixed|"
    r"sent|shipped|delivered|finished|late|lost|coming))+$",
    _I,
)
_COMES = re.compile(r"\b(?:arrive|come|coming|be here|be there|delivered|get here|ship(?:ped)?)\b", _I)
_WHEREABOUTS = re.compile(
    r"^(?:where (?:is|are|was|were|has|did)|when (?:will|does|do|is|are)|will|has|have|is|are|does|did) "
    r"(?P<it>it|they|that|this)\b(?P<rest>.*)$",
    _I,
)
_SENT_THING = re.compile(
    r"\b(?:bike|parcel|package|cake|order|card|bag|suitcase|luggage|code|letter|delivery|shipment)s?$", _I
)


def is_price_of_it(words: str) -> bool:
    """After a request, "and what does it cost?" asks for the price of doing it and not of the thing."""
    return bool(re.match(r"^(?:what|how much) (?:does|would|will|is|do) (?:it|that|this)(?: (?:cost|be))*$", words, _I))


def is_bare_pointer(words: str) -> bool:
    """ "Where is it?", "When will they come?": a whole question, though nothing in it says about what."""
    return bool(_BARE_POINTER.match(words) or _FROM_YOU.match(words))


def standing_alone(words: str, named: Named) -> str:
    """A pronoun that points before the ask is replaced by what it points to, while the ask stays short."""
    if not named.topic and not named.order and not _fitting(words, named.said):
        return words
    if about := _FROM_YOU.match(words):
        return f"{about[1]} {named.thing or about[2]} from you"
    fuller = _with_ones_named(words, named)
    if fuller == words and len(content(words)) <= 3:
        fuller = _with_order(words, named) or _with_topic(words, named)
    return fuller if len(fuller.split()) <= MAX_WORDS else words


def _with_ones_named(words: str, named: Named) -> str:
    """ "a second one" becomes "a second bell"."""
    if not named.topic:
        return words
    noun = named.topic.split()[-1] if re.search(r"\b(?:a new|another) one\b", words) else named.topic
    fuller = re.sub(
        r"\b(another|an?(?: (?:new|second|third|bigger|smaller|larger|different|other|spare|replacement))) one\b",
        rf"\1 {noun}",
        words,
        count=1,
    )
    return re.sub(r"^(\w+) one$", rf"\1 the {named.topic}", fuller)


def _with_order(words: str, named: Named) -> str:
    """Where it is and when it comes are asked of the order whose number was given."""
    about = _WHEREABOUTS.match(words)
    if not about or not named.order or (about["rest"].strip() and not _COMES.search(about["rest"])):
        return ""
    return f"{words[: about.start('it')]}my order {named.order}{words[about.end('it') :]}"


def _with_topic(words: str, named: Named) -> str:
    pointer = _PRONOUN.search(words)
    if (
        pointer
        and (money := re.search(r"\bget (?:that|it|this) back\b", words))
        and (amount := facts_in(named.said).get("amount"))
    ):
        return f"{words[: money.start()]}get the {amount} back{words[money.end() :]}"
    if pointer and (fits := _fitting(words, named.said)):
        return f"{words[: pointer.start()]}the {fits}{words[pointer.end() :]}"
    is_bare = is_bare_pointer(words)
    if not pointer or not named.topic or named.topic.lower() in words.lower():
        return words
    if words[: pointer.start()].endswith("is ") and not is_bare:
        return words
    comes = _COMES.search(words) and not _SENT_THING.search(named.topic)
    sent = re.search(r"\b(parcel|package|order|delivery|shipment|suitcase|letter|card)\b", named.said, _I)
    thing = f"my {sent[1].lower() if sent else 'order'}" if comes else named.thing
    return f"{words[: pointer.start()]}{thing}{words[pointer.end() :]}"
