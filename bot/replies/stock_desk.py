"""`/kindline playbook stock`: everybody sees the stock replies, and leads add some, change one or take one away."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import OpenForm, Outcomes, RefuseForm, Say
from bot.buttons import Buttons, Forms
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted
from bot.feature import Handler
from bot.replies.playbook_cards import FOR_LEADS, LONGEST_PAGE
from bot.replies.sources.stock import STORED, StockReply, parse_stock, placeholder_problems
from bot.replies.stock_cards import change_form, changed_card, stock_card, stock_form, stock_saved_card
from storage import people, playbook, workspaces
from storage.database import Transaction
from storage.playbook import StockReplyRow

GONE = "This stock reply is not among the stock replies any more. /kindline playbook stock shows what is."
TOO_LONG = "This stock reply is too long for a form. Whoever runs Kindline can import it from a file."
CHANGED = "This stock reply was changed meanwhile, so nothing was removed. /kindline playbook stock shows it."
MEANWHILE = "It was changed while this form was open. Please open it once more to see how it stands now."
NO_WORDS = "Write the reply first."


async def listed(tx: Transaction, event: CommandGiven, words: str) -> Card:
    """Those that hold all of the words."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    known = [STORED.validate_python(row.fields) for row in await playbook.stock_replies(tx, event.workspace_id)]
    return stock_card(known, words, is_lead=viewer.is_lead)


async def on_add(event: ButtonPressed, tx: Transaction) -> Outcomes:
    return [OpenForm(stock_form())] if await _is_lead(tx, event) else [Say(sentence(FOR_LEADS))]


async def on_stock(event: FormSubmitted, tx: Transaction) -> Outcomes:
    if not await _is_lead(tx, event):
        return [RefuseForm({"text": FOR_LEADS})]
    found = parse_stock(str(event.values.get("text") or "").strip() + "\n")
    if not found.replies:
        return [RefuseForm({"text": " ".join(found.problems[:3]) or "Write at least one line below the first."})]
    for reply in found.replies:
        about = {"workspace_id": event.workspace_id, "reply_id": reply.reply_id}
        await tx.session.merge(StockReplyRow(**about, fields=_fields(reply), imported_at=tx.raw_now))
    ids = [reply.reply_id for reply in found.replies]
    workspaces.audit(tx, event.workspace_id, event.person_id, "stock replies added", replies=ids)
    return [Say(stock_saved_card(len(found.replies), found.problems))]


async def on_edit(event: ButtonPressed, tx: Transaction) -> Outcomes:
    if not await _is_lead(tx, event):
        return [Say(sentence(FOR_LEADS))]
    row = await _row(tx, event)
    if row is None:
        return [Say(sentence(GONE))]
    reply = STORED.validate_python(row.fields)
    return [Say(sentence(TOO_LONG))] if len(reply.text) > LONGEST_PAGE else [OpenForm(change_form(reply))]


async def on_change(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """The row is read again: another lead may have changed it while the form was open."""
    if not await _is_lead(tx, event):
        return [RefuseForm({"text": FOR_LEADS})]
    row = await _row(tx, event)
    if row is None:
        return [RefuseForm({"text": GONE})]
    was = STORED.validate_python(row.fields)
    now = _as_filled(was, event)
    if was.version != event.subject.partition("|")[0] or not now.text:
        return [RefuseForm({"text": MEANWHILE if now.text else NO_WORDS})]
    if now != was:
        row.fields, row.imported_at = _fields(now), tx.raw_now
        workspaces.audit(tx, event.workspace_id, event.person_id, "stock reply changed", reply=was.reply_id)
    return [Say(changed_card(now, placeholder_problems(now.text)))]


async def on_remove(event: ButtonPressed, tx: Transaction) -> Outcomes:
    if not await _is_lead(tx, event):
        return [Say(sentence(FOR_LEADS))]
    row = await _row(tx, event)
    if row is None:
        return [Say(sentence(GONE))]
    reply = STORED.validate_python(row.fields)
    if reply.version != event.subject.partition("|")[0]:
        return [Say(sentence(CHANGED))]
    await tx.session.delete(row)
    workspaces.audit(tx, event.workspace_id, event.person_id, "stock reply removed", reply=reply.reply_id)
    return [Say(sentence(f"Removed: “{reply.title[:100]}”. Drafts no longer use it."))]


BUTTONS: Mapping[str, Handler] = {
    Buttons.ADD_STOCK: on_add,
    Buttons.EDIT_STOCK: on_edit,
    Buttons.REMOVE_STOCK: on_remove,
}
FORMS: Mapping[str, Handler] = {Forms.STOCK: on_stock, Forms.STOCK_REPLY: on_change}


async def _row(tx: Transaction, event: ButtonPressed | FormSubmitted) -> StockReplyRow | None:
    """A subject is the version that was shown, then the reply's id."""
    return await playbook.locked_stock_reply(tx, event.workspace_id, event.subject.partition("|")[2])


def _as_filled(was: StockReply, event: FormSubmitted) -> StockReply:
    values = {name: str(value or "").strip() for name, value in event.values.items()}
    return replace(
        was,
        title=values.get("title") or was.reply_id,
        topic=values.get("topic", ""),
        text=values.get("text", ""),
        is_internal=values.get("visibility") == "internal",
    )


def _fields(reply: StockReply) -> dict[str, object]:
    return dict(STORED.dump_python(reply, mode="json"))


async def _is_lead(tx: Transaction, event: ButtonPressed | FormSubmitted) -> bool:
    return (await people.viewer(tx, event.workspace_id, event.person_id)).is_lead
