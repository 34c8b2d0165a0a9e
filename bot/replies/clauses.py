"""Cuts a question into its subject and what is asked of it: "my rain cover | arrive by Saturday"."""

import re
from collections.abc import Sequence

_I = re.IGNORECASE
NP_END = re.compile(
    r"^(?:arrive|come|reach|take|cost|go|start|end|work|be|been|have|need|mean|happen|last|close|open|fit|ship|get|"
    r"help|ready|included|available|possible|safe|free|there|here|in|on|at|for|covered|affected|broken|"
    r"allowed|necessary|normal|still|already|also|really|now|not|from|to|with|by|due|done|paid|sent|delivered|"
    r"included|gone|ok|okay|fine|wrong|right|normal|down|back|valid|refundable|returnable|insured|vegan|open|"
    r"closed|late|lost|big|small|enough|"
    r"accept|cover|include|contain|count|charge|support|run|stop|stay|leave|expire|apply|qualify|transfer|carry|"
    r"move|keep|look|say|show|use|suit|match|hold|replace|refund|\w+ed|happening|going|actually|ever|working|"
    r"coming|"
    r"\w+ing(?<!booking)(?<!parking)(?<!meeting)(?<!training)(?<!shipping)(?<!wedding)(?<!evening)(?<!morning)(?<!building)(?<!thing)(?<!heating)(?<!ceiling)(?<!listing)(?<!pricing)(?<!setting)(?<!spring)(?<!string)(?<!ring))$",
    _I,
)
PRONOUNS = {"i", "we", "you", "they", "he", "she", "it", "there", "u"}
_DETERMINER = re.compile(
    r"^(?:my|our|your|the|a|an|this|that|these|those|his|her|their|any|all|both|[A-Z][\w-]*'s)$", _I
)
_NOUN_TOO = re.compile(
    r"^(?:cover|charge|support|cost|start|end|work|fit|help|count|run|stop|stay|leave|transfer|move|look|show|use|suit|"
    r"match|hold|ship|need|refund|return|change|order|delivery|open|close)$",
    _I,
)
"""Words that are a verb after their subject, and a noun inside of one ("a rain cover")."""
_BASE_VERB = re.compile(
    r"^(?:arrive|reach|take|cost|go|start|end|work|need|mean|happen|last|ship|get|help|accept|cover|include|contain|"
    r"count|charge|support|stop|stay|leave|expire|apply|qualify|transfer|carry|move|keep|look|say|show|use|suit|"
    r"match|hold|replace|refund)$",
    _I,
)
"""Never found right after "is" or "has" and their subject."""
_SURE_VERB = re.compile(r"^(?:arrive|come|be|get|go|have|reach|happen|expire|fit|work|last|apply|ship|cost|take)$", _I)
_DONE = re.compile(r"^(?:done|made|\w+ed)$", _I)  # "Does the warranty cover work done by others?"
_ADVERB = re.compile(r"^(?:still|also|really|even|ever|actually|definitely|now|already|just|probably|usually)$", _I)
_BARRIER = re.compile(
    r"^(?:and|or|but|if|when|that|which|who|what|where|because|while|to|me|us|them|i|we|you|it|he|she|they|there)$", _I
)
_PREPOSITIONS = frozenset("for from to with in on at by not".split())
_STANDING_PREDICATE = re.compile(r"^(?:on|in) (?:its|the way|their|stock|time)\b", _I)
_BE = frozenset({"is", "are", "was", "were"})
_POINTING = frozenset({"this", "that", "these", "those"})
_HAVE = frozenset({"has", "have", "had"})


def split_subject(words: Sequence[str], aux: str) -> tuple[list[str], list[str]]:
    """Where the subject of a question ends and what is asked of it begins; `words` follow the auxiliary."""
    words = list(words)
    is_pointing = words[0].lower() in _POINTING and len(words) > 1 and NP_END.match(words[1])
    if words[0].lower() in PRONOUNS or is_pointing:
        return words[:1], words[1:]
    places = range(2 if _DETERMINER.match(words[0]) else 1, len(words))
    ends = [place for place in places if NP_END.match(words[place])]
    clause = next((place for place in places if words[place].lower() in PRONOUNS), 0)
    if clause:  # "the bell I sent back"
        ends = [place for place in ends if place > clause + 1 and words[place].lower() != "back"]
    plain_ends = [place for place in ends if words[place].lower() not in _PREPOSITIONS]
    if aux in _BE | _HAVE:
        plain_ends = [place for place in plain_ends if not _BASE_VERB.match(words[place])]
    if aux in _BE:
        standing = [place for place in places if _STANDING_PREDICATE.match(" ".join(words[place:]))]
        ends = standing or plain_ends
        return (words[: ends[0]], words[ends[0] :]) if ends else (words, [])
    if plain_ends:
        end = _main_verb(words, plain_ends)
        return words[:end], words[end:]
    # No verb that is known: the word before a preposition is one ("my dog | travel in the cabin").
    before = [place - 1 for place in ends if place > places.start]
    return (words[: before[0]], words[before[0] :]) if before else ([], [])


def _main_verb(words: Sequence[str], ends: Sequence[int]) -> int:
    """The first place where the predicate may begin, unless that word is the subject's own noun and its verb follows:
    in "will my rain cover arrive" the cover is a thing."""
    first = ends[0]
    follower = words[first + 1] if first + 1 < len(words) else ""
    if not _NOUN_TOO.match(words[first]) or _DETERMINER.match(follower):
        return first
    for place in range(first + 1, len(words)):
        if _BARRIER.match(words[place]):
            break
        if _SURE_VERB.match(words[place]) and not _DONE.match(" ".join(words[place + 1 : place + 2])):
            while _ADVERB.match(words[place - 1]):
                place -= 1
            return place
    return first
