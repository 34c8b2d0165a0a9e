"""What replies does when an agent presses a button of a draft, or submits its form; the state is read again each
time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.actions import OpenForm, Outcome, Outcomes, RefuseForm, Replace, ReplacePressed, Say, SendReply, TakeBackReply
from bot.buttons import Buttons
from bot.capabilities import can_post_as, capabilities_of
from bot.cards import Card, sentence
from bot.events import ButtonPressed, FormSubmitted, Interaction
from bot.feature import Handler
from bot.replies import cards
from bot.replies.cards import NOT_AN_AGENT
from bot.replies.deliver import COPIED, echo_of, stands
from bot.replies.draft_card import draft_card
from bot.replies.findings import is_news, mark
from bot.replies.held import GONE, draft_of, for_agents, gone_card, held
from bot.replies.judging import Judged, Judging
from bot.replies.learning.lessons import note_dismissal, note_use
from bot.replies.learning.outcomes import put_away_card
from bot.replies.offer import Offers, homes, retire_drafts
from bot.replies.redo import cards_anew, with_facts
from bot.replies.shown import OVERTAKEN, is_lasting, redrawn
from bot.replies.spent import spent_card
from bot.replies.when import TAKE_BACK_FOR, Confirm, Stop, is_open, still_fits, unanswered, verdict_on_use
from bot.replies.wish import Wish
from bot.replies.writing.names import first_name
from bot.work.approval import approve
from storage import people, promises, threads, workspaces
from storage.database import Transaction
from storage.replies import Draft
from storage.rows import new_id
from storage.threads import Thread


@dataclass(frozen=True, slots=True)
class Presses:
    offers: Offers
    judging: Judging

    def buttons(self) -> Mapping[str, Handler]:
        handlers: dict[str, Handler] = {
            Buttons.OPEN_DRAFT: self.on_open,
            Buttons.USE_DRAFT: self.on_use,
            Buttons.USE_DRAFT_ANYWAY: self.on_use_anyway,
            Buttons.DISMISS_DRAFT: self.on_dismiss,
            Buttons.WHY_DRAFT: self.on_why,
            Buttons.TAKE_THREAD: self.on_take,
            Buttons.TAKE_BACK: self.on_take_back,
            Buttons.REPLY_IS_THERE: self.on_it_is_there,
            Buttons.REPLY_SEND_AGAIN: self.on_send_again,
        }
        return {button: for_agents(handler) for button, handler in handlers.items()}

    async def on_open(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None or draft.state not in ("offered", "opened", "stale"):
            return [Replace(await gone_card(tx, draft))]
        if draft.person_id:
            draft.state = "opened" if draft.state == "offered" else draft.state
            draft.reply_to, draft.pressed_id = event.reply_to, event.message_id
        return [OpenForm(cards.draft_form(draft))]

    async def on_why(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        return [OpenForm(cards.why_form(draft))] if draft is not None else [Replace(sentence(GONE))]

    async def on_dismiss(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None or draft.state not in ("offered", "opened", "stale", "dismissed"):
            return [Replace(await gone_card(tx, draft))]
        if draft.state != "dismissed":
            await note_dismissal(tx, draft, event.person_id)
        draft.state = "dismissed"
        others = await redrawn(tx, draft, but=event.message_id)
        return [Replace(put_away_card(draft)), *others, *homes([event.person_id])]

    async def on_use(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        return await self._use(event, tx, is_sure=False)

    async def on_use_anyway(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        return await self._use(event, tx, is_sure=True)

    async def _use(self, event: ButtonPressed, tx: Transaction, *, is_sure: bool) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None:
            return [Replace(sentence(GONE))]
        thread = await held(tx, draft)
        if spent := await spent_card(tx, draft):
            return [Replace(spent)]
        verdict = await _verdict(tx, draft, thread, event.person_id, draft.text)
        if isinstance(verdict, Stop):
            return await self._stopped(tx, event, thread, verdict)
        if isinstance(verdict, Confirm) and not is_sure:
            return [Replace(cards.confirm_card(draft, verdict.question))]
        return await _send(tx, event, draft, thread, draft.text)

    async def _stopped(self, tx: Transaction, event: ButtonPressed, thread: Thread, stop: Stop) -> Outcomes:
        if not stop.needs_fresh:
            return [Replace(sentence(stop.reason))]
        retired = await retire_drafts(tx, thread, pressed=event.message_id)
        me = await people.person(tx, event.workspace_id, event.person_id)
        fresh = await self.offers.to(tx, thread, [me], again=event.opener) if thread.is_waiting else []
        follow = " Here is a fresh one." if fresh else ""
        return [Replace(sentence(stop.reason + follow)), *retired, *fresh]

    async def on_form(self, event: FormSubmitted, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        draft = await draft_of(tx, event)
        if not viewer.has("agent"):
            return [RefuseForm({"text": NOT_AN_AGENT})]
        if draft is None:
            return [RefuseForm({"text": GONE})]
        filled = cards.Filled.of(event)
        text = filled.text
        if not text:
            return [RefuseForm({"text": "Write the words you want to send."})]
        thread = await held(tx, draft)
        verdict = await _verdict(tx, draft, thread, event.person_id, text)
        if isinstance(verdict, Stop) and not verdict.needs_fresh:
            return [RefuseForm({"text": verdict.reason})]
        if (wish := await _told_since(tx, draft, event)) is not None:
            return await self._told(tx, event, draft, thread, wish)
        judged = await self._judged(tx, event, draft, thread)
        # Somebody who edits by hand has seen the thread, so newer customer words need a yes and not a new draft.
        question = verdict.reason + " Send yours all the same?" if isinstance(verdict, Stop) else ""
        verdict = verdict or _unticked(draft, event)
        question = verdict.question if isinstance(verdict, Confirm) else question
        if is_news(text, judged.remarks, filled.seen) or (question and not filled.is_sure(question)):
            return [OpenForm(cards.draft_form(draft, filled, judged.remarks, question))]
        return await _send(tx, event, draft, thread, text)

    async def _told(self, tx: Transaction, event: FormSubmitted, draft: Draft, thread: Thread, wish: Wish) -> Outcomes:
        """A fact in the form brings the form again with the draft written anew; words that the agent changed stay."""
        filled = cards.Filled.of(event)
        if not still_fits(draft, await threads.messages_of(tx, thread)):
            return [RefuseForm({"text": OVERTAKEN})]
        if wish != Wish.of(draft) and not await self.offers.remake(tx, thread, draft, wish):
            draft.given = [dict(one) for one in wish.given]
        is_theirs = mark(filled.text) not in (filled.words, mark(draft.text.strip()))
        shown = replace(filled, text=filled.text if is_theirs else draft.text, ticked=None, seen=())
        form = cards.draft_form(draft, shown, fresh=draft.text if is_theirs else "")
        return [OpenForm(form), *await cards_anew(tx, draft), *homes([draft.person_id])]

    async def before_form(self, event: FormSubmitted, tx: Transaction) -> None:
        """Nobody waits for the database while these words are held against the standard."""
        draft = await draft_of(tx, event)
        thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id) if draft else None
        if draft is not None and thread is not None:
            if (wish := await _told_since(tx, draft, event)) is not None:
                if wish != Wish.of(draft):
                    await self.offers.think_again(tx, draft, wish)
                return
            await self._judged(tx, event, draft, thread)

    async def _judged(self, tx: Transaction, event: FormSubmitted, draft: Draft, thread: Thread) -> Judged:
        text = cards.Filled.of(event).text
        return await self.judging.in_thread(tx, thread, event.person_id, text, is_answer=not draft.promise_id)

    async def on_take(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None:
            return [Replace(sentence(GONE))]
        thread = await held(tx, draft)
        if thread.owner_id not in ("", event.person_id):
            owner = await people.person(tx, event.workspace_id, thread.owner_id)
            return [Replace(sentence(f"{owner.name if owner else 'A colleague'} has taken this one already."))]
        thread.owner_id = event.person_id
        retired = await retire_drafts(tx, thread, but=draft.draft_id)
        card = draft_card(draft, thread, is_open_to_all=False)
        others = await redrawn(tx, draft, but=event.message_id)
        return [Replace(card), *others, *homes([event.person_id]), *retired]

    async def on_take_back(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None or draft.used_at is None or draft.state != "used" or not draft.message_id:
            return [Replace(sentence("There is nothing to take back any more."))]
        if tx.now - draft.used_at > TAKE_BACK_FOR:
            return [Replace(sentence("The two minutes are over, so the reply stays. You can still write once more."))]
        draft.pressed_id = event.message_id
        action = TakeBackReply(
            key=f"take_back:{draft.draft_id}:{draft.message_id}:{new_id()}",
            draft_id=draft.draft_id,
            person_id=event.person_id,
            reply_to=event.reply_to,
        )
        return [Replace(sentence("Taking it back…")), action]

    async def on_it_is_there(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        if draft is None or draft.state != "uncertain":
            return [Replace(sentence("Thank you, this was settled already."))]
        settled = await stands(tx, draft, await echo_of(tx, draft))
        others = await redrawn(tx, draft, but=event.message_id)
        return [Replace(sentence("Good, then it counts as sent.")), *settled, *others]

    async def on_send_again(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        draft = await draft_of(tx, event)
        thread = await held(tx, draft) if draft is not None else None
        if draft is None or thread is None or draft.state != "uncertain":
            return [Replace(sentence("This was settled already, so nothing was sent."))]
        return await _send(tx, event, draft, thread, draft.sent_text)


async def _told_since(tx: Transaction, draft: Draft, event: FormSubmitted) -> Wish | None:
    """What the draft knows with this form, where that is more than the words in the form were written with: its fields
    say something new, or an answer to them was lost and the form comes once more. None while nothing was told."""
    if not is_open(draft):
        return None
    wish = await with_facts(tx, draft, event)
    is_new = wish != Wish.of(draft) or cards.Filled.of(event).given != cards.given_mark(draft)
    return wish if is_new else None


def _unticked(draft: Draft, event: FormSubmitted) -> Confirm | None:
    """The agent leaves an ask unticked when the words in front of them do not answer it."""
    ticked = event.values.get("asks")
    if not isinstance(ticked, list | tuple):
        return None
    left = [place for place in range(min(len(draft.asks), 10)) if str(place) not in ticked]
    return unanswered(draft, left) if left else None


async def _verdict(tx: Transaction, draft: Draft, thread: Thread, agent_id: str, text: str) -> Stop | Confirm | None:
    if draft.promise_id and await _names_a_past_date(tx, draft):
        return Stop("The date in this note is over. Move the date once more, and I'll draft a new one.")
    if draft.due_at is not None and draft.due_at <= tx.now and text == draft.text:
        return Stop("The time that these words name is over. Please edit them and name one that is still to come.")
    messages = await threads.messages_of(tx, thread)
    owner = await people.person(tx, thread.workspace_id, thread.owner_id) if thread.owner_id else None
    name = owner.name if owner else "A colleague"
    verdict = verdict_on_use(draft, thread, messages, agent_id=agent_id, text=text, owner_name=name)
    if verdict is None and await threads.went_before(tx, thread, text):
        who = first_name(thread.customer_name) or "This customer"
        return Confirm(f"{who} got exactly these words before. Send them once more?")
    return verdict


async def _names_a_past_date(tx: Transaction, draft: Draft) -> bool:
    promise = await promises.promise(tx, people.machine(draft.workspace_id), draft.promise_id)
    return promise is not None and promise.due_at is not None and promise.due_at <= tx.now


async def _send(tx: Transaction, event: Interaction, draft: Draft, thread: Thread, text: str) -> list[Outcome]:
    """Post it as the agent where they linked their account; otherwise hand over the words to copy."""
    home = await workspaces.workspace(tx, draft.workspace_id)
    channel = await workspaces.channel(tx, draft.workspace_id, draft.channel_id)
    is_relay = channel is not None and channel.kind == "relay"
    is_linked = await can_post_as(tx, home, event.person_id)
    draft.person_id, draft.sent_text = event.person_id, text
    if isinstance(event, ButtonPressed) and event.reply_to:
        draft.reply_to, draft.pressed_id = event.reply_to, event.message_id
    others = [*homes([event.person_id]), *await retire_drafts(tx, thread, but=draft.draft_id)]
    thread.owner_id = thread.owner_id or event.person_id
    if is_relay or not is_linked:
        draft.state = "copied"
        if is_relay:
            await note_use(tx, draft)  # In a help desk nobody hears the words that become of it.
        card = cards.copy_card(draft, capabilities_of(home), is_relay=is_relay)
        return [_shown(event, card), *await _cards_behind(tx, event, draft), *others]
    approval = approve(
        tx,
        workspace_id=draft.workspace_id,
        channel_id=draft.channel_id,
        thread_id=draft.thread_id,
        agent_id=event.person_id,
        text=text,
    )
    draft.state = "sending"
    workspaces.audit(tx, draft.workspace_id, event.person_id, "reply approved", draft=draft.draft_id)
    send = SendReply(
        key=f"reply:{draft.draft_id}:{new_id()}", draft_id=draft.draft_id, approval_id=approval.approval_id
    )
    # A pressed card says so at once; a form closes, and the card it was opened from shows how it ended.
    sending = sentence(f"Sending your reply to {thread.customer_name or 'the customer'}…")
    return [*([Replace(sending)] if isinstance(event, ButtonPressed) else []), send, *others]


async def _cards_behind(tx: Transaction, event: Interaction, draft: Draft) -> list[Outcome]:
    """No card must go on offering what was used: one that stays is known by its id, one that vanishes by its press."""
    if isinstance(event, ButtonPressed):
        return await redrawn(tx, draft, but=event.message_id)
    behind = await redrawn(tx, draft)
    if not draft.reply_to or await is_lasting(tx, draft, draft.pressed_id):
        return behind
    key, about = f"copied:{draft.draft_id}:{new_id()}", {"draft_id": draft.draft_id}
    return [ReplacePressed(key=key, reply_to=draft.reply_to, topic=COPIED, about=about), *behind]


def _shown(event: Interaction, card: Card) -> Outcome:
    """A pressed card is replaced; a submitted form leaves a private note where the agent works."""
    return Replace(card) if isinstance(event, ButtonPressed) else Say(card)
