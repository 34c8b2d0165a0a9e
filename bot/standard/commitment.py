"""Recognises what we take on or have done: "I'll ring you", "I've refunded it", "Tessa will call"."""

import re

from bot.standard.phrases import any_of

_I = re.IGNORECASE
_ADVERBS = (
    r"(?:(?:also|now|just|already|personally|myself|then|gladly|happily|certainly|even|always|both|still|\w+ly) )*"
)
_EMPTY = (
    r"(?:hope|wish|understand|see|know|note|noted|noticed|appreciate|apologi[sz]e|regret|feel|fear|afraid|sorry|"
    r"imagine|read|heard|hear|recommend|suggest|tell you|say|said|confirm|look|be (?:happy|glad|able)|let you know|"
    r"only|never|not|ask(?:ed)? (?:you|for|about|around)|sympathi[sz]e|agree|remind|inform|advise|promise|mention|"
    r"need|require|"
    r"have to|understood|seen|think|guess|recorded|logged|taken note|made a note|forward(?:ed)?|escalat\w+|"
    r"pass(?:ed)? (?:it|this|that|your)|explain(?:ed)?|add(?:ed)? (?:a note|your)|do nothing|wait|keep (?:it|this|you) "
    r"in mind|assure|reassure|refer|direct(?:ed)?|point(?:ed)?)"
)
OUR_DEED = re.compile(
    rf"\b(?:I|we)(?:'ve| have|'ll| will|'m going to| am going to|'re going to| can| could| may)\s+{_ADVERBS}"
    rf"(?!{_EMPTY}\b)(?P<verb>\w+)",
    _I,
)
"""We do, did or can do something that moves the matter; noting and hoping do not."""
YOUR_OPTION = re.compile(
    r"\byou(?: can| could| may|'re welcome to| are welcome to|'ll (?:get|have|receive|find)|(?: now)? get| will "
    "(?:get|have|"
    "receive)|"
    rf"'re free to|'re entitled to)\s+{_ADVERBS}(?!(?:{_EMPTY}|contact|call|ring|phone|write|email|reach|find (?:our|"
    r"more|the|all|it|this|out)|only|not|visit|check|see|try|speak|get in touch)\b)\w+",
    _I,
)
OFFER = any_of(
    r"(?:what|here's what|here is what) (?:I|we)(?: (?:can|could|may)|'ve| have|'ll) (?:\w+ )?(?:do|offer|suggest)",
    "instead",
    "alternatively",
    "as an alternative",
    "(?:an?|one|another|some|two|three|cheaper|other|better) (?:other |good |cheaper |easy )?(?:way|option|"
    "alternative|"
    r"choice|route|solution)s?",
    r"if you(?:'d| would)? (?:like|prefer|want|wish|rather)",
    r"would you (?:like|prefer|rather)",
    r"shall (?:I|we)",
    r"(?:happy|glad|able|allowed|free) to (?:offer|give|swap|exchange|repair|replace|refund|send|book|arrange|move|"
    r"help you (?:with|find|choose)|do|make|lend|waive|credit)",
    r"(?:is|are) (?:still )?(?:possible|available|free|open|yours)(?! (?:for|within|only|until|up to|in the first) )",
    r"(?:the|your) (?:nearest|next|closest|other|best) (?:[\w-]+ ){0,2}?(?:is|are|would be|runs|leaves|goes)",
    r"would (?:bring|work|fit|do|get you)",
    r"(?:I|we)(?:'m| am|'re| are) (?:now |already |just )?(?:sending|bringing|booking|moving|arranging|refunding|"
    r"replacing|asking|holding|looking for|trying|getting|putting|keeping|swapping|lending|crediting)",
    r"(?:I|we)(?:'d| would) (?!(?:love|hate|have|be|never|not|rather not|like you|say|think|know|need|expect|ask|"
    r"remind|urge|advise)\b)\w+",
    r"I(?:'d| would) be (?:happy|glad) to",
    r"(?:tell|give|send|show|bring|let|write) (?:me|us) (?:know )?(?:which|what|when|where|a|an|the|your|yes|by|two|"
    r"one|if|whether)",
    r"(?:just )?(?:say|answer|reply|write) (?:yes|the word|which|with|here|so)\b",
    r"(?:come|drop|pop) (?:by|in|round|over|along)(?: \w+)? (?:till|until|on|any|at|from|before|when|to (?:me|us|our))",
    r"(?-i:[A-Z])[a-z]+ (?:(?:in|from|at|of) (?:our|the) (?:\w+ ){1,2}?)?(?!will have|has to)(?:keeps|has|brings|"
    r"holds|can (?!not\b)|could|would|will|sends|takes|"
    r"comes|lends|shows|gives|rings|calls) ",
)
GOOD_NEWS = any_of(
    r"(?:money|refund|payments?|fare|amount|fee|deposit|sum|credit|(?:euros?|pounds?|dollars?|francs?)|\d[\d.,]*|it|"
    r"they|"
    r"both|all|half|second|new one|replacement)(?: [\w',]+){0,8}? (?:went|goes|go|going|came|is|are|was|were|has "
    r"been|have "
    r"been|will be)(?: \w+)? (?:(?:back )?(?:to|on) (?:your|the) (?:card|account|bank)|back (?:to|on|in)|on (?:its|"
    r"their|the) way|refunded|returned|taken off|waived|cancelled|"
    r"credited|repaid|in your (?:account|post|inbox|hands?)|with you|at your door|yours|ready|put aside)",
    r"(?:is|are|would be) (?:your|the) (?:best|safest|nearest|quickest|cheapest) (?:bet|choice|option|way|one)",
    r"(?:now|already) (?:reads?|shows?|says?|runs?|works?)",
)
"""What they wanted has come about, whoever did it."""
FOLLOW_UP_VERB = (
    r"(?:ring|call|phone|write|email|e-mail|message|text|update|tell|let you know|reply|answer|report|come back|get "
    r"back|be back|check|look|see|send|post|watch|confirm|be in touch|hear|follow up|chase|ask|drop you|"
    r"send you|speak|talk)"
)
OUR_PROMISE = re.compile(
    r"\b(?:I|we|(?-i:[A-Z][a-z]+)|he|she|they|\w+ manager|\w+ team|our [\w ]{3,30}?)(?:(?:'ll| will|'s going to| is "
    "going to|"
    rf"'m going to| am going to|'re going to| are going to)\s+{_ADVERBS}(?!not\b)[a-z]+|(?:'m| am|'re| are|'s| "
    rf"is)\s+{_ADVERBS}"
    r"[a-z]+ing\b)|\byou(?:'ll| will) (?:hear|get|have|receive|see)|"
    rf"\b(?:shall|should|can|may) (?:I|we) (?:\w+ )?{FOLLOW_UP_VERB}|\bnext update\b|\buntil then I\b",
    _I,
)


def moves_it_on(text: str) -> bool:
    """Whether the words offer or do something for the person: a deed, an option, a question which of two they like."""
    return any(each.search(text) for each in (OUR_DEED, YOUR_OPTION, OFFER, GOOD_NEWS))
