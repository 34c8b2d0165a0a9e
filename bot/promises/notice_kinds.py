"""What the kinds of openings have in common: which bits of text they need, which need a date, which tell of others."""

_ENDS = (
    *(
        " be ",
        " go ",
        " ship",
        " arriv",
        " reach",
        " leave",
        " land",
        " come",
        " follow",
        " hit ",
        " show up",
        " appear",
    ),
    *(" get to", " get there", " clear", " drop", " turn up", " make it", " disapp", " vanish", " fall", " reflect"),
    " take effect",
)
# Small-letter bits of which a sentence must hold one before the pattern of that kind is worth a try.
MORE_BITS: dict[str, tuple[str, ...]] = {
    "thing": _ENDS,
    "thing later": _ENDS,
    "thing now": (
        " is ",
        " are ",
        "'s ",
        "'re ",
        "ing ",
        "goes ",
        "ships",
        "get ",
        "gets ",
        "comes ",
        "leaves ",
        "follows",
        " way",
    ),
    "headline": (
        *(
            "going ",
            "coming ",
            "heading ",
            "shipping ",
            "leaving ",
            "returning ",
            "way",
            "with ",
            " your",
            "to you",
            "to h",
        ),
        *(
            "to them",
            "follow",
            "to be ",
            "the post",
            "'s post",
            "mail",
            "out ",
            "ready",
            "live",
            "up ",
            "ed ",
            "done",
            "sent",
        ),
    ),
    "note": (" ", ":"),
    "there will be": ("there",),
    "nothing taken": ("no ", "nothing", "none", "there"),
    "leave it": ("leave",),
    "our people now": ("ing ",),
    "recipient": ("'ll", "will", "going to", "yll"),
    "you will be": ("'ll", "will", "shall", "youll", "going to"),
    "staff present": ("s ",),
    "staff coming": ("coming", "visiting", "calling", "back", "out", "way", "due", "with you", "at your", "heading"),
    "i have someone": ("ing ", " way", "lined up"),
    "with you": ("with ", "at your", "outside", "there", "on site", "onsite"),
    "give me": ("give ", "allow ", "need ", "owe "),
    "turns to you": ("'ll", "will", "shall", "going to"),
    "spared thing": ("won't", " not "),
    "not doing": (" not ",),
    "time promised": (
        "promise",
        "guaranteed",
        "without fail",
        "word",
        "at the latest",
        "ye",
        "sure",
        "ok",
        "course",
        "ly",
    ),
    "plain present": ("i ", "we "),
    "receive now": ("getting", "having", "receiving", "hearing", "you get ", "have my"),
    "sender announced": (" for ",),
}
# These say nothing without a time, so a message that names none is not searched for them.
DATED_KINDS = frozenset(
    {"thing later", "thing now", "headline", "note", "there will be", "our people now", "receive now", "recipient"}
    | {"you will be", "staff present", "staff coming", "i have someone", "with you", "give me", "time promised"}
    | {"plain present", "sender announced"}
)
# "You're getting a new one" is owed without a date too; of the others a sentence without a time is spared.
TIMED_KINDS = (DATED_KINDS - {"receive now"}) | {"fragment now", "back", "update"}
# Heads whose subject may be one who is not on our side.
SAYING_OF_OTHERS = frozenset(
    {"they", "thing", "thing later", "thing now", "you receive", "you expect", "named colleague", "our people"}
    | {"fragment", "our people now", "headline", "note", "there will be", "receive now", "recipient", "you will be"}
    | {"staff present", "staff coming", "spared thing", "turns to you"}
)
# Heads that tell of a state, which "until Friday" limits and "after 30 days" makes a policy.
STATES = frozenset(
    {"thing", "thing now", "thing later", "you receive", "you will be", "headline", "note", "staff coming"}
    | {"receive now"}
)
