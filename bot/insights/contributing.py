"""Logging an insight, by command, form or shortcut, and taking it back."""

from collections.abc import Mapping

from bot.actions import OpenForm, Outcome, Outcomes, RefuseForm, Replace, Say, TellPerson
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, Interaction, ShortcutUsed
from bot.home import refreshed
from bot.insights import cards, crossing, life
from bot.insights.destination import destination
from bot.insights.destination import whither as whither_else
from bot.insights.parse import LONGEST_TEXT, Typed, checked, clean, theme_of, typed
from bot.insights.route import route_for
from bot.insights.sharing import has_customers, shared, told
from bot.insights.view import name_of, route_channel_words
from bot.mentions import find_people, meant_person
from storage import companies, insights, people, threads, workspaces
from storage.database import Transaction
from storage.insights import Insight
from storage.rows import new_id

LOGGED = "insight.logged"
NOT_THEIRS = "Only the person who logged an insight can take it back."


async def on_command(event: CommandGiven, tx: Transaction) -> Outcomes:
    """`/insight text #theme customer:Name heard:kind`; alone it opens the form."""
    if not clean(event.text):
        return [OpenForm(cards.insight_form())]
    read = typed(event.text)
    if read.problem:
        return [Say(cards.kept_text_card(read.problem, clean(event.text) if read.text else ""))]
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    heard_in = event.channel_id if place is not None and place.is_enrolled else ""
    found, outcomes = await _log(tx, event, read, channel_id=heard_in)
    return [Say(cards.confirmation_card(found, await whither(tx, found))), *outcomes]


async def on_open_form(event: ButtonPressed, tx: Transaction) -> Outcomes:
    return [OpenForm(cards.insight_form())]


async def on_shortcut(event: ShortcutUsed, tx: Transaction) -> Outcomes:
    """The form, filled from the message: a customer's words are the quote, a colleague's are the claim."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    subject = cards.SUBJECT_SIGN.join((event.channel_id, event.message_id)) if event.message_id else ""
    if said is not None and said.deleted_at is None:
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, said.thread_id)
        customer = said.author_name if said.is_by_customer else ""
        customer = (thread.customer_name if thread is not None else "") or customer
        words, is_by_customer = clean(said.text), said.is_by_customer
    else:
        author = await people.person(tx, event.workspace_id, event.author_id)
        is_by_customer = author is None or not author.is_colleague
        customer = author.name if author is not None and is_by_customer else ""
        words = clean(event.text)
    if is_by_customer:
        return [OpenForm(cards.insight_form(quote=words, customer=customer, subject=subject))]
    return [OpenForm(cards.insight_form(text=words, customer=customer, subject=subject))]


async def on_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    said = {name: str(event.values.get(name) or "") for name in ("text", "quote", "theme", "customer", "heard")}
    quote = clean(said["quote"])
    # A quote says enough by itself.
    text, quote = (said["text"], quote) if clean(said["text"]) else (quote, "")
    theme, text = theme_of(clean(text), clean(said["theme"]))
    read = checked(text, theme, said["customer"], said["heard"])
    if read.problem:
        return [RefuseForm({_field(read, said): read.problem})]
    if len(quote) > LONGEST_TEXT:
        return [RefuseForm({"quote": f"A quote has room for {LONGEST_TEXT:,} characters. Could you shorten it?"})]
    channel_id, _, message_id = event.subject.partition(cards.SUBJECT_SIGN)
    found, outcomes = await _log(tx, event, read, quote=quote, channel_id=channel_id, message_id=message_id)
    note = TellPerson(
        key=f"insight:{found.insight_id}:logged",
        person_id=event.person_id,
        topic=LOGGED,
        about={"insight": found.insight_id},
    )
    return [note, *outcomes, refreshed(event.person_id)]


def _field(read: Typed, said: Mapping[str, str]) -> str:
    """Beside which field the problem is shown."""
    if not read.text or len(read.text) > LONGEST_TEXT:
        return "text"
    if said["heard"] and not read.heard:
        return "heard"
    return "theme" if "theme" in read.problem else "customer"


async def _log(
    tx: Transaction, event: Interaction, read: Typed, *, quote: str = "", channel_id: str = "", message_id: str = ""
) -> tuple[Insight, list[Outcome]]:
    rule = route_for(await insights.routes(tx, event.workspace_id), read.theme, read.heard)
    there = None if rule is not None else await destination(tx, event.workspace_id, read.theme, read.heard)
    if there is not None:
        # Both are numbered in this transaction, and two that go opposite ways must not wait for each other.
        await companies.hold(tx, event.workspace_id, there.workspace.workspace_id)
    found = Insight(
        workspace_id=event.workspace_id,
        insight_id=new_id("i"),
        number=await insights.next_number(tx, event.workspace_id),
        author_id=event.person_id,
        text=read.text,
        created_at=event.at,
        quote=quote,
        theme=read.theme,
        heard=read.heard,
        customer_name=await _customer(tx, event, read.customer),
        channel_id=channel_id,
        message_id=message_id,
        route_channel_id=rule.channel_id if rule is not None else "",
        owner_id=rule.owner_id if rule is not None else "",
        sent_to_workspace_id=there.workspace.workspace_id if there is not None else "",
    )
    tx.session.add(found)
    if there is not None:
        return found, [await crossing.sent(tx, found)]
    return found, [*(shared(found) or told(found, await people.leads_or_admins(tx, event.workspace_id)))]


async def _customer(tx: Transaction, event: Interaction, words: str) -> str:
    """A mention becomes the person's name; anything else is kept as typed."""
    if words.startswith(("<@", "@")):
        named = await find_people(tx, event.workspace_id, event.person_id, meant_person(words))
        return named[0].name if len(named) == 1 else meant_person(words).name
    return words


