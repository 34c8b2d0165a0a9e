"""Numbers a customer gave: orders, bookings, accounts, amounts, telephones, versions, as people write them."""

import re
from collections.abc import Iterator, Sequence

_I = re.IGNORECASE
# An id holds a digit; a booking code may be six capitals alone.
_ID = r"#?((?=[\w/-]*\d)[A-Z0-9](?:[A-Z0-9/_-]|\.(?=\d)){1,18}[A-Z0-9])(?![\w%€$£]|[.,:]\d|/\d)"
_LINK = (
    r"s?(?:\s+(?:number|num|no\.?|nr\.?|nos\.?|code|ref(?:erence)?\.?|id|#))*(?:\s+(?:is|was|are|in question))?"
    r"\s*[:#=]?\s*"
)
_KEYWORDS = (
    ("order", r"(?:order|purchase order|purchase|po|job|quote|quotation)"),
    ("booking", r"(?:booking|reservation|res|pnr|itinerary|locator|confirmation)"),
    ("invoice", r"(?:invoice|bill|receipt)"),
    ("ticket", r"(?:ticket|case|incident|complaint|request|reference|ref|claim|enquiry|inquiry|docket|application)"),
    ("account", r"(?:account|acct|customer|contract|member(?:ship)?|client|policy|subscription|user|patient|tenant|"
                r"loyalty|licen[cs]e|candidate|student|pupil|employee|staff|pension|reader|library card|applicant)"),
    ("tracking", r"(?:tracking|track(?: and trace)?|parcel|package|shipment|consignment|waybill|awb)"),
    ("serial", r"(?:serial|s/n|sn|frame|lot|batch|chassis|vin|imei|meter|mac|device id|device)"),
)  # fmt: skip
_CURRENCY = (
    r"(?:euros?|eur|pounds?|gbp|dollars?|usd|francs?|chf|kroner|kronor|kr|nok|sek|dkk|zloty|zł|pln|quid|cents?|pence|"
    r"bucks|rupees|inr|yen|jpy|aud|cad|rand|lira|forint|czk|koruna)"
)
_NUMBER = r"\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|"
    r"(?:a|one|two|three|five) hundred|(?:a|one|two) thousand"
)
_PHONE_WORD = r"(?:number|phone|mobile|cell|tel|call(?: me)?|ring(?: me)?|reach(?: me)?|text(?: me)?|whatsapp|dial)"

