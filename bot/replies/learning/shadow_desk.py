"""`/kindline shadow`: a lead lets Kindline draft in silence, reads how that would have gone, and ends it."""

import asyncio
from collections.abc import Mapping

from bot.actions import Outcomes, Say, TellPerson
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, MessageDeleted, MessageEdited, MessagePosted
from bot.home import refreshed
from bot.notes import LINK_CHANNEL, LINK_MESSAGE
from bot.reading.meaning import Meaning
from bot.replies.learning import shadow, shadow_report
from bot.replies.learning.comparing import sentences_of
from bot.replies.learning.shadow import EVERYWHERE, shadow_of
from storage import learning, people, replies, threads, workspaces
from storage.database import Transaction
from storage.rows import new_id

FOR_LEADS = "Only a lead or an admin can do this. /kindline team shows who that is."
HOW = "Type /kindline shadow for the report, and shadow on or shadow off for this channel; add everywhere for all."
NOT_HERE = (
    "Kindline is not listening here, so there is nothing to change. For every channel: /kindline shadow {} everywhere"
)
ON = "Shadow mode is on {where}: I draft in silence and nobody sees it. How it would have gone: /kindline shadow"
OFF = "Shadow mode is off {where}: agents see their drafts from the customers' next words on."
STILL_EVERYWHERE = "Shadow mode is still on everywhere. To end that: /kindline shadow off everywhere"
SAME = "Nothing changes: shadow mode is {} {} already."
TURN = "learning.shadow_turn"
_ALL = ("everywhere", "all")


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    wish, _, where = " ".join(event.text.lower().split()).partition(" ")
    if wish in ("", "report") and not where:
        return [Say(await shadow_report.report_card(tx, viewer))]
    if wish not in ("on", "off") or where not in ("", *_ALL):
        return [Say(sentence(HOW))]
    return await _switched(event, tx, is_on=wish == "on", is_everywhere=bool(where))


async def _switched(event: CommandGiven, tx: Transaction, *, is_on: bool, is_everywhere: bool) -> Outcomes:
    channel_id = EVERYWHERE if is_everywhere else event.channel_id
    channel = await workspaces.channel(tx, event.workspace_id, channel_id) if channel_id else None
    wish, where = "on" if is_on else "off", "everywhere" if is_everywhere else "in this channel"
    if not is_everywhere and (channel is None or not channel.is_enrolled):
        return [Say(sentence(NOT_HERE.format(wish)))]
    home = await workspaces.locked_workspace(tx, event.workspace_id)
    if home is None:
        return []
    is_changed = shadow.switch(home, channel_id, is_on=is_on, now=tx.now)
    if is_changed:
        workspaces.audit(tx, event.workspace_id, event.person_id, f"shadow mode {wish}", channel=channel_id)
    if not is_on and shadow_of(home).is_on(channel_id):
        return [Say(sentence(STILL_EVERYWHERE))]
    if not is_changed:
        return [Say(sentence(SAME.format(wish, where)))]
    return [Say(sentence((ON if is_on else OFF).format(where=where))), refreshed(event.person_id)]


async def on_links(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """Each turn in which a figure differs, with a way to its thread, in the lead's private chat."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    turns = await shadow_report.differing(tx, viewer)
    told = [
        TellPerson(
            key=f"shadow:{turn.draft_id}:{new_id()}",
            person_id=event.person_id,
            topic=TURN,
            about={"draft_id": turn.draft_id, LINK_CHANNEL: turn.channel_id, LINK_MESSAGE: turn.message_id},
        )
        for turn in turns[: shadow_report.MOST]
    ]
    return [Say(sentence("The links come in our private chat." if told else "No figure differs any more.")), *told]


async def turn_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    viewer = await people.viewer(tx, workspace_id, person_id)
    turn = await learning.shadow_turn(tx, workspace_id, about["draft_id"])
    if turn is None or not turn.differing or not viewer.is_lead:
        return None
    return sentence(await shadow_report.line(tx, viewer, turn))


async def think_ahead(event: MessagePosted, tx: Transaction, meaning: Meaning | None) -> None:
    """What the new words and the silent drafts mean is counted, and remembered, before anything is locked."""
    home = await workspaces.workspace(tx, event.workspace_id)
    if meaning is None or not shadow_of(home).is_on(event.channel_id):
        return
    beside = await replies.drafts_of_thread(tx, event.workspace_id, event.channel_id, event.thread_id)
    texts = [text for draft in beside if draft.state == shadow.STATE for text in shadow.texts_of(draft)]
    if texts:
        await asyncio.to_thread(meaning.vectors, [event.text, *sentences_of(event.text), *texts])


async def on_message(
    event: MessagePosted | MessageEdited | MessageDeleted, tx: Transaction, meaning: Meaning | None = None
) -> None:
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is None or said.is_by_customer or said.calls_bot:
        return
    thread = await threads.thread(tx, event.workspace_id, event.channel_id, said.thread_id)
    if thread is not None:
        await shadow.compare(tx, thread, meaning)
