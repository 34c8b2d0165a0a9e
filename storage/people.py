"""People, their roles, and the viewer through whom every object is reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage import addresses
from storage.database import Transaction
from storage.rows import Id, Row
from storage.threads import Message

Role = Literal["agent", "lead", "marketer", "admin"]
ROLES: tuple[Role, ...] = ("agent", "lead", "marketer", "admin")


class Person(Row):
    """Somebody seen on a platform. `is_colleague` is decided by the platform's facts and fails closed."""

    __tablename__ = "people"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    checked_at: Mapped[datetime]
    """When the platform was last asked who this is (raw time)."""
    zone: Mapped[str] = mapped_column(default="UTC")
    email: Mapped[str] = mapped_column(default="")
    is_colleague: Mapped[bool] = mapped_column(default=False)
    is_guest: Mapped[bool] = mapped_column(default=False)
    """A guest of this workspace: a customer, unless a role makes them an agent."""
    is_app: Mapped[bool] = mapped_column(default=False)
    is_deactivated: Mapped[bool] = mapped_column(default=False)
    settings: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    """What they changed for themselves: day_starts, zone, workdays."""

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.strip() else "there"

    @property
    def own_zone(self) -> str:
        """The zone they chose, else the platform's."""
        return str(self.settings.get("zone") or self.zone)


class RoleGrant(Row):
    __tablename__ = "roles"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, primary_key=True)
    role: Mapped[str] = mapped_column(Id, primary_key=True)


@dataclass(frozen=True, slots=True)
class Viewer:
    """On whose behalf rows are read. Built once per event by `viewer()`, so a removed role ends at the next request."""

    workspace_id: str
    person_id: str
    roles: frozenset[str]
    is_staff: bool
    is_machine: bool = False

    def has(self, role: Role) -> bool:
        return self.is_machine or role in self.roles

    @property
    def is_lead(self) -> bool:
        return self.has("lead") or self.has("admin")

    @property
    def is_admin(self) -> bool:
        return self.has("admin")


def machine(workspace_id: str) -> Viewer:
    """The bot itself, for timers and deliveries: sees its whole workspace and nothing of another."""
    return Viewer(workspace_id, "", frozenset(), is_staff=True, is_machine=True)


async def person(tx: Transaction, workspace_id: str, person_id: str) -> Person | None:
    return await tx.session.get(Person, (workspace_id, person_id))


async def viewer(tx: Transaction, workspace_id: str, person_id: str) -> Viewer:
    """Who is looking. Unknown people, customers and apps are not staff; a role makes a guest an agent, never a
    stranger."""
    found = await person(tx, workspace_id, person_id)
    roles = frozenset(await roles_of(tx, workspace_id, person_id))
    is_staff = found is not None and not found.is_deactivated and is_colleague(found, roles)
    return Viewer(workspace_id, person_id, roles if is_staff else frozenset(), is_staff)


def is_colleague(who: Person, roles: frozenset[str]) -> bool:
    return not who.is_app and (who.is_colleague or (who.is_guest and bool(roles)))


async def is_outsider(tx: Transaction, workspace_id: str, person_id: str) -> bool:
    """True for a person we know to be no colleague. False for apps, and for ids nobody has looked up."""
    found = await person(tx, workspace_id, person_id)
    if found is None or found.is_app:
        return False
    return not is_colleague(found, frozenset(await roles_of(tx, workspace_id, person_id)))


async def outsider_wrote_in(tx: Transaction, workspace_id: str, channel_id: str) -> bool:
    """True when a message was heard in this channel from somebody who is no colleague today."""
    query = (
        select(Message.author_id)
        .join(Person, (Person.workspace_id == Message.workspace_id) & (Person.person_id == Message.author_id))
        .where(Message.workspace_id == workspace_id, Message.channel_id == channel_id)
        .where(Person.is_colleague.is_(False), Person.is_app.is_(False))
        .distinct()
    )
    authors = (await tx.session.scalars(query)).all()
    return any([await is_outsider(tx, workspace_id, author) for author in authors])


async def roles_of(tx: Transaction, workspace_id: str, person_id: str) -> Sequence[str]:
    query = select(RoleGrant.role).where(RoleGrant.workspace_id == workspace_id, RoleGrant.person_id == person_id)
    return (await tx.session.scalars(query)).all()


async def with_role(tx: Transaction, workspace_id: str, role: Role) -> Sequence[Person]:
    """Active people who hold the role, in a stable order."""
    query = (
        select(Person)
        .join(RoleGrant, (RoleGrant.workspace_id == Person.workspace_id) & (RoleGrant.person_id == Person.person_id))
        .where(Person.workspace_id == workspace_id, RoleGrant.role == role, Person.is_deactivated.is_(False))
        .order_by(Person.person_id)
    )
    return (await tx.session.scalars(query)).all()


async def is_reachable(tx: Transaction, who: Person | None) -> bool:
    """True when a private message arrives, as far as we know: an active account that did not block the bot."""
    if who is None or who.is_deactivated:
        return False
    return await addresses.is_reachable(tx, who.workspace_id, who.person_id)


async def leads_or_admins(tx: Transaction, workspace_id: str, *, besides: str = "") -> Sequence[Person]:
    """Who looks after what concerns the team: the leads, or where none can be reached the admins; never the person
    whom the matter is about (`besides`)."""
    looking_after: tuple[Role, ...] = ("lead", "admin")
    for role in looking_after:
        holders = [one for one in await with_role(tx, workspace_id, role) if one.person_id != besides]
        found = [one for one in holders if await is_reachable(tx, one)]
        if found:
            return found
    return []


async def colleagues(tx: Transaction, workspace_id: str) -> Sequence[Person]:
    """Everybody with a role, by name."""
    held = select(RoleGrant.person_id).where(RoleGrant.workspace_id == workspace_id)
    query = select(Person).where(Person.workspace_id == workspace_id, Person.person_id.in_(held)).order_by(Person.name)
    return (await tx.session.scalars(query)).all()


async def everyone(tx: Transaction, workspace_id: str) -> Sequence[Person]:
    """Everybody active who was ever seen in the workspace, customers included, by name."""
    query = select(Person).where(Person.workspace_id == workspace_id, Person.is_deactivated.is_(False))
    return (await tx.session.scalars(query.order_by(Person.name, Person.person_id))).all()


async def set_roles(tx: Transaction, workspace_id: str, person_id: str, roles: Sequence[str]) -> None:
    """Replace a person's roles. The caller checks who may, and writes the audit row."""
    mine = (RoleGrant.workspace_id == workspace_id) & (RoleGrant.person_id == person_id)
    await tx.session.execute(delete(RoleGrant).where(mine))
    tx.session.add_all(RoleGrant(workspace_id=workspace_id, person_id=person_id, role=r) for r in sorted(set(roles)))
