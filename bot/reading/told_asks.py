"""Statements that ask: somebody has to come, a way would be great, nobody has explained, a day is left to pay."""

import re

from bot.reading.ask import AskKind

_I = re.IGNORECASE
_ANYBODY = r"(?:someone|somebody|anyone|anybody|one of you|you(?: guys| people)?)"
_WRITTEN: tuple[tuple[AskKind, str, str], ...] = (
        ("question", "whether ",
         r"^(?:i'm |i am |we're )?(?:just )?(?:checking|double-checking|making sure|verifying) (?:that|if|whether) "
         r"(?P<deed>.+)"),
        ("request", "",
         r"^it (?:would|'d) (?:really |greatly )?help (?:me |us )?(?:a lot )?(?:to|if (?:you|i|we) (?:could |can )?)\s*"
         r"(?P<deed>(?:have|get|know|see|send|call|tell|give|make|put|move|change)\b.*)"),
        ("request", "",
         r"\b(?:waiting|waited|wait|want|need)\b[^,.?!]{0,25}? for (?:someone|somebody|anyone|anybody|you) to "
         r"(?P<deed>(?!get back\b)[a-z]+ [^.?!]+)"),
        ("request", "",
         rf"^{_ANYBODY} (?:has to|have to|needs? to|must|should|ought to|had better) (?:please |really |now )?"
         r"(?P<deed>(?!be\b|have\b|know\b|understand\b|see\b)[a-z]+\b.*)"),
        ("request", "",
         r"^(?:i|we)(?:'m| am|'re| are)? (?:hope|hoping|trust|expect)(?: that)? you(?:'ll| will| can| could|"
         r"'re able to) "
         r"(?:please |still |at least )?(?P<deed>(?!have\b|be\b|understand\b|agree\b|like\b|enjoy\b)[a-z]+ .+)"),
        ("request", "", r"^either you (?P<deed>[a-z]+ [^,]+?),? or (?:i|we)\b"),
        ("request", "",
         r"^you have (?:until|till|one|two|three|\d+|a|the)\b[\w' ]{2,30}? to (?P<deed>[a-z]+ [^.?!]+)"),
        ("request", "get ",
         r"^(?:would|'d) (?:really |also )?(?:love|like|appreciate) (?!to\b)(?P<deed>(?:an?|some|the|my|another) .+)"),
        ("request", "",
         r"\bif there(?:'s| is| was| were) (?:a|any|some) (?:way|chance|possibility) (?:to|of|for you to|"
         r"that you could) "
         r"(?P<deed>[^,.?!]+)"),
        ("request", "",
         r"^(?:i|we)(?:'d| would) be (?:happy|glad|willing|ready) to [^,.?!]+ if you (?:can|could|would|will) "
         r"(?P<deed>[^.?!]+)"),
        ("question", "",
         r"\b(?:nobody|no one|none of you|you never|you haven't|you still haven't|you didn't|never)(?: has| have|"
         r" ever| "
         r"yet| even| can| could| will)* (?:explained|explain|told|tell|said|say)(?: to)?(?: me| us)? "
         r"(?P<deed>(?:why|how|when|what|where|who|whether)\b [^.?!]+)"),
        ("question", "",
         r"^(?:i |we )?(?:just |only |also )*(?:wanted|meant|wanting|keen|writing) to (?:ask|know|check|find out|see|"
         r"hear)"
         r"(?: about| you)? (?P<deed>(?:whether|if|what|when|where|how|why|who|which)\b.+)"),
)  # fmt: skip
_FORMS = tuple((kind, lead, re.compile(form, _I)) for kind, lead, form in _WRITTEN)


def told(clause: str) -> tuple[str, AskKind] | None:
    """The words of the ask that a statement stands for, and its kind."""
    for kind, lead, form in _FORMS:
        if found := form.search(clause):
            return lead + found["deed"], kind
    return None