NUMBER_PATTERNS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("email", re.compile(r"\b([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\b")),
    ("flight", re.compile(r"\bflights?\s+(?:number\s+|no\.?\s+)?([A-Z][A-Z0-9]\s?\d{2,4}|\d{2,4})\b", _I)),
    ("flight", re.compile(r"\b([A-Z][A-Z0-9] ?\d{3,4})(?=\s+(?:to|from|on|at|tomorrow|today|was|is|has|"
        r"got)\b)(?=[^.!?]*"
                          r"\b(?:to|from|board|gate|seat|flight|delay\w*|cancel\w*|landed|airport))")),
    ("flight", re.compile(r"\b(?:seats?|on board|board|plane|gate|check(?:ed)? in)\b[^.?!\n]{0,20}?\b"
                          r"([A-Z][A-Z0-9] ?\d{3,4})\b")),
    ("error", re.compile(r"\b(?:error|fault|failure|exception)(?:\s+(?:code|message|number|no\.?))?(?:\s+(?:is|"
        r"was|says))?"
                         r"\s*[:#=]?\s*[\"'(]?((?:HTTP\s)?(?:0x[0-9A-F]+|[A-Z]{1,5}[-_ ]?\d{1,6}|\d{2,6}|"
                         r"[A-Z]+_[A-Z_]+))\b", _I)),
    ("error", re.compile(r"\b(HTTP (?:error )?[45]\d\d)\b", _I)),
    ("error", re.compile(r"\b((?:HTTP\s)?[45]\d\d)\s+(?:error|page|again)", _I)),
    ("error", re.compile(
        r"\b(?:shows?|showing|displays?|displaying|says|reads|reading|flash(?:es|ing)?|blink(?:s|ing)|get(?:ting)?|"
        r"gives?(?: me)?|"
                         r"throws?|code|message|screen|mean(?:s|t|ing)? of)\s+(?:the |a |an |me )?(?:code |error |"
                         r"fault )?[\"'(]?"
                         r"((?-i:[A-Z]{1,6})[- ]?\d{1,4}|(?-i:[A-Z]{3,}) \d{1,4})(?![\w€$£%]|[.,:/-]\d)", _I)),
    ("error", re.compile(r"\b(?:client|customer|user|visitor|everyone|everybody|i|we|they)s? "
                         r"(?:sees?|seeing) (?:an? )?"
                         r"([45]\d\d)\b(?! [a-z]+s\b)", _I)),
    ("error", re.compile(
        r"\b(?:it|app|screen|site|website|page|system|portal|machine|printer|phone|tablet|tv|display|door|terminal|"
        r"computer|laptop|console)\b[^.?!'\"\n]{0,25}[\"'“‘]([^'\"’”\n]{0,40}\b(?:not|no|denied|failed|failure|error|"
        r"invalid|unavailable|disabled|locked|blocked|expired|unable|cannot|rejected|offline|timed out|try again)\b"
        r"[^'\"’”\n]{0,30})[\"'”’]", _I)),
    ("error", re.compile(r"\b(0x[0-9A-Fa-f]{2,8}|ERR_[A-Z0-9_]+)\b")),
    ("error", re.compile(r"\b(?:returns?|responds? with|answers? with|throws?|gives? (?:me|us) an?) ([45]\d\d)\b", _I)),
    ("version", re.compile(
        r"\b(?:patch|driver|drivers|firmware|software|app|fix|hotfix|os|ios|android|macos|build|release|update|upgrade|"
        r"beta)(?: (?:to|in|from|of|on|is))? v?(\d{1,2}\.\d{1,2})(?![\w-]|[.:/,]\d|\s?(?:[ap]\.?m|%|€|euros?|"
        r"pounds?))", _I)),
    ("version", re.compile(
        r"(?<![\w./:-])(\d{1,3}\.\d{1,3}\.\d{1,4}(?:\.\d{1,4})?)(?![\w-]|"
        r"[.:/]\d)(?<!\d\d\.\d\d\.\d\d)(?<!\d\d\.\d\d\.\d\d\d\d)")),
    ("version", re.compile(
        r"\b(?:updat\w+|upgrad\w+|running|released?|installed|downgrad\w+|on|since) (?:(?:to|from|on|the|app|"
        r"version) ){0,2}"
                           r"(\d{1,2}\.\d{1,2})(?![\w-]|[.:/,]\d|\s?(?:[ap]\.?m|%|€|euros?|km|kg|o'clock|"
                           r"h\b))(?=[^.!?\n]{0,60}"
                           r"\b(?:app|update|crash\w*|version|release|bug|export|api|software|firmware|sync|login|"
                           r"screen|since|any more)\b)", _I)),
    ("version", re.compile(r"\b(?:when (?:is|does|will|comes?)|get|go back to|roll back to) "
                           r"(\d{1,2}\.\d)(?=\?| (?:out|come|coming|due|back|released|ready)\b)", _I)),
    ("version", re.compile(r"(?<!/)\b(v\d+(?:\.\d+){0,3})\b", _I)),
    ("version", re.compile(r"\b(?:version|release|build|firmware)\s*:?\s*(v?\d+(?:\.\d+){0,3})\b", _I)),
    ("tracking", re.compile(
        r"\b(?:tracking|track(?: and trace)?|parcel|shipment|consignment|waybill|awb)(?:\s+(?:number|no\.?|nr\.?|"
        r"code|id|is|says))*\s*[:#]?\s*"
                            r"((?=(?:[A-Z]*\d){5})[A-Z0-9]{2,8}(?: [A-Z0-9]{2,6}){1,5})\b")),
    *((key, re.compile(rf"\b{word}{_LINK}{_ID}", _I)) for key, word in _KEYWORDS),
    ("booking", re.compile(rf"\b(?i:booking|reservation|pnr|locator|confirmation){_LINK}([A-Z]{{6}})\b")),
    ("account", re.compile(r"\biban\b(?: is)?:?\s+([A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8})\b", _I)),
    ("account", re.compile(r"\b(?:his|her|my|their) (?:number|no\.?) is "
                           r"((?=[A-Z0-9-]*\d)[A-Z0-9]+-[A-Z0-9-]*\d)\b", _I)),
    ("order", re.compile(r"\border,? (?:number |no\.? |nr\.? )?(\d{2,3} \d{3,4}|"
                         r"(?=[A-Z-]*\d)[A-Z]{1,4}-?\d{3,8})\b(?! \d)", _I)),
    ("order", re.compile(r"\b(?:box|tag|label|slip|voucher|coupon|form|letter|docket|job) (?:number|no\.?|nr\.?) "
                         r"((?=[A-Z0-9-]*\d{3})[A-Z0-9-]{4,14})\b", _I)),
    ("serial", re.compile(r"(?<![\w-])((?=[\w-]*\d)[A-Z0-9][A-Z0-9-]{4,24})\s*\((?:the )?(?:serial|s/n|sn|imei)", _I)),
    ("account", re.compile(
        r"\b(?:account|card|acct|iban)\b[^.!?\n]{0,15}?\b(?:end(?:s|ing)?(?: in| with| on)?|last four(?: "
        r"digits)?(?: are| is)?)"
                           r"\s*:?\s*(\d{4})\b", _I)),
    ("account", re.compile(
        r"\bcard(?: number| no\.?| nr\.?)?(?: is)?:?\s+#?(\d[\d-]{3,18}\d)(?![\w%€$£]|[.,:]\d|"
        r"\s?(?:euros?|pounds))", _I)),
    ("order", re.compile(r"(?<!VAT )(?<!tax )(?<!model )(?<!part )\b(?:number|nr\.?|"
                         r"no\.?)\s*:?\s+((?=[A-Z0-9/-]*\d)[A-Z0-9]+[/-][A-Z0-9/-]*\d)\b", _I)),
    ("account", re.compile(r"\b(?:account|subscription|contract|policy|membership)\b[^.?!,\n]{0,20},\s+#?"
                           r"((?=[A-Z0-9-]*\d{3})[A-Z0-9][A-Z0-9-]{3,14})(?=[,.;])", _I)),
    ("ticket", re.compile(rf"(?<![\w-])(?!(?:{_CURRENCY})\b)(?-i:[A-Z]{{3}}) (\d{{6,10}})(?![\w-]|[.,:/]\d)", _I)),
    ("serial", re.compile(
        r"\b(?!(?:house|flat|room|gate|platform|line|page|bus|tram|train|door|phone|mobile|telephone|old|new|my|your|"
        r"the|our|his|her|seat|row|bay|tax|vat|order|part|model|and|or|is|with|has|at|in|on|of|was|number)\b)[a-z]{3,} "
        r"(?:nr|no)\.? (\d{3,8})(?![\w-]|[.,:/]\d)", _I)),
    ("invoice", re.compile(r"\b(INV-?\d[\w-]*)\b", _I)),
    ("order", re.compile(r"(?<![\w&/])#([A-Z]{0,4}-?\d{3,10})\b")),
    ("tracking", re.compile(r"\b(1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|\d{20,22})\b")),
    ("phone", re.compile(
        r"(?<![\w-])(\+\d[\d ()/-]{6,17}\d|0\d{1,4}[ /-]\d[\d -]{4,12}\d|\(0\d{2,4}\)\s?\d[\d -]{4,10}\d|0\d{9,11}|"
        r"\(?\d{3}\)?[ -]\d{3}[ -]\d{4})(?!\w)")),
    ("phone", re.compile(r"(?<![\w.,/-])(?<!\d )(\d{3} \d{4})(?![\w/-]|[.,]\d| \d)")),
    ("phone", re.compile(rf"\b{_PHONE_WORD}\b(?:\s+\w+){{0,3}}?(?:\s+(?:on|at|is|"
        rf"under))?\s*:?\s*(\d{{3,5}}[ -]\d{{3,8}})\b",
                         _I)),
    ("amount", re.compile(
        rf"([€$£]\s?(?:{_NUMBER})(?:\s?(?:k|m)\b)?|(?<![\w.,])(?:{_NUMBER})\s?[€$£]|"
        rf"(?<![\w.,])(?:{_NUMBER})\s?(?:-\s?)?"
        rf"{_CURRENCY}\b(?!-)|\b(?:{_NUMBER_WORDS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|"
        rf"thousand))? {_CURRENCY}\b|\b(?:Rs\.?|kr\.?|Fr\.)\s?(?:{_NUMBER})|\b(?-i:R)\d{{2,6}}\b|\b(?:EUR|USD|GBP|"
        rf"CHF|SEK|NOK|DKK|PLN)\s?(?:{_NUMBER}))", _I)),
)  # fmt: skip

