"""Answers "how long do I have to return a helmet" from a time that a page gives for everything it is about."""

import re
from collections.abc import Sequence

from bot.reading.words import stem
from bot.replies.finding.index import NOT, Entry
from bot.replies.finding.terms import related, terms
from bot.replies.finding.thesaurus import WEAK
from bot.replies.finding.wanted import SPAN

_I = re.IGNORECASE
_TIME_TO_DO = re.compile(
    r"^(?:how (?:long|many (?:days|weeks|months))|(?:until|till|by) when) (?:do|can|may|could|must|should) (?:i|we) "
    r"(?:have (?:time )?to |still |also |get to )*(?P<verb>[a-z]+) "
    r"(?:an? |the |my |our |this |that |these |those |any |some )?(?P<thing>[a-z][\w-]*(?: [a-z][\w-]*)?)(?: back)?$",
    _I,
)
_BRING_BACK = re.compile(
    r"\b((?:i|we) (?:have (?:time )?to |still |also |get to )*)(?:bring|send|give|take|hand) "
    r"(?:back (.+)$|((?:an? |the |my |our |this |that )?[\w-]+(?: [\w-]+)?) back$)",
    _I,
)
"""What is brought back is returned."""
_LOOSE = re.compile(r"\b(?:for|to|from|at|in|on|of|with|by|and|or|it|them|something|anything)\b", _I)
_TIME_WORDS = frozenset(stem(word) for word in "time period deadline limit window duration day week long".split())
_ITEMS = re.compile(r"[,;.:]\s*(?:and |or )?|\s+(?:and|or)\s+")


def general_time(ask: str, entries: Sequence[Entry]) -> Entry | None:
    """A time on the page named for what is to be done, under a heading that names nothing narrower.

    None when the playbook names the thing as an exception, or gives it a time of its own.
    """
    match = _TIME_TO_DO.match(_BRING_BACK.sub(r"\1return \2\3", ask.strip(" ?.!")))
    if not match or _LOOSE.search(match["thing"]):
        return None
    verb, thing = stem(match["verb"].lower()), frozenset(terms(match["thing"])) - WEAK
    if not thing or any(_is_own_rule(thing, verb, entry) for entry in entries):
        return None
    return next((entry for entry in entries if verb in terms(entry.section.page) and _is_general(verb, entry)), None)


def _heading(entry: Entry) -> frozenset[str]:
    return frozenset(terms(entry.section.heading))


def _is_general(verb: str, entry: Entry) -> bool:
    heading = _heading(entry)
    is_plain = bool(heading) and not heading - WEAK - _TIME_WORDS - {verb}
    return is_plain and entry.statement.kind == "sentence" and _begins_with_time(entry)


def _begins_with_time(entry: Entry) -> bool:
    found = SPAN.search(entry.statement.text)
    return found is not None and len(entry.statement.text[: found.start()].split()) <= 6


def _is_own_rule(thing: frozenset[str], verb: str, entry: Entry) -> bool:
    """The thing has a page, a row or a time of its own, is named whole in a list of what is excepted, or is two words
    that belong together elsewhere ("a loan bike")."""
    heading, page = _heading(entry), frozenset(terms(entry.section.page))
    named = heading | page | entry.label
    has_own_time = bool(SPAN.search(entry.statement.text)) and not _is_general(verb, entry)
    if thing <= named and has_own_time and verb in named | entry.own:
        return True
    if verb not in page:
        return len(thing) > 1 and thing <= entry.own
    is_for_this = verb in entry.own | heading or not heading - WEAK - _TIME_WORDS
    if thing <= entry.own and has_own_time and is_for_this:
        return True
    is_exception = NOT in entry.above | entry.own
    return is_exception and any(_is_item(item, thing) for item in _ITEMS.split(entry.statement.text))


def _is_item(item: str, thing: frozenset[str]) -> bool:
    """ "Gift cards" excepts all of them; "helmets with a broken seal" excepts only those."""
    said = frozenset(terms(item))
    return bool(said) and all(term in thing or related(term) & thing for term in said)
