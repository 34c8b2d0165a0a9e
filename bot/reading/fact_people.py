"""People a customer named: known names, and names that the words beside them give away."""

import re
from collections.abc import Iterator

from bot.reading.fact_names import CAPITAL, CONTRACTED, LANGUAGE, NOT_NAMES, is_known_word, name_within
from bot.reading.gazetteer import DOUBTFUL, GIVEN_NAMES, PLACES
from bot.reading.word_classes import LEMMAS

_RELATION = (
    r"(?:daughter|son|wife|husband|partner|fianc[ée]e?|mother|mum|mom|father|dad|sister|brother|colleague|boss|"
    r"manager|friend|"
    r"neighbou?r|assistant|nephew|niece|nan|gran|grandma|grandpa|aunt|uncle|cousin|teacher|driver|courier|guide|"
    r"nurse|doctor|"
    r"waiter|waitress|receptionist|engineer|technician|trainer|coach|agent|instructor|mechanic|midwife|chef|"
    r"cleaner|plumber|"
    r"electrician|advis[eo]r|consultant|therapist|dentist|vet|steward(?:ess)?|porter|host(?:ess)?|fitter|kid|boy|"
    r"girl|grandson|"
    r"granddaughter|carer|landlord|tenant|lodger|accountant|secretary|pilot|conductor|librarian|concierge|barista|"
    r"caretaker)"
)
_PERSON_AFTER = (
    re.compile(
        rf"\b(?i:my|our|his|her|your|the)\s+(?:\w+ )?(?i:{_RELATION}),?\s+(?i:called |named )?({CAPITAL}(?: "
        rf"{CAPITAL})?)"),
    re.compile(rf"\b(?i:name is|name's|named|is called|called|name:)\s+({CAPITAL}(?: {CAPITAL})?)"),
    re.compile(
        rf"\b(?i:spoke (?:to|with)|talked (?:to|with)|thanks to|thank you,?|thanks,?|thx|esp\.|especially|"
        rf"ask(?:ed)? for|"
               rf"by your|shout-?out to|kudos to|compliments? to|hats off to|regards to|from your colleague|signed "
               rf"by|told by|"
               rf"served by|helped by|person called) ({CAPITAL}(?: {CAPITAL})?)\b(?!'s)"),
)  # fmt: skip
_PERSON_BEFORE = (
    re.compile(
        rf"\b({CAPITAL})(?:,? (?:at|from|in|on) (?:the |your )?[\w ]{{2,25}}?)?,? (?:was|is|has been) (?:so |very |"
        rf"really |just |"
               r"absolutely |such |an? )*(?:kind|great|helpful|lovely|fantastic|wonderful|brilliant|rude|patient|"
               r"amazing|star|"
               r"gem|legend|angel|friendly|super|excellent|unfriendly|perfect)\b"),
    re.compile(
        rf"\b({CAPITAL})(?: {CAPITAL})? (?:said|told|promised|wrote|helped|assured|confirmed|fixed|sorted|says|"
        r"called me|"
        rf"rang|"
               r"explained|went out of|made (?:our|my|it|us)|took (?:so much|the) time|looked after)\b"),
    re.compile(rf"\b({CAPITAL}), (?:our|your|the|my) (?:\w+ )?(?i:{_RELATION})\b"),
    re.compile(
        rf"\b({CAPITAL}) (?:at|from|in|on) (?:the |your )(?:[A-Za-z]+ ){{0,2}}(?:desk|"
        rf"reception|"
               r"team|office|shop|store|kitchen|bar|support|billing|returns|phone|hotline)\b"),
)  # fmt: skip
_TITLED = re.compile(
    rf"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|dr|Prof|Herr|Frau|Sister)\.? (?:{CAPITAL}(?:-{CAPITAL})?|(?<=dr "
    rf")[a-z]{{4,}}))(?![\w-]| {CAPITAL})|"
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau)\.? ({CAPITAL} {CAPITAL})"
)
_KIN = (
    r"(?:sons?|daughters?|wife|husband|boys?|girls?|kids?|child|twins?|brothers?|sisters?|friends?|colleagues?|guide|"
    r"engineer|fitter|waiter|waitress|nurse|doctor|instructor|teacher|trainer|driver|lady|man|guy|woman|girl|person|"
    r"agent|technician|manager|receptionist|mum|mom|dad|mother|father|nan|gran|grandson|granddaughter|nephew|niece|"
    r"uncle|aunt|partner|neighbou?r|assistant|cleaner|chef|coach|flatmate|housemate|roommate|client|tenant|stylist|"
    r"barber|lodger|"
    r"intern|apprentice|guest|passenger|patient|employee|student|pupil|stepson|stepdaughter|godson|goddaughter|"
    r"brother-in-law|sister-in-law|mother-in-law|father-in-law|fianc[ée]e?|ex|baby|midwife|photographer|plumber|"
    r"electrician)"
)
_DOES = (
    r"(?:call|ring|do|come|help|have|join|bring|take|see|visit|write|email|phone|contact|look|cut|stay|go|work|"
    r"still|give|get|"
    r"tell|hang|say|leave|sign|use|know|need|want|pick|collect|drop|send|be)"
)
_UNKNOWN_PERSON = (
    # Asked of people: "can Jorun call me", "why did Anselm hang up", "is Tavish in today", "was it Idris who came"
    re.compile(
        rf"\b(?i:can|could|will|would|did|does|may|should|let|have) ({CAPITAL}(?: {CAPITAL})?) (?i:(?:please |also "
        rf")?{_DOES})\b"),
    re.compile(
        rf"\b(?i:is|was|are) ({CAPITAL}) (?i:in|there|free|available|back|working|around|off|ok|okay|ill|allowed|"
        r"still|coming)\b"),
    re.compile(rf"\b(?i:is|was) it ({CAPITAL}) (?i:who|that)\b"),
    # Spoken to or of: "say hi to Bodil", "a big thank you to Oona", "can I speak to Femi"
    re.compile(
        r"\b(?i:speak|spoke|talk|talked|hi|hello|thanks|thank you|thank-you|kudos|compliments|love|regards|best|"
        r"hug|hugs|flowers|"
               rf"through|say goodbye|report|reported|listen|married) (?:to|with) ({CAPITAL}(?: "
               rf"{CAPITAL})?)(?![\w'-])"),
    re.compile(
        r"\b(?i:well done|bravo|bless|bless you|cheers|hats off|thumbs up|thanks so much|thank you so much),? "
        rf"({CAPITAL})(?=[ ,.!]|$)"),
    # In somebody's name
    re.compile(
        r"\b(?i:in the name of|under the name(?: of)?|under|name of|addressed to|signed (?:for )?by|received by|"
        r"accepted by|"
               r"on behalf of|guest name:?|passenger:?|cardholder:?|account holder:?|a certain) "
               rf"[\"'(]?((?:{CAPITAL}|[A-Z]\.)(?: {CAPITAL})?)"),
    # Somebody of one's own: "my flatmate Jonah", "my client Torvald Brekke"
    re.compile(rf"\b(?i:my|our|his|her|your|the) (?:\w+ )?(?i:{_KIN}),? ({CAPITAL}(?: {CAPITAL})?)(?![\w-])"),
    re.compile(
        rf"\b(?i:want|wanted|need|like|asked|let) ({CAPITAL}) to (?i:be|do|have|come|call|help|take|stay|join)\b"),
    re.compile(
        rf"({CAPITAL}) and (?:{CAPITAL}|I) (?i:are|were|have) (?i:travell?ing|coming|arriving|staying|both|there|"
        r"booked|married|flying|moving)\b"),
    # "my sons (Ali)", "my son (Year 4, Toby)", "the guide in Luang Prabang (Khamla)"
    re.compile(
        rf"\b(?i:{_KIN})(?: (?:in|at|from|of|on) [\w ]{{2,25}}?)? \((?:[^()]{{1,15}}, )?({CAPITAL}(?: "
        rf"{CAPITAL})?)\??[,)]"),
    # "The lady who measured, Marisol, was kind"; "my mum's on your ward, Halina Lis."
    re.compile(rf"\b(?i:{_KIN})(?:'s)?\b[^.!?\n]{{0,45}}, ({CAPITAL}(?: {CAPITAL})?)(?=[,.!?]| I think)"),
    # "Kirsty will call you back", "Danni is a genius"
    re.compile(rf"(?<!\w')(?<![\w-])({CAPITAL}) (?:will|would|was going to|is going to) (?:call|ring|phone|e-?mail|"
               r"get back|"
               r"be in touch|visit|look into)\b"),
    re.compile(rf"(?<![\w'-])({CAPITAL}) (?:is|was) (?:an? |the )(?:[a-z]+ )?(?:genius|witch|wizard|magician|saint|"
               r"hero|treasure|artist|darling|lifesaver|miracle|delight|queen|rock|star|legend|angel|gem)\b"),
    # Somebody does what only people do.
    re.compile(
        rf"(?<![\w'-])({CAPITAL})(?: (?:at|in|from|on) (?:the |your )?[a-z]+)? (?:was (?:in|here|there|so|on|with)|"
        r"came (?:by|round|"
        r"back|in)|called (?:me|us|back)|rang|spent|sorted|stayed|remembered|made (?:our|my|it|us|sure)|is (?:in "
        r"bed|ill|"
        r"sick|off sick|away|allergic|allowed|covered|unwell|poorly|at home|with you|my|our)|has been (?:ill|off|"
        r"away|so)|"
        rf"(?:misses|loves|likes|can't|cannot|forgot|turns) )"),
    # Done to people: "told Dwayne", "can help Teodora", "because he loves Mindy"
    re.compile(
        rf"\b(?:[Tt]old|[Tt]ell|[Aa]sk(?:ed)?|[Hh]elp|[Tt]hank(?:ed)?|[Hh]ug|[Mm]et|loves?|misses?|[Ii]nvite|[Gg]reet|"
        rf"[Rr]emind|[Ii]nform) ({CAPITAL}(?: {CAPITAL})?)(?=[ ,.!?;:]|$)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)"),
    re.compile(rf"[\"“']({CAPITAL}) (?:in|from|at) (?:the )?[a-z]+[\"”']"),
    # One of ours, or somebody brought along: "your Pekka knew", "a room with Peg Dunne", "ring Yusra"
    re.compile(rf"\b[Yy]our ({CAPITAL}) (?:[a-z]{{2,}}ed|knew|was|is|has|came|did|took|made|went|saw|got|found|told|"
               rf"gave|"
               r"left|said|stayed|ran|drove|brought)\b"),
    re.compile(rf"\bwith ({CAPITAL} {CAPITAL})(?=[,.!?]|$)"),
    re.compile(rf"\b(?:[Rr]ing|[Cc]all|[Pp]hone|[Tt]ext) ({CAPITAL})(?=[,.!?]| (?:on|at|when|before|if)\b|$)"),
    re.compile(rf"(?<![\w'-])({CAPITAL}) is the [a-z]+est (?:human|person|man|woman|guy|lady|driver|teacher|one)\b"),
    # Whose it is: "Ruben's name", "Seren's bus pass"
    re.compile(
        rf"(?<![\w'-])({CAPITAL})'s (?=[a-z])(?!(?:not|a|an|the|been|in|on|at|still|now|also|very|so|really|gone|"
        r"only|"
               rf"all|no|going|done|got|too|free|app|website|offer|price|plan|site) )"),
    # Whom it is for.
    re.compile(
        rf"\b(?:for|to|as|add|adding|pick up|picked up|with) ({CAPITAL})(?= (?:but|and not|as a|instead|to (?:the|"
        r"my|our) "
               rf"(?:booking|policy|contract|account|class|team|table|list))|, (?:happy|with love|from))"),
)  # fmt: skip


