"""S5: nobody is sent elsewhere to start again; a hand-over carries the story and a name."""

import re
from collections.abc import Iterator

from bot.standard.asked_facts import opens_with_answer, tells_what_was_asked
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.handing_over import PASSED_ON, STORY_GOES_TOO
from bot.standard.hints import own_deed
from bot.standard.segmentation import Draft, Sentence
from bot.standard.sending_away import bounces
from bot.standard.whole_reply import tells_enough
from bot.standard.word_classes import INSIDERS, OUTSIDERS

MEANING = "Never send the customer elsewhere to start again; a hand-over carries the whole story and a name."
_ASKED_FOR_CONTACT = re.compile(
    r"\b(?:who(?:m)? (?:do|can|should|must|could|would) (?:I|we)|(?:what(?:'s| is)|give me|send me|have|need|"
    r"tell me) (?:\w+ )?(?:the|their|your|a|his|her) "
    r"(?:\w+ ){0,2}?(?:number|e-?mail|address|contact)|(?:how|where) (?:do|can|could) (?:I|we) (?:reach|contact|"
    r"call|get hold)|"
    r"where (?:do|can|could|should|shall|must) (?:I|we)|(?:can|may|could|should|shall) (?:I|we) (?:\w+ )?"
    r"(?:call|ring|phone|text|e-?mail|write to|talk to|"
    r"speak (?:to|with)|visit|see|meet|contact) (?!you\b|us\b|an?\b|some\w+|any\w+|the manager|your "
    r"manager|support)\w+)\b",
    re.IGNORECASE,
)
_EMERGENCY = re.compile(
    r"(?<![\d,.-])(?:112|911|999|000|111)(?![\d,.-])|\b(?:ambulance|fire (?:brigade|service)|emergency|on (?:his|her|"
    r"the|"
    r"their) way|is coming|help is)\b",
    re.IGNORECASE,
)
_THEIR_PEOPLE = re.compile(r"\b(?:she|he|her|him|them|they|my (?!order|parcel|bill|account)\w+)\b", re.IGNORECASE)
_SPOKEN_TO = re.compile(r"\b(?:talk|speak|listen|read|sing)(?:ing)? (?:to|with) (?:him|her|them)$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:if|should) (?:you|it|one|another|this|that|they|anything)\b[^.;!?]*$", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(?:now|at once|immediately|straight ?away|right away|this minute|instantly)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?<=[a-z,;:] )(?!(?:I|OK|PDF|ID|IT|HR|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|"
    r"I')[A-Z][a-zà-ÿ]+"
)

BREAKS = (
    Example("For refunds, please contact our billing department."),
    Example("Please call 555 0142 and they'll sort it out for you."),
    Example("You'll need to get in touch with the courier yourself."),
    Example("As I said, please fill in the form on our website."),
    Example("That's handled by another team; they can help you with it."),
    Example("Please write to returns@shop.example with all the details."),
    Example("I've forwarded your message to the relevant department."),
    Example("You've reached the wrong desk. Reception can tell you more."),
    Example("Kindly raise a new ticket under Contracts, and a colleague will look at it."),
    Example("I'm transferring you to our technical team now."),
    Example("We suggest that you speak to your bank about this."),
    Example("Please try calling again tomorrow between 9 and 5."),
    Example("Ask the manufacturer; we only sell it."),
    Example("I've passed it on to the workshop."),
    Example("The best people to ask are the archive; just drop them a line."),
    Example("Pop into any branch and explain it there."),
)
KEEPS = (
    Example("Tessa Brandt, who looks after contracts, has your whole story and will ring you tomorrow at 10."),
    Example("I've passed it to our workshop lead, Ivan Petrov, with your photos; he writes to you by Friday."),
    Example("If anything is missing, please write to me here."),
    Example("Please go outside and ring the gas emergency line on 0800 555 0199.", "I smell gas in the kitchen!"),
    Example("I've asked the courier for the signature and will tell you by 4 pm."),
    Example("You can pick it up at our Lyon shop from 10 tomorrow; I've left your name there."),
    Example("If you'd rather speak, ring me on 555 0133 until 6."),
    Example("I've filled in the claim form for you; all it needs is your yes."),
    Example("Your bank should show the refund by Thursday."),
    Example("Please send me the serial number, and I'll order the part today."),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that sends away or hands over, unless the rest answers all the same."""
    for sentence, finding in _sent_away(draft, context):
        is_answered = opens_with_answer(draft) and tells_what_was_asked(draft.body, context)
        if not is_answered and not tells_enough(draft, context, sentence):
            yield finding


def _sent_away(draft: Draft, context: Context) -> Iterator[tuple[Sentence, Finding]]:
    """Without a name and the story."""
    if _ASKED_FOR_CONTACT.search(context.newest_text):
        return
    for number, sentence in enumerate(draft.said):
        if "safety" in context.reading.risk and _AT_ONCE.search(sentence.body):
            continue
        if _is_kept(sentence, draft, context):
            continue
        near = " ".join(each.body for each in draft.said[max(0, number - 1) : number + 2])
        is_told = bool(_NAME.search(near)) and bool(STORY_GOES_TOO.search(near))
        if bounces(sentence.body) and not is_told:
            why = "This sends the customer elsewhere to tell it all again."
            yield sentence, on_sentence("S5", sentence, why, _taken_along(sentence.body, context))
        elif PASSED_ON.search(sentence.body) and not _NAME.search(f"{sentence.body} {_next(draft, number)}"):
            why = "A hand-over needs a name, and a word that the whole story goes with it."
            yield sentence, on_sentence("S5", sentence, why, _taken_along(sentence.body, context))


def _is_kept(sentence: Sentence, draft: Draft, context: Context) -> bool:
    """Help in danger, a word to somebody of theirs, or an extra for a later "if" behind an answer."""
    if "safety" in context.reading.risk and _EMERGENCY.search(draft.body):
        return True
    sent = bounces(sentence.body)
    if sent is None:
        return False
    if _SPOKEN_TO.search(sent.group()):
        people = re.search(
            rf"\b(?:{INSIDERS}|{OUTSIDERS})\b", draft.body[: draft.body.find(sentence.body)], re.IGNORECASE
        )
        return people is None and bool(_THEIR_PEOPLE.search(context.customer_text))
    is_later = _LATER.search(sentence.body[: sent.start() + 1])
    return bool(is_later) and (opens_with_answer(draft) or tells_what_was_asked(draft.body, context))


def _next(draft: Draft, number: int) -> str:
    return draft.said[number + 1].body if number + 1 < len(draft.said) else ""


def _taken_along(body: str, context: Context) -> str:
    if deed := own_deed(context):
        return f"I'll see to that for you myself: {deed}, by [time]."
    whom = re.search(r"\b(?:our|the) ((?:[\w-]+ ){0,2}(?:team|department|desk|office))\b", body, re.IGNORECASE)
    where = f" to [name] in the {whom[1]}" if whom else " to [name]"
    return f"I'm passing this{where} myself, with everything you've told us, and you'll hear from [name] by [time]."


RULE = Rule("S5", "no-bounce", MEANING, BREAKS, KEEPS, find)
