"""Where Kindline listens: a lead enrols a channel, pauses it, or takes it out again."""

from collections.abc import Mapping
from difflib import get_close_matches

from bot.actions import Outcomes, Say, TellPerson
from bot.capabilities import capabilities_of
from bot.cards import Card, sentence
from bot.events import ChannelClosed, CommandGiven, CustomersSeen
from bot.home import refreshed
from bot.mentions import channel_words, given_name
from bot.team import cards
from bot.workspace_settings import settings_of
from storage import insights, people, workspaces
from storage.database import Transaction
from storage.rows import new_id
from storage.workspaces import Channel

WORDS = ("shared", "relay", "off")
FOR_LEADS = "Only a lead or an admin can do this. /kindline team shows who that is."
EVERYWHERE = ("everywhere", "all")


async def on_here(event: CommandGiven, tx: Transaction) -> Outcomes:
    """`/kindline here [shared|relay|off]`: enrol the channel in which it was typed."""
    wish = event.text.strip().lower()
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    found = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if problem := await _problem(tx, event, wish, is_lead=viewer.is_lead):
        return [Say(sentence(problem))]
    if wish == "off":
        if found is None or not found.is_enrolled:
            return [Say(sentence("Kindline is not listening here, so nothing changes."))]
        found.is_enrolled = False
        workspaces.audit(tx, event.workspace_id, event.person_id, "channel left", channel=event.channel_id)
        said = "Kindline no longer listens here. Promises that are still open will be reminded as before."
        return [Say(sentence(said)), refreshed(event.person_id)]
    kind = wish or (found.kind if found is not None and found.is_enrolled else "shared")
    if found is None:
        found = Channel(workspace_id=event.workspace_id, channel_id=event.channel_id, kind=kind)
        tx.session.add(found)
    found.name = given_name(event.channel_name) or found.name
    was = found.kind if found.is_enrolled else ""
    # Enrolling is the lead's word that the channel is open again, whatever closed it before.
    found.kind, found.is_enrolled, found.is_closed = kind, True, False
    # A lead may only be stricter than what we know: see bot/openness.py.
    found.has_customers = found.has_customers or kind == "shared"
    if was != kind:
        workspaces.audit(
            tx, event.workspace_id, event.person_id, "channel enrolled", channel=event.channel_id, kind=kind
        )
    able = capabilities_of(await workspaces.workspace(tx, event.workspace_id))
    lines = [cards.ENROLLED[kind], cards.belonging(able)]
    if not wish and not was:
        lines.insert(
            1, "Is it an internal channel, fed by a help desk or by colleagues? Then type: /kindline here relay"
        )
    return [Say(sentence(*lines)), refreshed(event.person_id)]


async def _problem(tx: Transaction, event: CommandGiven, wish: str, *, is_lead: bool) -> str:
    """Why the channel is not enrolled; empty when it may be."""
    if not is_lead:
        return FOR_LEADS
    if wish and wish not in WORDS:
        near = get_close_matches(wish, WORDS, n=1)
        hint = f" Did you mean /kindline here {near[0]}?" if near else ""
        return f"After “here” I know shared, relay and off.{hint}"
    if not event.channel_id:
        return "Type this in the channel where I should listen."
    if wish in ("", "shared") and await _is_routed_to(tx, event.workspace_id, event.channel_id):
        return "Insights go to this channel, so it stays among colleagues. To change that: /kindline route"
    return ""


async def _is_routed_to(tx: Transaction, workspace_id: str, channel_id: str) -> bool:
    return any(route.channel_id == channel_id for route in await insights.routes(tx, workspace_id))


async def on_pause(event: CommandGiven, tx: Transaction) -> Outcomes:
    return await _set_paused(event, tx, is_paused=True)


async def on_resume(event: CommandGiven, tx: Transaction) -> Outcomes:
    return await _set_paused(event, tx, is_paused=False)


