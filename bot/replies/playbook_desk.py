"""`/kindline playbook`: everybody sees what drafts are grounded in, and leads write it, remove it and bring it back."""

from collections.abc import Mapping
from datetime import date

from pydantic import TypeAdapter

from bot.actions import OpenForm, Outcomes, RefuseForm, Replace, Say
from bot.buttons import Buttons, Forms
from bot.calendar.local import zone_named
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted
from bot.feature import Handler
from bot.replies import stock_desk
from bot.replies.pages import Page, fields_of, keep_page, page_id, pages_of, read_page
from bot.replies.playbook_cards import (
    FOR_LEADS,
    LONGEST_PAGE,
    page_form,
    playbook_card,
    removed_card,
    saved_card,
    versions_card,
)
from bot.replies.sources.playbook import Section
from bot.workspace_settings import calendar_of
from storage import people, playbook, workspaces
from storage.database import Transaction

HOW = "Type /kindline playbook, /kindline playbook stock, or /kindline playbook versions and a page's name."
NO_SUCH_PAGE = "This page is not in the playbook any more. /kindline playbook shows what is."
NO_VERSIONS = "Nobody changed a page of that name by hand, so there are no versions of it."
TOO_LONG = "This page is too long for a form. Whoever runs Kindline can import it from a file."
MEANWHILE = "This page was changed while the form was open. Please open it once more to see how it stands now."
NO_TITLE = "Give the page a title: a first line such as “# Delivery”."
NO_WORDS = "Write the page first."
CHANGED = "The page was changed meanwhile, so nothing was brought back. /kindline playbook shows it."
_SECTION = TypeAdapter(Section)


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    word, _, name = event.text.strip().partition(" ")
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if word == "":
        on = await _today(tx, event.workspace_id)
        return [Say(playbook_card(await _pages(tx, event.workspace_id), on, is_lead=viewer.is_lead))]
    if word.lower() == "stock":
        return [Say(await stock_desk.listed(tx, event, name.strip()))]
    if word.lower() == "versions" and name.strip():
        return [Say(await _versions(tx, event, name.strip()))]
    return [Say(sentence(HOW))]


async def on_add(event: ButtonPressed, tx: Transaction) -> Outcomes:
    return [OpenForm(page_form("", ""))] if await _is_lead(tx, event) else [Say(sentence(FOR_LEADS))]


async def on_edit(event: ButtonPressed, tx: Transaction) -> Outcomes:
    page = await _page(tx, event.workspace_id, event.subject)
    if not await _is_lead(tx, event):
        return [Say(sentence(FOR_LEADS))]
    if page is None or len(page.markdown) > LONGEST_PAGE:
        return [Say(sentence(NO_SUCH_PAGE if page is None else TOO_LONG))]
    return [OpenForm(page_form(page.markdown, f"{page.version}|{page.page_id}"))]


async def on_page(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """What could be read is saved, and what was wrong with the rest is said beside it. The page is read again: another
    lead may have changed or removed it while the form was open."""
    text = str(event.values.get("text") or "").strip()
    shown, _, wanted = event.subject.partition("|")
    before = await _page(tx, event.workspace_id, wanted)
    if not await _is_lead(tx, event):
        return [RefuseForm({"text": FOR_LEADS})]
    if not text:
        return [RefuseForm({"text": NO_WORDS})]
    if wanted and (before is None or before.version != shown):
        return [RefuseForm({"text": MEANWHILE if before else NO_SUCH_PAGE})]
    found = read_page(text, await _today(tx, event.workspace_id))
    if not found.sections:
        return [RefuseForm({"text": " ".join(found.problems) or NO_WORDS})]
    name = found.sections[0].page
    if name == "The page":
        return [RefuseForm({"text": NO_TITLE})]
    if before is not None and before.page_id != page_id(name):
        await keep_page(tx, event.workspace_id, before.name, [], event.person_id)
    version = await keep_page(tx, event.workspace_id, name, fields_of(found.sections), event.person_id)
    return [Say(saved_card(name, page_id(name), version, version - 1, found.problems))]


async def on_remove(event: ButtonPressed, tx: Transaction) -> Outcomes:
    page = await _page(tx, event.workspace_id, event.subject)
    if not await _is_lead(tx, event):
        return [Say(sentence(FOR_LEADS))]
    if page is None:
        return [Say(sentence(NO_SUCH_PAGE))]
    version = await keep_page(tx, event.workspace_id, page.name, [], event.person_id)
    return [Say(removed_card(page.name, page.page_id, version))]


async def on_restore(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """As it stood in a version; only while the newest one is still the one that was shown."""
    if not await _is_lead(tx, event):
        return [Say(sentence(FOR_LEADS))]
    wanted, _, rest = event.subject.partition("|")
    number, _, newest = rest.partition("|")
    versions = await playbook.page_versions(tx, event.workspace_id, wanted)
    if not versions or str(versions[-1].version) != newest:
        return [Replace(sentence(CHANGED))]
    fields = next((list(one.sections) for one in versions if str(one.version) == number), [])
    name = versions[-1].page
    await keep_page(tx, event.workspace_id, name, fields, event.person_id)
    said = f"“{name}” is back as it was." if fields else f"“{name}” is gone again, as it was before."
    return [Replace(sentence(said))]


BUTTONS: Mapping[str, Handler] = {
    Buttons.ADD_PAGE: on_add,
    Buttons.EDIT_PAGE: on_edit,
    Buttons.REMOVE_PAGE: on_remove,
    Buttons.RESTORE_PAGE: on_restore,
    **stock_desk.BUTTONS,
}
FORMS: Mapping[str, Handler] = {Forms.PAGE: on_page, **stock_desk.FORMS}


async def _versions(tx: Transaction, event: CommandGiven, name: str) -> Card:
    versions = await playbook.page_versions(tx, event.workspace_id, page_id(name))
    if not versions:
        return sentence(NO_VERSIONS)
    named = []
    for one in versions:
        who = await people.person(tx, event.workspace_id, one.by)
        named.append((one, who.name if who else ""))
    me = await people.person(tx, event.workspace_id, event.person_id)
    return versions_card(versions[-1].page, named, me.own_zone if me else "UTC", tx.now)


async def _pages(tx: Transaction, workspace_id: str) -> list[Page]:
    return pages_of([_SECTION.validate_python(row.fields) for row in await playbook.sections(tx, workspace_id)])


async def _page(tx: Transaction, workspace_id: str, wanted: str) -> Page | None:
    return next((page for page in await _pages(tx, workspace_id) if page.page_id == wanted), None)


async def _is_lead(tx: Transaction, event: ButtonPressed | FormSubmitted) -> bool:
    return (await people.viewer(tx, event.workspace_id, event.person_id)).is_lead


async def _today(tx: Transaction, workspace_id: str) -> date:
    calendar = calendar_of(await workspaces.workspace(tx, workspace_id))
    return tx.now.astimezone(zone_named(calendar.zone)).date()
