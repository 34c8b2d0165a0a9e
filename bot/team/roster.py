"""People and their roles: the command, the form behind Edit, and how the first admin comes to be."""

from collections.abc import Mapping, Sequence

from bot.actions import OpenForm, Outcome, Outcomes, RefuseForm, Replace, Say, TellPerson
from bot.cards import Card, sentence
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, PersonChanged
from bot.home import refreshed
from bot.mentions import Meant, find_people
from bot.team import cards, own_day
from bot.team.roles import may_set_up, refusal, team_wish, unknown_role
from storage import people, workspaces
from storage.database import Transaction
from storage.people import ROLES, Person, Viewer
from storage.rows import new_id

NO_ADMIN = "Nobody looks after Kindline here yet. Open my Home and press Set up Kindline."
NOT_THEIRS = "Only a lead or an admin can change other people's settings."


async def on_team(event: CommandGiven, tx: Transaction) -> Outcomes:
    """`/kindline team`: the list, one person, or a change of roles."""
    wish = team_wish(event.text)
    find_viewer = people.viewer if wish.roles is None else _who_decides
    viewer = await find_viewer(tx, event.workspace_id, event.person_id)
    if wish.who is None:
        return [Say(await _list(tx, viewer))]
    if wish.unknown:
        return [Say(sentence(unknown_role(wish.unknown)))]
    found = await find_people(tx, event.workspace_id, event.person_id, wish.who)
    if len(found) != 1:
        return [Say(sentence(_not_one(wish.who, found)))]
    person = found[0]
    if wish.roles is None:
        roles = await people.roles_of(tx, event.workspace_id, person.person_id)
        return [Say(sentence(f"{person.name}: {cards.said_roles(roles)}."))]
    if await _is_first_admin(tx, viewer, person, wish.roles):
        return [Say(sentence(await make_first_admin(tx, viewer, wish.roles))), refreshed(person.person_id)]
    problem, outcomes = await change_roles(tx, viewer, person, wish.roles)
    if problem:
        return [Say(sentence(problem))]
    return [Say(sentence(f"{person.name}: {cards.said_roles(list(wish.roles))}.")), *outcomes]


async def _who_decides(tx: Transaction, workspace_id: str, person_id: str) -> Viewer:
    """The viewer, with all roles of the workspace held: two admins who remove each other at once do it one by one."""
    await workspaces.locked_workspace(tx, workspace_id)
    return await people.viewer(tx, workspace_id, person_id)


async def _list(tx: Transaction, viewer: Viewer) -> Card:
    rows = await with_roles(tx, viewer.workspace_id)
    card = cards.roster_card(rows, can_edit=viewer.is_lead)
    if not await people.with_role(tx, viewer.workspace_id, "admin"):
        return Card(card.summary, [*card.parts, *sentence(NO_ADMIN).parts])
    return card


async def with_roles(tx: Transaction, workspace_id: str) -> list[tuple[Person, Sequence[str]]]:
    everybody = await people.colleagues(tx, workspace_id)
    return [(who, await people.roles_of(tx, workspace_id, who.person_id)) for who in everybody]


def _not_one(meant: Meant, found: Sequence[Person]) -> str:
    if found:
        return f"{len(found)} people go by that name. Please mention the one you mean with @."
    name = meant.name or meant.id
    return f"I don't know “{name[:60]}” yet. I get to know people when they write where I listen, or open my Home."


async def change_roles(
    tx: Transaction, viewer: Viewer, person: Person, roles: frozenset[str]
) -> tuple[str, Sequence[Outcome]]:
    """Make the change, for a viewer of `_who_decides`. Answers (why not, nothing) or ("", what follows from it)."""
    workspace_id = viewer.workspace_id
    old = frozenset(await people.roles_of(tx, workspace_id, person.person_id))
    admins = await people.with_role(tx, workspace_id, "admin")
    others = sum(admin.person_id != person.person_id for admin in admins)
    if problem := refusal(viewer, person, old, roles, others):
        return problem, []
    if old == roles:
        return "", []
    await people.set_roles(tx, workspace_id, person.person_id, list(roles))
    about = {"person": person.person_id, "from": sorted(old), "to": sorted(roles)}
    workspaces.audit(tx, workspace_id, viewer.person_id, "roles changed", **about)
    outcomes: list[Outcome] = [refreshed(person.person_id)]
    if roles - old and person.person_id != viewer.person_id:
        note = {"by": viewer.person_id, "roles": " ".join(sorted(roles - old))}
        outcomes.append(
            TellPerson(
                key=f"roles:{person.person_id}:{new_id()}", person_id=person.person_id, topic="team.roles", about=note
            )
        )
    return "", outcomes


