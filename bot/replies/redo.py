"""What a draft becomes when its agent tells it a missing fact, or wants it said in another way; nothing is ever sent by
it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.actions import OpenForm, Outcome, Outcomes, RefuseForm, Replace, ReplacePressed, Say
from bot.buttons import Buttons
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted
from bot.feature import Ahead, Handler
from bot.replies import muting
from bot.replies.cards import NOT_AN_AGENT, why_parts
from bot.replies.draft_card import AS_IT_WAS, MUTE, MUTE_TODAY, NO_CHOICE, NOTHING, PAUSE, STYLES, WHY, draft_card
from bot.replies.facts_form import FACT, facts_form, told_in
from bot.replies.held import GONE, draft_of, for_agents, gone_card, held
from bot.replies.missing import LABELS, choices_now, is_choice, with_answer, with_choice
from bot.replies.offer import Offers, homes
from bot.replies.polishing.anew import UNDER_WAY, better_words
from bot.replies.shown import OVERTAKEN, is_lasting, live_card, redrawn
from bot.replies.when import is_open, still_fits
from bot.replies.wish import Wish
from storage import people, replies, threads
from storage.database import Transaction
from storage.people import machine
from storage.replies import Draft
from storage.rows import new_id

REDONE = "reply.redone"
"""The topic of a draft that was written anew."""
CHANGED = "The playbook no longer says what was chosen, so it is not in this draft."
NOT_SO = "I could not find words for this draft in that way, so it stays as it was."


@dataclass(frozen=True, slots=True)
class Redoing:
    offers: Offers

    def buttons(self) -> Mapping[str, Handler]:
        handlers: dict[str, Handler] = {
            Buttons.GIVE_FACT: self.on_fact,
            Buttons.WRITE_FACTS: self.on_write,
            Buttons.MAKE_RIGHT: self.on_remedy,
            Buttons.MORE_DRAFT: self.on_more,
        }
        return {button: for_agents(handler) for button, handler in handlers.items()}

    def ahead(self, buttons: Mapping[str, Handler]) -> dict[Handler, Ahead]:
        return {
            buttons[Buttons.GIVE_FACT]: self.before,
            buttons[Buttons.MAKE_RIGHT]: self.before,
            buttons[Buttons.MORE_DRAFT]: self.before,
            self.on_facts: self.before,
        }

    async def before(self, event: ButtonPressed | FormSubmitted, tx: Transaction) -> None:
        """Nobody waits for the database while the draft is composed anew."""
        draft = await draft_of(tx, event)
        wish = await _wished(tx, draft, event) if draft is not None else None
        if draft is not None and wish is not None:
            await self.offers.think_again(tx, draft, wish)

    async def on_fact(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        return await self._redone(event, tx)

    async def on_remedy(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        return await self._redone(event, tx)

    async def on_write(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None or not is_open(draft):
            return [Replace(await gone_card(tx, draft))]
        draft.reply_to, draft.pressed_id = event.reply_to, event.message_id
        return [OpenForm(facts_form(draft))]

    async def on_facts(self, event: FormSubmitted, tx: Transaction) -> Outcomes:
        """Its card is brought up to date where it stands, and shown once more where it vanishes by itself."""
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        draft = await draft_of(tx, event)
        if not viewer.has("agent") or draft is None or not is_open(draft):
            said = NOT_AN_AGENT if not viewer.has("agent") else GONE
            return [RefuseForm({f"{FACT}0": said})]
        thread = await held(tx, draft)
        wish = await _wished(tx, draft, event)
        if wish is None or not still_fits(draft, await threads.messages_of(tx, thread)):
            return [RefuseForm({f"{FACT}0": OVERTAKEN})]
        if not await self.offers.remake(tx, thread, draft, wish):
            return [Say(sentence(NOT_SO))]
        asking = await better_words(tx, draft, self.offers)
        return [*await cards_anew(tx, draft), *homes([draft.person_id]), *asking]

    async def on_more(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        wanted = event.subject.rpartition("|")[2]
        draft = await draft_of(tx, event)
        if draft is None:
            return [Replace(sentence(GONE))]
        if wanted == WHY:
            return [Say(Card("Why this draft", why_parts(draft)))]
        if wanted == PAUSE:
            return [_pause(event, draft)]
        if wanted in (MUTE, MUTE_TODAY):
            return await muting.mute(tx, event, is_for_today=wanted == MUTE_TODAY)
        return await self._redone(event, tx)

    async def _redone(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        thread = await held(tx, draft) if draft is not None else None
        if draft is None or thread is None or not is_open(draft):
            return [Replace(await gone_card(tx, draft))]
        if not still_fits(draft, await threads.messages_of(tx, thread)):
            return [Replace(sentence(OVERTAKEN))]
        wish = await _wished(tx, draft, event)
        is_changed = wish != Wish.of(draft)
        if wish is None or (is_changed and not await self.offers.remake(tx, thread, draft, wish)):
            return [Say(sentence(NOT_SO))]
        is_open_to_all = not thread.owner_id and not draft.promise_id
        asking = await better_words(tx, draft, self.offers, is_changed=is_changed)
        if asking:  # The card that was pressed is the one to change.
            draft.reply_to, draft.pressed_id = event.reply_to, event.message_id
        news = CHANGED if choices_now(wish.given).items() - choices_now(draft.given).items() else ""
        news = " ".join(filter(None, (news, UNDER_WAY if asking else "")))
        others = await redrawn(tx, draft, but=event.message_id)
        card = draft_card(draft, thread, is_open_to_all=is_open_to_all, news=news)
        return [Replace(card), *others, *homes([draft.person_id]), *asking]


async def _wished(tx: Transaction, draft: Draft, event: ButtonPressed | FormSubmitted) -> Wish | None:
    """What the press or the form adds to the draft; None when it makes no sense."""
    wish = Wish.of(draft)
    if isinstance(event, FormSubmitted):
        return await with_facts(tx, draft, event)
    wanted = event.subject.rpartition("|")[2]
    if event.button == Buttons.MORE_DRAFT:
        is_known = wanted in STYLES or wanted == AS_IT_WAS
        return replace(wish, style="" if wanted == AS_IT_WAS else wanted) if is_known else None
    if event.button == Buttons.MAKE_RIGHT:
        own = {str(one["key"]) for one in draft.offers if not one["needs_lead"]} | {NOTHING}
        return replace(wish, remedy="" if wanted == NOTHING else wanted) if wanted in own else None
    place = event.subject.split("|")[1] if event.subject.count("|") == 2 else ""
    if not place.isdecimal() or int(place) >= len(draft.asks):
        return None
    return replace(wish, given=tuple(await _given(tx, event, draft.asks[int(place)], wanted, wish.given)))


async def _given(
    tx: Transaction, event: ButtonPressed, ask: Mapping[str, Any], wanted: str, given: Sequence[Mapping[str, Any]]
) -> Sequence[Mapping[str, Any]]:
    """With the pressed answer: a near one, no more of it, or a quick one. A near answer that is not offered any more
    (chosen already, or changed on its page) adds nothing."""
    words = str(ask["ask"])
    near = next((one for one in ask.get("near", ()) if one["key"] == wanted), None)
    if near is not None:
        who = await people.person(tx, event.workspace_id, event.person_id)
        name = (who.first_name if who else "") or "a colleague"
        return with_choice(given, words, near, by=event.person_id, name=name, at=tx.now)
    if wanted == NO_CHOICE:
        return [one for one in given if one["ask"] != words or not is_choice(one)]
    if wanted not in LABELS:
        return given
    return with_answer(given, words, wanted, by=event.person_id, at=tx.now, zone=await _zone(tx, event))


async def with_facts(tx: Transaction, draft: Draft, event: FormSubmitted) -> Wish:
    """What the form's fields add."""
    zone = await _zone(tx, event)
    given = told_in(draft, event.values, by=event.person_id, at=tx.now, zone=zone)
    return replace(Wish.of(draft), given=tuple(given))


