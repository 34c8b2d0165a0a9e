"""S9: nobody is asked for what they gave already, nor for an effort that is out of proportion."""

import re
from collections.abc import Iterator, Mapping

from bot.standard.burdens import is_needless_journey, is_too_much
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule
from bot.standard.given import asked_again, steps_again
from bot.standard.phrases import any_of
from bot.standard.requests import requests_in
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import topics
from bot.standard.telling import instead
from bot.standard.whole_reply import tells_enough

MEANING = "Never ask for what the customer already gave, nor for something one would not do oneself."

_THINGS: Mapping[str, tuple[re.Pattern[str], tuple[str, ...]]] = {
    "order number": (
        any_of(
            r"(?:order|purchase)(?:'s)? (?:number|no\.?|id|reference|code)",
            r"which (?:\w+ )?order",
            "order ref",
            "number of (?:the|your) order",
        ),
        ("order",),
    ),
    "booking number": (
        any_of(r"(?:booking|reservation|confirmation) (?:number|code|reference|id|ref)", "which booking", "pnr"),
        ("booking", "reservation", "flight", "pnr"),
    ),
    "invoice number": (any_of(r"(?:invoice|bill|receipt) (?:number|no\.?|id)", "which invoice"), ("invoice", "bill")),
    "ticket number": (
        any_of(r"(?:ticket|case|reference|incident) (?:number|id|no\.?)"),
        ("ticket", "case", "reference"),
    ),
    "customer number": (
        any_of(
            r"(?:customer|account|member(?:ship)?|contract|policy|patient|client|card|meter|library|student|"
            r"loyalty)(?:'s)? (?:number|id|no\.?)"
        ),
        (
            "account",
            "customer_number",
            "member",
            "contract",
            "policy",
            "card_number",
            "patient",
            "meter",
            "customer_id",
        ),
    ),
    "tracking number": (any_of(r"(?:tracking|parcel|shipment|consignment) (?:number|code|id|no\.?)"), ("tracking",)),
    "serial number": (
        any_of(r"(?:serial|frame|batch|lot|imei|chassis) (?:number|no\.?)"),
        ("serial", "frame", "lot", "batch"),
    ),
    "flight number": (any_of(r"flight (?:number|code|no\.?)", "which flight"), ("flight",)),
    "e-mail address": (any_of(r"e-?mail(?: address)?"), ("email", "e-mail", "mail")),
    "phone number": (
        any_of(
            r"(?:phone|telephone|mobile|cell|contact|call-?back) ?(?:number|no\.?)?(?! call)",
            "number to (?:call|reach|ring)",
            "(?:which|what) number",
            "number (?:we|I) can (?:call|ring|reach)",
        ),
        ("phone", "mobile"),
    ),
    "address": (
        any_of(r"(?:delivery |shipping |postal |home |new |full |street |exact )?address(?! of the app)"),
        ("address",),
    ),
    "photo": (
        any_of(r"(?:photos?|pictures?|images?|snapshots?|screenshots?|video)"),
        ("photo", "picture", "image", "screenshot", "video"),
    ),
    "name": (any_of(r"(?:full |first |last |your )name"), ("name",)),
    "user name": (any_of(r"user ?name", "login name", "log-?in"), ("user", "username", "login")),
    "error": (any_of(r"(?:error (?:message|code|number|text)|which error|what error|what the error)"), ("error",)),
    "version": (any_of(r"(?:version|release) (?:number|of)|which version"), ("version",)),
    "size": (any_of(r"(?:which|what) (?:\w+ )?size (?:did|was|is|had|you (?:ordered|had))"), ("size",)),
    "colour": (any_of(r"(?:which|what) colou?r (?:did|was|is|had|you (?:ordered|had))"), ("colour",)),
    "model": (
        any_of(r"(?:which|what) (?:exact )?(?:model|make|product|device|phone model)", r"model (?:name|number)"),
        ("product", "model", "device", "phone_model"),
    ),
    "amount": (any_of(r"(?:which|what|the|exact) (?:exact )?(?:amount|sum)", "how much (?:was|were|did)"), ("amount",)),
    "date": (
        any_of(
            r"date of (?:purchase|birth|delivery|travel|arrival|the order)",
            "(?:purchase|delivery|order|travel) date",
            "when (?:exactly )?did you (?:buy|order|book|get|receive|pay)",
        ),
        ("date", "bought", "purchase_date"),
    ),
    "receipt": (any_of(r"(?:receipt|proof of (?:purchase|payment))"), ("receipt", "proof")),
}
_ONCE_MORE = any_of(
    r"(?:re-?send|re-?submit|re-?enter|re-?type|re-?state|re-?attach|repeat|re-?upload|re-?explain|re-?tell)",
    r"(?:fill (?:it|this|that|them|the \w+) (?:in|out)|send|tell|give|explain|describe|share|write|state|attach|"
    "provide|upload|confirm|enter|forward|type|go "
    "through|run "
    r"through|walk (?:me|us) through) (?:(?!(?:I|we)\b)[\w'-]+ ){0,6}?(?:again|once more|one more time|another time|"
    "a second time|"
    "from the "
    r"(?:start|beginning|top))",
)
_WHOLE_STORY = any_of(
    "(?:what (?:exactly )?(?:happened|went wrong|the (?:problem|issue|matter|fault) is|it is about|it's about|this "
    "is about|"
    "is wrong|you (?:ordered|had ordered|need|wanted))|the (?:whole |full |entire )?story|the (?:nature|details) of "
    "(?:the|your) "
    "(?:problem|issue|request|complaint)|(?:describe|explain|specify|detail) (?:the|your) (?:problem|issue|matter|"
    "situation|fault|damage)|your (?:problem|issue|concern|complaint|request|situation)(?: in (?:detail|your own "
    r"words|full))|more (?:details|information) about (?:the|your) (?:problem|issue))",
)
_TO_OTHERS = re.compile(
    r"^(?:call|ring|phone|write to|contact|e-?mail) (?!me\b|us\b).*\bwith (?:your|the)\b",
    re.IGNORECASE,
)
_MORE_THAN_A_NAME = re.compile(r"status|note|limit|date(?!$)|new|change|added|sent|fixed|correct|default")
MOST_ITEMS = 2
"""A request for three or more papers and numbers at once is a form to fill in."""
_PAPERS = re.compile(
    r"\b(?:order confirmation|invoice|receipt|statement|passport|id card|full name|date of birth|address|phone "
    "number|e-?mail|photos?|"
    "order number|card number|customer number|account number|booking number|form|letter|contract|signature|story|"
    "description|serial number|"
    r"certificate|licence|tax number)\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\b(?:attached|attach|enclosed|see (?:the )?(?:photo|picture)|photos? (?:below|above|sent)|sent (?:you )?"
    r"(?:the |a |two |three |\d )?(?:photos?|pictures?|screenshots?|video)|(?:photos?|pictures?|screenshots?) "
    r"(?:are |is )?(?:attached|here|below|above|enclosed|in))\b",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"\b(?:I|we)(?:'ve| have)? (?:already )?(?:explained|told|said|described|wrote|written|reported|typed|"
    r"gave|given|sent)\b",
    re.IGNORECASE,
)