async def roles_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """None when the roles were taken away again before the note went out."""
    held = await people.roles_of(tx, workspace_id, person_id)
    given = [role for role in ROLES if role in about["roles"].split() and role in held]
    giver = await people.person(tx, workspace_id, about["by"])
    if not given or giver is None:
        return None
    return sentence(f"{giver.name} added you as {' and '.join(given)}. My Home shows what is there for you.")


async def _is_first_admin(tx: Transaction, viewer: Viewer, person: Person, roles: frozenset[str]) -> bool:
    return "admin" in roles and person.person_id == viewer.person_id and await can_set_up(tx, viewer, person)


async def can_set_up(tx: Transaction, viewer: Viewer, person: Person) -> bool:
    admins = len(await people.with_role(tx, viewer.workspace_id, "admin"))
    leads = len(await people.with_role(tx, viewer.workspace_id, "lead"))
    return may_set_up(viewer, person, admins, leads)


async def make_first_admin(tx: Transaction, viewer: Viewer, roles: frozenset[str]) -> str:
    old = await people.roles_of(tx, viewer.workspace_id, viewer.person_id)
    new = sorted({*old, *roles, "admin"})
    await people.set_roles(tx, viewer.workspace_id, viewer.person_id, new)
    workspaces.audit(tx, viewer.workspace_id, viewer.person_id, "first admin", person=viewer.person_id, to=new)
    return "You look after Kindline now. Next: type /kindline here in a channel where you answer customers."


async def on_set_up(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await _who_decides(tx, event.workspace_id, event.person_id)
    person = await people.person(tx, event.workspace_id, event.person_id)
    if person is None or not await can_set_up(tx, viewer, person):
        words = "Kindline is already set up; /kindline team shows who looks after it."
    else:
        words = await make_first_admin(tx, viewer, frozenset({"admin", "lead"}))
    answer = Replace(sentence(words)) if event.message_id else Say(sentence(words))
    return [answer, refreshed(event.person_id)]


async def on_edit_person(event: ButtonPressed, tx: Transaction) -> Outcomes:
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    person = await people.person(tx, event.workspace_id, event.subject)
    if not viewer.is_lead or person is None:
        return [Say(sentence(NOT_THEIRS)), refreshed(event.person_id)]
    return [OpenForm(cards.person_form(person, await people.roles_of(tx, event.workspace_id, person.person_id)))]


async def on_person_settings(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """The roles are checked again here: the lead may have been removed while the form was open."""
    viewer = await _who_decides(tx, event.workspace_id, event.person_id)
    person = await people.person(tx, event.workspace_id, event.subject)
    if not viewer.is_lead or person is None:
        return [RefuseForm({"roles": NOT_THEIRS})]
    zone = own_day.zone_named(str(event.values.get("zone") or ""))
    if zone is None:
        return [RefuseForm({"zone": own_day.unknown_zone(str(event.values.get("zone") or ""))})]
    roles = frozenset(map(str, event.values.get("roles") or ())) & frozenset(ROLES)
    problem, outcomes = await change_roles(tx, viewer, person, roles)
    if problem:
        return [RefuseForm({"roles": problem})]
    follow: list[Outcome] = [*outcomes, refreshed(event.person_id)]
    if zone != person.own_zone:
        person.settings = {**person.settings, "zone": zone}
        workspaces.audit(tx, event.workspace_id, event.person_id, "zone changed", person=person.person_id, to=zone)
        follow.append(
            PersonChanged(workspace_id=event.workspace_id, at=event.at, person_id=person.person_id, zone_changed=True)
        )
    return follow
