"""What replies does when somebody asks for help: the shortcut, a mention, `/reply`, or a button in a list."""

from dataclasses import dataclass

from bot.actions import Outcomes, Say
from bot.events import ButtonPressed, CommandGiven, Event, Mentioned, MessagePosted, ShortcutUsed
from bot.listening import heard
from bot.replies import cards
from bot.replies.offer import Offers
from bot.replies.waiting import waiting_answer
from bot.replies.when import newest_turn
from storage import people, threads, workspaces
from storage.database import Transaction

NOT_ENROLLED = "I only read along in channels that a lead enrolled. A lead can type /kindline here to enrol this one."
NOBODY_ASKED = "There is no customer message waiting in this thread, so I have nothing to answer yet."
NOT_AN_AGENT = "Drafts are for agents. A lead can make you one with /kindline team."


@dataclass(frozen=True, slots=True)
class Asking:
    offers: Offers

    async def on_shortcut(self, event: ShortcutUsed, tx: Transaction) -> Outcomes:
        await self._hear_late(tx, event)
        again = event.opener or event.at.isoformat()
        return await self._help(tx, event, (event.channel_id, event.thread_id), event.person_id, again)

    async def on_mention(self, event: Mentioned, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        if not viewer.has("agent"):
            return []
        # A mention has nobody waiting for an answer in a form, so "nothing to do" is said by silence.
        place = (event.channel_id, event.thread_id)
        outcomes = await self._help(tx, event, place, event.person_id, event.message_id)
        return [outcome for outcome in outcomes if not isinstance(outcome, Say)]

    async def on_button(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        channel_id, _, thread_id = event.subject.partition("|")
        again = event.opener or event.at.isoformat()
        return await self._help(tx, event, (channel_id, thread_id), event.person_id, again)

    async def on_command(self, event: CommandGiven, tx: Transaction) -> Outcomes:
        channel = await workspaces.channel(tx, event.workspace_id, event.channel_id)
        if channel is None or not channel.is_enrolled:
            return [Say(cards.plain(NOT_ENROLLED))]
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        return [Say(await waiting_answer(tx, viewer, event.channel_id))]

    async def _help(
        self, tx: Transaction, event: Event, place: tuple[str, str], person_id: str, again: str
    ) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, person_id)
        person = await people.person(tx, event.workspace_id, person_id)
        channel = await workspaces.channel(tx, event.workspace_id, place[0])
        if not viewer.has("agent") or person is None:
            return [Say(cards.plain(NOT_AN_AGENT))]
        if channel is None or not channel.is_enrolled:
            return [Say(cards.plain(NOT_ENROLLED))]
        thread = await threads.thread(tx, event.workspace_id, *place)
        messages = await threads.messages_of(tx, thread) if thread is not None else []
        if thread is None or not newest_turn(messages):
            return [Say(cards.plain(NOBODY_ASKED))]
        draft = await self.offers.make(tx, thread, messages, person)
        if draft.state == "silent":
            return [Say(cards.plain(draft.why or NOBODY_ASKED))]
        if draft.state not in ("sending", "used", "copied", "uncertain"):
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
            ),
        )