_ACTED = re.compile(
    rf"(?:^|[.!?:\n]\s*|, |\b(?:and|but|that|because|when|so|then) )({CAPITAL})(?: {CAPITAL})?(?: (?:at|in|from|on) "
    r"(?:the |your )?[a-z]+)? "
    r"(?:also |even |really |just |kindly |always |only )?(?:said|told|promised|wrote|helped|assured|confirmed|"
    r"fixed|sorted|says|"
    r"explained|found|gave|sent|showed|kept|let|stayed|waited|drove|carried|went|called|rang|spoke|offered|knew|"
    r"listened|"
    r"remembered|walked|talked|answered|picked|noticed|brought|smiled|apologised|apologized|hung up|came (?:out|"
    r"over|by|back)|"
    r"took (?:the|care|her|his|my|our|such)|did (?:a|such|an|everything)|deserves|saved|calmed|taught|looked after|"
    r"managed)\b"
)
_LOWER_TITLE = re.compile(r"\b((?:mr|mrs|ms|dr)\.? [a-z]{3,})\b(?! (?:and|or) )")
_LOWER = re.compile(
    rf"\b(?:thanks? (?:to )?|thank you |thx |cheers |tell |told |ask |asked |by |with |from |colleague |for |{_KIN} "
    r")"
                    r"([a-z]{3,})\b")  # fmt: skip


