"""The card with which a draft waits beside a customer: what it says, what it still asks, and all that can be done."""

import re

from bot.buttons import Buttons
from bot.cards import Actions, Button, Card, Choice, Heading, Part, Quote, Small, Tone, Words
from bot.replies.findings import Remark, quiet_line
from bot.replies.missing import LABELS, MOST_ASKED, as_question, missing, quick_answers
from bot.replies.names import first_name
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
WRITE_IT = "Write it…"
_GROUPS = {"answered": "Answered", "needs_fact": "Needs a fact", "owed": "You promise to find out"}
_QUESTION = re.compile(r"[^.?!]*\?\s*")


def headline(draft: Draft) -> str:
    """ "Draft ready: 3 asks, 1 needs a fact"."""
    if draft.promise_id:
        return "Draft ready: an update on your promise"
    asks = len(draft.asks)
    open_facts = sum(1 for ask in draft.asks if ask["state"] == "needs_fact")
    words = "Draft ready" if not asks else f"Draft ready: {asks} ask{'s' if asks != 1 else ''}"
    return words + (f", {open_facts} need{'s' if open_facts == 1 else ''} a fact" if open_facts else "")


def draft_card(draft: Draft, thread: Thread, *, is_open_to_all: bool) -> Card:
    """The card beside a waiting customer. `is_open_to_all` while nobody has taken the thread."""
    parts: list[Part] = [Heading(headline(draft))]
    parts += [Small(draft.note)] if draft.note else []
    parts += [Quote(draft.text), *questions(draft, thread.customer_name), *_asks(draft)]
    if draft.sources:
        parts.append(Small("From " + ", ".join(draft.sources)))
    if above := [str(one["words"]) for one in draft.offers if one["needs_lead"]]:
        parts.append(Small(f"With your lead's yes you may offer: {', '.join(above)}."))
    if draft.style in STYLES:
        parts.append(Small(f"Written as you chose: {STYLES[draft.style].lower()}."))
    if line := quiet_line([Remark.stored(one) for one in draft.findings]):
        parts.append(Small(line))
    parts.append(Actions(_buttons(draft, is_open_to_all=is_open_to_all)))
    who = thread.customer_name or "the customer"
    return Card(summary=f"{headline(draft)}, for {who}", parts=parts)


def questions(draft: Draft, customer_name: str) -> list[Part]:
    """One short question for each fact that only the agent can know, with answers to press, and what they told."""
    who = first_name(customer_name) or "The customer"
    asked = missing(draft)
    parts: list[Part] = []
    for ask in asked[:MOST_ASKED]:
        parts.append(Words(as_question(ask), strong=f"{who} asks:"))
        place = next(i for i, one in enumerate(draft.asks) if one["ask"] == ask)
        quick = [
            Button(Buttons.GIVE_FACT, LABELS[one], f"{draft.draft_id}|{place}|{one}") for one in quick_answers(ask)
        ]
        parts.append(Actions([*quick, Button(Buttons.WRITE_FACTS, WRITE_IT, draft.draft_id)]))
    needs = draft.needs
    if asked:  # The card asks by itself, so what is left says what happens without an answer.
        needs = _QUESTION.sub("", needs).strip().replace("promises one ", "promises an answer ")
    if needs:
        parts.append(Words(needs, strong="If you don't know yet:" if asked else "Before you send it:"))
    if draft.given:
        told = " · ".join(f"{as_question(str(one['ask']))} {told_in_words(str(one['answer']))}" for one in draft.given)
        parts.append(Small(f"You told me: {told}"))
        parts.append(Actions([Button(Buttons.WRITE_FACTS, "Change what I told you", draft.draft_id)]))
    return parts


def told_in_words(answer: str) -> str:
    return LABELS.get(answer, answer)


def _asks(draft: Draft) -> list[Part]:
    """What was asked, one small line for each thing that becomes of it; not what the card asks, or was told."""
    asking = {*missing(draft)[:MOST_ASKED], *(str(one["ask"]) for one in draft.given)}
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