_UNIT_AFTER = (
    r"(?!\s?(?:%|percent|x\b|times|days?|weeks?|months?|years?|yrs?|hours?|hrs?|h\b|minutes?|mins?|seconds?|am\b|"
    r"pm\b|a\.m|"
    r"p\.m|o'clock|st\b|nd\b|rd\b|th\b|km|kms|kg|kilos?|g\b|mg|ml|cm|mm|m\b|gb|mb|tb|kwh|kw|watts?|volts?|degrees|°|"
    r"miles?|metres?|meters?|mbit|nights?|people|persons|guests|pages|pieces|stars?|litres?|steps|floors?))"
)
_BARE = (
    rf"(?<![\w.,:/#€$£'-])(\d{{1,3}}(?:[,.']\d{{3}})+(?:[.,]\d\d)?|\d{{1,6}}[.,]\d\d|\d{{1,6}})(?![\w/:')-]|"
    rf"[.,]\d){_UNIT_AFTER}"
)
_MONEY_WORD = (
    r"(?:pa(?:y|id|ying|yment)s?|charg(?:e[ds]?|es|ing)|refund(?:ed)?|fees?|bill(?:ed)?|costs?|deducted|owe|"
    r"invoiced?|deposit|"
    r"transfer(?:red)?|prices?|credit(?:ed)?|limit|raise|debit(?:ed)?|discount|iban|overpaid|quoted?|overdraft|salary|"
    r"rent|money|cash|atm|withdr\w+|wired|donat\w+|voucher|excess|premium|tariff|balance|expected|worth|checkout|sale|"
    r"gave|took|fined|amount|sum|value|worth|spent|spend|owes|refunding|taken|"
    r"rate|save|savings|invest(?:ed|ment)?|loan|mortgage|interest|compensation|reimburse\w*|difference)"
)
_PLURAL_AFTER = (
    r"(?! (?:of (?:the|my|our|your|them)|(?!this\b|is\b|was\b|as\b|has\b|plus\b|its\b|"
    r"his\b)[a-z]+(?<!s)s\b(?<!euros)|(?:more|new|other|different|people|records)))"
)