async def whither(tx: Transaction, found: Insight) -> str:
    """One true sentence about where it goes."""
    if found.sent_to_workspace_id:
        return await whither_else(tx, found)
    if found.route_channel_id:
        owner = await name_of(tx, found.workspace_id, found.owner_id)
        if await has_customers(tx, found):
            return f"It goes to {owner} in private, who is asked to answer. You will hear what comes of it."
        channel = await route_channel_words(tx, found)
        return f"It goes to {channel}, and {owner} is asked to answer. You will hear what comes of it."
    to = await people.leads_or_admins(tx, found.workspace_id)
    if to:
        names = " and ".join("you" if one.person_id == found.author_id else one.name for one in to)
        return f"No route leads it to marketing yet, so it goes to {names}. You will hear what comes of it."
    return "No route leads it to marketing yet, and nobody is a lead, so it waits in my Home for you."


async def logged_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    found = await insights.insight(tx, people.machine(workspace_id), about["insight"])
    if found is None or found.state == life.WITHDRAWN:
        return None
    return cards.confirmation_card(found, await whither(tx, found))


async def on_undo(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """Works until marketing answered; a second press changes nothing."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    found = await insights.locked_insight(tx, viewer, event.subject)
    if found is None or found.author_id != event.person_id:
        return [Say(sentence(NOT_THEIRS))]
    outcomes: list[Outcome] = []
    if life.may_undo(viewer, found):
        life.changed(found, life.WITHDRAWN)
        outcomes += [*shared(found), *await crossing.taken_back(tx, found)]
    elif found.state != life.WITHDRAWN:
        said = f"Insight #{found.number} is already answered ({life.SAID[found.state]}), so it stays."
        return [Say(sentence(said))]
    if not event.message_id:
        return [*outcomes, refreshed(event.person_id)]
    lines = [f"Insight #{found.number} is withdrawn."]
    if await crossing.is_cut_off(tx, found):
        lines.append(crossing.CARD_STAYS)
    return [Replace(sentence(*lines)), *outcomes]
