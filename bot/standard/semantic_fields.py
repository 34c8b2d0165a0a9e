"""Words of service that speak of the same thing, so that "money back" meets "refund"; no list is complete."""

import re
from functools import lru_cache

from bot.reading.words import STOP_WORDS, stem, tokens

_FIELDS = (
    "refund reimburse repay money credit credited repaid back",
    "parcel package shipment delivery order",
    "ship shipping shipped post posted send sent dispatch leave leaves left collection despatch",
    "deliver delivery arrive arrival reach come bring land",
    "charge charged debit debited deducted payment pay paid money billed bill fee cost price",
    "price cost fee charge expensive cheap cheaper rate tariff free much euros pounds dollars francs",
    "invoice bill receipt statement",
    "replace replacement swap exchange new another spare",
    "repair fix mend broken fault faulty defect damage damaged engineer technician plumber",
    "crash crashes error bug fault outage down failure",
    "cancel cancelled cancellation terminate end stop ended",
    "book booking booked reserve reservation reserved appointment slot table room seat",
    "reschedule move moved postpone rebook change rearrange shift",
    "change amend update correct edit modify switch fix",
    "address street flat row road house",
    "phone call ring telephone number mobile rang rung callback called calling",
    "email mail e-mail inbox",
    "password login log sign reset access account",
    "warranty guarantee cover covered insurance insured",
    "allergy allergic allergen nuts nut gluten vegan dairy lactose ingredient recipe",
    "child children kid kids son daughter baby under age year old",
    "dog dogs pet pets cat animal",
    "park parking car",
    "open opening close closing closed hours shut",
    "late delay delayed overdue waiting",
    "lost missing vanish gone disappear stolen",
    "find found search look trace track tracking locate",
    "explain why reason cause because",
    "discount reduction off percent voucher coupon cheaper",
    "size fit small large medium",
    "colour color red blue green black white",
    "manager supervisor boss lead head",
    "doctor physician nurse clinic",
    "lesson class course training",
    "upgrade downgrade plan subscription tier",
    "hotel room night stay",
    "train flight journey trip travel bus ferry",
    "luggage baggage suitcase bag case",
    "heat heating warm hot boiler water radiator",
    "internet wifi router line connection online",
    "export download file csv pdf",
    "delete remove erase take",
    "pick pickup collect collection",
    "return returns label back",
    "card bank account",
    "wait queue hold",
    "name spelled spelling",
    "wrapping wrap gift box ribbon present card",
    "assemble assembly build install installation fitted fit",
    "stock available availability back",
    "separate separately together same extra",
    "clean cleaning dirty",
    "quiet loud noise noisy",
    "licence license seat user users",
    "data privacy gdpr information",
    "extend extension longer deadline",
    "free included gratis charge",
    "release launch ship version rollout feature",
)
_GENERIC = frozenset(
    stem(word)
    for word in (
        "ask tell want need know get have help please thing still really also one two else go make take put let give "
        "able work like look say find mean use happen sure new old good right problem question answer day time today "
        "tomorrow now soon already maybe much many long anything something someone hello hi thanks thank dear sorry "
        "yes possible way see think believe point matter case issue bit lot kind going got done did said told asked "
        "wrote week month year first second last next customer order service team support company people person "
        "yet morning afternoon evening noon hour minute again "
        "ever never always only even just bought buy pls etc however since before after until by im ive dont cant "
        "isnt didnt wont doing being made try tried would could should instead rather explain tell clarify confirm "
        "too really quite very well fine ok okay please about over under into out off up down more most less least "
        "own same other both each every everything nothing whole half three four five six seven eight nine ten"
    ).split()
)
_HALVES = frozenset(
    {"", "is", "do", "did", "does", "wo", "ca", "was", "are", "has", "have", "could", "had", "were", "would", "should"}
)
"""What is left of "isn't" without its ending."""
_RELATED: dict[str, set[str]] = {}
for _line in _FIELDS:
    _stems = {stem(word) for word in _line.split()}
    for _one in _stems:
        _RELATED.setdefault(_one, set()).update(_stems)


@lru_cache(maxsize=1024)
def topics(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about; a joined word counts as its parts too."""
    words = [re.sub(r"n?'\w*$", "", word) for word in tokens(text.replace("_", " ").replace("’", "'"))]
    parts = [part for word in words for part in (word, *(word.split("-") if "-" in word else ()))]
    kept = (part for part in parts if part not in STOP_WORDS and not (part.isdigit() and len(part) == 1))
    return frozenset(stem(part) for part in kept) - _GENERIC - _HALVES


def related(word: str) -> set[str]:
    """The stems that may stand for this stem, itself among them."""
    return _RELATED.get(word, set()) | {word}


def is_about(word: str, stems: frozenset[str]) -> bool:
    """Whether the stems speak of it, by the same word, a word of its field or a compound ("groundsheet", "sheet")."""
    return bool(related(word) & stems) or any(_is_kin(word, other) for other in stems)


def _is_kin(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return len(short) >= 4 and not short[0].isdigit() and (long.startswith(short) or long.endswith(short))


def shares_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """The same words or compounds of them, without the fields: for evidence, where "refund" is not "credit"."""
    return bool(one & other) or any(_is_kin(word, each) for word in one for each in other)
