"""Linked accounts: a person allows approved replies to be posted under their name, and can take that back."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.actions import OpenForm, Outcome, Outcomes, Say, TellPerson
from bot.capabilities import can_post_as, capabilities_of
from bot.cards import Card, sentence
from bot.errors import PlatformRefused
from bot.events import AccountLinked, AccountsRevoked, ButtonPressed, CommandGiven, PersonChanged, PersonUnreachable
from bot.home import refreshed
from bot.team import cards
from bot.team.company import parting
from storage import people, promises, workspaces
from storage.database import Transaction
from storage.rows import milliseconds
from storage.secrets import Vault

LinkUrl = Callable[[Transaction, str, str], Awaitable[str]]
"""(transaction, workspace id, person id) -> where this person gives their permission, for some minutes.

Raises `PlatformRefused` when linking is not set up."""
LINKED = "Your account is linked: replies that you approve are posted under your name. To undo it: /kindline unlink"

NOT_SET_UP = "Linking accounts is not set up here yet. Until then, Use gives you the text to copy."


async def is_linked(tx: Transaction, workspace_id: str, person_id: str) -> bool:
    return await can_post_as(tx, await workspaces.workspace(tx, workspace_id), person_id)


async def never_words(tx: Transaction, workspace_id: str) -> str:
    """Why no account can be linked here, however much somebody wants to; empty where one can."""
    able = capabilities_of(await workspaces.workspace(tx, workspace_id))
    if able.posts_as_person:
        return ""
    return f"{able.name} lets no bot post as a person, so there is nothing to link. Use gives you the text to copy."


async def linked_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    return sentence(LINKED) if await is_linked(tx, workspace_id, person_id) else None


@dataclass(frozen=True, slots=True)
class Accounts:
    """Shows the way to the permission, and forgets it when asked to."""

    vault: Vault
    link_url: LinkUrl

    async def on_link(self, event: CommandGiven, tx: Transaction) -> Outcomes:
        if never := await never_words(tx, event.workspace_id):
            return [Say(sentence(never))]
        if await is_linked(tx, event.workspace_id, event.person_id):
            return [Say(sentence(LINKED))]
        try:
            return [Say(cards.link_card(await self.link_url(tx, event.workspace_id, event.person_id)))]
        except PlatformRefused:
            return [Say(sentence(NOT_SET_UP))]

    async def on_link_pressed(self, event: ButtonPressed, tx: Transaction) -> Outcomes:
        if never := await never_words(tx, event.workspace_id):
            return [Say(sentence(never)), refreshed(event.person_id)]
        if await is_linked(tx, event.workspace_id, event.person_id):
            return [refreshed(event.person_id)]
        try:
            return [OpenForm(cards.link_form(await self.link_url(tx, event.workspace_id, event.person_id)))]
        except PlatformRefused:
            return [Say(sentence(NOT_SET_UP))]

    async def on_unlink(self, event: CommandGiven | ButtonPressed, tx: Transaction) -> Outcomes:
        was_linked = await is_linked(tx, event.workspace_id, event.person_id)
        if was_linked:
            await self.vault.forget(tx, event.workspace_id, event.person_id)
            workspaces.audit(tx, event.workspace_id, event.person_id, "account unlinked", person=event.person_id)
        words = "Your account is unlinked. From now on, Use gives you the text to copy."
        said = Say(sentence(words if was_linked else "Your account is not linked, so nothing changes."))
        is_at_home = isinstance(event, ButtonPressed) and not event.channel_id
        return [refreshed(event.person_id)] if is_at_home else [said, refreshed(event.person_id)]

    async def on_linked(self, event: AccountLinked, tx: Transaction) -> Outcomes:
        workspaces.audit(tx, event.workspace_id, event.person_id, "account linked", person=event.person_id)
        key = f"linked:{event.person_id}:{milliseconds(event.at)}"
        return [
            TellPerson(key=key, person_id=event.person_id, topic="team.linked", about={}),
            refreshed(event.person_id),
        ]

    async def on_revoked(self, event: AccountsRevoked, tx: Transaction) -> Outcomes:
        """Secrets go at once. When the app itself was removed the workspace is left in peace, and leaves its company:
        before it comes back, others may have joined."""
        for person_id in event.person_ids:
            await self.vault.forget(tx, event.workspace_id, person_id)
            workspaces.audit(tx, event.workspace_id, person_id, "account revoked", person=person_id)
        if not event.is_bot:
            return [refreshed(person_id) for person_id in event.person_ids]
        await self.vault.forget(tx, event.workspace_id)
        workspaces.audit(tx, event.workspace_id, "", "app removed")
        home = await workspaces.workspace(tx, event.workspace_id)
        if home is not None:
            home.is_active = False
        return [*await parting(tx, event, "")]


async def on_person_changed(event: PersonChanged, tx: Transaction) -> Outcomes:
    """When a colleague with a role has left, each lead is told once a day at most."""
    return await _leads_told(event, tx, "left") if event.is_deactivated else []


async def on_person_unreachable(event: PersonUnreachable, tx: Transaction) -> Outcomes:
    """When a colleague with a role blocked the bot, each lead is told once a day at most."""
    return await _leads_told(event, tx, "unreachable")


async def _leads_told(event: PersonChanged | PersonUnreachable, tx: Transaction, what: str) -> list[Outcome]:
    if not await people.roles_of(tx, event.workspace_id, event.person_id):
        return []
    return [
        TellPerson(
            key=f"{what}:{event.person_id}:{lead.person_id}:{event.at.date()}",
            person_id=lead.person_id,
            topic=f"team.{what}",
            about={"person": event.person_id},
        )
        for lead in await people.leads_or_admins(tx, event.workspace_id, besides=event.person_id)
    ]


async def left_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    who = await people.person(tx, workspace_id, about["person"])
    if who is None or not who.is_deactivated:
        return None
    if await promises.open_promises(tx, people.machine(workspace_id), who.person_id):
        return None  # The list of what they still owe says it (bot/promises/leaving.py), and one card is enough.
    roles = cards.said_roles(await people.roles_of(tx, workspace_id, who.person_id))
    return sentence(
        f"{who.name}'s account was deactivated ({roles}).",
        "Please see who takes over. Roles are changed with /kindline team.",
    )


async def unreachable_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    who = await people.person(tx, workspace_id, about["person"])
    if who is None or who.is_deactivated or await people.is_reachable(tx, who):
        return None
    if await promises.open_promises(tx, people.machine(workspace_id), who.person_id):
        return None  # As above: the list of what they owe says it.
    roles = cards.said_roles(await people.roles_of(tx, workspace_id, who.person_id))
    return sentence(
        f"I can't reach {who.name} ({roles}) any more: they blocked me, or removed me.",
        "Until they write to me again, their reminders come to you.",
    )
