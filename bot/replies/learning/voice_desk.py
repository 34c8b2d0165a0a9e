"""What happens when somebody looks at their voice, sets it, has it forgotten, or sends something it is learned from."""

from bot.actions import OpenForm, Outcomes, RefuseForm, Replace, Say
from bot.cards import Part, sentence
from bot.events import (
    ButtonPressed,
    CommandGiven,
    DraftUsed,
    FormSubmitted,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PersonChanged,
)
from bot.home import refreshed
from bot.replies.cards import NOT_AN_AGENT
from bot.replies.learning import voice_cards as cards
from bot.replies.learning import voices
from storage import learning, people, threads, workspaces
from storage.database import Transaction
from storage.people import Person, Viewer

NOTHING_AFTER_IT = "Type /kindline voice alone: it shows how you write, and lets you change it."


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.has("agent"):
        return [Say(sentence(NOT_AN_AGENT))]
    if event.text.strip():
        return [Say(sentence(NOTHING_AFTER_IT))]
    return [await _shown(tx, viewer)]


async def on_edit(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.has("agent"):
        return [Say(sentence(NOT_AN_AGENT))]
    return [OpenForm(cards.voice_form(await learning.voice(tx, viewer, viewer.person_id)))]


async def on_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    chosen, errors = cards.filled(event.values)
    if not viewer.has("agent"):
        errors = {"greeting": NOT_AN_AGENT}
    if errors:
        return [RefuseForm(errors)]
    await voices.choose(tx, event.workspace_id, event.person_id, chosen)
    return [await _shown(tx, viewer), refreshed(event.person_id)]


async def on_forget(event: ButtonPressed, tx: Transaction) -> Outcomes:
    await voices.forget(tx, event.workspace_id, event.person_id)
    return await _pressed(event, tx)


async def on_learn_again(event: ButtonPressed, tx: Transaction) -> Outcomes:
    await voices.switch_on(tx, event.workspace_id, event.person_id)
    return await _pressed(event, tx)


async def on_erase(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """All that is kept of them goes, for good; the row that stays says that nothing is learned again."""
    await learning.forget_person(tx, event.workspace_id, event.person_id)
    await voices.forget(tx, event.workspace_id, event.person_id)
    workspaces.audit(tx, event.workspace_id, event.person_id, "learning erased")
    return await _pressed(event, tx, cards.ERASED)


async def on_message(event: MessagePosted, tx: Transaction) -> None:
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is not None and not said.is_by_customer and not said.calls_bot:
        await _relearn(tx, event.workspace_id, said.author_id)


async def on_change(event: MessageEdited | MessageDeleted, tx: Transaction) -> None:
    """Words that were taken back teach nothing any more."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is not None and not said.is_by_customer:
        await _relearn(tx, event.workspace_id, said.author_id)


async def on_used(event: DraftUsed, tx: Transaction) -> None:
    await _relearn(tx, event.workspace_id, event.person_id)


async def on_person_changed(event: PersonChanged, tx: Transaction) -> None:
    """Of somebody who has left, no voice is kept."""
    if event.is_deactivated:
        await learning.forget_voice(tx, event.workspace_id, event.person_id)


async def home_parts(viewer: Viewer, person: Person, tx: Transaction) -> list[Part]:
    if "agent" not in viewer.roles:
        return []
    return cards.home_parts(await learning.voice(tx, viewer, person.person_id))


async def _relearn(tx: Transaction, workspace_id: str, person_id: str) -> None:
    """Of agents alone, since only they have drafts to wear it, and a page on which they see it."""
    if (await people.viewer(tx, workspace_id, person_id)).has("agent"):
        await voices.relearn(tx, workspace_id, person_id)


async def _pressed(event: ButtonPressed, tx: Transaction, line: str = "") -> Outcomes:
    """The pressed card shows how it stands now; the home page is drawn anew."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    is_at_home = not event.reply_to
    return [*([] if is_at_home else [Replace((await _shown(tx, viewer, line)).card)]), refreshed(event.person_id)]


async def _shown(tx: Transaction, viewer: Viewer, line: str = "") -> Say:
    me = await people.person(tx, viewer.workspace_id, viewer.person_id)
    row = await learning.voice(tx, viewer, viewer.person_id)
    return Say(cards.voice_card(row, me.own_zone if me else "UTC", tx.now, line))
