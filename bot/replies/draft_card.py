"""The card with which a draft waits beside a customer: what it says, what it still asks, and all that can be done."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.buttons import Buttons
from bot.cards import Actions, Button, Card, Choice, Heading, Part, Quote, Small, Tone, Words
from bot.replies.findings import Remark, quiet_line
from bot.replies.missing import LABELS, MOST_ASKED, as_question, is_choice, missing, quick_answers
from bot.replies.writing.names import first_name
from storage.replies import Draft
from storage.threads import Thread

STYLES = {"warmer": "Warmer", "shorter": "Shorter", "formal": "More formal", "cooler": "Cool it down"}
"""The variants, as the menu says them."""
NOTHING = "nothing"
AS_IT_WAS, WHY, PAUSE, MUTE_TODAY, MUTE = "first", "why", "pause", "mute_today", "mute"
MENU = {
    WHY: "Why this draft",
    PAUSE: "Pause drafts here",
    MUTE_TODAY: "No draft cards for me today",
    MUTE: "No draft cards for me",
}
WRITE_IT, LEAVE_OUT = "Write it…", "Leave it out"
NO_CHOICE = "none"
"""Stands for the near answer in a press that takes the choice back."""
LONGEST_NEAR, LONGEST_PLACE, LONGEST_LABEL = 240, 80, 40
"""Of a near answer's words, of where they stand, and of its button; a platform would cut a longer one anywhere."""
_GROUPS = {"answered": "Answered", "needs_fact": "Needs a fact", "owed": "You promise to find out"}
_ANSWER_ASKED = re.compile(r"^What is the answer to “.*”\? ")


def headline(draft: Draft) -> str:
    """ "Draft ready: 3 asks, 1 needs a fact"."""
    if draft.promise_id:
        return "Draft ready: an update on your promise"
    asks = len(draft.asks)
    open_facts = sum(1 for ask in draft.asks if ask["state"] == "needs_fact")
    words = "Draft ready" if not asks else f"Draft ready: {asks} ask{'s' if asks != 1 else ''}"
    return words + (f", {open_facts} need{'s' if open_facts == 1 else ''} a fact" if open_facts else "")


def draft_card(draft: Draft, thread: Thread, *, is_open_to_all: bool, news: str = "") -> Card:
    """The card beside a waiting customer. `is_open_to_all` while nobody has taken the thread; `news` is one line about
    the press that it answers."""
    parts: list[Part] = [Heading(headline(draft))]
    parts += [Small(line) for line in (news, draft.note) if line]
    parts += [Quote(draft.text), *questions(draft, thread.customer_name), *_asks(draft), *_sources(draft)]
    if above := [str(one["words"]) for one in draft.offers if one["needs_lead"]]:
        parts.append(Small(f"With your lead's yes you may offer: {', '.join(above)}."))
    if draft.style in STYLES:
        parts.append(Small(f"Written as you chose: {STYLES[draft.style].lower()}."))
    if draft.by_model:
        parts.append(Small(draft.by_model))
    if line := quiet_line([Remark.stored(one) for one in draft.findings]):
        parts.append(Small(line))
    parts.append(Actions(_buttons(draft, is_open_to_all=is_open_to_all)))
    who = thread.customer_name or "the customer"
    return Card(summary=f"{headline(draft)}, for {who}", parts=parts)


def questions(draft: Draft, customer_name: str) -> list[Part]:
    """One short question for each ask that only the agent can answer, with near answers of the playbook and others to
    press; and what they told."""
    who = first_name(customer_name) or "The customer"
    parts: list[Part] = []
    for place, ask in _asked(draft):
        parts += _question(draft, place, ask, who)
    needs = draft.needs
    is_asking = any(ask["state"] == "needs_fact" for _, ask in _asked(draft))
    without = _ANSWER_ASKED.sub("", needs) if is_asking else needs
    if without != needs:  # The card asks by itself, so what is left says what happens without an answer.
        needs = without.replace("promises one ", "promises an answer ")
        parts.append(Words(needs, strong="If you don't know yet:"))
    elif needs:
        parts.append(Words(needs, strong="Before you send it:"))
    if given := [one for one in draft.given if not is_choice(one)]:
        told = " · ".join(f"{as_question(str(one['ask']))} {told_in_words(str(one['answer']))}" for one in given)
        parts.append(Small(f"You told me: {told}"))
        parts.append(Actions([Button(Buttons.WRITE_FACTS, "Change what I told you", draft.draft_id)]))
    return parts


def _asked(draft: Draft) -> Sequence[tuple[int, Mapping[str, Any]]]:
    """The asks that the card asks, with their places; what nobody but the agent can know comes first."""
    open_ones = missing(draft)
    found = [(place, ask) for place, ask in enumerate(draft.asks) if ask["ask"] in open_ones]
    return sorted(found, key=lambda one: one[1]["state"] != "needs_fact")[:MOST_ASKED]


