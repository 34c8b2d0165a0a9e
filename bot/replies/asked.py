"""What replies does when somebody asks for help: the shortcut, a mention, `/reply`, or a button in a list."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.actions import Outcome, Outcomes, Say, TellHere
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, Mentioned, MessagePosted, ShortcutUsed
from bot.listening import heard
from bot.replies.cards import NOT_AN_AGENT
from bot.replies.learning.shadow import ASK_A_LEAD, is_in_shadow
from bot.replies.offer import Offers
from bot.replies.spent import spent_card
from bot.replies.waiting import waiting_answer
from bot.replies.when import newest_turn
from storage import people, replies, threads, workspaces
from storage.database import Transaction
from storage.people import Viewer

NOT_ENROLLED = "I only read along in channels that a lead enrolled. A lead can type /kindline here to enrol this one."
NOBODY_ASKED = "There is no customer message waiting in this thread, so I have nothing to answer yet."

HELP = "reply.help"
"""The topic of what is said when no draft is offered."""
_WHY = {
    "not_enrolled": NOT_ENROLLED,
    "nobody_asked": NOBODY_ASKED,
    "not_an_agent": NOT_AN_AGENT,
    "in_shadow": ASK_A_LEAD,
}
_SPENT_ALREADY = ("sending", "copied", "uncertain")
About = dict[str, str]


@dataclass(frozen=True, slots=True)
class Asking:
    offers: Offers

    async def before_answer(self, event: ShortcutUsed | Mentioned | ButtonPressed, tx: Transaction) -> None:
        """Somebody waits for the answer, so nothing is composed while it holds the database."""
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        person = await people.person(tx, event.workspace_id, event.person_id)
        thread = await threads.thread(tx, event.workspace_id, *await _place(tx, event))
        if thread is not None and person is not None and viewer.has("agent"):
            await self.offers.think_ahead(tx, thread, [person])

    async def on_shortcut(self, event: ShortcutUsed, tx: Transaction) -> Outcomes:
        await self._hear_late(tx, event)
        return await self._answered(tx, event)

    async def on_button(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        return await self._answered(tx, event)

    async def on_mention(self, event: Mentioned, tx: Transaction) -> Outcomes:
        """Nobody waits for an answer at once, so "nothing to do" is said privately, where they called. A call that came
        before, under another id, was answered then."""
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        heard_as = await threads.id_of_gesture(tx, event.workspace_id, event.client_key)
        if not viewer.is_staff or heard_as not in ("", event.message_id):
            return []
        got = await self._help(tx, viewer, await _place(tx, event), event.message_id)
        if not isinstance(got, dict):
            return got
        tell = TellHere(
            key=f"help:{event.channel_id}:{event.message_id}",
            person_id=event.person_id,
            channel_id=event.channel_id,
            thread_id="" if event.thread_id == event.message_id else event.thread_id,
            topic=HELP,
            about=got,
        )
        return [tell]

    async def on_command(self, event: CommandGiven, tx: Transaction) -> Outcomes:
        channel = await workspaces.channel(tx, event.workspace_id, event.channel_id)
        if channel is None or not channel.is_enrolled:
            return [Say(sentence(NOT_ENROLLED))]
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        return [Say(await waiting_answer(tx, viewer, event.channel_id))]

    async def _answered(self, tx: Transaction, event: ShortcutUsed | ButtonPressed) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        got = await self._help(tx, viewer, await _place(tx, event), event.opener or event.at.isoformat())
        return [Say(await help_note(event.workspace_id, event.person_id, got, tx))] if isinstance(got, dict) else got

    async def _help(self, tx: Transaction, viewer: Viewer, place: tuple[str, str], again: str) -> list[Outcome] | About:
        """A draft for whoever asks; or, when there is none to offer, what `help_note` says instead."""
        person = await people.person(tx, viewer.workspace_id, viewer.person_id)
        channel = await workspaces.channel(tx, viewer.workspace_id, place[0])
        if not viewer.has("agent") or person is None:
            return {"why": "not_an_agent"}
        if channel is None or not channel.is_enrolled:
            return {"why": "not_enrolled"}
        thread = await threads.thread(tx, viewer.workspace_id, *place)
        messages = await threads.messages_of(tx, thread) if thread is not None else []
        if thread is None or not newest_turn(messages):
            return {"why": "nobody_asked"}
        if await is_in_shadow(tx, thread):
            return {"why": "in_shadow"}
        draft = await self.offers.make(tx, thread, messages, person)
        if draft.state == "silent" or draft.state in _SPENT_ALREADY:
            return {"draft_id": draft.draft_id}
        draft.state = "offered"
        return await self.offers.to(tx, thread, [person], again=again)

    async def _hear_late(self, tx: Transaction, event: ShortcutUsed) -> None:
        """A bot that joined late takes the message it was asked about from the shortcut itself."""
        await heard(
            tx,
            MessagePosted(
                workspace_id=event.workspace_id,
                at=event.said_at or event.at,
                channel_id=event.channel_id,
                message_id=event.message_id,
                thread_id=event.thread_id,
                author_id=event.author_id,
                text=event.text,
                is_by_app=event.is_by_app,
            ),
        )


async def _place(tx: Transaction, event: ShortcutUsed | Mentioned | ButtonPressed) -> tuple[str, str]:
    """Channel and thread; a list's button carries both as its subject. What stands in the channel may belong to a
    thread."""
    if isinstance(event, ButtonPressed):
        channel_id, _, thread_id = event.subject.partition("|")
        return channel_id, thread_id
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    return event.channel_id, said.thread_id if said is not None else event.thread_id


async def help_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card:
    """Why no draft is offered: nothing to answer, or what became of the draft there was."""
    viewer = await people.viewer(tx, workspace_id, person_id)
    draft = await replies.draft(tx, viewer, about.get("draft_id", ""))
    if draft is None:
        return sentence(_WHY.get(about.get("why", ""), NOBODY_ASKED))
    return await spent_card(tx, draft) or sentence(draft.why or NOBODY_ASKED)