def _unknown_people(text: str) -> Iterator[tuple[int, int]]:
    """Names on no list: what stands beside them is said of people only."""
    yield from (found.span(1) for found in _ACTED.finditer(text) if _may_be_person(found[1]))
    yield from (found.span(1) for found in _LOWER_TITLE.finditer(text))
    yield from (found.span(1) for found in _LOWER.finditer(text) if found[1] in _SURE_NAMES)
    for pattern in _UNKNOWN_PERSON:
        for found in pattern.finditer(text):
            start, end = found.span(1) if found[1][1:2] == "." else name_within(text, *found.span(1))
            if end > start and _may_be_person(text[start:end]):
                yield start, end


_SURE_NAMES = frozenset(name for name in GIVEN_NAMES - DOUBTFUL if not is_known_word(name))


def _may_be_person(name: str) -> bool:
    low = name.lower().removesuffix("'s")
    is_other = is_known_word(low) or _is_role(low) or low in PLACES or NOT_NAMES.match(name) or CONTRACTED.match(name)
    return not (is_other or LANGUAGE.match(name) or _NO_PERSON.search(name))


def _may_be_named(name: str) -> bool:
    """A word of the language is a name only when people are called so: "Grace said", not "Pharmacy said"."""
    low = name.lower().removesuffix("'s")
    return " " in low or low in GIVEN_NAMES or not (is_known_word(low) or _is_role(low))


