"""Which customer of the records somebody on the platform is: an agent says it once, and it is remembered for them."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from bot.actions import OpenForm, Outcome, Outcomes, RefuseForm, Replace, Say
from bot.buttons import Buttons, Forms
from bot.cards import Actions, Button, Card, Form, Input, Part, SelectInput, TextInput, Words, sentence
from bot.events import ButtonPressed, FormSubmitted
from bot.feature import Ahead, Handler
from bot.replies.cards import NOT_AN_AGENT
from bot.replies.held import GONE, draft_of, for_agents, gone_card, held
from bot.replies.offer import Offers, homes
from bot.replies.polishing.anew import better_words
from bot.replies.redo import cards_anew
from bot.replies.when import is_open, still_fits
from bot.replies.wish import Wish
from storage import people, playbook, replies, threads, workspaces
from storage.database import Transaction
from storage.threads import Thread

MOST_FOUND, LONGEST_SEARCH, LONGEST_ID, LONGEST_LABEL = 10, 100, 140, 75
LIKE_ENOUGH = 0.8
NOBODY = "Nobody in your records has this name, email or id. Try a part of it."
CHOOSE = "Choose who it is, or search for another name."
UNDONE = "Undone: I no longer take them for this customer, and drafts are written without the record."
KNOWN_OTHERWISE = "This was changed meanwhile, so nothing was undone."
Found = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Linking:
    offers: Offers

    def buttons(self) -> Mapping[str, Handler]:
        handlers = {Buttons.LINK_CUSTOMER: self.on_link, Buttons.UNLINK_CUSTOMER: self.on_unlink}
        return {button: for_agents(handler) for button, handler in handlers.items()}

    def ahead(self) -> dict[Handler, Ahead]:
        return {self.on_form: self.before_form}

    async def on_link(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        """The form opens with those whose name is like the one in the thread."""
        draft = await draft_of(tx, event)
        if draft is None or not is_open(draft):
            return [Replace(await gone_card(tx, draft))]
        draft.reply_to, draft.pressed_id = event.reply_to, event.message_id
        thread = await held(tx, draft)
        wanted = thread.customer_name[:LONGEST_SEARCH]
        known = await playbook.customers_in_short(tx, event.workspace_id)
        return [OpenForm(link_form(draft.draft_id, wanted, found(known, wanted), who=thread.customer_name))]

    async def before_form(self, event: FormSubmitted, tx: Transaction) -> None:
        draft = await draft_of(tx, event)
        if draft is not None and (record_id := _chosen(event)):
            await self.offers.think_again(tx, draft, replace(Wish.of(draft), record_id=record_id))

    async def on_form(self, event: FormSubmitted, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        draft = await draft_of(tx, event)
        if not viewer.has("agent") or draft is None:
            return [RefuseForm({"search": NOT_AN_AGENT if not viewer.has("agent") else GONE})]
        thread, record_id = await held(tx, draft), _chosen(event)
        if not record_id:
            return await self._searched(tx, event, draft.draft_id, thread)
        if await playbook.customer(tx, event.workspace_id, record_id) is None:
            return [RefuseForm({"record": CHOOSE})]
        return await self._linked(tx, event, thread, record_id)

    async def _searched(self, tx: Transaction, event: FormSubmitted, draft_id: str, thread: Thread) -> Outcomes:
        typed = str(event.values.get("search") or "").strip()[:LONGEST_SEARCH]
        if typed == _searched_for(event) and typed:
            return [RefuseForm({"record": CHOOSE})]
        some = found(await playbook.customers_in_short(tx, event.workspace_id), typed)
        if not some:
            return [RefuseForm({"search": NOBODY})]
        return [OpenForm(link_form(draft_id, typed, some, who=thread.customer_name))]

    async def _linked(self, tx: Transaction, event: FormSubmitted, thread: Thread, record_id: str) -> Outcomes:
        row = await playbook.customer(tx, event.workspace_id, record_id)
        name = str(row.fields.get("name") or record_id) if row is not None else record_id
        if thread.customer_id:
            await playbook.link_customer(tx, event.workspace_id, thread.customer_id, record_id)
        about = {"person": thread.customer_id, "record": record_id}
        workspaces.audit(tx, event.workspace_id, event.person_id, "customer linked", **about)
        redone = await self._all_anew(tx, thread, record_id)
        who = thread.customer_name or "This customer"
        said = f"I now know {who} as {name} ({record_id}) in your records, and wrote the draft anew with that."
        undo = Button(Buttons.UNLINK_CUSTOMER, "Undo", f"{thread.channel_id}|{thread.thread_id}|{record_id}")
        return [Say(Card(said, [Words(said), Actions([undo])])), *redone]

    async def on_unlink(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        channel_id, _, rest = event.subject.partition("|")
        thread_id, _, record_id = rest.partition("|")
        known = await threads.thread(tx, event.workspace_id, channel_id, thread_id)
        thread = await threads.locked_thread(tx, event.workspace_id, channel_id, thread_id) if known else None
        if thread is None or not record_id or thread.record_id != record_id:
            return [Replace(sentence(KNOWN_OTHERWISE))]
        if thread.customer_id:
            await playbook.unlink_customer(tx, event.workspace_id, thread.customer_id)
        about = {"person": thread.customer_id, "record": record_id}
        workspaces.audit(tx, event.workspace_id, event.person_id, "customer unlinked", **about)
        return [Replace(sentence(UNDONE)), *await self._all_anew(tx, thread, "")]

    async def _all_anew(self, tx: Transaction, thread: Thread, record_id: str) -> list[Outcome]:
        """Their threads know the record from now on; this one's open drafts are written anew with it."""
        thread.record_id = record_id
        for other in await threads.threads_of_customer(tx, thread.workspace_id, thread.customer_id):
            other.record_id = record_id
        outcomes: list[Outcome] = []
        messages = await threads.messages_of(tx, thread)
        for draft in await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id):
            if is_open(draft) and not draft.promise_id and still_fits(draft, messages):
                await self.offers.remake(tx, thread, draft, Wish.of(draft))
                outcomes += [*await cards_anew(tx, draft), *homes([draft.person_id])]
                outcomes += await better_words(tx, draft, self.offers)
        return outcomes


