"""Numbers a customer gave: orders, bookings, accounts, amounts, telephones, versions, as people write them."""

import re
from collections.abc import Sequence

_I = re.IGNORECASE
# An id holds a digit; a booking code may be six capitals alone.
_ID = r"#?((?=[\w/-]*\d)[A-Z0-9](?:[A-Z0-9/-]|\.(?=\d)){1,18}[A-Z0-9])(?![\w%€$£]|[.,:]\d|/\d)"
_LINK = (
    r"s?(?:\s+(?:number|num|no\.?|nr\.?|nos\.?|code|ref(?:erence)?\.?|id|#))*(?:\s+(?:is|was|are|in question))?"
    r"\s*[:#=]?\s*"
)
_KEYWORDS = (
    ("order", r"(?:order|purchase order|purchase|po|job)"),
    ("booking", r"(?:booking|reservation|pnr|itinerary|locator|confirmation)"),
    ("invoice", r"(?:invoice|bill|receipt)"),
    ("ticket", r"(?:ticket|case|incident|complaint|request|reference|ref|claim|enquiry|inquiry|docket|application)"),
    ("account", r"(?:account|acct|customer|contract|member(?:ship)?|client|policy|subscription|user|patient|tenant|"
                r"loyalty|licen[cs]e)"),
    ("tracking", r"(?:tracking|track(?: and trace)?|parcel|shipment|consignment|waybill|awb)"),
    ("serial", r"(?:serial|s/n|sn|frame|lot|batch|chassis|vin|imei|meter|mac|device id|device)"),
)  # fmt: skip
_CURRENCY = (
    r"(?:euros?|eur|pounds?|gbp|dollars?|usd|francs?|chf|kroner|kronor|kr|nok|sek|dkk|zloty|zł|pln|quid|cents?|pence|"
    r"bucks|rupees|inr|yen|jpy|aud|cad|rand|lira|forint|czk|koruna)"
)
_NUMBER = r"\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
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
    ("error", re.compile(r"\b((?:HTTP\s)?[45]\d\d)\s+(?:error|page|again)", _I)),
    ("error", re.compile(r"\b(0x[0-9A-Fa-f]{2,8}|ERR_[A-Z_]+)\b")),
    ("version", re.compile(r"\b(v\d+(?:\.\d+){0,3})\b", _I)),
    ("version", re.compile(r"\b(?:version|release|build|firmware)\s*:?\s*(v?\d+(?:\.\d+){0,3})\b", _I)),
    *((key, re.compile(rf"\b{word}{_LINK}{_ID}", _I)) for key, word in _KEYWORDS),
    ("booking", re.compile(rf"\b(?i:booking|reservation|pnr|locator|confirmation){_LINK}([A-Z]{{6}})\b")),
    ("invoice", re.compile(r"\b(INV-?\d[\w-]*)\b", _I)),
    ("order", re.compile(r"(?<![\w&/])#([A-Z]{0,4}-?\d{3,10})\b")),
    ("tracking", re.compile(r"\b(1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|\d{20,22})\b")),
    ("phone", re.compile(
        r"(?<![\w-])(\+\d[\d ()/-]{6,17}\d|0\d{1,4}[ /-]\d[\d -]{4,12}\d|\(0\d{2,4}\)\s?\d[\d -]{4,10}\d|0\d{9,11}|"
        r"\(?\d{3}\)?[ -]\d{3}[ -]\d{4})(?!\w)")),
    ("phone", re.compile(rf"\b{_PHONE_WORD}\b(?:\s+\w+){{0,3}}?(?:\s+(?:on|at|is|"
        rf"under))?\s*:?\s*(\d{{3,5}}[ -]\d{{3,8}})\b",
                         _I)),
    ("amount", re.compile(
        rf"([€$£]\s?(?:{_NUMBER})(?:\s?(?:k|m)\b)?|(?<![\w.,])(?:{_NUMBER})\s?[€$£]|"
        rf"(?<![\w.,])(?:{_NUMBER})\s?(?:-\s?)?"
        rf"{_CURRENCY}\b|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN)\s?(?:{_NUMBER}))", _I)),
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
    re.compile(rf"\b(?:instead of|rather than|not|versus|vs\.?)\s+{_BARE}{_PLURAL_AFTER}", _I),
    re.compile(rf"\b(?:sent|wired|moved)\s+{_BARE}{_PLURAL_AFTER}\s+(?:to|from)\b", _I),
    re.compile(
        rf"\b(?:ticket|room|repair|plan|licen[cs]e|it|one|that|this|for) (?:for|is|was|at) {_BARE}{_PLURAL_AFTER}", _I),
    re.compile(r"(?<![\w.,:/-])(?<!at )(?<!by )(?<!till )(?<!until )(?<!version )(\d{1,3}(?:[,.]\d{3})+[.,]\d\d|"
               r"\d{1,6}[.,]\d\d)(?![\w.:-]|\s?(?:[ap]\.?m|h\b|uhr|%|kg|km|m\b|cm|gb|kwh))", _I),
)  # fmt: skip
"""Figures without a currency that are money by the words beside them; read last, when nothing else claimed them."""
SPEAKS_OF_MONEY = re.compile(rf"\b{_MONEY_WORD}\b|[€$£]|\b{_CURRENCY}\b", _I)
LISTED_ID = re.compile(r"^(?:\s*(?:,|and|&|\+|or)\s*)#?((?=[\w/-]*\d)[A-Z0-9][A-Z0-9/-]{2,18})\b", _I)
"""A second number of the same kind: "booking HB-220 and HB-221"."""
