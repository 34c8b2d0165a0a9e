"""What replies puts in front of people: the draft card, the approved reply, and what follows from a delivery."""

from collections.abc import Mapping

from bot.actions import OfferDraft, Outcome, Outcomes, ReplacePressed, SendReply, TakeBackReply, TellPerson
from bot.calendar.local import zone_named
from bot.calendar.words import clock_in_words, in_few_words
from bot.cards import Card, sentence
from bot.events import DraftUsed, MessageDeleted, PostFailed
from bot.places import NOT_SHOWN, Delivery, InChannel, OnlyVisibleTo, Removal, ReplyDelivery
from bot.replies import cards
from bot.replies.draft_card import draft_card
from bot.replies.offer import homes
from bot.replies.shown import kept, redrawn
from bot.replies.spent import USED, customer_name
from bot.replies.when import TAKE_BACK_FOR, is_open, still_fits
from storage import people, replies, threads, workspaces
from storage.database import Transaction, add_new
from storage.people import machine
from storage.replies import Draft
from storage.threads import Message

SENT, TAKEN_BACK, FAILED, UNCERTAIN = "reply.sent", "reply.taken_back", "reply.failed", "reply.uncertain"
STAYS, COPIED = "reply.stays", "reply.copied"


async def offer_delivery(action: OfferDraft, workspace_id: str, tx: Transaction) -> Delivery | None:
    """The draft's card, when the customer still waits for exactly this answer."""
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None or not is_open(draft):
        return None
    thread = await threads.thread(tx, workspace_id, draft.channel_id, draft.thread_id)
    channel = await workspaces.channel(tx, workspace_id, draft.channel_id)
    if thread is None or channel is None or not still_fits(draft, await threads.messages_of(tx, thread)):
        return None
    if not action.person_id:
        card = draft_card(draft, thread, is_open_to_all=not thread.owner_id)
        return Delivery(InChannel(draft.channel_id, draft.thread_id), card)
    card = draft_card(draft, thread, is_open_to_all=not thread.owner_id and not draft.promise_id)
    # What customers said goes to the members of their channel; elsewhere only to whoever has a part in the thread.
    is_theirs = action.is_asked_for or thread.owner_id == action.person_id or bool(draft.promise_id)
    place = OnlyVisibleTo(action.person_id, draft.channel_id, draft.thread_id, elsewhere=is_theirs)
    return Delivery(place, card)


async def on_offered(action: OfferDraft, workspace_id: str, message_id: str, tx: Transaction) -> Outcomes:
    """Where it stands is kept. Somebody who is not in the channel has no copy of the draft at home either."""
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None:
        return []
    if message_id != NOT_SHOWN:
        return await kept(tx, draft, action.person_id, message_id)
    if is_open(draft):
        draft.state = "stale"
        return homes([draft.person_id])
    return []


async def reply_delivery(action: SendReply, workspace_id: str, tx: Transaction) -> ReplyDelivery | None:
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None or draft.state != "sending":
        return None
    return ReplyDelivery(action.approval_id, draft.channel_id, draft.thread_id, draft.person_id, draft.sent_text)


async def removal(action: TakeBackReply, workspace_id: str, tx: Transaction) -> Removal | None:
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None or draft.state != "used" or not draft.message_id:
        return None
    return Removal(draft.person_id, draft.channel_id, draft.message_id)


async def on_sent(action: SendReply, workspace_id: str, message_id: str, tx: Transaction) -> Outcomes:
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None:
        return []
    return [*await stands(tx, draft, message_id), *await _shown(tx, draft, SENT, action.key)]


async def stands(tx: Transaction, draft: Draft, message_id: str) -> list[Outcome]:
    """The reply stands in the thread: remember it as the agent's words, and tell the other features."""
    agent = await people.person(tx, draft.workspace_id, draft.person_id)
    thread = await threads.locked_thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    draft.state, draft.message_id, draft.used_at = "used", message_id, tx.now
    thread.last_agent_at = max(thread.last_agent_at or tx.now, tx.now)
    sent = Message(
        workspace_id=draft.workspace_id,
        channel_id=draft.channel_id,
        message_id=message_id or draft.draft_id,
        thread_id=draft.thread_id,
        author_id=draft.person_id,
        author_name=agent.name if agent else "",
        text=draft.sent_text,
        sent_at=tx.now,
        is_by_customer=False,
        draft_id=draft.draft_id,
    )
    await add_new(tx, sent)
    used = DraftUsed(
        workspace_id=draft.workspace_id,
        at=tx.now,
        draft_id=draft.draft_id,
        person_id=draft.person_id,
        channel_id=draft.channel_id,
        thread_id=draft.thread_id,
        message_id=message_id,
        text=draft.sent_text,
    )
    return [used, *homes([draft.person_id])]


async def echo_of(tx: Transaction, draft: Draft) -> str:
    """The id under which the platform itself told us about the reply, or ""."""
    thread = await threads.locked_thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    return next((m.message_id for m in await threads.messages_of(tx, thread) if m.draft_id == draft.draft_id), "")


