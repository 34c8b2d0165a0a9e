"""S10: what is left open has an owner and a time, in the customer's own zone."""

import re
from collections.abc import Iterator

from bot.standard.commitment import OUR_PROMISE
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.measures import numbers
from bot.standard.open_ends import ADRIFT, LEFT_OPEN, LOOSE
from bot.standard.phrases import any_of
from bot.standard.polarity import is_negated
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import topics
from bot.standard.temporal_expressions import is_vague_about_time, names_a_time, place_of_vagueness
from bot.standard.wrong_zone import in_their_zone, is_in_another_zone

MEANING = "End with who does what by when, in the customer's time zone, as long as something is open."

_VAGUE_DEED = re.compile(
    r"\b(?:will|'ll|should|shall|is going to|are going to|can|would|may|might|going to|(?:hope|try|plan|aim|intend) "
    r"to)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:arrives?|comes|reach(?:es)?|leaves?|ships?|is (?:due|ready|back|yours|booked|packed|fixed)|are (?:due|"
    "ready|back|booked)|answers?|"
    "decides?|rings?|writes?|visits?|collects?|fetch(?:es)?|starts?|it's on|speaks?|goes out|should|can|opens?|"
    r"lands?)\b",
    re.IGNORECASE,
)
_NOBODY = any_of(
    "(?:someone|somebody|one of (?:us|our (?:team|colleagues|agents|people|staff))|a (?:colleague|member of (?:our|"
    "the) (?:team|"
    r"staff)|specialist|team member|representative|technician|engineer)|the (?:relevant|responsible|right|appropriate|"
    "competent) (?:team|department|person|people|colleagues?)|our (?:team|specialists|people)) (?:will|'ll|should|"
    "is going to|"
    r"may|might|would)",
)
_ON_EVENT = re.compile(
    r"\b(?:as soon as|once|when|the moment|the day|the minute|after|until) (?:it|the|your|they|he|she|you|that|both|"
    "this|my|our|a|"
    r"[A-Z])[\w' -]*\b(?:'s|is|are|has|have|leaves?|arrives?|lands?|reply|replies|answer|answers|tell|write|scanned|"
    "back|here|"
    r"done|ready|in|send|sends|reach\w*|gets?|get|hear|say|confirms?|comes?|opens?|passes)\b",
    re.IGNORECASE,
)
_AMSTERDAM = {
    "customer_tz": "America/Mexico_City",
    "agent_tz": "Europe/Amsterdam",
    "call": "16:00 Amsterdam = 9:00 Mexico City",
}
BREAKS = (
    Example("We'll look into it and get back to you soon."),
    Example("Someone will be in touch."),
    Example("Your case has been escalated and will be handled."),
    Example("I'll let you know as soon as I know more."),
    Example("Your bill will be redone at some point."),
    Example("We're working on it and will keep you posted."),
    Example("Your note has been passed on and will be considered."),
    Example("The replacement will be sent out shortly."),
    Example("Your papers have been added to the file."),
    Example("I'll ring you today at 4 pm our time.", "Can you call me today?", _AMSTERDAM),
    Example("I'll ring you today at 16:00.", "Can you call me today?", _AMSTERDAM),
    Example("Leave it with us, we'll see what we can do."),
)
KEEPS = (
    Example("I'm looking into it and will write to you by 4 pm tomorrow."),
    Example("It's on the evening van, and I'll check the scan at 8 tonight."),
    Example("Your refund was sent on Monday, and your bank shows it by Thursday."),
    Example("I'll ring you today at 9 am your time.", "Can you call me today?", _AMSTERDAM),
    Example("The new one leaves today. You'll hear from me as soon as it's scanned at your door."),
    Example("Our plumber Gwen comes on Thursday between 8 and 10."),
    Example("It's in the box, under the flap on the left."),
    Example("I've asked our bank for the trace. They answer within one working day, and I'll write to you then."),
    Example("Which evening suits you? I'll book it as soon as you tell me."),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for the hour in the wrong zone, and one for what is left open without a time."""
    for sentence in draft.said:
        if is_in_another_zone(sentence.body, context):
            why = "The customer lives in another time zone, and this hour is ours."
            yield on_sentence("S10", sentence, why, in_their_zone(sentence.body, context))
            break
    has_date = any(_is_dated_step(sentence) for sentence in draft.said)
    for sentence in draft.said:
        if _is_open(sentence, context, has_date=has_date):
            why = "Something stays open here, and nobody can tell who does what by when."
            yield on_sentence("S10", sentence, why, _with_a_day(sentence.body))
            return


def _is_dated_step(sentence: Sentence) -> bool:
    """A step of ours that has a time, or comes when something else is done."""
    body = sentence.body
    if is_vague_about_time(body) or LOOSE.search(body):
        return False
    is_step = OUR_PROMISE.search(body) or ((_VAGUE_DEED.search(body) or _COMES.search(body)) and not is_negated(body))
    return bool(is_step) and names_a_time(body)


def _is_open(sentence: Sentence, context: Context, *, has_date: bool) -> bool:
    body = sentence.body
    if _AT_SOME_POINT.search(body) and _NOBODY_THERE.search(body):
        return True
    if sentence.is_question or _is_on_their_word(body):
        return False
    is_vague = is_vague_about_time(body) or bool(LOOSE.search(body))
    if names_a_time(body) and not (is_vague and not _is_firm(body)):
        return False
    if is_vague and (LEFT_OPEN.search(body) or _VAGUE_DEED.search(body)):
        return not (has_date and not _NOBODY.search(body)) and not re.search(
            r"\b(?:get well|see you|hope)\b", body, re.I
        )
    if has_date:
        return False
    if _BECAUSE.search(body) and _ASKED_WHY.search(context.newest_text):
        return False
    return _is_left_open(body, context)


def _is_on_their_word(body: str) -> bool:
    """It hangs on an "if" or on what they say, and the time with it."""
    if re.match(r"^(?:and |but )?(?:if|should|in case|whenever)\b", body, re.IGNORECASE):
        return True
    return bool(_ON_THEIR_WORD.search(body)) and not is_vague_about_time(body)


def _is_left_open(body: str, context: Context) -> bool:
    """Words that leave it open by themselves, without a time that could."""
    if ADRIFT.search(body):
        return True
    if _ON_EVENT.search(body):
        return False
    if _UNDATED_DEED.search(body) or _TO_BE_DONE.search(body):
        return True
    is_pending = bool(_NOBODY.search(body) and LEFT_OPEN.search(body)) or _is_pending(body)
    return is_pending and not _is_noted_as_asked(body, context)


def _is_noted_as_asked(body: str, context: Context) -> bool:
    """ "Hazelnut is noted for the middle tier": what they ordered, with something of what is known about it."""
    if not _IS_NOTED.search(body) or context.reading.complaint:
        return False
    said, asked = topics(body), topics(context.newest_text)
    is_known = any(len(topics(fact.value) & said) > 1 or numbers(fact.value) & numbers(body) for fact in context.facts)
    return is_known and bool(said & asked or numbers(body) & numbers(context.newest_text))


def _is_firm(body: str) -> bool:
    """A time beside a vague word counts when it is a day or an hour, and not "now" or "today's"."""
    return bool(_FIRM.search(body))


_BECAUSE = re.compile(r"^(?:it's |that's )?(?:because|since|as)\b|\bbecause\b", re.IGNORECASE)
_ASKED_WHY = re.compile(r"\b(?:why|how come|what for|reason)\b", re.IGNORECASE)
_AT_SOME_POINT = re.compile(r"\bat some (?:point|time|stage|moment)\b|\bsome ?time (?=today|tomorrow|this|next)", re.I)
_IS_NOTED = re.compile(
    r"\b(?:is|are|'s|has been|have been|I've|we've) (?:\w+ )?(?:noted|recorded|registered|logged|added)\b", re.I
)
_ON_THEIR_WORD = re.compile(
    r"\b(?:give|tell|send|let|show|drop|write|text|say|pick|choose|name) (?:me |us )?(?:know "
    r")?[^.;!?]{0,60}?\b(?:and|then) "
    r"(?:I'll|we'll|I will|we will|I can|we can)\b|\b(?:on the day|whenever|wherever|the moment|as soon as) you\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:tomorrow|tonight|(?:by|at|on|before|until|till|within|from|between) (?:the )?(?:\d|noon|midday|midnight|"
    r"lunch|close|end of|an? (?:hour|day|week)|today|tomorrow|"
    r"next|this|half|(?:two|three|four|five|six|eight|ten) |(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|"
    r"apr|may|june?|july?|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"^(?:(?:and|but|so|then) )?(?:we|I|you)(?:'ll| will) (?:\w+ )?(?:let you know|get back to you|come back to you|"
    r"be in touch|keep you \w+|"
    r"be (?:contacted|informed|notified)|hear from us|update you|inform you)\b[^,;]*$",
    re.IGNORECASE,
)
_ON_NEWS = re.compile(r"^(?:as soon as|once|when) (?:there|we|I|anything|something)\b", re.IGNORECASE)
_NOBODY_THERE = re.compile(
    r"\b(?:someone|somebody|one of (?:us|our \w+)|a (?:colleague|specialist|team member|representative|technician|"
    r"engineer))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|'ll|shall|going to)\b(?![^,;]*[,;])", re.IGNORECASE)
_PENDING = re.compile(
    r"\b(?:will|'ll|(?:is|are) (?:still )?to|'re|'m|am|are going to|is being|are being|being|escalated|forwarded|"
    r"passed|flagged|logged|noted|"
    "recorded|added "
    "to|raised|registered|on (?:our|the|my) (?:to-do |work )?(?:list|agenda)|in the queue|opened a|leave it|bear "
    r"with|been (?:told|informed|notified|alerted|asked|contacted))\b",
    re.IGNORECASE,
)


_UNDATED_DEED = re.compile(
    r"\b(?:(?:we|I|they|he|she|it|someone|the \w+|an? \w+|our \w+|your \w+)(?:'ll| will| should| shall|'re going to| "
    "are going to| is going to|"
    r"'m going to|'s going to) (?:\w+ly |then |also |be )?(?:process|refund|repair|replace|fix|deliver|investigate|"
    "review|discuss|plan|arrange|"
    "organi[sz]e|contact|come (?:out|round|by)|go out|try|find (?:a|you|out)|sort|resolve|issue|credit|reimburse|"
    "handle|solve|send|ship|"
    "dispatch|discussed|processed|repaired|replaced|fixed|delivered|reviewed|resolved|sent|shipped|issued|credited|"
    "refunded)|(?:is|are) being "
    "(?:planned|discussed|arranged|prepared|organi[sz]ed|considered|processed|reviewed|repaired|packed|worked on|"
    r"looked|investigated|checked))\b",
    re.IGNORECASE,
)


_TO_BE_DONE = re.compile(
    r"\b(?:the|your|our|it|this|that|these|they|all|both|an?|everything)\b[\w' -]{0,40}? (?:will(?: now| then| also|"
    r" soon)? be|'ll be|(?:is|are) (?:yet |still )?to be|(?:is|are) going to be|"
    r"still (?:has|have|needs?) to be) (?!(?:charged|billed|needed|asked|pleased|delighted|thrilled|excited|"
    r"interested|used|closed|opened?|allowed|surprised|called|named|"
    r"required|kept|stored|shown|displayed|reduced|based|limited|covered|included|done for|disappointed|relieved|"
    r"free|glad|missed|honou?red)\b)(?:\w+ly )?(?:\w{2,}ed|taken|sent|put|made|given|dealt|seen|"
    r"brought|paid|built|rebuilt|cut|shut|found|told|written|drawn|reset|redone|worn|swept|lent|"
    r"set)\b(?![^.;]*\bby (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""A passive with a future and neither an agent nor a day."""


_SHOULD_HAVE = re.compile(r"\b(?:should|ought to|could)(?:n't)?(?: \w+)? have been\b", re.IGNORECASE)


def _is_pending(body: str) -> bool:
    """Open words about what is still to come, not about what is done: "was sent on Monday" is finished."""
    found = None if is_negated(body) or _SHOULD_HAVE.search(body) else LEFT_OPEN.search(body)
    return bool(found) and bool(_PENDING.search(body))


def _with_a_day(body: str) -> str:
    """The open sentence with a blank for the day where it had a vague word, or behind it."""
    vague = LOOSE.search(body) or place_of_vagueness(body)
    if _NO_MORE.match(body) or _ON_NEWS.match(body):
        return "I'll write to you by [day and time], whatever we know by then."
    body = _NOBODY_THERE.sub("[Name]", body, count=1)
    if vague and (again := LOOSE.search(body) or place_of_vagueness(body)):
        return f"{body[: again.start()].rstrip(' ,')} by [day and time]{body[again.end() :]}"
    stop = body[-1] if body[-1] in ".!" else ""
    words = body.rstrip(" .!")
    if _FUTURE.search(words):
        return f"{words} by [day and time]{stop or '.'}"
    return f"{words}, and I'll write to you by [day and time]{stop or '.'}"


RULE = Rule("S10", "next-step", MEANING, BREAKS, KEEPS, find)