def link_form(draft_id: str, searched: str, some: Sequence[Found], *, who: str) -> Form:
    """A field to search in, and those who were found; the subject keeps what was searched for."""
    parts: list[Part | Input] = [
        Words(f"Who is {who or 'this customer'} in your records? I remember it for them, and only in this workspace."),
        TextInput("search", "Name, email or id", initial=searched, is_optional=True, max_length=LONGEST_SEARCH),
    ]
    if some:
        options = [(_label(one), one[0]) for one in some]
        parts.append(SelectInput("record", "This is", options, is_optional=True))
    elif searched:
        parts.append(Words("I found nobody like that yet. Search for another name, an email or an id."))
    return Form(
        Forms.CUSTOMER, "Link to customer", parts, submit="Link" if some else "Search", subject=f"{draft_id}|{searched}"
    )


def found(known: Sequence[Found], wanted: str) -> list[Found]:
    """Those whose id, email or name holds the words, the likeliest first; then names that are spelt almost so."""
    words = _plain(wanted).split()
    if not words:
        return []
    rated = [(_likeness(one, words), one) for one in known if len(one[0]) <= LONGEST_ID]
    best = sorted((one for one in rated if one[0] >= LIKE_ENOUGH), key=lambda one: (-one[0], one[1][1], one[1][0]))
    return [one for _, one in best[:MOST_FOUND]]


def _likeness(one: Found, words: Sequence[str]) -> float:
    record_id, name, email = (_plain(part) for part in one)
    whole = " ".join(words)
    if whole in (record_id, email):
        return 3.0
    if all(word in f"{record_id} {name} {email}" for word in words):
        return 2.0 if whole in name else 1.5
    return SequenceMatcher(None, whole, name).ratio()


def _plain(text: str) -> str:
    """Without capitals, accents and doubled blanks."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in flat if not unicodedata.combining(letter)).split())


def _label(one: Found) -> str:
    label = " · ".join(part for part in (one[1], one[2], one[0]) if part)
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def _searched_for(event: FormSubmitted) -> str:
    return event.subject.partition("|")[2]


def _chosen(event: FormSubmitted) -> str:
    """The record that was picked; none while the search words are others than those it was found by."""
    typed = str(event.values.get("search") or "").strip()[:LONGEST_SEARCH]
    return str(event.values.get("record") or "") if typed == _searched_for(event) else ""