_GAVE = "Order 88213: two of the six glasses are chipped, photo attached. My mail is ines@mail.example, phone 555-0142."
BREAKS = (
    Example("Could you send me your order number?", _GAVE),
    Example("Please send us a photo of the damage.", _GAVE),
    Example("May I have the e-mail and the phone number of your account?", _GAVE),
    Example("Please tell us your customer number.", "Customer number 40-2217. Why is my bill so high?"),
    Example("Can you explain once more what happened?", "I told your colleague all of it: the van hit my gate."),
    Example("Please print the form, sign it and send it to us by post.", "Please take Paul off my account."),
    Example(
        "I'll need your booking reference to look.", "Booking XK9-22, can I bring a second bag?", {"booking": "XK9-22"}
    ),
    Example("Which size did you order?", "I ordered size 38 and got 36."),
    Example("Please bring the original receipt and your passport in person to the branch.", "The kettle is broken."),
    Example("Please resend your documents.", "I sent the documents on Monday. Is anything missing?"),
    Example("What error message do you see?", "It says error 702 when I press pay."),
)
KEEPS = (
    Example("Which of the two suits you better?", _GAVE),
    Example("Could you send me the serial number? It's under the seat.", _GAVE),
    Example("I have your order number and your photo, thank you.", _GAVE),
    Example("Which piece is missing? The letter beside it on page 2 is enough.", "A piece of the game is missing."),
    Example("If you'd rather I did it, send me your colleague's e-mail.", "Can I add a seat to our plan?"),
    Example("Just tell me which evening and I'll book it.", "Can we come one evening next week?"),
    Example("You don't need to send a photo.", "The vase is broken."),
    Example("Please send me a photo of the label, so that I order the right part.", "The hinge of my lamp is broken."),
    Example("Is the number in your signature the best one to ring you on?", "Please call me. 555-0199"),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that asks for something given, for the story again, or for too much."""
    for sentence in draft.said:
        why, rewording = _judged(sentence, context)
        if why and not tells_enough(draft, context, sentence):
            yield instead("S9", sentence, why, rewording)


def _judged(sentence: Sentence, context: Context) -> tuple[str, str]:
    for asked in requests_in(sentence):
        is_sent_on = _TO_OTHERS.search(asked) and not _is_a_pile(asked)
        if not is_sent_on and (judged := _of_request(asked, context)):  # Being sent to others is S5.
            return judged
    if is_too_much(sentence):
        return "This is more trouble than most of us would go to.", "You needn't do anything for it; I'll do the rest."
    if is_needless_journey(sentence, context):
        return "It can be done where they are.", "You needn't take it anywhere: we'll come for it when it suits you."
    if step := steps_again(sentence, context):
        return f"The customer has tried this already (“{step}”).", "As you've tried that already, [the next step]."
    return "", ""


def _of_request(asked: str, context: Context) -> tuple[str, str] | None:
    if thing := _given(asked, context):
        return f"The customer gave this already: {thing}.", _have(thing, context)
    if fact := asked_again(asked, context):
        name = fact.key.replace("_", " ")
        return f"This is there already ({fact.text}).", f"I have the {name}, so there's nothing you need to send."
    if _is_again(asked, context):
        return "The customer told us this already.", "I have what you told us, so there's no need to repeat it."
    if _is_a_pile(asked):
        return "This is more trouble than most of us would go to.", "A short reply here is enough; I'll do the rest."
    return None


def _is_a_pile(asked: str) -> bool:
    """Three or more papers and numbers at once."""
    return len(set(map(str.lower, _PAPERS.findall(asked)))) > MOST_ITEMS


def _given(asked: str, context: Context) -> str:
    """What is asked for and stands in the thread or in what is known; empty when nothing does."""
    known = {fact.key.lower() for fact in context.facts_in_hand if not fact.is_unknown}
    for thing, (pattern, keys) in _THINGS.items():
        if pattern.search(asked) and _is_there(thing, keys, asked, known, context):
            return thing
    which = re.search(r"\b(?:which|what) ([\w-]+(?: [\w-]+){0,3})", asked, re.IGNORECASE)
    if not which or not (about := topics(which[1])):
        return ""
    named = next((fact for fact in context.facts if fact.key_topics and fact.key_topics <= about), None)
    is_told = named is not None and not named.is_unknown and topics(named.value) & topics(context.customer_text)
    return named.value if named and is_told else ""


def _is_there(thing: str, keys: tuple[str, ...], asked: str, known: set[str], context: Context) -> bool:
    if thing == "photo":
        is_sent = _ATTACHED.search(context.customer_text) or any(turn.files for turn in context.turns)
        return bool(is_sent) or _has(keys, known)
    read = {re.sub(r"\d+$", "", key) for key in context.reading.facts}
    is_held = any(key in read for key in keys) or _is_written(thing, context) or _has(keys, _plain_names(known))
    return is_held and _is_theirs(asked)


def _is_written(thing: str, context: Context) -> bool:
    """Numbers that are read best where they are asked for: a phone number may look like any other."""
    return thing == "phone number" and bool(re.search(r"(?<!\w)\+?\d[\d ()/-]{5,}\d(?!\w)", context.customer_text))


def _plain_names(known: set[str]) -> set[str]:
    """Facts that are named after the thing alone: "order" is an order's number, "order status" isn't."""
    return {key for key in known if not _MORE_THAN_A_NAME.search(key)}


def _has(keys: tuple[str, ...], known: set[str]) -> bool:
    return any(key == word or word in key.split("_") for key in known for word in keys)


def _is_theirs(asked: str) -> bool:
    """Not somebody else's: "your colleague's e-mail", "the driver's name", "the new address"."""
    return not re.search(
        r"\b(?:colleague|friend|husband|wife|partner|mother|father|neighbour|driver|new|other|another|second|"
        r"different)(?:'s)?\b",
        asked,
        re.IGNORECASE,
    )


def _is_again(asked: str, context: Context) -> bool:
    if re.search(
        r"\b(?:tell|explain|describe|show|repeat)\b[\w ]{0,12}\b(?:them|him|her)\b", asked
    ):  # Being sent off to tell others is a bounce, which is S5.
        return False
    if _ONCE_MORE.search(asked):
        return True
    return bool(_WHOLE_STORY.search(asked)) and (
        bool(_TOLD_BEFORE.search(context.customer_text)) or len(topics(context.customer_text)) >= 4
    )


def _have(thing: str, context: Context) -> str:
    values = {re.sub(r"\d+$", "", key): value for key, value in context.reading.facts.items()}
    value = next((values[key] for key in _THINGS.get(thing, (None, ()))[1] if key in values), "")
    named = f"your {thing} ({value})" if value else f"your {thing}" if thing in _THINGS else f"that it is about {thing}"
    return f"I have {named}, so there's nothing more you need to send."


RULE = Rule("S9", "effort", MEANING, BREAKS, KEEPS, find)