async def _set_paused(event: CommandGiven, tx: Transaction, *, is_paused: bool) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_lead:
        return [Say(sentence(FOR_LEADS))]
    if event.text.strip().lower() in EVERYWHERE:
        return await _set_paused_everywhere(event, tx, is_paused=is_paused)
    if event.text.strip():
        return [Say(sentence(f"Type /kindline {event.word} for this channel, or /kindline {event.word} everywhere."))]
    found = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if found is None or not found.is_enrolled:
        return [Say(sentence("Kindline is not listening here, so there is nothing to change."))]
    found.is_paused = is_paused
    what = "drafts paused" if is_paused else "drafts resumed"
    workspaces.audit(tx, event.workspace_id, event.person_id, what, channel=event.channel_id)
    if is_paused:
        said = "Drafts are paused in this channel. Promises are still noticed and reminded. To go on: /kindline resume"
    elif settings_of(await workspaces.workspace(tx, event.workspace_id)).is_paused:
        said = "This channel is ready, and drafts are still paused everywhere. To go on: /kindline resume everywhere"
    else:
        said = "Drafts are on again in this channel."
    return [Say(sentence(said)), refreshed(event.person_id)]


async def _set_paused_everywhere(event: CommandGiven, tx: Transaction, *, is_paused: bool) -> Outcomes:
    home = await workspaces.workspace(tx, event.workspace_id)
    if home is None:
        return []
    home.settings = {**home.settings, "is_paused": is_paused}
    what = "drafts paused" if is_paused else "drafts resumed"
    workspaces.audit(tx, event.workspace_id, event.person_id, what, channel="")
    on = "Drafts are on again, except in channels that are paused one by one."
    off = "Drafts are paused everywhere. Promises are still noticed and reminded. To go on: /kindline resume everywhere"
    return [Say(sentence(off if is_paused else on)), refreshed(event.person_id)]


async def on_channel_closed(event: ChannelClosed, tx: Transaction) -> Outcomes:
    """Leads hear of it when something was expected from that channel."""
    found = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if found is None or found.is_closed:
        return []
    found.is_closed = True
    if not found.is_enrolled and not await _is_routed_to(tx, event.workspace_id, event.channel_id):
        return []
    about = {"channel": event.channel_id}
    closing = new_id()
    return [
        TellPerson(key=f"closed:{closing}:{lead.person_id}", person_id=lead.person_id, topic="team.closed", about=about)
        for lead in await people.leads_or_admins(tx, event.workspace_id)
    ]


async def closed_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """None when the channel was enrolled again meanwhile."""
    found = await workspaces.channel(tx, workspace_id, about["channel"])
    if found is None or not found.is_closed:
        return None
    name = channel_words(found, f"a channel ({found.channel_id})")
    return sentence(
        f"I can no longer hear {name}: it was archived or deleted, or I was removed from it.",
        "Should I come back? Add me there and type /kindline here. Open promises are still reminded.",
    )


async def on_customers_seen(event: CustomersSeen, tx: Transaction) -> Outcomes:
    """Each lead hears of it once for each channel."""
    about = {"channel": event.channel_id}
    return [
        TellPerson(
            key=f"customers:{event.channel_id}:{lead.person_id}",
            person_id=lead.person_id,
            topic="team.customers",
            about=about,
        )
        for lead in await people.leads_or_admins(tx, event.workspace_id)
    ]


async def customers_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    found = await workspaces.channel(tx, workspace_id, about["channel"])
    if found is None or not found.has_customers:
        return None
    name = channel_words(found, f"a channel ({found.channel_id})")
    lines = [
        f"Customers may read along in {name}: it is shared with another organisation, or somebody from outside is in"
        " it."
    ]
    if found.is_enrolled:
        lines.append("So drafts there are shown to agents only.")
    if await _is_routed_to(tx, workspace_id, found.channel_id):
        lines.append(
            "So insights no longer go there; each goes to its owner in private. To change that: /kindline route"
        )
    return sentence(*lines)
