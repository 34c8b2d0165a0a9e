"""Tells who a clause is about: us, the person we write to, or somebody else."""

import re
from typing import Literal

_I = re.IGNORECASE
Subject = Literal["speaker", "addressee", "other", "nobody"]

_LEAD = re.compile(
    r"^(?:(?:and|but|so|then|also|or|because|since|as|while|once|when|if|until|after|before|now|however|though|"
    r"although|instead|still|today|tomorrow|sadly|unfortunately|meanwhile|of course|yes|no|sure|ok(?:ay)?)\b[\s,]*)+",
    _I,
)
_SPEAKER = re.compile(r"^(?:i|we)(?:'(?:m|ve|ll|d|re))?\b|^(?:one|two|some|all) of us\b", _I)
_OURS = re.compile(r"^(?:our|my) ", _I)
_ADDRESSEE = re.compile(r"^you(?:'(?:ve|ll|d|re))?\b", _I)
_OTHER = re.compile(r"^(?:he|she|it|they|there|this|that|these|those|the|a|an|your|his|her|their|its)\b", _I)
_COMMAND = re.compile(
    r"^(?:please|kindly|just|simply)\b|^(?:do|don't)\b|^(?:ask|bring|browse|call|check|choose|click|come|complete|"
    r"consult|contact|dial|download|email|e-mail|enter|explain|fill|follow|forward|get|give|go|have|head|hold|keep|let|"
    r"log|look|mail|make|message|open|phone|pop|press|print|provide|read|refer|reply|resend|reset|restart|return|ring|"
    r"see|select|send|show|speak|state|submit|switch|take|talk|tell|tick|try|turn|unplug|update|upload|use|visit|wait|"
    r"write)\b",
    _I,
)


def without_lead(clause: str) -> str:
    """The clause without the conjunctions and adverbs that open it."""
    return _LEAD.sub("", clause.strip())


def subject_of(clause: str) -> Subject:
    """By the clause's first words; "our system" is us. "nobody" is a command or a fragment."""
    words = without_lead(clause)
    if _SPEAKER.match(words) or _OURS.match(words):
        return "speaker"
    if _ADDRESSEE.match(words):
        return "addressee"
    if _COMMAND.match(words):
        return "nobody"
    return "other" if _OTHER.match(words) or re.match(r"^[A-Z]", words) else "nobody"


_VERB_FIRST = re.compile(
    "^(?!(?:in|on|at|for|with|by|from|to|of|as|about|after|before|until|since|during|and|or|but|so|if|when|while|is|"
    "are|was|"
    "were|has|have|all|both|not|only|just|like|than|into|over|under|outside|inside|once|because|also|then|what|that|"
    "here|there|"
    "who|which|how|where|why|done|good|even|about|behind|between|through|without|within|off|out|up|down|half|two|"
    "three|no|yes|"
    r"either|neither|whether|regarding|concerning|including|given|besides|near)\b)[a-z]+ (?:the|your|a|an|it|them|"
    r"off|all)\b",
    _I,
)


def is_command(clause: str) -> bool:
    """By its first verb: a known one, or a word that can only be one because an object follows it."""
    words = without_lead(clause)
    return bool(_COMMAND.match(words) or _VERB_FIRST.match(words))
