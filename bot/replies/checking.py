"""What replies does when somebody asks what the standard says to their words: `/check`, its form, and the shortcut
"Check my words" on a message."""

from dataclasses import dataclass

from bot.actions import OpenForm, Outcomes, RefuseForm, Say
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, Interaction, ShortcutUsed
from bot.mentions import as_read
from bot.replies import check_cards as cards
from bot.replies.judging import Judged, Judging
from storage import people, replies, threads, workspaces
from storage.database import Transaction
from storage.threads import Message

CUSTOMERS = "These are a customer's words. “Check my words” is for ours: choose it on a reply, or type /kindline check."
DELETED = "This message was deleted, so there is nothing left to check."
ANOTHER_APPS = "Another app wrote this. “Check my words” is for what we write to customers ourselves."
OUR_CARD = "This is a card of mine. “Check my words” is for a draft, or for a reply that one of us wrote."


@dataclass(frozen=True, slots=True)
class Checking:
    judging: Judging

    async def before_command(self, event: CommandGiven, tx: Transaction) -> None:
        if await _is_staff(event, tx):
            await self._typed(event, tx)

    async def on_command(self, event: CommandGiven, tx: Transaction) -> Outcomes:
        """`/check words`; alone it opens the form."""
        if not event.text.strip():
            return [OpenForm(cards.check_form())]
        return [Say(cards.typed_card(await self._typed(event, tx)))]

    async def _typed(self, event: CommandGiven, tx: Transaction) -> Judged:
        return await self.judging.alone(tx, event.workspace_id, event.person_id, as_read(event.text.strip()))

    async def on_edit(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        """The form with the words that were checked, ready to be changed."""
        return [OpenForm(cards.check_form(event.subject))]

    async def before_form(self, event: FormSubmitted, tx: Transaction) -> None:
        if await _is_staff(event, tx):
            await self._submitted(event, tx)

    async def on_form(self, event: FormSubmitted, tx: Transaction) -> Outcomes:
        """The same form again with what was found, so that the words can be changed and checked once more."""
        judged = await self._submitted(event, tx)
        if not judged.text:
            return [RefuseForm({"text": cards.NO_TEXT})]
        return [OpenForm(cards.checked_form(judged))]

    async def _submitted(self, event: FormSubmitted, tx: Transaction) -> Judged:
        text = str(event.values.get("text") or "").strip()
        return await self.judging.alone(tx, event.workspace_id, event.person_id, text)

    async def before_shortcut(self, event: ShortcutUsed, tx: Transaction) -> None:
        if await _is_staff(event, tx):
            await self._of_message(event, tx)

    async def on_shortcut(self, event: ShortcutUsed, tx: Transaction) -> Outcomes:
        found = await self._of_message(event, tx)
        return [Say(cards.message_card(found) if isinstance(found, Judged) else found)]

    async def _of_message(self, event: ShortcutUsed, tx: Transaction) -> Judged | Card:
        """What the standard says to a message, or a sentence where it is not for the standard."""
        home = await workspaces.workspace(tx, event.workspace_id)
        if home is not None and event.author_id in (home.bot_person_id, home.bot_app_id or home.bot_person_id):
            return await self._of_card(event, tx)
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        if said is not None and said.deleted_at is not None:
            return sentence(DELETED)
        if problem := await _not_ours(tx, event, said):
            return sentence(problem)
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, event.thread_id)
        text = (said.text if said is not None else event.text).strip()
        if thread is None or said is None:
            # Without the message itself nobody knows what was said before it and what after.
            return await self.judging.alone(tx, event.workspace_id, event.person_id, text)
        return await self.judging.in_thread(tx, thread, event.person_id, text, until=said)

    async def _of_card(self, event: ShortcutUsed, tx: Transaction) -> Judged | Card:
        """A draft is checked as it stands; any other card of ours has nothing to check."""
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        draft = await replies.draft_on_card(tx, viewer, event.message_id)
        thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id) if draft else None
        if draft is None or thread is None:
            return sentence(OUR_CARD)
        return await self.judging.in_thread(tx, thread, event.person_id, draft.text, is_answer=not draft.promise_id)


async def _is_staff(event: Interaction, tx: Transaction) -> bool:
    """Nothing is thought through for somebody who gets no answer."""
    return (await people.viewer(tx, event.workspace_id, event.person_id)).is_staff


async def _not_ours(tx: Transaction, event: ShortcutUsed, said: Message | None) -> str:
    """Why the message is not for the standard; empty for what a colleague wrote."""
    if said is not None:
        return CUSTOMERS if said.is_by_customer else ""
    if event.is_by_app:
        return ANOTHER_APPS
    author = await people.viewer(tx, event.workspace_id, event.author_id)
    return "" if author.is_staff else CUSTOMERS