MONEY_PATTERNS: Sequence[re.Pattern[str]] = (
    re.compile(rf"\b{_MONEY_WORD}\b[^.?!\n]{{0,40}}?{_BARE}{_PLURAL_AFTER}", _I),
    re.compile(
        rf"{_BARE}{_PLURAL_AFTER}[^.?!\n]{{0,25}}\b(?:was (?:taken|deducted|charged)|per (?:month|night|week|year|"
        rf"hour|"
               rf"person)|a (?:month|night|week|year|day|person)|each|back|refund\w*|for nothing|instead of \d|not "
               rf"\d)\b",
               _I),
    re.compile(rf"(?<!mm )(?<!cm )(?<!km )\b(?:instead of|rather than|not|versus|vs\.?)\s+{_BARE}{_PLURAL_AFTER}", _I),
    re.compile(rf"\b(?:my|the|that|our|those) {_BARE}{_PLURAL_AFTER} back\b", _I),
    re.compile(
        rf"\b(?:want|kept|keep|keeping|lose|losing|lost|owe|owed|take|took|taking|return|refund|waive|about|get|see|"
        rf"deduct|withhold|charge[ds]?|for) (?:my|the|our|that|those)(?: (?:whole|full|entire|other|missing))? {_BARE}"
        r"(?=[.,!?]| (?:and|or|in|for|back|plus|minus|off|as|from|if)\b)", _I),
    re.compile(rf"\b(?:you|they|she|he|it|who|app|bank|machine) (?:take|took|takes|took|charge|charged) {_BARE} (?=for|"
               r"off|out|every|each|a month)", _I),
    re.compile(rf"{_BARE} (?=(?:is |was |has |just )?(?:gone|left my|left our|disappeared|vanished)\b)", _I),
    re.compile(rf"\b(?:payout|payment|deposit|refund|fee|fine|bill|invoice|credit|salary|sum|bonus|loan|instalment) of "
               rf"{_BARE}(?! [a-z]+ points)", _I),
    re.compile(r"\b(?:give|gave|giving|lend|lent|owe|move|transfer)(?: [a-z]+){1,3} (\d{1,3}k)\b", _I),
    re.compile(r"(?<![\w.,])(\d{1,5},\d\d) back\b", _I),
    re.compile(
        rf"\b(?:give|gave|get|want|have|need|pay|send)(?: (?:me|us|back|my|the|our|it))* {_BARE}{_PLURAL_AFTER} "
        r"(?:back|for nothing|to the)\b", _I),
    re.compile(
        r"\b(?:ask(?:ed|ing|s)?(?: me| us)? for|took|taken|fined(?: me| us)?|only|just|cheaper by|spent|lost) "
        rf"{_BARE}{_PLURAL_AFTER}(?= (?:again|from|twice|"
               rf"and|for|off|out|instead|without)|[.,!?])", _I),
    re.compile(
        rf"\b(?:wants?|asks?|asked|quoted|offers?|offered)(?: (?:me|us))? {_BARE}{_PLURAL_AFTER}(?= (?:for|per|less|"
        r"more|extra|off|instead)|[.,!?])", _I),
    re.compile(rf"{_BARE}{_PLURAL_AFTER}(?= (?:more|less|cheaper|too much|extra|short) (?:than|for|to)\b)", _I),
    re.compile(
        r"\b(?:cost|costs|paid|pay|charged|for|of|lost|owe)\b[^.?!\n]{0,15}?(?<![\w.,])(\d{1,3}(?:[.,]\d)?k)\b", _I),
    re.compile(rf"\b(?:sent|wired|moved)\s+{_BARE}{_PLURAL_AFTER}\s+(?:to|from)\b", _I),
    re.compile(
        rf"\b(?:ticket|room|repair|plan|licen[cs]e|it|one|that|this|for) (?:for|is|was|at) {_BARE}{_PLURAL_AFTER}", _I),
    re.compile(r"(?<![\w.,:/-])(?<!at )(?<!by )(?<!till )(?<!until )(?<!version )(\d{1,3}(?:[,.]\d{3})+[.,]\d\d|"
               r"\d{1,6}[.,]\d\d)(?![\w.:-]|\s?(?:[ap]\.?m|h\b|uhr|%|kg|km|m\b|cm|gb|kwh))", _I),
)  # fmt: skip
"""Figures without a currency that are money by the words beside them; read last, when nothing else claimed them."""
_FLYING = re.compile(
    r"\b(?:fl(?:y|ies|ying|ew|own|ights?)|planes?|airport|airline|boarding|board|gate|landed|luggage|suitcase|"
                     r"delayed|landing|landed|take-?off|terminal|passengers?|departure|connection|check(?:ed)?[- "
                     r"]in)\b", _I)  # fmt: skip
