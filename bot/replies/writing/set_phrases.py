"""Ways of asking whose turned form is always the same."""

import re

_I = re.IGNORECASE
TURNED = (
    (re.compile(r"^(?:whether|if) ", _I), "whether "),
    (re.compile(r"^what if ", _I), "what happens if "),
    (re.compile(r"^why come "), "why "),
    (re.compile(r"^(?:(?:is|are) there )?(?=any (?:news|update|word)\b)", _I), "whether there is "),
    (re.compile(r"^(?:how long|when) until ", _I), "how long it will be until "),
)
"""Openings that only have to be put another way."""
FIXED = {
    **dict.fromkeys(
        (
            "which one do i believe",
            "which do i believe",
            "which one should i believe",
            "which one is it",
            "which is right",
        ),
        "which of the two is right",
    ),
    "is it too late to say": "what can still be done",
    "is it too late to tell you": "what can still be done",
    "is it too late to report it": "what can still be done",
    "is it too late to complain": "what can still be done",
    "how come": "why that is",
    "why": "why that is",
    "how so": "why that is",
    "what now": "what happens next",
    "what next": "what happens next",
    "what happens now": "what happens next",
    "what happens next": "what happens next",
    "what do we do": "what you can do",
    "what do i do": "what you can do",
    "what should we do": "what you can do",
    "what should i do": "what you can do",
    "what shall we do": "what you can do",
    "what shall i do": "what you can do",
    "what can we do": "what you can do",
    "what can i do": "what you can do",
    "which is it": "which of the two is right",
    "how much": "what it costs",
    "how long": "how long it takes",
    "what can you do": "what we can do",
    "what are you going to do": "what we can do about this",
    "what are you going to do about it": "what we can do about this",
    "what are you going to do about this": "what we can do about this",
}
CAN_YOU_TELL = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|u)(?: please| kindly| maybe)? (?:tell|let|show)(?: me| us)(?: know)?|"
    r"do you (?:happen to )?know|(?:any idea|do you have any idea)|would you mind telling me|may i ask|"
    r"i(?:'d| would) like to know) (?P<what>(?:if|whether|what|which|who|when|where|why|how)\b.+)$",
    _I,
)