async def on_removed(action: TakeBackReply, workspace_id: str, _message_id: str, tx: Transaction) -> Outcomes:
    """It is gone for the customer too, so what it promised is not owed, and they are waiting again."""
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None or draft.state != "used":
        return []
    draft.state, draft.reply_to = "taken_back", action.reply_to
    about = {"draft": draft.draft_id, "message": draft.message_id}
    workspaces.audit(tx, workspace_id, action.person_id, "reply taken back", **about)
    gone = MessageDeleted(
        workspace_id=workspace_id, at=tx.now, channel_id=draft.channel_id, message_id=draft.message_id
    )
    return [gone, *await _shown(tx, draft, TAKEN_BACK, action.key), *homes([draft.person_id])]


async def _shown(tx: Transaction, draft: Draft, topic: str, key: str) -> list[Outcome]:
    """Show how it ended where the agent pressed; a form leaves no card behind, so then it is a private message. Other
    cards with the same draft say it too."""
    about = {"draft_id": draft.draft_id}
    if draft.reply_to:
        replaced = ReplacePressed(key=f"{key}:shown", reply_to=draft.reply_to, topic=topic, about=about)
        return [replaced, *await redrawn(tx, draft, but=draft.pressed_id)]
    told = TellPerson(key=f"{key}:shown", person_id=draft.person_id, topic=topic, about=about)
    return [told, *await redrawn(tx, draft)]


async def on_failure(event: PostFailed, tx: Transaction) -> Outcomes:
    """A reply that was not sent, or may not have been, goes back to the agent with its words; one that could not be
    taken back stays, and they are told."""
    if event.action not in (SendReply.__name__, TakeBackReply.__name__):
        return []
    draft = await replies.draft(tx, machine(event.workspace_id), event.payload["draft_id"])
    if draft is None:
        return []
    if event.action == TakeBackReply.__name__:
        return _stays(event, draft)
    if event.is_uncertain and (message_id := await echo_of(tx, draft)):
        return [*await stands(tx, draft, message_id), *await _shown(tx, draft, SENT, event.key)]
    draft.state = "uncertain" if event.is_uncertain else "offered"
    about = {"draft_id": draft.draft_id, "reason": event.reason}
    topic = UNCERTAIN if event.is_uncertain else FAILED
    tell = TellPerson(key=f"{event.key}:{topic}", person_id=draft.person_id, topic=topic, about=about)
    return [tell, *await redrawn(tx, draft), *homes([draft.person_id])]


def _stays(event: PostFailed, draft: Draft) -> list[Outcome]:
    """The pressed card must not go on saying "Taking it back…", and the news must arrive whatever becomes of it."""
    about = {"draft_id": draft.draft_id, "reason": event.reason}
    outcomes: list[Outcome] = [
        TellPerson(key=f"{event.key}:{STAYS}", person_id=draft.person_id, topic=STAYS, about=about)
    ]
    if handle := str(event.payload.get("reply_to") or ""):
        outcomes.append(ReplacePressed(key=f"{event.key}:shown", reply_to=handle, topic=STAYS, about=about))
    return outcomes


async def note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction, topic: str) -> Card | None:
    draft = await replies.draft(tx, machine(workspace_id), about["draft_id"])
    me = await people.person(tx, workspace_id, draft.person_id) if draft is not None else None
    if draft is None or me is None:
        return None
    who = await customer_name(tx, draft)
    if topic == SENT and draft.used_at is not None and draft.state == "used":
        over_at = draft.used_at + TAKE_BACK_FOR
        until = clock_in_words(over_at.astimezone(zone_named(me.own_zone))) if tx.now < over_at else ""
        return cards.sent_card(draft, who, in_few_words(draft.used_at, me.own_zone, tx.now), until)
    if topic == COPIED:
        return cards.closed_card("", USED["copied"], words_of=draft.draft_id)
    if topic == STAYS:
        reason = _REASONS.get(about["reason"], "it was refused")
        return cards.stays_card(draft, who, reason) if draft.state == "used" else None
    if topic == TAKEN_BACK:
        return sentence(f"Taken back: {who} no longer sees this reply, and what it promised is off your list.")
    if topic == FAILED:
        return cards.failed_card(draft, who, _REASONS.get(about["reason"], "it was not accepted"))
    return cards.uncertain_card(draft, who) if topic == UNCERTAIN and draft.state == "uncertain" else None


_REASONS = {
    "not_linked": "your account is not linked any more; /kindline link links it again",
    "cant_delete_message": "this workspace does not allow it",
    "is_archived": "the channel is archived",
    "channel_not_found": "the channel is gone, or you left it",
    "not_in_channel": "you are not in that channel",
    "token_revoked": "your permission was taken back; /kindline link gives it again",
    "account_inactive": "your account is deactivated",
    "msg_too_long": "it is too long for one message",
    "the approval is too old": "it waited too long to go out, so please look at it once more",
}
