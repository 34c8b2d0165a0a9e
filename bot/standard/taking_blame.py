"""Turns a mishap with nobody in it into a sentence that has us in it: "mistakes were made" into "we made mistakes"."""

import re

_I = re.IGNORECASE
_EVENT = re.compile(
    r"(?:there(?:'s| was| were| has been| have been| seems? to have been| appears? to have been| must have been|"
    r" may have been)"
    r"(?: \w+ly)? (?:an?|some|some sort of|some kind of|a bit of an?) (?:[\w-]+ ){0,2}?[\w-]+|"
    r"(?:an?|some|the) (?:[\w-]+ )?[\w-]+ (?:\w+ly )?(?:has |have |had |must have |seems to have |"
    r"appears to have )?(?:occurred|happened|"
    r"arisen|arose|crept in|taken place|took place|slipped in)|"
    r"(?:mistakes?|errors?) (?:\w+ly )?(?:was|were|has been|have been|seem to have been) made)"
    r"(?P<where> (?:in|with|on|at|about|during|when|over|between|around|regarding)\b[^.;!?]*)?",
    _I,
)
_WRONG = re.compile(
    r"something (?:\w+ )?(?:went|has gone|had gone|must have gone|seems to have gone|appears to have gone|"
    r"may have gone) (?:\w+ )?wrong"
    r"(?P<where> (?:in|with|on|at|about|during|when|over)\b[^.;!?]*)?",
    _I,
)
_DONE = re.compile(
    r"(?P<what>(?:the|your|a|an|this|that|some|one of the|both|two|three) [\w' -]{2,40}?) (?:was|were|has been|"
    r"have been|had been|got) "
    r"(?:unfortunately |somehow |apparently |sadly )?(?P<deed>(?:\w+ly )?[\w-]+ed|lost|left|sent|put|mislaid|misread|"
    r"forgotten|broken|sold)"
    r"(?P<rest>[^.;!?]*)",
    _I,
)
_PAST = {"forgotten": "forgot", "broken": "broke"}


def in_our_name(body: str, hidden: re.Match[str]) -> str:
    """The hidden deed with "we" as its subject where the words allow, else a plain word that it is ours."""
    if wrong := _WRONG.search(body):
        return f"We got something wrong{wrong['where'] or ''}, and I'm sorry"
    if event := _EVENT.search(body):
        return f"We made a mistake{event['where'] or ''}, and I'm sorry"
    done = _DONE.search(body, max(0, hidden.start() - 45))
    if done and not re.search(r"\bby\b", done["rest"]):
        what = done["what"][:1].lower() + done["what"][1:]
        return f"We {_PAST.get(done['deed'], done['deed'])} {what}{done['rest'].rstrip()}, and I'm sorry"
    return "That's ours to put right, and I'm sorry that it happened"
