"""What the customer already gave (numbers, dates, amounts, people, places), so that nothing is asked twice."""

import re
from collections.abc import Iterator, Mapping, Sequence

_I = re.IGNORECASE
_ID = r"#?((?=[\w/-]*\d)[A-Z0-9][A-Z0-9/-]{2,19})\b"
_LINK = r"(?:\s+(?:number|no\.?|nr\.?|code|ref(?:erence)?\.?|id))?(?:\s+(?:is|was))?\s*[:#]?\s*"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_CURRENCY = r"(?:euros?|eur|pounds?|gbp|dollars?|usd|francs?|chf|kroner|kronor|nok|sek|dkk|zloty|pln|quid|cents?|pence)"
_NUMBER = r"\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?"
_RELATION = (
    r"(?:daughter|son|wife|husband|partner|mother|mum|mom|father|dad|sister|brother|colleague|boss|manager|friend|"
    r"neighbour|neighbor|assistant|"
    r"nephew|niece|nan|gran|grandma|grandpa|aunt|uncle|cousin|teacher|driver|courier)"
)

_PATTERNS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("order", re.compile(rf"\b(?:order|purchase|po)s?{_LINK}{_ID}", _I)),
    ("booking", re.compile(rf"\b(?:booking|reservation|pnr|itinerary){_LINK}{_ID}", _I)),
    ("invoice", re.compile(rf"\b(?:invoice|bill|receipt){_LINK}{_ID}", _I)),
    ("invoice", re.compile(r"\b(INV-?\d[\w-]*)\b", _I)),
    ("ticket", re.compile(rf"\b(?:ticket|case|incident|complaint|request|reference|ref){_LINK}{_ID}", _I)),
    ("account", re.compile(rf"\b(?:account|customer|contract|member(?:ship)?|client|policy){_LINK}{_ID}", _I)),
    ("tracking", re.compile(rf"\b(?:tracking|parcel|shipment|consignment|waybill){_LINK}{_ID}", _I)),
    ("serial", re.compile(rf"\b(?:serial|frame|lot|batch|chassis|imei|s/n|meter){_LINK}{_ID}", _I)),
    ("flight", re.compile(r"\b(?:flight\s+(?:number\s+)?([A-Z]{2,3}\s?\d{2,4})|"
                          r"([A-Z]{2}\s?\d{3,4})(?=\s+(?:to|from)\b))")),
    ("flight", re.compile(r"\bflight\s+([a-z]{2}\s?\d{2,4})\b", _I)),
    ("error", re.compile(r"\berror(?:\s+(?:code|message|number))?\s*[:#]?\s*([A-Z]{0,4}[-_ ]?\d{2,6})\b", _I)),
    ("error", re.compile(r"\b((?:HTTP\s)?[45]\d\d)\s+error", _I)),
    ("version", re.compile(r"\b(?:version|release|build|firmware|v)\s*\.?\s*(\d+(?:\.\d+){0,3})\b", _I)),
    ("email", re.compile(r"\b([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\b")),
    ("phone", re.compile(r"(?<![\w-])(\+\d[\d ()/-]{7,17}\d|0\d{2,4}[ /-]\d[\d -]{4,12}\d|0\d{9,11})(?!\w)")),
    ("address", re.compile(
        r"\b(\d{1,4}[a-z]?,? (?:[A-Z][\w'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Way|"
        r"Court|Place|Square|Hill|Gardens|Terrace|Crescent|Row))\b")),
    ("address", re.compile(
        r"\b((?:[A-ZÄÖÜ][\wäöüß-]*\s?(?:[Ss]tra(?:ss|ß)e|[Ss]tr\.|[Ww]eg|[Aa]llee|[Gg]asse|[Pp]latz|[Ss]traat|"
        r"[Ll]aan|[Gg]racht)|(?:Rue|Via|Calle|Avenue) (?:[\w'-]+ ){0,2}[A-Z][\w'-]+),? \d{1,4}[a-z]?)\b")),
    ("amount", re.compile(
        rf"([€$£]\s?(?:{_NUMBER})|(?:{_NUMBER})\s?[€$£]|\b(?:{_NUMBER})\s?(?:-\s?)?{_CURRENCY}\b|\b(?:EUR|USD|GBP|"
        rf"CHF)\s?(?:{_NUMBER}))", _I)),
    ("amount", re.compile(
        r"\b(?:pay|paid|charged?|charges|refund(?:ed)?|fee|bill|cost|deducted|owe|invoiced?|deposit|sent|"
        r"transfer(?:red)?|price|credit|limit|raise|debit(?:ed)?)\b[^.?!\n\d]{0,24}?\s(\d+[.,]\d{2}|"
        r"\d{2,6})(?![\w%-]|[.,:]\d|\s?(?:times|days?|weeks?|hours?|minutes?|mins?|people|mbit|kg|km|%|am|pm|st|nd|"
        r"rd|th)\b)", _I)),
    ("amount", re.compile(
        r"(?<![\d.:])(?<!at )(?<!by )(?<!till )(?<!until )(?<!version )(?<!v)(\d{1,5}[.,]\d{2})(?![\d.:]|"
        r"\s?(?:[ap]\.?m|h\b|uhr|%|kg|km))", _I)),
    ("time", re.compile(
        r"\b((?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]\.?m\.?)?|(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s?[ap]\.?m\.?)?|"
        r"(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?|noon|midnight)(?!\d|\.\d)", _I)),
    ("date", re.compile(
        rf"\b((?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?\b|{_MONTH} \d{{1,2}}(?:st|nd|rd|"
        rf"th)?(?:,? \d{{4}})?\b|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})|"
        rf"\d{{1,2}}/\d{{1,2}}\b|"
        rf"the \d{{1,2}}(?:st|nd|rd|th)\b(?! (?:time|floor|mail|email|one|of my))|(?:next |last |this )?{_DAY}\b|"
        rf"tomorrow|yesterday|christmas(?: eve| day)?\b|easter\b)", _I)),
    ("size", re.compile(r"\b(?:size|in (?:an? )?)\s*((?:X{0,3}[SL]|M)\b|"
                        r"\d{2}(?:\.5)?(?=\b(?! ?(?:minutes|days|hours|euros|%|or))))")),
    ("size", re.compile(r"\bsize\s+(x{0,3}[sl]|m|\d{1,2}(?:\.5)?|small|medium|large)\b", _I)),
    ("colour", re.compile(
        r"\b((?:dark |light |navy |moss )?(?:red|blue|green|black|white|grey|gray|yellow|pink|purple|orange|brown|"
        r"beige|silver|navy|turquoise|teal|burgundy))\b(?! (?:friday|card|list|cross|flag))", _I)),
    ("competitor", re.compile(
        r"\b(?:cheaper (?:at|with|on|from)|switch(?:ing)? to|mov(?:e|ing) (?:over )?to|go(?:ing)? (?:over )?to|"
        r"found it (?:at|on)|offer from|quote from|compared (?:to|with)|like|than)\s+([A-Z][\w&'-]+)(?=[\s.,;!?]|$)")),
    ("person", re.compile(rf"\b(?:my|our|his|her|your)\s+{_RELATION},?\s+([A-Z][a-zà-ÿ'-]+(?: [A-Z][a-zà-ÿ'-]+)?)")),
    ("person", re.compile(
        r"\b(?:spoke (?:to|with)|talked (?:to|with)|thanks to|thank you|thanks|thx|esp\.|especially|ask for|with|"
        r"by|from|told by|meet|called|name is|that|to) (?:a (?:man|woman|lady|guy) called )?((?:Mr|Mrs|Ms|Dr)\.? "
        r"[A-Z][a-zà-ÿ'-]+)")),
    ("person", re.compile(
        r"\b(?:(?i:spoke (?:to|with)|talked (?:to|with)|thanks to|thank you,?|thanks,?|esp\.|especially|ask(?:ed)? "
        r"for)) ([A-Z][a-zà-ÿ]{2,}(?:'s)?)\b(?! (?:Airport|Street))")),
    ("person", re.compile(
        r"\b([A-Z][a-zà-ÿ]{2,})(?:,? (?:at|from|in|on) (?:the |your )[\w ]{2,20})? (?:was|is) (?:so |very |really |"
        r"just |absolutely )?(?:kind|great|helpful|lovely|fantastic|wonderful|brilliant|rude|patient|amazing|a "
        r"star)")),
    ("person", re.compile(r"\b((?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-zà-ÿ'-]+)")),
    ("person", re.compile(
        r"(?<![a-z] )(?<!\w)(?!(?:It|He|She|They|Who|Nobody|Someone|Everyone|This|That|You|We|What|One|Support|"
        r"Driver|Courier)\b)([A-Z][a-zà-ÿ]{2,}) (?:said|told|promised|wrote|helped|assured|confirmed|fixed|sorted|"
        r"says)\b")),
    ("quantity", re.compile(
        r"(?<![\w.,:/#€$£-])(\d{1,3}(?:,\d{3})+|\d{1,4})(?= (?:x |(?:of (?:them|these|those)|pieces|people|"
        r"children)\b|(?!(?:minutes|mins|hours|hrs|days|weeks|months|years|times|euros|pounds|dollars|francs|cents|"
        r"kroner|stars|steps|kms|meters|metres|miles|degrees|percents)\b)(?:[a-z]+ )?[a-z]{3,}(?<!s)s\b))")),
    ("place", re.compile(
        r"\b(?:in|at|from|to|near|outside|via)\s+(?:the )?((?:St\.? )?[A-Z][a-zà-ÿ]{2,}(?:[ -](?:[A-Z][a-zà-ÿ]+|"
        r"St\b|Street|Road|Airport|Station))?)")),
    ("product", re.compile(
        r"\b(?:bought|ordered|purchased|returned|returning|return|received|got|have|own|(?:refund|money|payment|"
        r"charge|invoice|bill|pay) (?:of [\w.€$£]+ )?for|using|use|sell|stock|buy|exchange|swap)\s+(?:(?:a|an|the|"
        r"my|our|your|one|two|three|some|this|that|new|returned|pair of)\s+)+"
        r"((?!few|lot|bit|look|call|question|reply|answer|refund|email|mail|problem|issue|letter|message|new|order|"
        r"parcel|reason|word|chance|same|wrong|right|second|first)[a-z][\w-]+(?: (?!and|or|on|in|at|for|from|to|"
        r"with|is|was|has|that|which|last|yesterday|today|tomorrow|but|of|i|we|it|you|by|when|as|online|because|"
        r"since|who|where|if|be|get|got|two|three|one|can|will|not|were|had|please|size|ready)[a-z][\w-]+)?)", _I)),
)  # fmt: skip

