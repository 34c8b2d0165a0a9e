"""How a draft begins: praise is thanked for, trouble is met by its kind, in their words where those read well."""

import re
from collections.abc import Sequence

from bot.reading.course import REPEAT
from bot.reading.failures import ACCUSED, DAMAGE, TREATED, UNKEPT, grievance
from bot.reading.feelings import JOY, PRAISE
from bot.reading.words import sentences
from bot.replies.writing.acknowledging import BESIDE, FIRM, LIGHT
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.person import second_person, tidied
from bot.replies.writing.plan import Plan
from bot.replies.writing.sentences import Voice
from bot.replies.writing.situations import Situation
from bot.replies.writing.touches import in_words

_I = re.IGNORECASE
_CROSS = frozenset({"upset", "angry", "silent_angry"})


def opening(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """Everything before the answers; with danger nothing stands before the safety words."""
    if plan.safety:
        return ""
    said = [one for one in _acknowledged(brief, plan, voice) if one]
    if brief.style == "shorter":
        said = said[:1]
    elif brief.style == "warmer":
        said.append(voice.say("warm_sorry" if plan.ours or brief.reading.temperature in _CROSS else "warm_open"))
    if brief.style != "shorter":
        said.append(_known_past(plan, voice))
        if plan.happened.stake and plan.open_asks:
            said.append(voice.say("stake", stake=plan.happened.stake))
    if brief.reading.files:
        said.append(voice.say("files", files=_files(brief.reading.files)))
    return " ".join(filter(None, said))


def _acknowledged(brief: DraftBrief, plan: Plan, voice: Voice) -> list[str]:
    """Theirs first (a loss, an illness), then a word of ours that didn't hold, then what went wrong, then praise."""
    said = [_theirs(plan.theirs, voice)] if plan.theirs else []
    return [*said, *_of_ours(brief, plan, voice, is_met=bool(said))]


def _of_ours(brief: DraftBrief, plan: Plan, voice: Voice, *, is_met: bool) -> list[str]:
    reading, ours = brief.reading, plan.ours
    is_cross = reading.temperature in _CROSS
    if brief.style == "cooler" and (is_cross or reading.complaint or ours):
        return [voice.say("cool")]
    if plan.we_slipped:
        return [voice.say("slipped" if _was_promised(brief) else "follow_up")]
    is_praise = reading.praise and not (ours and reading.complaint)
    if not is_cross and (is_praise or (reading.temperature == "happy" and not ours)):
        return _praised(brief, voice)
    is_of_them = bool(re.match(r"(?:nobody|no one|no-one|none of)\b", plan.happened.trouble, _I))
    if ours and (is_of_them or ours.kind in ("rude", "came_late")):
        return [_met(ours, voice, is_firm=is_cross or reading.repeat_contact)]
    if plan.happened.trouble and (ours or reading.complaint or reading.repeat_contact):
        return _in_their_words(brief, plan, voice)
    if ours:
        return [_met(ours, voice, is_firm=is_cross or reading.repeat_contact)]
    return [] if is_met and not reading.repeat_contact else [_unsorted(brief, plan, voice)]


def _unsorted(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """For what no kind of situation was found."""
    text = brief.reading.text
    has_failed = bool(grievance(text)) or any(sign.search(text) for sign in (ACCUSED, DAMAGE, UNKEPT, TREATED))
    if brief.reading.repeat_contact and (has_failed or REPEAT.search(text) or len(brief.turns) > 1):
        return voice.say("again")
    if brief.reading.complaint and brief.reading.temperature in _CROSS and has_failed:
        return voice.say("serious")
    return voice.say("heard", what=plan.happened.trouble) if plan.happened.trouble else ""


def _was_promised(brief: DraftBrief) -> bool:
    """A time or a deed, rather than only that somebody is looking."""
    spoken = " ".join(turn.text for turn in brief.turns if turn.by == "agent")
    return bool(re.search(r"\b(?:i|we)(?:'ll| will)\b|\bby (?:\d|noon|\w+day|tomorrow)|\bpromise", spoken, _I))


def _theirs(one: Situation, voice: Voice) -> str:
    return voice.one_of(LIGHT[one.kind], one.kind, thing=one.thing)


def _met(one: Situation, voice: Voice, *, is_firm: bool) -> str:
    options = FIRM.get(one.kind, LIGHT[one.kind]) if is_firm else LIGHT[one.kind]
    return voice.one_of(options, one.kind, thing=one.thing)


def _in_their_words(brief: DraftBrief, plan: Plan, voice: Voice) -> list[str]:
    """What they told, and a second sentence that owns it where it is ours and they are hurt."""
    move = "overdue" if plan.happened.is_overdue else "sorry"
    told = voice.say(f"{move}_short" if brief.style == "shorter" else move, what=plan.happened.trouble)
    ours = plan.ours
    is_firm = brief.reading.temperature in _CROSS or brief.reading.repeat_contact
    if not ours or not is_firm or brief.style == "shorter" or ours.kind not in BESIDE:
        return [told]
    return [told, voice.one_of(BESIDE[ours.kind], f"beside {ours.kind}")]


def _known_past(plan: Plan, voice: Voice) -> str:
    if not plan.touches.past or not plan.ours:
        return ""
    return voice.say("past", days=in_words(plan.touches.past))


def _praised(brief: DraftBrief, voice: Voice) -> list[str]:
    """Thanks, what they liked in their words, and the promise to pass it on to whom it belongs to."""
    reading = brief.reading
    glad = _liked(reading.text)
    people = [value for key, value in reading.facts.items() if key.startswith("person") and value in reading.text]
    praised = [name for name in people if _is_praised(name, reading.text)]
    mine = brief.agent_name and re.search(rf"\b{re.escape(brief.agent_name)}\b", reading.text)
    others = [name for name in praised if name != brief.agent_name]
    if mine and not others:
        first = voice.say("praise_mine")
    elif reading.praise or praised or PRAISE.search(reading.text):
        first = voice.say("praise")
    else:
        return []
    return [
        first,
        voice.say("glad", what=glad) if glad else "",
        voice.say("praise_person", person=others[0]) if others else "",
    ]


def _is_praised(name: str, text: str) -> bool:
    return any(
        re.search(rf"\b{re.escape(name)}\b", piece)
        and (JOY.search(piece) or PRAISE.search(piece) or re.search(r"\bangel|star\b", piece))
        for piece in sentences(text)
    )


_WORKS = re.compile(r"\b(?:fits?|works?|is|are|was|were|looks?|runs?|tastes?|arrived|came|went)\b", _I)


def _liked(text: str) -> str:
    """What they are happy with, if it can follow "I'm glad that"."""
    for piece in sentences(text):
        if piece.endswith("?"):
            continue
        for clause in re.split(r",\s+|\s+and\s+(?=[A-Za-z]+ )|;\s+", piece):
            clause = tidied(clause)
            is_happy = (
                JOY.search(clause) or PRAISE.search(clause) or re.search(r"\bworks?\b.*\bnow\b|\bmagic\b", clause)
            )
            words = clause.split()
            if (
                is_happy
                and 3 <= len(words) <= 10
                and re.match(r"^(?:the|my|our)\b", clause, _I)
                and _WORKS.search(clause)
            ):
                said = second_person(clause[0].lower() + clause[1:])
                if is_fluent(said) and not re.search(r"\b(?:not|but|never)\b|n't", said):
                    return said
    return ""


_PHOTO = re.compile(r"\.(?:jpe?g|png|gif|heic|webp|bmp|tiff?)$", _I)
_VIDEO = re.compile(r"\.(?:mp4|mov|avi|webm|mkv)$", _I)


def _files(names: Sequence[str]) -> str:
    """ "the photo", "the photos", "the file": what was sent, never what is in it."""
    kind = (
        "photo" if all(_PHOTO.search(n) for n in names) else "video" if all(_VIDEO.search(n) for n in names) else "file"
    )
    return f"the {kind}" if len(names) == 1 else f"the {kind}s"
