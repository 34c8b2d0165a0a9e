"""Words of service that mean the same thing, and words that say nothing about what an ask is about."""

from bot.reading.words import stem

_SAME = (
    "parcel package shipment",
    "delivery deliver ship shipping shipment",
    "refund reimburse repay reimbursement",
    "return withdraw",
    "price cost fee",
    "open opening hour close closing",
    "broken damage defect fault broke crack",
    "late delay overdue",
    "bike bicycle cycle",
    "e-bike ebike",
    "warranty guarantee cover",
    "cancel cancellation",
    "appointment booking slot reservation book",
    "exchange swap replace replacement",
    "change amend modify",
    "change upgrade downgrade",
    "repair mend fix",
    "voucher gift",
    "recall affect concern",
    "customer client",
    "range distance",
    "km kilometre kilometer",
    "valid expire expiry validity",
    "winter frost cold freezing",
    "hot heat warm overheat overheating",
    "swollen swelling swell bulge bulging",
    "smoke smoking fume",
    "smell odour stink",
    "charge charging load",
    "duration period deadline",
    "size fit",
    "shop store branch",
    "data information privacy",
    "delete erase erasure remove",
    "instalment installment",
    "track tracking scan",
    "discount reduction cheaper",
    "doctor physician",
    "invoice receipt",
    "eat drink food",
    "backup backups",
    "vaccination vaccine jab shot",
    "assemble assembled assembly",
    "parking park",
)
SAME_THINGS: dict[str, set[str]] = {}
for _line in _SAME:
    _stems = {stem(word) for word in _line.split()}
    for _one in _stems:
        SAME_THINGS.setdefault(_one, set()).update(_stems)

WEAK = frozenset(
    stem(word)
    for word in (
        "ask one two free fine get know tell want need have possible help please thing still really also "
        "one else go come make take "
        "put let give able work like look say find"
        " meanwhile currently actually ever instead directly until then too again next last this afterwards way "
        "use today now soon already maybe much many long time anything something someone happen mean sure new old "
        "good right problem question answer day buy bought hold"
    ).split()
)
