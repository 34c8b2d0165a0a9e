"""S10: what is left open has an owner and a time, in the customer's own zone."""

import re
from collections.abc import Iterator, Mapping

from bot.standard.commitment import OUR_PROMISE
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.phrases import any_of
from bot.standard.polarity import is_negated
from bot.standard.segmentation import Draft, Sentence
from bot.standard.temporal_expressions import CLOCK, is_vague_about_time, names_a_time

MEANING = "End with who does what by when, in the customer's time zone, as long as something is open."

_LEFT_OPEN = any_of(
    r"(?:get|come|be|getting|coming|write|report|revert) back to you",
    "(?:look|looking|looked|dig|digging|go|going) (?:further |deeper |more closely )?into (?:it|this|that|the|your|"
    "what|why)",
    r"(?:be|get|stay|keep|remain) in (?:touch|contact)",
    r"(?:keep|hold) you (?:posted|updated|informed|in the loop)",
    "(?:let you know|inform you|update you|notify you|reach out(?: to you)?|contact you|follow up|see what (?:I|we) "
    "can do|"
    "have an answer|have news|have an update|respond to you|reply to you|answer you|give you an update|call you|"
    "ring you|"
    "phone you|write to you|email you|message you|send you (?:an? |the |more )?(?:update|news|answer|information|"
    "details|"
    r"reply|link))",
    r"you(?:'ll| will) (?:hear|be (?:contacted|informed|notified|called|updated)|get (?:an? )?(?:answer|reply|"
    r"update|news|response|call|message))",
    "(?:is|are|will be|'ll be|being|be|gets?|has been|have been|was|were) (?:now |being |currently |duly |already |"
    "then )*"
    "(?:investigated|looked into|looked at|reviewed|examined|escalated|handled|processed|dealt with|sorted(?: out)?|"
    "taken care of|"
    "checked|considered|resolved|fixed|addressed|redone|rectified|corrected|actioned|followed up|arranged|worked on|"
    "flagged|"
    "logged|noted|registered|recorded|forwarded|passed (?:on|along)|added to (?:the|your) (?:file|case|record|notes|"
    "account)|"
    r"assigned|scheduled|queued|repaired|replaced|refunded|shipped|dispatched|sent(?: out)?|delivered|put right|issued|"
    r"reimbursed|credited|updated|collected|reopened|redelivered)",
    r"(?:(?:I|we)(?:'m| am|'re| are|'ll| will)? |someone |somebody |a colleague |the team |they )(?:\w+ "
    r"){0,3}?(?:investigat\w+|"
    r"check\w*|escalat\w+|working on (?:it|this|that|a)|on (?:it|the case)|try(?:ing)? (?:to|our|my)|do(?:ing)? "
    "(?:our|my|"
    r"everything|what|all)|see(?:ing)? to it|sort (?:it|this|that)|find(?:ing)? out|ask(?:ing)? (?:around|about|the))",
    r"(?:I|we)(?:'ve| have) (?:\w+ )?(?:escalated|forwarded|passed (?:it|this|that|your \w+) (?:on|along|to)|"
    "(?:flagged|raised|noted|logged|reported|recorded) (?:it|this|that|your|the (?:matter|issue|problem|fault))|"
    "opened a (?:ticket|case)|made a note|asked (?:for|about))",
    r"(?:is|are|'s) (?:now |currently |already |still )?(?:with|on the desk of|in the hands of) (?:our|the) (?:[\w-]+ "
    "){0,2}(?:engineers?|manufacturer|maker|supplier|team|department|"
    r"colleagues?|workshop|lab|specialists?|developers?|management|warehouse|office|people)",
    r"on the case",
    r"expect (?:a|an|our|to)",
    r"(?:has|have) been (?:told|informed|notified|alerted|asked|made aware|contacted)(?! (?:to|that|by you))",
    r"(?:I'll|we'll|I will|we will) (?:see to|take care of|deal with|handle|sort|arrange) (?:it|this|that|everything)",
    r"bear with (?:us|me)",
    r"(?:put|placed|added) (?:it|this|that|your \w+|the \w+) (?:on|to|in) (?:our|the|my|a) (?:to-do |work |waiting "
    ")?(?:list|queue|agenda|pile|backlog)",
    r"leave it with (?:us|me)",
    r"watch this space",
    r"stay tuned",
    r"hang (?:on|in there)",
    r"(?:wait|hold on) (?:a (?:bit|little|while|moment)|until (?:you|we|someone))",
)
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
_OUR_ZONE = re.compile(
    r"\b(?:our|my|office|head office|local|uk|german|dutch|french|swiss|indian|us) time\b|\((?:our|my) time\)|"
    r"\b(?:our end|where I "
    r"am|over here)\b",
    re.IGNORECASE,
)
_YOUR_ZONE = re.compile(
    r"\b(?:your|local) (?:local )?time\b|\bwhere you are\b|\b(?:your) (?:end|side|clock)\b", re.IGNORECASE
)
_SHORT_ZONES = re.compile(
    r"\b(?:CES?T|GMT|BST|UTC|E[SD]?T|C[SD]T|M[SD]?T|P[SD]?T|IST|JST|AE[SD]T|SGT|EET|WET|CAT|SAST)\b"
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
    Example("I've passed it on to the workshop."),
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
        if _is_in_our_zone(sentence, context.known):
            why = "The customer lives in another time zone, and this hour is ours."
            yield on_sentence("S10", sentence, why, _in_their_zone(sentence.body))
            break
    has_date = any(_is_dated_step(sentence) for sentence in draft.said)
    for sentence in draft.said:
        if _is_open(sentence, has_date=has_date):
            why = "Something stays open here, and nobody can tell who does what by when."
            yield on_sentence("S10", sentence, why, f"{_plainly(sentence)} I'll write to you by [day and time].")
            return


def _in_their_zone(body: str) -> str:
    """The hour becomes a blank: converting it is left to the person who knows the day that is meant."""
    bare = re.sub(r"\s{2,}", " ", _OUR_ZONE.sub("", body))
    hour = next((each for each in CLOCK.finditer(bare) if each["half"] or each["minute"]), None) or CLOCK.search(bare)
    return f"{bare[: hour.start()]}[their hour] your time{bare[hour.end() :]}" if hour else body


def _is_dated_step(sentence: Sentence) -> bool:
    """A step of ours that has a time, or comes when something else is done."""
    body = sentence.body
    if is_vague_about_time(body):
        return False
    return bool(OUR_PROMISE.search(body) or _VAGUE_DEED.search(body) or _COMES.search(body)) and names_a_time(body)


def _is_open(sentence: Sentence, *, has_date: bool) -> bool:
    body = sentence.body
    if sentence.is_question or re.match(r"^(?:and |but )?(?:if|should|in case|whenever)\b", body, re.IGNORECASE):
        return False
    is_vague = is_vague_about_time(body)
    if names_a_time(body) and not (is_vague and not _is_firm(body)):
        return False
    if is_vague and (_LEFT_OPEN.search(body) or _VAGUE_DEED.search(body)):
        return not (has_date and not _NOBODY.search(body)) and not re.search(
            r"\b(?:get well|see you|hope)\b", body, re.I
        )
    if has_date or _ON_EVENT.search(body):
        return False
    if _UNDATED_DEED.search(body):
        return True
    return bool(_NOBODY.search(body) and _LEFT_OPEN.search(body)) or _is_pending(body)


def _is_firm(body: str) -> bool:
    """A time beside a vague word counts when it is a day or an hour, and not "now" or "today's"."""
    return bool(re.search(r"\b(?:by|at|on|before|until|within|tomorrow|tonight)\b(?! some)", body, re.IGNORECASE))


_PENDING = re.compile(
    r"\b(?:will|'ll|'re|'m|am|are going to|is being|are being|being|escalated|forwarded|passed|flagged|logged|noted|"
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


def _is_pending(body: str) -> bool:
    """Open words about what is still to come, not about what is done: "was sent on Monday" is finished."""
    found = None if is_negated(body) else _LEFT_OPEN.search(body)
    return bool(found) and bool(_PENDING.search(body))


def _is_in_our_zone(sentence: Sentence, known: Mapping[str, str]) -> bool:
    theirs, ours = _zone(known, "customer_tz", "customer_zone"), _zone(known, "agent_tz", "agent_zone", "our_tz")
    body = sentence.body
    if not theirs or theirs == ours or not CLOCK.search(body) or _YOUR_ZONE.search(body) or _names_place(body, theirs):
        return False
    if _OUR_ZONE.search(body) or (ours and _names_place(body, ours)) or _SHORT_ZONES.search(body):
        return True
    return _is_our_hour(body, known, theirs, ours)


def _zone(known: Mapping[str, str], *names: str) -> str:
    return next((str(known[name]) for name in names if name in known), "")


def _names_place(body: str, zone: str) -> bool:
    place = zone.rsplit("/", 1)[-1].replace("_", " ")
    return bool(place) and place.lower() in body.lower()


def _is_our_hour(body: str, known: Mapping[str, str], theirs: str, ours: str) -> bool:
    """A bare hour that what is known gives for our place, beside another one for theirs."""
    said = {_hour(match) for match in CLOCK.finditer(body) if match["half"] or match["minute"]}
    said |= {
        _hour(match) for match in re.finditer(CLOCK.pattern, body, re.I) if re.search(r"\bat\s$", body[: match.start()])
    }
    for value in map(str, known.values()):
        for piece in re.split(r"[=,;(/]| is ", value):
            hours = {_hour(match) for match in CLOCK.finditer(piece)}
            if ours and _names_place(piece, ours) and any(hour % 12 in {h % 12 for h in said} for hour in hours):
                return not any(
                    _names_place(other, theirs)
                    and {_hour(m) % 12 for m in CLOCK.finditer(other)} & {h % 12 for h in said}
                    for other in re.split(r"[=,;(/]| is ", value)
                    if other != piece
                )
    return False


def _hour(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    return hour + 12 if (match["half"] or "").lower().startswith("p") and hour < 12 else hour


def _plainly(sentence: Sentence) -> str:
    """The open sentence without its vague time."""
    words = re.sub(
        r",? (?:and (?:we|I)?'?(?:ll| will)? ?)?(?:will )?(?:get|come|be) (?:back to you|in touch)\b.*",
        "",
        sentence.body,
    )
    words = re.sub(r",? (?:as )?(?:soon(?: as [^.,]*)?|shortly|asap|in due course|at some point)\b", "", words).rstrip(
        " .!"
    )
    words = re.sub(r",? and (?:then )?(?:someone|somebody|we|I|they|a colleague)$", "", words)
    return f"{words}." if len(words.split()) > 2 else "I'm taking care of this."


RULE = Rule("S10", "next-step", MEANING, BREAKS, KEEPS, find)
