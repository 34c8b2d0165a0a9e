"""Turns what a playbook states into sentences that an agent would say to one customer: second person, whole, no
table."""

import re
from collections.abc import Sequence

from bot.replies.finding.passages import Statement, split_sentences

_I = re.IGNORECASE
_IRREGULAR = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
_ADVERB = r"(?:never|always|also|only|then|usually|still|simply|normally)"
_MODAL = r"(?:may|can|must|will|should|could|might|would|need|gets? to)"
_WHO = r"(?:customer|patient|guest|passenger)"
_TO_YOU = (
    (re.compile(rf"\b(?:the|a|our|each|every) {_WHO}'s\b", _I), "your"),
    (re.compile(rf"\b(?:the|a|our|each|every) {_WHO} (?={_MODAL}\b)", _I), "you "),
)
_SUBJECT_VERB = re.compile(rf"\b(?:the|a|each|every) {_WHO} (?P<adverb>{_ADVERB} )?(?P<verb>[a-z]+s)\b", _I)
_OBJECT = re.compile(rf"\b(?:the|a|each|every) {_WHO}\b", _I)
_SEE = re.compile(r"\s*\(see [^)]*\)|,? see [A-Z][\w ]+(?=[.;,]|$)")
_RANGE = re.compile(r"(?<=\d)\s?-\s?(?=\d)")
_HOURS = re.compile(r"^\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2}$")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", _I)
_FRAGMENT = re.compile(
    r"^(?:\d|[€$£]|free\b|valid\b|closed\b|open\b|included\b|any\b|no charge\b|always free\b|"
    r"not (?:possible|included|covered)\b|usually\b|only\b|after \d|"
    r"(?:within|from|until|up to|by|between|about|at least|at most|around) (?:about |the )?(?:\d|[€$£]|(?:one|two|"
    r"three|four|five|six|an?|half|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b))",
    _I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|must|do|does|did|we|you|it|they|i|costs|"
    r"takes?|starts|ends|goes|comes?|gets?|needs|applies|brings?|answers|keeps?|stays|reaches|leaves|"
    r"works|opens|closes|covers|includes|lasts|arrives?|shows|runs|sends?|ships|means|carr(?:y|ies)|makes?)\b",
    _I,
)
_CLAUSE = re.compile(
    r"\b(?:after|before|when|if|once|while|unless|which|that|who|the way|as soon as|as long as|because)\b.*$", _I
)


def for_customer(sentence: str) -> str:
    """ "The customer sends us the code" becomes "You send us the code"; references to other pages are left out."""
    had_customer = bool(_OBJECT.search(sentence))
    for pattern, replacement in _TO_YOU:
        sentence = pattern.sub(replacement, sentence)
    sentence = _SUBJECT_VERB.sub(lambda m: f"you {m['adverb'] or ''}{_base(m['verb'])}", sentence)
    sentence = _OBJECT.sub("you", sentence)
    if had_customer:
        sentence = re.sub(r"\bthey're\b", "you're", sentence, flags=_I)
        sentence = re.sub(
            r"\bthey (?=(?:ask|want|need|choose|like|wish|prefer|have|are|were|write|tell|send|say|do|can|may)\b)",
            "you ",
            sentence,
            flags=_I,
        )
        sentence = re.sub(r"\b(?:their|his or her)\b", "your", sentence, flags=_I)
    sentence = _SEE.sub("", sentence).replace(" ,", ",").strip()
    return _RANGE.sub("–", sentence)


def _base(verb: str) -> str:
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    return low[:-1]


def is_fragment(sentence: str) -> bool:
    """No whole sentence: "30 days from delivery", "within 5 business days after the parcel reaches us"."""
    return bool(_FRAGMENT.match(sentence)) and not _FINITE.search(_CLAUSE.sub("", sentence))


def whole(sentence: str, label: str = "") -> str:
    """A sentence that can be said aloud; `label` is what it is about, for a list point or a fragment."""
    sentence = _CLOSED.sub(_we_close, sentence.strip().rstrip(";,"))
    sentence = re.sub(r"(?<=\w) > (?=\w)", ", then ", sentence)
    sentence = _SMALL_START.sub(lambda found: found[0].upper(), sentence)
    if re.match(r"^no [a-z]", sentence, _I) and not _FINITE.search(
        _CLAUSE.sub("", sentence.split(":")[0].split(",")[0])
    ):
        sentence = f"there's {_lower_first(sentence)}"
    elif is_fragment(sentence):
        sentence = f"it's {_lower_first(sentence)}"
    if label and not _FINITE.search(f"{label} {sentence}") and not re.search(r"\d|\b[a-z]+ed\b", sentence):
        sentence = f"{label}: {_lower_first(sentence)}"  # "Key: under the mat" is a note, and told as one.
    elif label:
        sentence = f"{_about(label)} {_lower_first(sentence)}"
    sentence = sentence[0].upper() + sentence[1:]
    return sentence if sentence[-1] in ".!?" else sentence + "."