def _question(draft: Draft, place: int, ask: Mapping[str, Any], who: str) -> list[Part]:
    words = str(ask["ask"])
    near = ask.get("near", ())
    answers = [(_cut(str(one["words"]), LONGEST_LABEL), str(one["key"])) for one in near]
    answers += [(LABELS[one], one) for one in quick_answers(words)]
    buttons = [Button(Buttons.GIVE_FACT, label, f"{draft.draft_id}|{place}|{value}") for label, value in answers]
    return [
        Words(f"“{words}”" if ask.get("is_request") else as_question(words), strong=f"{who} asks:"),
        *(Words(_cut(str(one["words"]), LONGEST_NEAR), strong=f"Perhaps in {_place(one)}:") for one in near),
        Actions([*buttons, Button(Buttons.WRITE_FACTS, WRITE_IT, draft.draft_id)]),
    ]


def _place(given: Mapping[str, Any]) -> str:
    return _cut(str(given["source"]), LONGEST_PLACE)


def _cut(words: str, most: int) -> str:
    """Whole, or visibly shortened after a word."""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-.") + "…"


def _sources(draft: Draft) -> list[Part]:
    """Where the answers stand; each that the agent chose with who chose it, and the way to leave it out again."""
    chosen = {str(one["ask"]): one for one in draft.given if is_choice(one)}
    told = {ask.get("source") for ask in draft.asks if ask["ask"] not in chosen}
    only_chosen = {one["source"] for one in chosen.values()} - told
    sources = [source for source in draft.sources if source not in only_chosen]
    parts: list[Part] = [Small("From " + ", ".join(sources))] if sources else []
    for place, ask in enumerate(draft.asks):
        if one := chosen.get(str(ask["ask"])):
            parts.append(Small(f"From {_place(one)}, chosen by {one['name']}"))
            value = f"{draft.draft_id}|{place}|{NO_CHOICE}"
            parts.append(Actions([Button(Buttons.GIVE_FACT, LEAVE_OUT, value)]))
    return parts


def told_in_words(answer: str) -> str:
    return LABELS.get(answer, answer)


def _asks(draft: Draft) -> list[Part]:
    """What was asked, one small line for each thing that becomes of it; not what the card asks for a fact, or was
    told."""
    asking = {str(ask["ask"]) for _, ask in _asked(draft) if ask["state"] == "needs_fact"}
    asking |= {str(one["ask"]) for one in draft.given if not is_choice(one)}
    asked = {
        state: [ask["ask"] for ask in draft.asks if ask["state"] == state and ask["ask"] not in asking]
        for state in _GROUPS
    }
    return [Small(f"{_GROUPS[state]}: {' · '.join(asks)}") for state, asks in asked.items() if asks]


def _buttons(draft: Draft, *, is_open_to_all: bool) -> list[Button | Choice]:
    buttons: list[Button | Choice] = [
        Button(Buttons.OPEN_DRAFT, "Open", draft.draft_id),
        Button(Buttons.USE_DRAFT, "Use", draft.draft_id, Tone.PRIMARY),
        Button(Buttons.DISMISS_DRAFT, "Not now", draft.draft_id),
    ]
    if is_open_to_all:
        buttons.append(Button(Buttons.TAKE_THREAD, "I'll take it", draft.draft_id))
    if draft.can_link:
        buttons.append(Button(Buttons.LINK_CUSTOMER, "Link to customer…", draft.draft_id))
    if offered := remedies(draft):
        buttons.append(Choice(Buttons.MAKE_RIGHT, "Make it right", offered))
    return [*buttons, Choice(Buttons.MORE_DRAFT, "More", menu(draft))]


def remedies(draft: Draft) -> list[tuple[str, str]]:
    """What this agent may offer by themselves, and no offer at all once there is one."""
    own = [one for one in draft.offers if not one["needs_lead"] and one["key"] != draft.remedy]
    offered = [(str(one["words"]), str(one["key"])) for one in own]
    offered += [("No offer", NOTHING)] if draft.remedy else []
    return [(label, f"{draft.draft_id}|{key}") for label, key in offered]


def menu(draft: Draft) -> list[tuple[str, str]]:
    """What "More" offers. A note about a promise is written in one way only, and a card for everybody is not one
    person's to mute."""
    offered = [] if draft.promise_id else [(label, name) for name, label in STYLES.items() if name != draft.style]
    offered += [("As it was first", AS_IT_WAS)] if draft.style else []
    offered += [(MENU[name], name) for name in (WHY, PAUSE)]
    offered += [(MENU[name], name) for name in (MUTE_TODAY, MUTE)] if draft.person_id else []
    return [(label, f"{draft.draft_id}|{name}") for label, name in offered]
