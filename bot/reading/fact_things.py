"""Products a customer named, with how many, which size and which colour."""

import re
from collections.abc import Iterator

_I = re.IGNORECASE
_GOODS = (
    "airbed amplifier armchair backpack bag-in-box battery bedside bicycle bike blanket blender blinds boiler bookcase "
    "boots bouquet bowl boxspring bracelet brush bulb cabinet cake calendar camera candle candles canopy carpet "
    "chandelier charger clock cookbook cooker cot cushion curtain curtains cutlery desk detergent "
    "dishwasher doll doorbell drawer dress dresser drill drone dryer duvet earbuds earrings e-bike ebike espresso "
    "fan filter "
    "flowers freezer fridge fryer garment glasses gloves goggles grill guitar hairdryer hammock handbag hat headphones "
    "headset heater helmet hoodie hoover hose inhaler insulin jacket jeans jersey jumper kayak kettle keyboard "
    "kite knife "
    "knives ladder lamp lamps lantern laptop lawnmower lens lenses lipstick loudspeaker mat mattress medicine "
    "microphone microwave mirror mixer modem monitor mouse mower mug mugs necklace notebook ointment oven panels pants "
    "perfume phone-case piano pillow pills pizza plants pot pots poster posters powder pram printer projector pump "
    "puzzle racket radiator radio razor recorder roses router rucksack saddle sandals scanner scarf scooter "
    "screwdriver seeds shampoo shirt shirts shoe shoes showerhead skates skirt skis sleeping-bag sneakers soap "
    "socket socks sofa speaker speakers stove stroller suit sweater swimsuit syrup t-shirt t-shirts tablet tablets "
    "tent thermostat tiles toaster toothbrush towel toy toys trainers trampoline trousers tumble-dryer tv tyre "
    "tyres umbrella vacuum vase violin wardrobe washer watch webcam wheelbarrow wig wok worktop"
).split()
_COMPOUNDS = (
    r"gift (?:card|voucher)s?|coffee (?:machine|maker)s?|washing machines?|sewing machines?|espresso machines?|"
    r"solar (?:panel|module)s?|"
    r"heat pumps?|wall ?box|photo books?|smart ?(?:watch|meter|lock|tv)(?:es|s)?|hearing aids?|contact lens(?:es)?|"
    r"air conditioner|"
    r"vacuum cleaner|lawn ?mower|garden (?:hose|chair|table)s?|dining (?:chair|table)s?|sleeping bags?|high "
    r"?chairs?|car seats?|"
    r"blood pressure (?:tablets|pills)|business cards?|season tickets?|library cards?|power ?bank|memory card|hard "
    r"(?:disk|drive)|"
    r"rain (?:jacket|coat)|baby monitor|pressure cooker|tumble dryer|electric (?:bike|scooter|blanket)|water "
    r"(?:filter|heater)"
)
_GOOD = rf"(?:{_COMPOUNDS}|{'|'.join(sorted(set(_GOODS), key=lambda word: (-len(word), word)))})"
_BEFORE_GOODS = (
    r"(?:(?!(?:my|our|your|the|a|an|this|that|these|those|new|old|same|wrong|right|first|second|third|last|next|"
    r"other|other|another|"
    r"one|two|three|four|five|six|some|any|of|for|in|on|at|to|from|with|and|or|but|is|are|was|were|has|have|had|do|"
    r"does|did|"
    r"which|what|whose|returned|ordered|broken|damaged|faulty|missing|rental|hired|lost|no|not|need|want|buy|"
    r"bought|order|"
    r"got|get|sell|use|using|take|took|whole|entire|own|nice|lovely|great|cheap|expensive|big|small|large|little|"
    r"free|spare|"
    r"replacement|matching|red|blue|green|black|white|grey|gray|yellow|pink|purple|brown|beige|silver|extra|more|"
    r"both|each|every|"
    r"fitted|delivered|install|installed|bring|rent|hire|his|her|their|its|quiet|quietest|smoking|"
    r"leaking)\b)[a-z][\w-]+ )?"
)
_DEALT = (
    r"(?:bought|buy|buying|ordered|order|purchased?|sell|stock|return|returning|exchange|swap|received|sent|delivered|"
    r"installed|refund|replace|repair|fix|collect|own|have|got|get|is|are|do you have|want|rent(?:ed)?|hire[d]?)"
)
_THING = re.compile(
    rf"\b(?:(?:my|our|her|his|these|those|two|three|four|five|six|\d+|new|which(?: of)?|which of your|take|needs?|"
    rf"wrong|returned|{_DEALT}"
    rf"(?: (?:\w+ )??(?:of|for|me|us))?(?: (?:the|a|an|some|any|this|that|my|our|your|new|\d+|one|two|another))*|"
    rf"(?:of|on|for|about) (?:the|my|our|your|this|these))\s+)(?:(?:new|old|same|wrong|returned|broken|faulty|"
    rf"damaged|right|first|second|red|"
    rf"blue|green|black|white|grey|other|replacement|"
    rf"{'|'.join(('last', 'next', 'big', 'small', 'large', 'own', 'lovely'))}) )?"
    rf"({_BEFORE_GOODS}{_GOOD}s?)\b",
    _I,
)
_BARE_THING = re.compile(
    rf"(?:^|[.!?,:]\s+|\b(?:needs?|take|sell|are|is|have|about|and) )((?:[a-z]+ )?{_COMPOUNDS}|insulin|{_GOOD}s?)\b",
                         _I)  # fmt: skip
