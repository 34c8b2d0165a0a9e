"""Other firms a customer named beside a comparison or a change."""

import re
from collections.abc import Iterator

from bot.reading.fact_names import LANGUAGE, NOT_NAMES
from bot.reading.gazetteer import GIVEN_NAMES, PLACES
from bot.reading.word_classes import is_plain_word

_FIRM = r"([A-Z][\w&'-]+(?: (?:&|and) (?!I\b|I')[A-Z][\w'-]+| (?!I')[A-Z][a-z][\w'-]+)?)"
_TO_THEM = (
    r"(?:cheaper (?:at|with|on|from|over at)|(?:switch|mov|chang|transfer|port|go|com|tak|bring|giv|leav)(?:e|es|ed|"
    r"ing|s)?\b"
    r"(?! (?:in|on|at|you|me)\b)(?:(?: (?:my|our|the|all|everything|it|this|over|back|straight|elsewhere|business|"
    r"account|"
    r"accounts|number|contract|custom|money|order|orders|policy|plan|subscription|site|shop|team|data))+)? ?(?:to|"
    r"with|for)|"
    r"went (?:to|with)|(?:flew|fly|stay(?:ed)?|bank(?:ed)?|insured|was|were|been|rented|hired|shopped|trained|"
    r"used to be|"
    r"signed up) with|(?:switched|moved|changed|transferred|came) (?:over )?from|gone (?:to|with)|leav(?:e|"
    r"ing) (?:you )?for|found (?:it|one|the same|this) (?:\w+ )?(?:at|on|"
    r"with|from)|"
    r"offers? from|offer(?:ed)? (?:by|me)|quotes? from|compar(?:e|ed|ing)(?: you| yours?)? (?:to|with)|than|order(?:ed|"
    r"ing)? (?:\w+ )?(?:from|"
    r"with|at)|"
    r"sign(?:ed|ing)? (?:up )?(?:with|for|to)|be (?:with|at)|i'm with|is with|are with|trying|try|use|using|"
    r"join(?:ing)?|"
    r"placed [\w ]{2,12} with|over at|get (?:it|them|one|the same|this) (?:at|from)|got (?:it|them|one) (?:at|from)|"
    r"bought (?:it|one|mine|the same) (?:at|from|on)|buy (?:\w+ )?(?:at|from)|"
    r"(?:coming|came) (?:over )?from|instead of|unlike|choose|chose|choosing|tempted by|stick with|back to|like)"
)
_COMPETITOR = re.compile(rf"\b(?i:{_TO_THEM}) {_FIRM}(?=[\s.,;!?)]|$)")
_COMPETITOR_BEFORE = re.compile(
    r"\b([A-Z][a-z][\w&'-]+) (?:offers?|sells?|charges?|has it|does it|is cheaper|is offering|can do|gives|wants "
    r"only|has the same|quoted|asks? only|have it|do the same|does the same|does the same job|"
    r"has an? (?:[a-z]+ )?(?:discount|offer|app|plan|deal)|costs? (?:half|less)|are cheaper|were "
    r"cheaper|"
    r"delivers|would never|would at least|would do|would have|do it|will do|never (?:charge|ask|do))\b"
)


def competitors_in(text: str) -> Iterator[tuple[int, int]]:
    """Where another firm is named beside a comparison or a change."""
    for pattern in (_COMPETITOR, _COMPETITOR_BEFORE):
        for found in pattern.finditer(text):
            if _is_firm(found[1]) and not _NO_FIRM_AFTER.match(text[found.end(1) :]):
                yield found.start(1), found.start(1) + len(found[1].removesuffix("'s"))


_NO_FIRM_AFTER = re.compile(r"\s+\d|\s+(?:Street|Road|Lane|plan|tariff|package)\b")


def _is_firm(name: str) -> bool:
    """No plain word with a capital, no place, person or language, and nothing shouted or numbered."""
    low = name.lower().removesuffix("'s")
    first = low.split()[0]
    is_known = NOT_NAMES.match(name.split()[0]) or is_plain_word(first) or {low, first} & (PLACES | GIVEN_NAMES)
    return not (is_known or name.isupper() or re.search(r"\d", name) or LANGUAGE.match(name))
