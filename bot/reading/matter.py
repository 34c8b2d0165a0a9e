"""What a turn is about, in a few words, for an ask that says only "what now?" or "is that normal?"."""

import re
from collections.abc import Sequence

from bot.reading.fact_products import points_of
from bot.reading.failures import ACCUSED, DAMAGE, LATE_ONLY, MONEY_TAKEN, NOT_AS_AGREED, TREATED, TROUBLE, UNKEPT
from bot.reading.noun_families import family_of
from bot.reading.noun_phrases import NounPhrase, noun_phrases, tokens_of
from bot.reading.words import sentences

_I = re.IGNORECASE
_FAILURES = (ACCUSED, DAMAGE, NOT_AS_AGREED, MONEY_TAKEN, TREATED, UNKEPT, TROUBLE, LATE_ONLY)
_BODILY = re.compile(
    r"\b(?:rash|swollen|swelling|bleed\w*|blood|pain|fever|dizzy|faint\w*|burn\w*|choking|vomit\w*|sick|smoke|sparks?|"
    r"smell\w*|gas|leak\w*|flood\w*|dose|poison\w*|swallow\w*|breath\w*|chest|heart)\b",
    _I,
)
_THERE_IS = re.compile(
    r"\bthere(?:'s| is| are| was| were|'ve been|'s been| has been)\s+(?:still |now |also )?(?P<rest>.+)$", _I
)
_VAGUE = re.compile(
    r"^(?:so )?(?:what (?:shall|should|do|can|must|will|would|are) (?:i|we|you)(?: going to)? do(?: now)?(?: about "
    r"(?:it|this|that))?|"
    r"what(?:'s| is) next|what now|what happens (?:now|next)|what(?:'s| is) the plan|"
    r"should (?:i|we) be (?:worried|concerned|afraid|scared)|do (?:i|we) (?:need|have) to (?:worry|be worried)|"
    r"is (?:it|that|this)(?: something| even| really)? (?:bad|serious|normal|dangerous|ok|okay|safe|doable|possible|"
    r"right|correct|"
    r"allowed|true|in time|usual|legal|fair|a problem|risky|harmful|urgent)(?: (?:for (?:me|us|him|her|them|"
    r"children)|at all|now))?|"
    r"(?:please )?(?:tell|say) (?:him|her|them|me|us) something|(?:please )?(?:do|say) something|(?:please )?sort "
    r"(?:it|this|that)(?: out)?|"
    r"(?:please )?(?:fix|solve|mend|explain) (?:it|this|that)|what you(?:'re| are) going to do about (?:it|this|that)|"
    r"what (?:can|could) (?:be|you) done?(?: about (?:it|this|that))?|why|how so|when|how come|"
    r"how (?:do|can|should|could) (?:i|we) (?:fix|solve|sort|mend|change|stop) (?:it|this|that)|"
    r"what happened|(?:why|how|what) (?:it|that|this) happened|how (?:could|can|did) (?:it|that|this) happen)$",
    _I,
)
_BACK = re.compile(
    r"\b(?:power|electricity|water|gas|heating|internet|wi-?fi|line|signal|network|connection|site|website|app|"
    r"service|system|"
    r"server|page|lift|light|lights|broadband|phone)$",
    _I,
)
_COMES = re.compile(r"\b(?:order|parcel|package|delivery|shipment|letter|card|code|refund|bus|train|replacement)$", _I)
MOST_WORDS = 14


def is_vague(words: str) -> bool:
    """The ask says nothing of what it is about."""
    return bool(_VAGUE.match(words.strip(" ?!.")))


def with_matter(words: str, text: str) -> str:
    """A vague ask with what the turn is about: "what now" becomes "what now about the leaking tap"."""
    matter = matter_of(text) if is_vague(words) else ""
    if not matter:
        return words
    bare = re.sub(r"(?: about)? (?:it|this|that|something)$", "", words)
    if words.lower() == "when":
        end = "be back" if _BACK.search(matter) else "come" if _COMES.search(matter) else "be settled"
        return f"when will {matter} {end}"
    if "happen" in words:
        return " ".join(
            f"{re.sub(r'^(why|how|what) (?:it|that|this) ', 'what ', words)} with {matter}".split()[:MOST_WORDS]
        )
    joined = (
        bare
        if bare != words
        and re.match(r"(?:please |how \w+ (?:i|we) )?(?:fix|solve|mend|explain|sort|change|stop)", bare, _I)
        else f"{bare} about"
    )
    return " ".join(f"{joined} {matter}".split()[:MOST_WORDS])


def matter_of(text: str) -> str:
    """The thing that the worst sentence speaks of, with the word that says whose it is."""
    told = [piece for piece in sentences(text) if not piece.endswith("?")]
    weighed = sorted(
        (-2 * bool(_BODILY.search(piece)) - sum(bool(kind.search(piece)) for kind in _FAILURES), place, piece)
        for place, piece in enumerate(told)
    )
    for _, _, piece in weighed:
        there = _THERE_IS.search(piece)
        found = _said_of(there["rest"]) if there else _said_of(piece)
        if found:
            return found
    return ""


def _said_of(piece: str) -> str:
    tokens = tokens_of(piece)
    phrases = [phrase for phrase in noun_phrases(piece, tokens) if _can_matter(phrase)]
    if not phrases:
        return ""
    best = _likeliest(piece, phrases)
    owner = best.owner if best.owner in ("my", "our", "your") else "the"
    joined = re.match(r" (?:and|or) (?:[a-z]+ )?([a-z]{3,})\b", piece[best.end :])
    start = tokens[best.first].start if tokens[best.first].kind == "A" else best.start
    described = piece[start : best.end] if start < best.start else best.text
    return f"{owner} {described}{joined[0] if joined and joined[1] not in _NO_NOUN else ''}"


_NO_NOUN = frozenset("gave the you they she has had was said told nobody now".split())


def _can_matter(phrase: NounPhrase) -> bool:
    return family_of(phrase.head) not in ("people", "times") and len(phrase.head) > 2


def _likeliest(piece: str, phrases: Sequence[NounPhrase]) -> NounPhrase:
    """A bodily harm first, then what is spoken of as a thing; else what is named first."""
    harmed = [phrase for phrase in phrases if _BODILY.search(phrase.text)]
    points = dict(points_of(piece))
    if harmed:
        return harmed[0]
    things = [phrase for phrase in phrases if family_of(phrase.head) != "places"] or phrases
    return max(things, key=lambda phrase: (points.get(phrase.text, 0.0), -phrase.start))