async def cards_anew(tx: Transaction, draft: Draft) -> list[Outcome]:
    """Cards that stay are redrawn; one that vanishes by itself is replaced through the press that it had."""
    behind = await redrawn(tx, draft)
    if not draft.reply_to or await is_lasting(tx, draft, draft.pressed_id):
        return behind
    key, about = f"redone:{draft.draft_id}:{new_id()}", {"draft_id": draft.draft_id}
    return [ReplacePressed(key=key, reply_to=draft.reply_to, topic=REDONE, about=about), *behind]


async def redone_note(workspace_id: str, _person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """The draft as it stands now; None once it went its way."""
    draft = await replies.draft(tx, machine(workspace_id), about["draft_id"])
    thread = await threads.thread(tx, workspace_id, draft.channel_id, draft.thread_id) if draft else None
    if draft is None or thread is None:
        return None
    return await live_card(tx, draft, thread, await threads.messages_of(tx, thread))


async def _zone(tx: Transaction, event: ButtonPressed | FormSubmitted) -> str:
    person = await people.person(tx, event.workspace_id, event.person_id)
    return person.own_zone if person else "UTC"


def _pause(event: ButtonPressed, draft: Draft) -> CommandGiven:
    """As if they had typed it in the draft's channel: who may pause is decided there."""
    return CommandGiven(
        workspace_id=event.workspace_id,
        at=event.at,
        person_id=event.person_id,
        reply_to=event.reply_to,
        opener=event.opener,
        word="pause",
        channel_id=draft.channel_id,
    )
