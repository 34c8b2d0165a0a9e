"""What a draft still has to ask its agent, with answers to press; and what they told it, kept with who and when."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bot.calendar.local import zone_named
from bot.calendar.words import MONTHS, WEEKDAYS
from storage.replies import Draft

MOST_ASKED = 3
"""More questions than these on one card are a form's business."""
LONGEST_ANSWER, LONGEST_QUESTION = 300, 150
YES, NO, TODAY, TOMORROW = "yes", "no", "today", "tomorrow"
LABELS: Mapping[str, str] = {YES: "Yes", NO: "No", TODAY: "Today", TOMORROW: "Tomorrow"}
_WHETHER = re.compile(
    r"(?:whether|is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b", re.I
)
_WHEN = re.compile(
    r"(?:(?:by|until|since) )?when\b|(?:(?:by|on|until) )?(?:what|which) (?:day|date)\b|how soon\b", re.I
)


def missing(draft: Draft) -> list[str]:
    """The asks that need a fact which only the agent can know, or to which the playbook has no more than a near answer;
    not those to which they gave one."""
    given = {str(one["ask"]) for one in draft.given}
    wanted = [ask for ask in draft.asks if ask["state"] == "needs_fact" or (ask["state"] == "owed" and ask.get("near"))]
    return [str(ask["ask"]) for ask in wanted if str(ask["ask"]) not in given]


def told_asks(draft: Draft) -> set[str]:
    """The asks that are answered in an agent's own words."""
    return {str(one["ask"]) for one in draft.given if not is_choice(one)}


def quick_answers(ask: str) -> tuple[str, ...]:
    """What fits the ask as an answer in one press; none where it wants words."""
    if _WHEN.match(ask):
        return TODAY, TOMORROW
    return (YES, NO) if _WHETHER.match(ask) else ()


def as_question(ask: str) -> str:
    """ "will my parcel arrive" -> "Will my parcel arrive?"."""
    words = ask.strip().rstrip("?.! ")
    words = re.sub(r"^whether\s+", "", words, flags=re.I) or words
    if len(words) >= LONGEST_QUESTION:
        words = words[: LONGEST_QUESTION - 2].rstrip() + "…"
    return f"{words[:1].upper()}{words[1:]}?"


def with_answer(
    given: Sequence[Mapping[str, Any]], ask: str, answer: str, *, by: str, at: datetime, zone: str
) -> list[dict[str, Any]]:
    """All that was told, this ask's answer anew; an empty answer takes it back."""
    kept = [dict(one) for one in given if one["ask"] != ask]
    if not answer:
        return kept
    days = {TODAY: 0, TOMORROW: 1}
    told: dict[str, Any] = {"ask": ask, "answer": answer, "by": by, "at": at.isoformat()}
    if answer in days:
        told["day"] = (_local(at, zone) + timedelta(days=days[answer])).isoformat()
    return [*kept, told]


def is_choice(given: Mapping[str, Any]) -> bool:
    """A near answer that the agent chose, and no words of their own."""
    return bool(given.get("near"))


def with_choice(
    given: Sequence[Mapping[str, Any]], ask: str, near: Mapping[str, Any], *, by: str, name: str, at: datetime
) -> list[dict[str, Any]]:
    """All that was given, with the near answer that this ask is to be answered by; chosen twice, it is chosen once."""
    known = next((one for one in given if one["ask"] == ask and one.get("near") == near["key"]), None)
    chosen = {"ask": ask, "answer": near["words"], "source": near["source"], "near": near["key"]}
    new = {**chosen, "by": by, "name": name, "at": at.isoformat()}
    kept = [dict(one) for one in given if one["ask"] != ask or one is known]
    return kept if known else [*kept, new]


def choices_now(given: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    """The near answers that were chosen, by ask: source and key of each."""
    return {str(one["ask"]): (str(one["source"]), str(one["near"])) for one in given if is_choice(one)}


def answers_now(given: Sequence[Mapping[str, Any]], now: datetime, zone: str) -> dict[str, str]:
    """What was told, by ask. "Tomorrow" is said as it is true now, and by its name once it is neither of both."""
    return {str(one["ask"]): _said(one, _local(now, zone)) for one in given if not is_choice(one)}


def merged(drafts: Sequence[Draft]) -> list[dict[str, Any]]:
    """What was told to any of a thread's drafts; the newest word about an ask counts."""
    newest: dict[str, dict[str, Any]] = {}
    for told in sorted((one for draft in drafts for one in draft.given), key=lambda one: str(one["at"])):
        newest[str(told["ask"])] = dict(told)
    return list(newest.values())


def _said(told: Mapping[str, Any], today: date) -> str:
    if not told.get("day"):
        return str(told["answer"])
    day = date.fromisoformat(str(told["day"]))
    return {0: TODAY, 1: TOMORROW}.get((day - today).days) or (
        f"on {WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    )


def _local(at: datetime, zone: str) -> date:
    return at.astimezone(zone_named(zone)).date()
