"""People, places and other firms that a customer named: known names, and names that the words beside them give away."""

import re
from collections.abc import Iterator

from bot.reading.fact_times import MONTH, WEEKDAY
from bot.reading.gazetteer import DOUBTFUL, GIVEN_NAMES, PLACES

_CAP = r"[A-ZÀ-Þ][a-zà-ÿ'-]+"
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
_NOT_NAMES = re.compile(
    rf"^(?:{WEEKDAY}s?|{MONTH}|Mr|Mrs|Ms|Dr|The|This|That|These|Those|Your|Our|My|His|Her|Its|It|He|She|They|We|"
    rf"You|I|Who|What|"
    r"When|Where|Why|How|Which|Nobody|Someone|Somebody|Everyone|Everybody|One|Support|Driver|Courier|Please|"
    r"Thanks?|Hi|Hello|"
    r"Hey|Dear|Sorry|Yes|No|Not|Never|Still|Just|So|And|But|Also|Now|Then|There|Here|If|Is|Are|Was|Can|Could|Do|"
    r"Does|Did|Will|"
    r"Would|English|German|French|Dutch|Spanish|Italian|Christmas|Easter|Instagram|Facebook|Twitter|Google|"
    r"Trustpilot|Reddit|"
    r"LinkedIn|Tiktok|Youtube|Order|Invoice|Room|Gate|Platform|Version|Excel|Slack|Outlook|Teams?|Windows|Android|"
    r"Apple|Mac|"
    r"Chrome|Safari|Csv|Pdf|Team|Business|Pro|Basic|Premium|Customer|Service|Head|Great|Good|Best|All|Everything|"
    r"Nothing|"
    r"Got|Had|Have|Been|Paid|Was|Told|Said|Internet|Wifi|Bonjour|Hola|Hallo|Ciao|Mum|Dad|Mom|App|Website|Email)$",
    re.I,
)
_PERSON_AFTER = (
    re.compile(
        rf"\b(?i:my|our|his|her|your|the)\s+(?:\w+ )?(?i:{_RELATION}),?\s+(?i:called |named )?({_CAP}(?: {_CAP})?)"),
    re.compile(rf"\b(?i:name is|name's|named|is called|called|name:)\s+({_CAP}(?: {_CAP})?)"),
    re.compile(
        rf"\b(?i:spoke (?:to|with)|talked (?:to|with)|thanks to|thank you,?|thanks,?|thx|esp\.|especially|"
        rf"ask(?:ed)? for|"
               rf"by your|shout-?out to|kudos to|compliments? to|hats off to|regards to|from your colleague|signed "
               rf"by|told by|"
               rf"served by|helped by|person called) ({_CAP}(?: {_CAP})?)\b(?!'s)"),
)  # fmt: skip
_PERSON_BEFORE = (
    re.compile(
        rf"\b({_CAP})(?:,? (?:at|from|in|on) (?:the |your )?[\w ]{{2,25}}?)?,? (?:was|is|has been) (?:so |very |"
        rf"really |just |"
               r"absolutely |such |an? )*(?:kind|great|helpful|lovely|fantastic|wonderful|brilliant|rude|patient|"
               r"amazing|star|"
               r"gem|legend|angel|friendly|super|excellent|unfriendly|perfect)\b"),
    re.compile(
        rf"\b({_CAP})(?: {_CAP})? (?:said|told|promised|wrote|helped|assured|confirmed|fixed|sorted|says|called me|"
        rf"rang|"
               r"explained|went out of|made (?:our|my|it|us)|took (?:so much|the) time|looked after)\b"),
    re.compile(rf"\b({_CAP}), (?:our|your|the|my) (?:\w+ )?(?i:{_RELATION})\b"),
    re.compile(
        rf"\b({_CAP}) (?:at|from|in|on) (?:the |your )(?:front |night |help ?|info(?:rmation)? |service )?(?:desk|"
        rf"reception|"
               r"team|office|shop|store|kitchen|bar|support|billing|returns|phone|hotline)\b"),
)  # fmt: skip
_TITLED = re.compile(rf"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Sister)\.? {_CAP}(?:-{_CAP})?)")
_WORD = re.compile(rf"(?<![\w'-]){_CAP}(?![\w-])")