def _is_role(low: str) -> bool:
    """ "Buyer says": whoever does something is called by the verb."""
    stem = low.removesuffix("s")
    return stem.endswith(("er", "or")) and bool({stem[:-2], stem[:-1], stem[:-3]} & LEMMAS.keys())


_NO_PERSON = re.compile(r"\b(?:Echo|Lantern|Herald|Times|News|Post|Gazette|Tribune|Chronicle|Courier|Observer|Journal|"
                        r"Mirror|Bank|Airlines?|Airways|Hotel|Channel|Support|Sales|Billing|Reception|Accounts?|"
                        r"House|Church|"
                        r"Lane|Street|Road|Advent|Ramadan|Eid|Lent|Passover|Diwali|Hanukkah|God|Lord|Granny|Nana|"
                        r"Grandma|Grandad|Grandpa|Santa|App|Bill)$")  # fmt: skip
_WORD = re.compile(rf"(?<![\w'-]){CAPITAL}(?![\w-])")


_GREETED = re.compile(
    r"(?:^|[.!?\n] ?)(?:hi+|hello|hey|dear|good (?:morning|afternoon|evening)|morning|evening|afternoon),? $", re.I
)
"""Whoever is greeted reads this."""


def people_in(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is named: by a title, by the words beside the name, or by a known given name."""
    for titled in _TITLED.finditer(text):
        start, end = titled.span(1) if titled[1] else name_within(text, *titled.span(2))
        end -= 2 * text[start:end].endswith("'s")
        is_cut = not titled[1] and " " not in text[start:end]
        yield titled.start() if is_cut else start, end
    for pattern in (*_PERSON_AFTER, *_PERSON_BEFORE):
        for found in pattern.finditer(text):
            if CONTRACTED.match(found[1]):
                continue
            start, end = name_within(text, *found.span(1))
            if end > start and text[start:end].lower() not in PLACES - GIVEN_NAMES and _may_be_named(text[start:end]):
                yield start, end
    yield from _unknown_people(text)
    yield from _known_people(text)


def _known_people(text: str) -> Iterator[tuple[int, int]]:
    """Given names, with the family name when it stands there."""
    for found in _WORD.finditer(text):
        word = found[0].removesuffix("'s")
        if word.lower() in GIVEN_NAMES and word.lower() not in DOUBTFUL and not _GREETED.search(text[: found.start()]):
            start, end = found.start(), found.start() + len(word)
            family = re.match(rf" ({CAPITAL})(?![\w-])", text[end:])
            if family and re.match(
                r"(?:Street|Road|Airport|Station|Avenue|Lane|Square|Hotel|Hospital|House|Court)$", family[1]
            ):
                continue
            yield start, end + (len(family[0]) if family and not NOT_NAMES.match(family[1]) else 0)


_INSIDE = re.compile(
    rf"(?<![\w'-])(?P<before>[a-z][\w']*),? (?P<name>{CAPITAL}(?: {CAPITAL})?)(?![\w'-]| (?:GmbH|Ltd|Inc|AG|BV|II|&|"
    r"\d))"
)
_NO_PERSON_BEFORE = frozenset(
    "the a an in at from to called near on via of with than your my our this that every last next by is model named "
    "use".split()
)


def other_people(text: str) -> Iterator[tuple[int, int]]:
    """A capital inside a sentence that no word, place, product or firm explains is mostly a name; read last."""
    for found in _INSIDE.finditer(text):
        start, end = name_within(text, *found.span("name"))
        if end > start and found["before"] not in _NO_PERSON_BEFORE and _may_be_person(text[start:end]):
            yield start, end
