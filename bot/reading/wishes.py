"""Ways of asking that are no plain question: wishes, "could I", needs that only explain, and words for a machine."""

import re

_I = re.IGNORECASE

_WISH = re.compile(
    r"^(?:it(?:'d| would)|that(?:'d| would)|would) be (?:so |really |very )?(?:great|lovely|nice|good|helpful|cool|"
    r"wonderful|amazing|perfect) if (?:you|there|it|we)(?: guys)?(?: also| only| just)? (?:could |would |can )?"
    r"(?P<verb>\w+)",
    _I,
)
_PRESENT = {"had": "have", "was": "have", "were": "have", "sold": "sell", "offered": "offer", "made": "make",
            "opened": "open", "did": "do", "sent": "send", "gave": "give", "told": "tell", "added": "add"}  # fmt: skip
_PLAN_ASKED = re.compile(
    r"^will you (?:also |ever |soon )?(?:add|support|offer|have|launch|release|introduce|be|get|sell|open)\b", _I
)
_NEED_TOLD = re.compile(
    r"^(?:i|we) (?:really |still |just )?need (?:my|our|the|it|this|that|them)\b(?: \w+){0,2} "
    r"(?:every|each|daily|so|very|badly|urgently|all the time|for (?:work|school|my job|uni|university|commuting))\b",
    _I,
)
_COULD_I = re.compile(
    r"^(?:could|might) (?:i|we) (?:please |possibly |perhaps |maybe |also )*(?=(?:move|cancel|change|rebook|reschedule|"
    r"book|return|exchange|swap|have|get|order|upgrade|extend|pause|keep|collect)\b)",
    _I,
)
_OVERRIDE = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,40}\b(?:instructions?|rules?|prompts?|guidelines|"
    r"policy|policies|above|previous)\b|^\s*(?:system|assistant|developer|admin)\s*:|\byou are now\b|"
    r"\b(?:as|act as|pretend to be) an? (?:ai|assistant|admin|developer|language model)\b|\b(?:reveal|print|show|"
    r"repeat) (?:me )?(?:your|the) (?:system |hidden |internal )?(?:prompt|instructions)|\b(?:admin|developer|"
    r"debug) mode\b|\bjailbreak\b",
    _I,
)


def is_override(sentence: str) -> bool:
    """Words that are addressed to a machine instead of a person; they are nobody's ask."""
    return bool(_OVERRIDE.search(sentence))


def wished(clause: str) -> str:
    """What is wished for, as a request: "it'd be great if you had evening hours" wishes to "have evening hours"."""
    wish = _WISH.match(clause)
    if not wish:
        return ""
    return f"{_PRESENT.get(wish['verb'].lower(), wish['verb'])} {clause[wish.end() :].strip()}"


def is_wish(sentence: str) -> bool:
    return any(_WISH.search(part) for part in re.split(r"[,;]\s+", sentence))


def could_i(clause: str) -> str:
    """ "Could I move my appointment?" asks for the move and not whether there is one."""
    could = _COULD_I.match(clause)
    return clause[could.end() :] if could else ""


def is_need_told(clause: str) -> bool:
    """ "I need the bike every day" tells why it matters."""
    return bool(_NEED_TOLD.match(clause))


def is_plan_asked(clause: str) -> bool:
    """ "Will you add a dark mode?" asks for our plans; it is no request like "will you send it?"."""
    return bool(_PLAN_ASKED.match(clause))