_NO_MODEL = (
    r"(?:Order|Flight|Room|Gate|Platform|Line|Windows|Android|Invoice|Ticket|Booking|Terminal|Floor|Flat|Apartment|"
    r"Version|Page|Step|"
    r"Case|Account|Contract|Number|Nr|No|Row|Seat|Track|Unit|Suite|Cabin|Box|Bus|Train|Tram|Day|Week|Level|Part|"
    r"Chapter|Error|Code|"
    r"HTTP|Member|Customer|Policy|Claim|Reference|Ref|Parcel|Tracking|Serial|Meter|Photo|Question|Point|Option|"
    r"Attempt|Since|Until|"
    r"From|After|Before|About|Over|Under|For|At|In|On|By|To|And|Or|The|My|Our|Your|We|It|Is|Was|Are|Only|Just|Last|"
    r"Next|Bill|Paid|"
    r"Waited|Then|Now|All|But|Not|So|Type|Size|Route|Class|Grade|Year|Zone|Area|Lot|Batch|Door|Desk|Table|Slot|"
    r"Hall|Waiting|iOS|"
    r"Ward|House|Lane|Street|Road|Weg|Nearly|Almost|Top|Plus|Between|Exactly|Around|These|Those|They|You|She|He|"
    r"Has|Had|Have|"
    r"Order(?:ed)?|Bought|Got|Need|Want|Can|Could|May|June|July|Jan|Feb|Mar|Apr|Aug|Sep|Sept|Oct|Nov|Dec|January|"
    r"February|March|"
    r"April|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|"
    r"Mrs|Ms|Dr)"
)
_MODEL = (
    re.compile(
        rf"(?<![\w-])((?!{_NO_MODEL}\b)[A-Z][a-z][A-Za-z]+(?: (?:Pro|Max|Plus|Mini|Air|Lite|XL))? "
        rf"\d{{1,4}}[a-zA-Z]?)"
               r"(?![\w:-]|[.,:/]\d|\s?(?:%|euros?|pounds?|days?|weeks?|hours?|minutes?|mins?|people|am\b|pm\b|"
               r"times|st\b|nd\b|rd\b|th\b))"),
    re.compile(r"(?<![\w#/-])([A-Z]{2,4}-\d{2,4}[A-Z]?)(?![\w/-]|[.,:/]\d)"),
    re.compile(
        r"\b(?:project|file|board|workspace|document|course|book|game|model|plan|package|product|item|article)s? "
               r"(?:is )?(?:called |named )?[\"']([\w][\w .&-]{1,24})[\"']", _I),
    re.compile(r"\b(?:called|named) [\"']([\w][\w .&-]{1,24})[\"']", _I),
    re.compile(rf"\b(?:the|my|our|your|a|an|her|his)\s+([A-Z][a-zà-ÿ]+ {_GOOD}s?)\b"),
    re.compile(
        r"\b(?:the|my|our|your|in)\s+([A-Z][a-z]+ (?:fare|tariff|package|class|edition|model|series|course|cream|"
        r"rate))\b"),
    re.compile(
        r"\b(?:model(?: is)?|it's an?|it is an?|I have an?|we have an?|drive an?|own "
        r"an?)\s+([A-Z][a-z]{2,}[\w-]*(?: [A-Z0-9][\w-]*)?)"
               r"(?=[.,;!?\s]|$)(?! (?:phone|Street|Road))"),
)  # fmt: skip
_NOT_MODELS = frozenset("friday monday tuesday wednesday thursday saturday sunday english german french".split())