def people_in(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is named, with the family name when it stands there."""
    yield from (m.span(1) for m in _TITLED.finditer(text))
    for pattern in (*_PERSON_AFTER, *_PERSON_BEFORE):
        for found in pattern.finditer(text):
            start, end = _cut(text, *found.span(1))
            if end > start and text[start:end].lower() not in PLACES - GIVEN_NAMES:
                yield start, end
    for found in _WORD.finditer(text):
        word = found[0].removesuffix("'s")
        if word.lower() in GIVEN_NAMES and word.lower() not in DOUBTFUL:
            start, end = found.start(), found.start() + len(word)
            family = re.match(rf" ({_CAP})(?![\w-])", text[end:])
            if family and re.match(
                r"(?:Street|Road|Airport|Station|Avenue|Lane|Square|Hotel|Hospital|House|Court)$", family[1]
            ):
                continue
            yield start, end + (len(family[0]) if family and not _NOT_NAMES.match(family[1]) else 0)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without a word that only begins with a capital; an empty span when nothing is left."""
    words = text[start:end].removesuffix("'s").split(" ")
    kept: list[str] = []
    for word in words:
        if _NOT_NAMES.match(word):
            break
        kept.append(word)
    return start, start + len(" ".join(kept))


_ROAD_OR_STOP = (
    r"(?:Street|Road|Airport|Station|Square|Park|Bridge|Terminal|Hospital|Harbour|Hill|Beach|Centre|Center|Branch)"
)
_NAMED_PLACE = re.compile(rf"\b({_CAP}(?: {_CAP})? {_ROAD_OR_STOP})\b")
_IN_A_PLACE = re.compile(
    rf"\b(?:in|at|from|to|near|outside|via|around|towards)\s+(?:the )?((?:St\.? )?{_CAP}(?:[ -](?:{_CAP}|St\b))?)(?!\w)"
)
_ROOM = re.compile(
    r"\b(?:in|room|suite|cabin|flat|apartment|unit)\s+(?:no\.? )?(\d{2,4}[a-z]?)\b(?!\s?(?:minutes?|mins?|days?|"
                   r"hours?|weeks?|months?|years?|euros?|pounds?|%|[a-z]+s\b|[.,:/]\d))", re.I)  # fmt: skip
_NO_PLACE_BEFORE = re.compile(r"\b(?:not|not in|version|like|love|with|by|thanks|thank you)\s+$", re.I)


def places_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a place is named: a known one anywhere, another one after "in", "at", "to"; a room by its number."""
    yield from (m.span(1) for m in _NAMED_PLACE.finditer(text))
    for found in re.finditer(r"(?<![\w'-])[A-Z][A-Za-zà-ÿ]+(?:'s)?(?![\w-])", text):
        word = found[0].removesuffix("'s")
        is_known = word.lower() in PLACES and word.lower() not in DOUBTFUL
        if is_known and not _NO_PLACE_BEFORE.search(text[: found.start()]):
            yield found.start(), found.start() + len(word)
    for found in _IN_A_PLACE.finditer(text):
        start, end = _cut(text, *found.span(1))
        if end > start and not re.match(r"\s+(?:plan|tariff|team|package|account)\b", text[end:]):
            yield start, end
    yield from (m.span(1) for m in _ROOM.finditer(text))


_COMPETITOR = re.compile(
    r"\b(?i:cheaper (?:at|with|on|from)|switch(?:ing|ed)? (?:over )?to|switch(?:ing|ed)? from|mov(?:e|ing|ed) "
    r"(?:over |everything )?"
    r"to|go(?:ing)? (?:over |back )?(?:to|with)|found it (?:at|on|cheaper at)|offers? from|offer(?:ed)? (?:by|me)|"
    r"quotes? from|"
    r"compared (?:to|with)|than|order(?:ed)? (?:\w+ )?(?:from|with|at)|(?:take|taking) (?:my|our) \w+ (?:over )?to|"
    r"sign(?:ed)? (?:up )?"
    r"with|placed \w+ \w+ with|placed the order with|change to|changing to|like|use|try|over at|bought it (?:at|"
    r"from)|(?:coming|came) "
    r"(?:over )?from|instead of) ([A-Z][\w&'-]+)(?=[\s.,;!?]|$)"
)
_COMPETITOR_BEFORE = re.compile(
    r"\b([A-Z][a-z][\w&'-]+) (?:offers?|sells?|charges?|has it|does it|is cheaper|is offering|can do|gives|wants "
    r"only|has the same|"
    r"delivers|would|do it|will do)\b"
)


def competitors_in(text: str) -> Iterator[tuple[int, int]]:
    """Where another firm is named beside a comparison or a change."""
    for pattern in (_COMPETITOR, _COMPETITOR_BEFORE):
        for found in pattern.finditer(text):
            word = found[1]
            low = word.lower().removesuffix("'s")
            is_other = not _NOT_NAMES.match(word) and low not in PLACES and low not in GIVEN_NAMES
            if is_other and not re.match(
                r"\s+(?:\w+\s)?\d|\s+(?:Street|Road|Lane|plan|tariff|package)\b", text[found.end(1) :]
            ):
                yield found.span(1)
