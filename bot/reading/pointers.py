"""Finds what "it", "one" and "then" point to, so that an ask can be understood without the words before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.reading.facts import facts_in, values_of
from bot.reading.goods import shelf_of
from bot.reading.noun_families import family_of
from bot.reading.noun_phrases import NounPhrase, Token, noun_phrases, tokens_of
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
        orders = values_of("order", self.said)
        return orders[0] if len(orders) == 1 else ""

    @property
    def thing(self) -> str:
        """The topic with the word that says whose it is: "my suitcase", "the refund"."""
        if not self.topic:
            return ""
        owned = re.search(rf"\b(my|our)\s+{re.escape(self.topic)}\b", self.said, _I)
        return f"{owned[1].lower() if owned else 'the'} {self.topic}"


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
_IT = frozenset("it them that this they these those".split())
_NOTHING_NAMED = re.compile(r" ?(?:happen\w*|'s\b|is\b|possible\b|be possible|takes? to\b|matter\b|works?\b)", _I)


def _pointer(words: str) -> Token | None:
    """The first pronoun that stands for a thing; "that day" and "it's" stand for themselves."""
    if re.match(r"have it (?:done|checked|looked|seen|dealt)\b", words, _I):
        return None
    for token in tokens_of(words):
        if token.low == "it's" and re.match(r" (?:been|done|ready|fixed)\b", words[token.end :], _I):
            return replace(token, kind="X")
        is_part = re.search(r"\b(?:one|some|any|all|both|two|none|each) of $", words[: token.start], _I)
        if token.low in _IT and token.kind == "O" and not is_part and not _NOTHING_NAMED.match(words[token.end :]):
            return token
    return None


_POINTS_BACK = re.compile(r"\b(?:in|on|of|with|for|from|inside|under) (?:it|them)\b(?! (?:is|was|takes?)\b)", _I)


def noun_phrase(clause: str, *, is_main: bool = False) -> str:
    """The thing that a clause is about, for the next "it": its last noun phrase; "" when there is none.

    `is_main`: what stands behind a preposition does not count.
    """
    tokens = tokens_of(clause)
    found = [
        (phrase, _is_aside(phrase, tokens))
        for phrase in noun_phrases(clause, tokens)
        if _can_be_topic(phrase) and not _is_judged(phrase, tokens)
    ]
    main = [phrase for phrase, is_aside in found if not is_aside]
    picks = main or ([] if is_main else [phrase for phrase, _ in found])
    return clause[picks[-1].start : picks[-1].end] if picks else ""


def _can_be_topic(phrase: NounPhrase) -> bool:
    """A thing with an article or a number of things; people, times and names are pointed to by other words."""
    if phrase.head in _NO_TOPIC or phrase.owner == "no" or (phrase.is_named and not phrase.owner):
        return False
    return bool(phrase.owner or phrase.first == 0) and family_of(phrase.head) not in ("people", "times")


def _is_aside(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    before = tokens[phrase.first - 1] if phrase.first else None
    return before is not None and before.kind in "IT"


def _is_judged(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    """In "is that normal" nothing is named."""
    before = tokens[phrase.first - 1] if phrase.first else None
    return phrase.owner in ("this", "that") and before is not None and before.low in ("is", "was")


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
    r"^(?:where|when|how (?:much|long|far|big|old))(?:'s| is| are| was| were| will| would| can| could| should| does|"
    r" do| did| has)? "
    r"(?:it|they|that|this|those|these|she|he)(?: (?:be|now|then|take|come|arrive|cost|all|here|there|ready|done|"
    r"over|back|delivered|finished|fixed))*$|"
    r"^(?:is|are|has|have|will|did|was|were) (?:it|they)(?: (?:ever|really|actually|finally|be|been|come|here|there|"
    r"now|yet|still|ready|done|fixed|"
    r"sent|shipped|delivered|finished|late|lost|coming))+$|"
    r"^(?:have|did|do|has|can) (?:you|we|they|he|she) (?:ever )?(?:got|get|received?|found|find|seen?|sent|send|"
    r"have|read|check(?:ed)?) (?:it|them|that|this|these|those)"
    r"(?: (?:yet|now|or not|already|at all))*$|"
    r"^(?:where|when|how|why)(?: (?:do|does|did|can|could|should|shall|must|would|will) (?:i|we|you|one))? (?:\w+ "
    r")?(?:get|do|find|use|order|buy|"
    r"send|return|have|see|cancel|change|pay for|take) (?:it|them|that|those|this|one)(?: back| from| to)?$",
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
    fuller = re.sub(r"\b(this|that|my (?:old|new)|the old|the new) one\b", rf"\1 {noun}", fuller, count=1)
    return re.sub(r"^(\w+) one$", rf"\1 the {named.topic}", fuller)


def _with_order(words: str, named: Named) -> str:
    """Where it is and when it comes are asked of the order whose number was given."""
    about = _WHEREABOUTS.match(words)
    if not about or not named.order or (about["rest"].strip() and not _COMES.search(about["rest"])):
        return ""
    return f"{words[: about.start('it')]}my order {named.order}{words[about.end('it') :]}"


def _with_topic(words: str, named: Named) -> str:
    pointer = _pointer(words)
    if (
        pointer
        and (money := re.search(r"\bget (?:that|it|this) back\b", words))
        and (amount := facts_in(named.said).get("amount"))
    ):
        return f"{words[: money.start()]}get the {amount} back{words[money.end() :]}"
    if pointer and (fits := _fitting(words, named.said)):
        return f"{words[: pointer.start]}the {fits}{words[pointer.end :]}"
    is_bare = is_bare_pointer(words)
    if pointer and pointer.low in _MANY and not _is_many(named.topic):
        return words
    if not pointer or not named.topic or named.topic.lower() in words.lower():
        return words
    if words[: pointer.start].endswith("is ") and not is_bare:
        return words
    is_sent = _SENT_THING.search(named.topic) or shelf_of(named.topic.split()[-1].lower())
    comes = _COMES.search(words) and not is_sent
    sent = re.search(r"\b(parcel|package|order|delivery|shipment|suitcase|letter|card)\b", named.said, _I)
    thing = f"my {sent[1].lower() if sent else 'order'}" if comes else named.thing
    has = " has" if pointer.kind == "X" and " been" in words else " is" if pointer.kind == "X" else ""
    return f"{words[: pointer.start]}{thing}{has}{words[pointer.end :]}"


_MANY = frozenset("them they these those".split())


def _is_many(topic: str) -> bool:
    """ "Them" is no single lamp; a pair, a set and a firm may be meant all the same."""
    head = topic.split()[-1].lower() if topic else ""
    return (head.endswith("s") and not head.endswith("ss")) or head in _COLLECTIVE


_COLLECTIVE = frozenset("people children men women pair set team company luggage furniture data media feet".split())
_ECHO = re.compile(
    r"^(?P<aux>is|are|was|were|will|has|have|did|does|do) (?:it|they|he|she|that)(?: or not| now| yet)?$", _I
)
_WAS_TO_BE = re.compile(r"\b(?:would|will|should|was to|were to|to) be (?P<what>[a-z]+(?: [A-Za-z]+){0,2})", _I)


def echoed(words: str, named: Named) -> str:
    """ "Are they?" after "the results would be here Monday" asks "are the results here Monday"."""
    echo, due = _ECHO.match(words), _WAS_TO_BE.search(named.said)
    return f"{echo['aux']} {named.thing} {due['what']}" if echo and due and named.thing else ""


def is_echo(words: str) -> bool:
    return bool(_ECHO.match(words))
