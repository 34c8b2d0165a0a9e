"""Recognises what kind of thing happened to a customer, so that a draft speaks to it even where their words can't be
said back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.conversation import Turn
from bot.reading.feelings import OWN_FAULT
from bot.reading.noun_phrases import noun_phrases, tokens_of
from bot.reading.read import Reading
from bot.reading.wishes import is_override
from bot.reading.words import sentences
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.person import second_person

_I = re.IGNORECASE
Kind = Literal[
    "bereaved", "ill", "was_ill", "hard_time", "fear", "mishap", "missed", "cancelled", "unanswered", "rude",
    "told_two", "charged", "threatened", "repeated", "wrong", "missing", "not_done", "down", "broken",
    "came_late", "late",
]  # fmt: skip
OF_THEIRS: frozenset[Kind] = frozenset({"bereaved", "ill", "was_ill", "hard_time", "fear", "mishap"})
"""What no company did."""


@dataclass(frozen=True, slots=True)
class Situation:
    """`thing` is what it is about, as we would say it ("your crown"), or empty when that is not sure."""

    kind: Kind
    thing: str = ""

    @property
    def is_ours(self) -> bool:
        return self.kind not in OF_THEIRS


_FAMILY = (
    r"(?:mother|father|mum|mom|dad|husband|wife|partner|son|daughter|brother|sister|baby|nan|gran\w*|uncle|aunt|"
    r"friend|dog|cat)"
)
_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        "bereaved",
        rf"\b(?:passed away|(?:has|have|had|just|who) died|{_FAMILY} (?:has )?died|funeral|bereave\w*|my late "
        rf"{_FAMILY}|(?:i|we)(?:'ve)? (?:just )?lost (?:my|our) {_FAMILY}|"
        r"(?:since|after|when|now that) (?:(?-i:[A-Z]\w+)|s?he) (?:has )?(?:died|passed(?: away)?))\b",
    ),
    (
        "was_ill",
        r"\b(?:i|we|she|he) (?:was|were|have been|had been|spent \w+ \w+) in (?:the )?hospital\b|"
        r"\b(?:i'?ve|i) (?:had|have had) (?:an operation|surgery|a stroke|a heart attack|a bad fall)\b|"
        r"\b(?:back|home|out) (?:from|of) (?:the )?hospital\b|\bi was (?:ill|sick|unwell|poorly)\b",
    ),
    (
        "ill",
        r"\b(?:off (?:work|sick)|down|in bed|laid up|ill|sick) with\b|\b(?:i'?m|i am|we'?re|we are|my \w+ is|i've "
        r"been|feeling) (?:still |very |really )?(?:ill|sick|unwell|poorly|not well)\b|"
        r"\b(?:slipped (?:a|my) dis[ck]|(?:broke|broken|fractured|sprained|twisted|tore|torn|pulled) (?:my|a) (?:\w+ )?"
        r"(?:leg|arm|ankle|wrist|foot|toe|hip|rib|back|knee|hand|finger|shoulder|muscle|ligament|tendon|collarbone)|"
        r"flat on my back|in plaster|on crutches|signed off (?:sick|work))\b|\b(?:i|we)(?:'ve| have)? "
        r"(?:got |caught )?(?:the |a )?(?:flu|covid|stomach bug)\b|\bi'?m in (?:the )?hospital\b|\bcan't come\b.*\b"
        r"(?:flu|fever|ill|sick)\b",
    ),
    (
        "hard_time",
        r"\b(?:lost (?:my|his|her) job|(?:been )?made redundant|divorce\w*|can(?:'t|not) afford|struggling (?:to|"
        r"with)|hard times?|going through a lot|evict\w+|homeless)\b",
    ),
    (
        "missed",
        r"\b(?:nobody|no one|no-one)\b(?:,? no call)?(?: (?:ever|even|has|had))? ?(?:came|come|showed|shown|turned up|"
        r"appeared|was there)\b|\b(?:didn't|did not|never|hasn't) (?:even )?(?:show(?:ed|n)?(?: up)?|turn(?:ed)? up)\b|"
        r"\bno[- ]show\b|\b(?:waited|waiting|sat|stayed) (?:in|at home|all day|here all)\b|"
        r"\bwaiting for your (?:technician|driver|engineer|man|men|plumber|courier|fitter|electrician|mechanic)\b|"
        r"\bmissed (?:the|our|my|their|your)? ?(?:own )?(?:slot|appointment|visit|window)\b",
    ),
    (
        "cancelled",
        r"\byou(?:'ve| have|r \w+)?(?: \w+)? cancell?ed\b|\b(?:was|were|been|got|is|are) cancell?ed\b(?! by me)|"
        r"\bcancell?ed on (?:me|us)\b|\b(?:two|three|four|several|both|second|third|another) (?:[\w-]+ ){0,3}cancell?ed"
        r"\b|\b(?:was|were|been|got) (?:put|moved|switched|changed|shifted|sent)\b[^.?!]{0,40}\bwithout (?:any |a )?"
        r"(?:notice|warning|word|asking|telling)\b|\b(?:second|third|fourth|another) (?:new )?(?:date|appointment|"
        r"slot)\b[^.?!]{0,30}"
        r"\b(?:given|gave|for the same)\b|\bmoved (?:my|our) (?:appointment|date|booking|delivery) (?:again|twice)\b",
    ),
    (
        "unanswered",
        r"\b(?:nobody|no one|no-one|none of you)\b[^.?!]{0,20}\b(?:called|calls|rang|rings?|replied|replies|"
        r"answer(?:s|ed)?|"
        r"wrote|writes|told|got back|decency to|come back to|responds?|responded)\b|\bno (?:answer|reply|response|call|"
        r"news|word)\b|\b(?:nobody|no one|no-one|none of you)\b[^.?!]{0,30}\bto (?:reply|answer|respond|write|"
        r"call|ring|get back)\b|\b(?:second|third|fourth|fifth|2nd|3rd|4th) (?:message|e-?mail|mail|letter|call|"
        r"attempt|try|time (?:i|we) (?:ask|write|call))\b|"
        r"\b(?:haven't|have not|hasn't|not|never) (?:yet )?(?:heard|had (?:a|any) (?:reply|answer)|been (?:rung|"
        r"called|answered))\b|\bstill (?:waiting (?:for|on) (?:an? )?(?:answer|reply|call)|no (?:answer|reply|word|"
        r"news))\b|\b(?:ignor(?:ed|ing) (?:me|my|us)|being ignored)\b|\bfind out everything by asking\b|\bkeep(?: on)? "
        r"asking\b|\b(?:you|they) never (?:called|rang|wrote|replied|answered)\b|\bunanswered\b",
    ),
    (
        "rude",
        r"\bthe way\b(?:Mr\.|Mrs\.|Ms\.|Dr\.|[^.?!]){0,50}\b(?:spoke|talked|treated|behaved|dealt with|looked "
        r"at)\b|\b(?:racist|sexist|humiliat\w+|bullied|mocked|rude(?:ly)?|hung up|shouted at|yelled at|"
        r"laughed at|insult(?:ed|ing)?|patronis\w+|condescend\w+|"
        r"disrespect\w*|talked down|snapped at|rolled (?:his|her|their) eyes)\b|\b(?:addressed|spoken to|treated) "
        r"(?:me )?"
        r"(?:in this|in that|like|so|this|that)\b",
    ),
    (
        "told_two",
        r"\b(?:told|quoted|said|promised)\b[^?]{0,60}[£€$]?\d[\d.,]*[^?]{0,80}\b(?:says|estimate|instead|now|but|bill|"
        r"invoice|letter)\b[^?]{0,40}\d|\bone (?:of you|person|colleague) (?:says|said|told)\b.*\b(?:another|other)\b|"
        r"\b(?:two|three) different (?:answers|prices|stories|things|dates|figures)\b",
    ),
    (
        "charged",
        r"\b(?:overcharg\w+|double[- ]?charg\w+|charged (?:me|us|my \w+)?\s?(?:twice|again|double|for)|(?:took|"
        r"taken|debited|"
        r"deducted|withdrew)\b[^.?!]{0,20}(?:[£€$]\s?\d|\d+ ?(?:euros?|pounds|dollars)|twice|again)|wants? "
        r"[£€$]\s?\d[\d.,]* "
        r"from me|(?:bill|invoice)\b[^.?!]{0,25}\bwrong|wrong (?:bill|invoice|amount)|still (?:being )?(?:charged|"
        r"billed|"
        r"paying)|(?:not|never) (?:paying|agreed to pay)|hidden (?:fee|charge|cost)s?|i paid "
        r"[£€$]?\d[\d.,]*[^.?!]{0,30}\bfor "
        r"delivery|[£€$]\s?\d[\d.,]* for (?:\w+ ){1,5}(?:nobody|nothing))\b",
    ),
    (
        "threatened",
        r"\b(?:will be (?:stopped|cut off|disconnected|switched off|terminated|closed|sent to collections?)|final "
        r"notice|"
        r"debt collect\w+|bailiff\w*|going to cut (?:me|us) off)\b",
    ),
    (
        "repeated",
        r"\b(?:second|third|fourth|fifth|2nd|3rd|4th) (?:time|chip|fault|failure|leak|repair|breakdown|crack|outage)\b|"
        r"\bsame (?:problem|fault|error|issue|thing|filling|part|noise|leak|mistake)\b[^.?!]{0,30}\b(?:again|back|"
        r"twice)\b|"
        r"\b(?:broken|broke|leaking|leaks|dead|down|gone|cracked|chipped|red light|fails?|failed|stopped) again\b|"
        r"\bnow again\b|\bagain and again\b|\bkeeps? (?:breaking|failing|leaking|dropping|stopping|going|crashing)\b",
    ),
    (
        "wrong",
        r"\b(?:sent|got|received|delivered|brought|shipped|gave)\b[^.?!]{0,25}\bwrong\b|\bwrong (?:size|colou?r|item|"
        r"model|order|product|dish|room|flavour|one)\b|\bnot what (?:i|we) (?:ordered|booked|asked)\b|"
        r"\b(?:ordered|booked)\b"
        r"[^.?!]{0,40}\b(?:but|and) (?:got|received|came)\b",
    ),
    (
        "missing",
        r"\b(?:is|are|was|were) missing\b|\b(?:came|arrived|delivered) without\b|\bonly (?:half|part) of\b|"
        r"\bincomplete\b",
    ),
    (
        "not_done",
        r"\b(?:was|were|has|have) (?:still )?(?:never|not) (?:been )?(?:repaired|collected|picked up|cleaned|"
        r"fitted|serviced|"
        r"delivered|done|fixed|corrected|sent|changed)\b|\b(?:wasn't|weren't|hasn't been|haven't been) "
        r"(?:repaired|collected|"
        r"cleaned|fitted|done|fixed|corrected|sent|changed)\b|\bnothing (?:has )?(?:happened|been done|was done|"
        r"changed)\b",
    ),
    (
        "down",
        r"\b(?:no|without|lost) (?:the )?(?:heat(?:ing)?|hot water|internet|power|signal|water|electricity|wi-?fi|"
        r"broadband|"
        r"phone line|light)\b|\b(?:red|amber|orange) light\b|\boutage\b|\boffline\b|\b(?:internet|wi-?fi|heating|"
        r"boiler|power|"
        r"line|site|app|system) (?:is |has been |has gone |went )?(?:down|off|dead|out|gone)\b|\bcut off\b|"
        r"\bdoesn't reach\b|\b(?:can't|cannot|cant|can not|couldn't|unable to) (?:\w+ )?(?:get in(?:to)?|"
        r"log ?in(?:to)?|log on|sign in(?:to)?|access|join|enter)\b|"
        r"\b(?:link|code|token|password)\b[^.?!]{0,15}\bexpired\b",
    ),
    (
        "broken",
        r"\b(?:broken|broke|cracked|torn|tear in|a tear|bent|dented|scratch(?:ed|es)|chipped|smashed|leak(?:s|ing|ed)?|"
        r"(?:doesn't|does not|don't|won't|isn't|not|stopped|can't) (?:\w+ )?work(?:ing)?|faulty|defective|"
        r"flickers?|damaged|"
        r"snapped|came off|fell off|bolt went|rattl\w+|stain(?:ed)?|mould\w*|ripped|filthy|dirty|"
        r"(?:bugs|mice|cockroaches|insects|hair) in|has a (?:hole|tear|crack))\b",
    ),
    (
        "came_late",
        r"\b(?:arrived|came|turned up|started|began|showed up|got here)\b[^.?!]{0,20}\binstead of\b|"
        r"\bagreed\b[^.?!]{0,20}\b(?:arrived|came|turned up|started|began)\b[^.?!]{0,10}\d",
    ),
    (
        "late",
        r"\b(?:(?:hasn't|haven't|has not|have not|not|isn't|never|didn't) (?:\w+ ){0,2}(?:arrived?|come|came|here|"
        r"turned up|"
        r"been delivered|delivered|moved)|still (?:no\b(?! rush)|not|waiting|isn't|hasn't)|(?:\w+ )?(?:days|weeks|"
        r"hours) late|(?:is|came|arrived|was|were) (?:\w+ )?late|"
        r"was late|overdue|delay(?:ed)?|(?:two|three|four|five|six|\d+) (?:weeks|months) (?:now|and)|and now nothing|"
        r"should have (?:been|come|arrived))\b",
    ),
    (
        "fear",
        r"\b(?:scared|afraid|terrified|frightened|nervous|anxious|panick\w*|not sleeping|can't sleep|can not "
        r"sleep|dread\w*|"
        r"phobia|worried sick|so worried|worries me|i'm worried|am worried)\b",
    ),
    ("mishap", r"\b(?:i|we)(?:'ve| have)? (?:lost|forgot|dropped|broke|spilled|missed|deleted|left) (?:my|our|the|a)\b|"
               r"^lost (?:my |the )?\w+"),
)  # fmt: skip
_SIGNS = tuple((kind, re.compile(words, _I)) for kind, words in _WORDS)
_TWO_FIGURES = re.compile(
    r"\b(?:told|quoted|offered|promised)\b[^?]{0,50}[£€$]\s?\d[\d.,]*[^?]{0,60}\b(?:says?|estimate|bill|invoice|"
    r"letter|charged|now)\b"
    r"[^?]{0,40}[£€$]\s?\d",
    _I,
)
_HYPOTHETICAL = re.compile(
    r"^(?:and |but |so )?(?:if|when|in case|unless|should)\b|\b(?:what if|in case|"
    r"if (?:it|my|the) \w+ (?:is|gets|breaks))\b",
    _I,
)
_NONE_OF_OURS = re.compile(r"\b(?:my own|by mistake|my fault|own fault|my mistake)\b", _I)


def tells_of_ours(clause: str) -> bool:
    """Whether the words tell of something that went wrong on our side."""
    return any(sign.search(clause) for kind, sign in _SIGNS if kind not in OF_THEIRS)


def situations_in(reading: Reading, turns: Sequence[Turn] = ()) -> tuple[Situation, ...]:
    """What happened, ours and theirs, each kind once; nothing is taken from a question or a hypothetical."""
    found: dict[Kind, Situation] = {}
    for sentence in _told(reading.text):
        is_own = bool(OWN_FAULT.search(sentence) or _NONE_OF_OURS.search(sentence))
        for kind, sign in _SIGNS:
            match = sign.search(sentence)
            if not match or kind in found or (is_own and kind not in OF_THEIRS):
                continue
            if kind == "mishap" and not is_own and not sentence.lower().startswith("lost"):
                continue
            found[kind] = Situation(kind, _thing(sentence, match))
    if not any(one.is_ours for one in found.values()) and _is_follow_up(reading, turns):
        found["unanswered"] = Situation("unanswered")
    if "told_two" not in found and _TWO_FIGURES.search(reading.text.replace("\n", " ")):
        found["told_two"] = Situation("told_two")
    order = [kind for kind, _ in _SIGNS]
    return tuple(sorted(found.values(), key=lambda one: order.index(one.kind)))


def _told(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        is_question = sentence.endswith("?") and not re.search(
            r"\byou(?:'ve| have)? (?:took|cancelled|charged)\b|\?!", sentence, _I
        )
        if not is_question and not is_override(sentence) and not _HYPOTHETICAL.search(sentence):
            yield sentence


def _is_follow_up(reading: Reading, turns: Sequence[Turn]) -> bool:
    """A few cold words after our own: "Well?", "It's half two."."""
    answered = any(turn.by == "agent" for turn in turns)
    return (
        answered
        and len(reading.text.split()) <= 5
        and not reading.is_thanks
        and reading.temperature in ("silent_angry", "angry", "upset", "calm")
        and bool(
            re.match(
                r"^(?:(?:well|so|hello|anyone(?: there)?|any news|still nothing)\W*$|"
                r"it'?s (?:half|quarter|past|gone|\d|noon|now))",
                reading.text,
                _I,
            )
        )
    )


_SURE_OWNERS = frozenset("my our".split())


def _thing(sentence: str, match: re.Match[str]) -> str:
    """The customer's own thing that the words stand nearest to; only with "my" or "our", so that it is surely meant."""
    phrases = [phrase for phrase in noun_phrases(sentence, tokens_of(sentence)) if phrase.owner in _SURE_OWNERS]
    near = [phrase for phrase in phrases if abs(phrase.start - match.start()) <= 45 and len(phrase.head) > 2]
    near = [phrase for phrase in near if not re.search(rf"\w's {re.escape(phrase.text)}\b", sentence)]
    near = [phrase for phrase in near if phrase.head not in _NO_THING and not re.search(_FAMILY, phrase.head)]
    if len({phrase.text.lower() for phrase in near}) != 1:
        return ""
    said = second_person(f"my {near[0].text}")
    return said if is_fluent(said) else ""


_NO_THING = frozenset(
    "job day days life time money house home man men husband wife kids children people fault mind neighbour "
    "morning evening "
    "way part side head body back boss work name message email letter question opinion".split()
)