_FLIGHT_CODE = re.compile(r"(?<![\w-])((?:[A-Z]{2}|[A-Z]\d|\d[A-Z]) ?\d{3,4})(?![\w-]|[.,:/]\d)")


def flights_in(text: str) -> Iterator[tuple[int, int]]:
    """A flight number stands without the word where somebody speaks of flying."""
    if _FLYING.search(text) and not re.search(r"\b(?:parcel|package|courier)\b", text, _I):
        yield from (found.span(1) for found in _FLIGHT_CODE.finditer(text))


LONE_ID = re.compile(r"(?<![\w#/.-])([A-Za-z]{1,4}-\d{4,8}|[A-Z]{2,3}\d{5,9})(?![\w/-]|[.,:]\d)")
"""Letters and at least four figures are somebody's number for something, whatever stands beside them."""
SPEAKS_OF_MONEY = re.compile(
    rf"\b{_MONEY_WORD}\b|\bback\b|\b(?:kept|lose|gone|bills?|payout|take|lend|give)\b|\bwants? \d|\d (?:more|"
    rf"less) than\b|\bask\w* for \d|[€$£]|\b{_CURRENCY}\b"
)
LISTED_ID = re.compile(
    r"^(?:\s*(?:,|and|&|\+|or)\s*)(?:(?:again |also |then )?(?:in|under) )?"
    r"#?((?=[\w/-]*\d)[A-Z0-9][A-Z0-9/-]{2,18})\b",
    _I,
)
"""A second number of the same kind: "booking HB-220 and HB-221"."""
