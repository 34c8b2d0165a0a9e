"""Workspaces of one company: an admin links theirs with another by a code, sees which are linked, and ends it."""

from collections.abc import Mapping, Sequence

from bot.actions import Action, Outcomes, Say, TellPerson
from bot.capabilities import typed_anywhere
from bot.cards import Card, Part, Small, Words, sentence
from bot.company import Refusal, accept, called, invite
from bot.events import CommandGiven, CompanyJoined, CompanyLeft, CompanyToLeave, Crossing, Event
from storage import companies, people, workspaces
from storage.database import Transaction
from storage.rows import milliseconds

JOINED, LEFT = "team.company_joined", "team.company_left"
LEAVE = "leave"
FOR_ADMINS = "Only an admin can link workspaces. /kindline team shows who that is."
WHAT_CROSSES = (
    "Insights that find no route in one go to marketing in the other, and the answers come back. Customers' names,"
    " addresses and numbers are masked before anything crosses."
)
REFUSED = {
    Refusal.UNKNOWN: (
        "I don't know this code. Each works once, for ten minutes. An admin of the other workspace gets a new one with"
        " /kindline company"
    ),
    Refusal.OWN: "This code is for an admin of the other workspace to type there. Here is a new one.",
    Refusal.LINKED_ALREADY: "The two workspaces are linked already, so nothing changes.",
    Refusal.ELSEWHERE: "This workspace belongs with others already. To leave them first: /kindline company leave",
}


async def on_company(event: CommandGiven, tx: Transaction) -> Outcomes:
    """`/kindline company [code|leave]`."""
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    if not viewer.is_admin:
        return [Say(sentence(FOR_ADMINS))]
    words = event.text.lower().split()
    if not words:
        return [Say(await _overview(tx, event))]
    if words == [LEAVE]:
        return await _leave(tx, event)
    refusal = await accept(tx, event.workspace_id, event.person_id, words[-1].strip("`'\"“”‘’<>.,"))
    if refusal is Refusal.OWN:
        return [Say(await _overview(tx, event, Words(REFUSED[refusal])))]
    if refusal is not None:
        return [Say(sentence(REFUSED[refusal]))]
    return await _welcome(tx, event)


async def _overview(tx: Transaction, event: CommandGiven, *first: Part) -> Card:
    """Which workspaces are linked, and a code for one more."""
    others = await companies.linked(tx, event.workspace_id)
    code = await invite(tx, event.workspace_id, event.person_id)
    linked = (
        f"This workspace belongs to one company with {_names(others)}." if others else "This workspace stands alone."
    )
    parts: list[Part] = [
        *first,
        Words(linked),
        Words("To link another one, an admin there types this within ten minutes, once."),
        *(Words(way) for way in typed_anywhere(f"company {code}")),
        Small(WHAT_CROSSES),
    ]
    if others:
        parts.append(Small("To end it: /kindline company leave"))
    return Card("Your company's workspaces", parts)


def _names(others: Sequence[workspaces.Workspace]) -> str:
    *most, last = [called(one) for one in others]
    return f"{', '.join(most)} and {last}" if most else last


async def _welcome(tx: Transaction, event: CommandGiven) -> Outcomes:
    others = await companies.linked(tx, event.workspace_id)
    told = [
        CompanyJoined(workspace_id=one.workspace_id, from_workspace_id=event.workspace_id, at=event.at)
        for one in others
    ]
    line = f"This workspace and {_names(others)} belong to one company from now on."
    return [Say(sentence(line, WHAT_CROSSES)), *told]


async def _leave(tx: Transaction, event: CommandGiven) -> Outcomes:
    others = await companies.linked(tx, event.workspace_id)
    own = await parting(tx, event, event.person_id)
    if not others:
        return [Say(sentence("This workspace stands alone, so nothing changes.")), *own]
    said = sentence(
        f"This workspace is no longer linked with {_names(others)}.",
        "Insights stay at home from now on, and answers to those that crossed no longer come back.",
    )
    return [Say(said), *own]


async def parting(tx: Transaction, event: Event, person_id: str) -> list[Event]:
    """The event's workspace leaves its company. The others are told first, while something can still cross."""
    others = await companies.linked(tx, event.workspace_id)
    home_id, at = event.workspace_id, event.at
    told = [CompanyLeft(workspace_id=one.workspace_id, from_workspace_id=home_id, at=at) for one in others]
    return [*told, CompanyToLeave(workspace_id=home_id, at=at, person_id=person_id)]


async def on_to_leave(event: CompanyToLeave, tx: Transaction) -> Outcomes:
    for here in await companies.hold(tx, event.workspace_id):
        if here.company_id:
            companies.leave(here)
            workspaces.audit(tx, event.workspace_id, event.person_id, "company left")
    return []


async def on_joined(event: CompanyJoined, tx: Transaction) -> Outcomes:
    return await _told_to_admins(tx, event, JOINED)


async def on_left(event: CompanyLeft, tx: Transaction) -> Outcomes:
    return await _told_to_admins(tx, event, LEFT)


async def _told_to_admins(tx: Transaction, event: Crossing, topic: str) -> list[Action]:
    other = await workspaces.workspace(tx, event.from_workspace_id)
    if other is None:
        return []
    about = {"workspace": other.workspace_id, "name": called(other)}
    stem = f"{topic}:{other.workspace_id}:{milliseconds(event.at)}"
    return [
        TellPerson(key=f"{stem}:{admin.person_id}", person_id=admin.person_id, topic=topic, about=about)
        for admin in await people.with_role(tx, event.workspace_id, "admin")
    ]


async def joined_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    if not await companies.is_one_company(tx, workspace_id, about["workspace"]):
        return None
    line = f"{about['name']} and this workspace belong to one company from now on."
    return sentence(line, WHAT_CROSSES, "To see or end it: /kindline company")


async def left_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    if await companies.is_one_company(tx, workspace_id, about["workspace"]):
        return None
    return sentence(
        f"{about['name']} is no longer linked with this workspace.",
        "Insights stay at home from now on, and answers to those that crossed no longer go back.",
    )
