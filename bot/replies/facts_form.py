"""The fields in which an agent writes what only they can know: in a form of its own, and in the draft's form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.buttons import Forms
from bot.cards import Form, Input, Part, TextInput, Words
from bot.replies.missing import LABELS, LONGEST_ANSWER, as_question, is_choice, missing, with_answer
from storage.replies import Draft

FACT = "fact"
"""A field's name is this and the ask's place."""
MOST_FIELDS, MOST_BESIDE_TEXT, LONGEST_BESIDE_TEXT = 5, 2, 200
ONLY_ANEW = "Write what you know, as you would say it, and leave the rest empty. Nothing is sent: I only write anew."


def asked_in(draft: Draft) -> list[str]:
    """What is asked, answered already or still missing, in the customer's order: a field means the same ask when
    another one was answered meanwhile."""
    given, open_ones = [str(one["ask"]) for one in draft.given], set(missing(draft))
    asked = [str(ask["ask"]) for ask in draft.asks]
    here = [ask for ask in asked if ask in open_ones or ask in given]
    return [*here, *(ask for ask in given if ask not in asked)][:MOST_FIELDS]


def fact_fields(draft: Draft, most: int = MOST_FIELDS, longest: int = LONGEST_ANSWER) -> list[TextInput]:
    """One for each fact; what is known so far stands in it. What was chosen is no fact of the agent's."""
    told = _told(draft)
    chosen = {str(one["ask"]) for one in draft.given} - told.keys()
    return [
        TextInput(
            f"{FACT}{place}",
            as_question(ask),
            initial=LABELS.get(told.get(ask, ""), told.get(ask, "")),
            is_optional=True,
            placeholder="What you know",
            max_length=longest,
        )
        for place, ask in enumerate(asked_in(draft)[:most])
        if ask not in chosen
    ]


def _told(draft: Draft) -> dict[str, str]:
    return {str(one["ask"]): str(one["answer"]) for one in draft.given if not is_choice(one)}


def facts_form(draft: Draft) -> Form:
    parts: list[Part | Input] = [Words(ONLY_ANEW), *fact_fields(draft)]
    return Form(Forms.FACTS, "What do you know?", parts, "Write it anew", subject=draft.draft_id)


def told_in(draft: Draft, values: Mapping[str, Any], *, by: str, at: datetime, zone: str) -> list[dict[str, Any]]:
    """What the fields say: words in one are an answer, and an empty one takes its answer back; not what was chosen on
    the card meanwhile."""
    given = [dict(one) for one in draft.given]
    told = _told(draft)
    quick = {label.casefold(): name for name, label in LABELS.items()}
    for place, ask in enumerate(asked_in(draft)):
        if f"{FACT}{place}" not in values:
            continue
        typed = str(values[f"{FACT}{place}"] or "").strip()[:LONGEST_ANSWER]
        answer = quick.get(typed.casefold().rstrip("."), typed)
        if answer != told.get(ask, ""):
            given = with_answer(given, ask, answer, by=by, at=at, zone=zone)
    return given