def products_in(text: str) -> Iterator[tuple[int, int]]:
    """Names of products first; where there is none, the kind of thing that the words are about."""
    found = [
        m.span(1) for pattern in _MODEL for m in pattern.finditer(text) if m[1].lower().split()[0] not in _NOT_MODELS
    ]
    if found:
        yield from found
        return
    things = [m.span(1) for m in _THING.finditer(text)] or [m.span(1) for m in _BARE_THING.finditer(text)]
    yield from things[:1]


_NO_COUNT = (
    r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|nights?|times?|euros?|pounds?|dollars?|"
    r"francs?|cents?|kroner|stars?|"
    r"steps|km|kms|kilos?|kg|mg|ml|meters?|metres?|miles?|degrees|percent|kids|rooms|am|pm|mail|emails?|calls?|"
    r"attempts|business|"
    r"working|o'clock|letters|messages|floors?|mornings?|evenings|hundred|thousand|million|seconds?|gb|mb|watts?|"
    r"volts?|cm|mm|"
    r"inch(?:es)?|litres?|points?|bars?)"
)
QUANTITY = re.compile(
    rf"(?<![\w.,:/#€$£-])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?![,.]?\d))(?= (?:x |(?:of (?:them|these|those|our|my|"
    rf"the|us)|pieces|people|children|"
    rf"persons|adults|staff|men|women)\b|(?!{_NO_COUNT}\b)(?:(?:new|more|solar|other|custom|extra|old|different|"
    rf"user|small|large|"
    rf"wedding|business|(?!and|or|but|who|which|in|on|at|is|if|was|for|to|as)[a-z]+(?<!s)) "
    rf")?(?!{_NO_COUNT}\b)(?!(?:this|is|was|has|as|his|its|yes|plus|gas|bus|across|class)\b)"
    rf"[a-z]{{3,}}(?<!s)s\b))|\btable for (\d{{1,2}})\b|\b(?:for|we are|we're|of) (\d{{1,3}})(?=[.,;?!](?!\d)|"
    rf"$)(?! (?:{_NO_COUNT}))",
    _I,
)
SIZE = (
    re.compile(
        r"\b(?:size|in (?:an? )?)\s*((?:X{0,3}[SL]|M)\b|\d{2}(?:\.5)?(?=\b(?! ?(?:minutes|days|hours|euros|%|or))))"
    ),
    re.compile(r"\bsizes?:?\s+(?:is |was |an? )?(x{0,3}[sl]|m|\d{1,2}(?:\.5)?|small|medium|large|extra large)\b", _I),
    re.compile(r"\b(\d+(?:\.\d+)? ?[x×] ?\d+(?:\.\d+)?(?: ?(?:cm|mm|m|in))?)\b"),
    re.compile(r"\b(\d{2,3} ?cm)\b"),
)
_SHADE = (
    r"(?:red|blue|green|black|white|grey|gray|yellow|pink|purple|brown|beige|silver|navy|turquoise|teal|burgundy|"
    r"ivory|cream|"
    r"charcoal|anthracite|khaki|lilac|mint)"
)
COLOUR = re.compile(
    rf"\b((?:dark |light |navy |moss |pale |bright )?{_SHADE}|(?<=in )(?:orange|gold|oak|walnut|pine|beech)|"
    r"orange(?= (?:one|version|colou?r))|(?<=the )orange(?= (?:one|jacket|shirt|dress|bag)))\b"
    r"(?! (?:friday|card|list|cross|flag|light|screen|ring|spots?|hole|box|wine|mark|rash|alert|hair))",
    _I,
)
_TURNED = re.compile(
    r"\b(?:stays?|turn(?:s|ed)|went|goes|is|are|was|just|blinks?|blinking|flashes|flashing|all|completely)\s+$", _I
)


def is_colour_of_thing(text: str, start: int) -> bool:
    """A screen that "stays black" has no colour."""
    return not _TURNED.search(text[:start])