_NOT_A_PLACE = re.compile(
    rf"^(?:{_DAY}s?|{_MONTH}|Mr|Mrs|Ms|Dr|The|This|That|Your|Our|My|English|German|French|Dutch|Christmas|Easter|"
    rf"Instagram|Facebook|Twitter|Google|Trustpilot|Reddit|"
    r"Hi|Hello|Please|Order|Invoice|Room|Version|Excel|Slack|Outlook|Windows|Android|Apple|Chrome|Safari|Friday|"
    r"Csv|Pdf)\b",
    _I,
)
_SINGLE = frozenset({"colour", "size", "product", "quantity"})
"""Kinds in which a second value is more often noise than a second fact."""


def _values(key: str, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(text):
        value = next((group for group in match.groups() if group), match.group())
        value = value.strip(" .,;:#-") if key != "address" else value.strip(" ,")
        if key in ("place", "competitor") and _NOT_A_PLACE.match(value):
            continue
        if value:
            yield match.start(), value


def facts_in(
    text: str, *, names: Sequence[str] = (), known_patterns: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Facts by kind, values as the customer wrote them; a second one of a kind is `date2`, a third `date3`.

    `names` are the people of the thread, who are nobody's news. `known_patterns` are a workspace's own number forms by
    kind and come first. A value belongs to one kind only.
    """
    own = [(key, re.compile(pattern)) for key, pattern in (known_patterns or {}).items()]
    known_names = {word.lower() for name in names for word in name.split()}
    found: dict[str, list[tuple[int, str]]] = {}
    taken: set[str] = set()
    for key, pattern in (*own, *_PATTERNS):
        for at, value in _values(key, pattern, text):
            low = value.lower()
            if key in ("person", "place") and set(low.split()) & known_names:
                continue
            if low in taken or any(low in other.split() and not low.isalpha() for other in taken):
                continue
            if key in _SINGLE and found.get(key):
                continue
            taken.add(low)
            found.setdefault(key, []).append((at, value))
    facts: dict[str, str] = {}
    for key, values in found.items():
        for place, (_, value) in enumerate(sorted(values)[:3], start=1):
            facts[key if place == 1 else f"{key}{place}"] = value
    return facts
