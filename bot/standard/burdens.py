"""Recognises efforts out of proportion: papers, journeys and heavy loads that we would not take on ourselves."""

import re

from bot.standard.context import Context
from bot.standard.grammatical_subject import is_command
from bot.standard.phrases import any_of
from bot.standard.requests import requests_in
from bot.standard.segmentation import Sentence

_TOO_MUCH = any_of(
    r"(?:carry|lift|haul|drag|lug|heave) (?:[\w-]+ ){0,5}(?:down|up|upstairs|downstairs|outside|to the street)",
    r"(?:bring|take) (?:[\w-]+ ){0,4}(?:down|upstairs|downstairs|outside|to the (?:street|kerb|curb|depot|tip|dump))",
    r"(?:be|stay|wait|remain) (?:there|in|home|at home|available|ready|by the (?:phone|door))(?: \w+){0,2} (?:from "
    r"\w+ (?:am|until|till|to|on)|"
    r"all|the whole)",
    r"(?:take|get) (?:a|the|another|half a) (?:\w+ )?day off",
    r"(?:print|sign) (?:\w+ ){0,4}(?:and|then) (?:\w+ )?(?:print|sign|scan|post|fax|return|send|mail|bring)",
    r"(?:by|via|per) (?:fax|registered (?:post|mail|letter)|recorded delivery|certified mail)",
    r"(?:a |the )?fax(?! number| no\b| to)",
    r"notar(?:y|ised|ized|ial\w*)",
    r"certified cop(?:y|ies)",
    r"(?:in|two|three|four|five) (?:duplicate|triplicate|copies)",
    r"(?:original|stamped) (?:receipt|invoice|document|letter|copy)",
    r"sworn (?:statement|translation|declaration)",
    r"(?:a |your )?(?:copy|scan|photo|picture) of your (?:passport|id(?: card)?|driving licence|birth certificate|"
    r"bank statement)",
    r"in person",
    r"(?:every|each|all) (?:single )?(?:page|item|letter|cable|day|step)s? (?:\w+ )?(?:one by one|separately|"
    r"individually)",
    r"(?:keep|write|fill in|send us) (?:a|an) (?:\w+ )?(?:diary|log|list of every|protocol|record)",
    r"(?:at|for) your own (?:cost|expense|risk)",
    r"(?:in writing|written (?:statement|declaration|request|confirmation))",
    r"police report",
    r"forms? of id\w*",
    r"(?:bank|account) statements?",
    r"utility bill",
    r"from (?:all|every) (?:sides?|angles?)",
    r"on a (?:cd|usb|dvd)",
    r"(?:signed |sworn )statements?",
    r"(?:two|three|2|3) (?:quotes|estimates|witnesses|references)",
)
_JOURNEY = re.compile(
    r"\b(?:bring|take|carry|return|drop|haul|drive|post|send|ship|deliver|come|pop|travel|walk|hand)\b[^.;?!]{0,50}?"
    r"\b(?:to|at|by|in|into|round|over)\s(?:our|the|a|any|your (?:nearest|local))\s(?:[\w-]+ ){0,2}(?:workshop|shop|"
    r"store|"
    r"branch|office|depot|post office|warehouse|centre|center|desk|counter|station|service point|parcel point|garage|"
    r"studio|clinic|surgery|laboratory|lab|recycling \w+|tip)\b",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\b(?:\d{2,} ?(?:kg|kilos?|pounds|lbs)|(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|top) floor|no lift|"
    r"no elevator|wheelchair|crutches|bedridden|can't (?:walk|drive|lift|carry|leave)|don't drive|no car|pregnant|"
    r"walking frame|broken (?:leg|arm|foot|hip)|I'm (?:7|8|9)\d)\b",
    re.IGNORECASE,
)
_FETCHED = re.compile(
    r"\b(?:collect\w*|collection|pick(?:s|ed)?[- ]?up|driver (?:takes|collects|can)|courier (?:takes|collects)|at home|"
    r"home[ _](?:repair|visit|service|collection)|house call|from the (?:flat|house|door)|can carry|taken back|"
    r"remote(?:ly)?|may (?:be )?ke(?:ep|pt))\b",
    re.IGNORECASE,
)


_FORBIDDEN = re.compile(
    r"^\W*(?:and |so |but )?(?:please )?(?:don't|do not|never|no need|you needn't)\b", re.IGNORECASE
)
"""What they are asked to leave is no effort."""


def is_too_much(sentence: Sentence) -> bool:
    """A request that would cost anybody an evening."""
    asked_for = (*bidden(sentence), *requests_in(sentence))
    return any(_TOO_MUCH.search(asked) and not _FORBIDDEN.match(asked) for asked in asked_for)


def is_needless_journey(sentence: Sentence, context: Context) -> bool:
    """They are to carry it somewhere, though it can be fetched or mended where it is."""
    if not any(_JOURNEY.search(asked) for asked in bidden(sentence)):
        return False
    is_hard = bool(_HEAVY.search(context.customer_text))
    return any(_FETCHED.search(fact.text) for fact in context.facts) and (is_hard or not _wants_to_come(context))


def _wants_to_come(context: Context) -> bool:
    return bool(
        re.search(r"\b(?:can|may|could|shall|should|do) I (?:\w+ )?(?:bring|come|drop)", context.customer_text, re.I)
    )


def bidden(sentence: Sentence) -> list[str]:
    """The stretches that tell the customer to do something: after "please", or beginning with the verb."""
    body = sentence.body
    found = [body[match.end() :] for match in re.finditer(r"\b(?:please|kindly)\s+(?!don't|do not|never)", body, re.I)]
    return found + [clause.text for clause in sentence.clauses if is_command(clause.text)]
