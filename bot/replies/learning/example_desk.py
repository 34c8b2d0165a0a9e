"""What happens when an agent saves a reply as an example, and when somebody looks through the saved ones."""

from collections.abc import Callable
from functools import partial

from bot.actions import OpenForm, Outcomes, RefuseForm, Replace, Say
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted
from bot.replies.cards import NOT_AN_AGENT
from bot.replies.learning import example_cards as cards
from bot.replies.learning import examples
from storage import learning, people, replies, threads, workspaces
from storage.database import Transaction
from storage.people import Viewer
from storage.replies import Draft

GONE = "That reply is no longer here, so there is nothing to save."
NOT_SENT = "Only a reply that you sent can be saved as an example."
NOTHING_GENERAL = (
    "Nothing here holds for every customer: each sentence has a blank or is about one case. Please write one that does."
)
NOT_YOURS = "Whoever saved it can do this, or a lead."
SAVED = "Saved as an example: the team's drafts may tell it from now on. /kindline examples lists them all."
SENT = ("used", "copied")


async def on_save(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """The form, with the reply as it was sent and personal data masked."""
    draft = await _sent(tx, event)
    if isinstance(draft, str):
        return [Say(sentence(draft))]
    masker = await _masker(tx, draft)
    known = await learning.example(tx, event.workspace_id, examples.example_id_of(draft.draft_id))
    text = known.text if known else masker(draft.sent_text)
    asks = known.asks if known else [masker(str(ask["ask"])) for ask in draft.asks]
    return [OpenForm(cards.example_form(draft.draft_id, text, asks))]


async def on_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    draft = await _sent(tx, event)
    if isinstance(draft, str):
        return [RefuseForm({"text": draft})]
    masker = await _masker(tx, draft)
    # What an agent wrote into the form is masked too: a name slips in easily.
    text = masker(str(event.values.get("text") or "").strip())
    lines = (" ".join(line.split()) for line in str(event.values.get("asks") or "").split("\n"))
    asks = [masker(line) for line in lines if line]
    if not asks:
        return [RefuseForm({"asks": "Please write at least one question that it answers."})]
    if not examples.general_sentences(text):
        return [RefuseForm({"text": NOTHING_GENERAL})]
    await workspaces.locked_workspace(tx, event.workspace_id)
    example_id = examples.example_id_of(draft.draft_id)
    row = await examples.save(tx, event.workspace_id, example_id, event.person_id, text=text, asks=asks)
    workspaces.audit(tx, event.workspace_id, event.person_id, "example saved", example=example_id, version=row.version)
    return [Say(sentence(SAVED))]


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not _may_look(viewer):
        return [Say(sentence(NOT_AN_AGENT))]
    return [Say(await _listed(tx, viewer, " ".join(event.text.split())[:80]))]


async def on_remove(event: ButtonPressed, tx: Transaction) -> Outcomes:
    return await _put(event, tx, is_removed=True)


async def on_restore(event: ButtonPressed, tx: Transaction) -> Outcomes:
    return await _put(event, tx, is_removed=False)


async def _put(event: ButtonPressed, tx: Transaction, *, is_removed: bool) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    example_id, _, words = event.subject.partition("|")
    await workspaces.locked_workspace(tx, event.workspace_id)  # Two presses at once make two versions, not one twice.
    last = await learning.example(tx, event.workspace_id, example_id)
    if last is None or not _may_look(viewer):
        return [Say(sentence(NOT_AN_AGENT if last else GONE))]
    if not viewer.is_lead and last.saved_by != viewer.person_id:
        return [Say(sentence(NOT_YOURS))]
    if last.is_removed is not is_removed:
        await examples.put(tx, last, event.person_id, is_removed=is_removed)
        what = "example removed" if is_removed else "example brought back"
        workspaces.audit(tx, event.workspace_id, event.person_id, what, example=example_id)
    line = "Removed: drafts tell nothing of it any more." if is_removed else "It is back: drafts may tell it again."
    return [Replace(await _listed(tx, viewer, words, line))]


async def _sent(tx: Transaction, event: ButtonPressed | FormSubmitted) -> Draft | str:
    """The reply of theirs that they want to save, or why it cannot be."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    draft = await replies.draft(tx, viewer, event.subject)
    if not viewer.has("agent"):
        return NOT_AN_AGENT
    if draft is None:
        return GONE
    is_theirs = draft.state in SENT and draft.person_id == viewer.person_id and bool(draft.sent_text.strip())
    return draft if is_theirs else NOT_SENT


def _may_look(viewer: Viewer) -> bool:
    return viewer.has("agent") or viewer.is_lead


async def _masker(tx: Transaction, draft: Draft) -> Callable[[str], str]:
    """Masks the customer and the colleagues by each part of their names, and anybody else seen here by the whole."""
    thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    seen = await people.everyone(tx, draft.workspace_id)
    names = [thread.customer_name if thread else "", *(one.name for one in seen if one.is_colleague)]
    return partial(examples.masked, names=names, known=[one.name for one in seen])


async def _listed(tx: Transaction, viewer: Viewer, words: str = "", line: str = "") -> Card:
    rows = await learning.examples(tx, viewer.workspace_id)
    me = await people.person(tx, viewer.workspace_id, viewer.person_id)
    who = {row.saved_by for row in rows} | {row.by for row in rows}
    names = {one: await examples.name_of(tx, viewer.workspace_id, one) for one in sorted(who)}
    return cards.list_card(rows, names, me.own_zone if me else "UTC", words=words, line=line)