_SMALL_START = re.compile(r"(?<=[a-z]{3}\. )(?<!approx\. )(?<!incl\. )[a-z](?=[a-z]+ )")
"""Notes are often written small: "take it along. batteries are extra"."""
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:bank |public )?holidays|weekends)"
_CLOSED = re.compile(
    rf"^(?P<days>{_DAYS}(?:(?:, | and |, and ){_DAYS})*)(?: (?:we're|we are|it's|is|are))?:? closed\.?$|"
    rf"^closed (?:on )?(?P<on>{_DAYS}(?:(?:, | and |, and ){_DAYS})*)\.?$",
    _I,
)


def _we_close(found: re.Match[str]) -> str:
    """ "Sundays closed." is no sentence to say to somebody."""
    days = found["days"] or found["on"]
    return f"we're closed on {days if _WEEKDAY.match(days) else days.lower()}."


def _about(label: str) -> str:
    """What a list point or a row is about, as the beginning of its sentence."""
    low = _lower_first(label)
    if re.match(r"^(?:if|when|after|before|until|within|in|on|at|from|by|with|without|during|brought|for)\b", low):
        return f"{low[0].upper()}{low[1:]},"
    return f"For {low},"


def _lower_first(text: str) -> str:
    """Small at the start, except for names, codes and "I"."""
    word = text.split(" ", 1)[0]
    if word == "A":
        return f"a{text[1:]}"
    if (
        not word
        or word.isupper()
        or any(c.isdigit() for c in word)
        or any(c.isupper() for c in word[1:])
        or word in ("I", "I'm")
        or _WEEKDAY.match(word)
    ):
        return text
    follower = text.split(" ", 2)[1] if " " in text else ""
    if follower[:1].isupper() and word.lower() not in ("the", "a", "an", "our", "your", "in", "on", "at", "for"):
        return text
    return text[0].lower() + text[1:]


_VERDICT = re.compile(r"^not \w+(?:able|ible|ed)$", _I)


def said(statement: Statement, heading: str = "") -> list[str]:
    """The statement as whole sentences to one customer; empty when it only points to another page.

    A bare list under a heading such as "Not returnable" is told with that verdict.
    """
    if _VERDICT.match(heading) and statement.kind == "sentence" and not _FINITE.search(statement.text):
        return [whole(f"These are {heading.lower()}: {_lower_first(for_customer(statement.text))}")]
    if statement.kind == "row":
        return row_said(statement, range(len(statement.cells)))
    if statement.kind == "point" and statement.label:
        rest = split_sentences(statement.cells[0][1])
        return [
            whole(for_customer(part), for_customer(statement.label) if place == 0 else "")
            for place, part in enumerate(rest)
            if for_customer(part)
        ]
    return [whole(text) for part in split_sentences(statement.text) if re.search(r"\w", text := for_customer(part))]


def row_said(row: Statement, columns: Sequence[int], *, is_opening: bool = False) -> list[str]:
    """A table row as one sentence with the chosen columns only."""
    cells = [
        (head, f"{cell} {head}" if re.fullmatch(r"\d[\d,.]*", cell) and head.islower() else for_customer(cell))
        for place, (head, cell) in enumerate(row.cells)
        if place in columns and for_customer(cell)
    ]
    if not cells or re.match(r"^see\b", cells[0][1], _I):
        return []
    if row.is_grid:
        return [_grid_said(row, cells, is_opening=is_opening)]
    facts = [
        cell
        for _, cell in cells
        if re.search(r"\d|\bfree\b", cell, _I) and (len(cell.split()) <= 5 or re.match(r"\d", cell))
    ]
    rest = [cell for _, cell in cells if cell not in facts]
    if not facts:
        return [whole(f"{row.label}: {'; '.join(rest)}")]
    where = f" ({', '.join(rest)})" if rest and len(", ".join(rest)) < 50 else ""
    return [whole(f"{_about(row.label)[:-1]}{where}, it's {_listed(facts)}")]


def _grid_said(row: Statement, cells: Sequence[tuple[str, str]], *, is_opening: bool) -> str:
    short = [(head.split(",")[0].strip(), cell) for head, cell in cells]
    label = _RANGE.sub(" to ", re.sub(r"(?<=[a-z])-(?=[A-Z])", " to ", row.label))
    when = (
        f"From {label}"
        if _WEEKDAY.search(label) and " to " in label
        else f"On {label}"
        if _WEEKDAY.search(label)
        else _about(label)[:-1]
    )
    if is_opening and all(_HOURS.match(cell.replace("–", "-")) or cell.lower() == "closed" for _, cell in short):
        parts = {
            head: "closed" if cell.lower() == "closed" else "open " + re.sub(r"\s?[–-]\s?", " to ", cell)
            for head, cell in short
        }
        if len(set(parts.values())) == 1 and len(parts) > 1:
            return whole(f"{when}, {_listed(list(parts))} are {next(iter(parts.values()))}")
        return whole(f"{when}, " + _listed([f"{head} is {state}" for head, state in parts.items()]))
    if len(short) > 1 and len({cell for _, cell in short}) == 1:
        return whole(f"{when}, it's {short[0][1]} ({_listed([head for head, _ in short])})")
    return whole(f"{when}: " + "; ".join(f"{cell} ({head})" if head else cell for head, cell in short))


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
