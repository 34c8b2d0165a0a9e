"""The border between the workspaces of one company: what may pass it, and how sentences call the other side.

Whatever a feature hands over, an insight now or a promise later, goes as a `Crossing` event through the desk, which
asks here. Nothing else reaches another workspace.
"""

from enum import StrEnum

from bot.capabilities import capabilities_of
from bot.errors import KindlineError
from bot.events import Crossing, Event
from storage import companies, oauth, people, workspaces
from storage.database import Transaction
from storage.workspaces import Workspace

CODE_PURPOSE = "company"


class BorderClosed(KindlineError):
    """An event was meant for another workspace and may not go there; what caused it is undone as a whole."""


async def check_border(tx: Transaction, workspace_id: str, event: Event) -> None:
    """Raises `BorderClosed` unless the event may pass from this workspace to its own."""
    if not isinstance(event, Crossing) or event.from_workspace_id != workspace_id:
        raise BorderClosed(f"a {type(event).__name__} does not pass from one workspace to another")
    if not await companies.is_one_company(tx, workspace_id, event.workspace_id):
        raise BorderClosed("the other workspace is not of the same company")


def called(workspace: Workspace) -> str:
    """ "Marigold Bikes on Slack"."""
    return f"{_own_name(workspace)} on {_platform(workspace)}"


def place_of(workspace: Workspace, place: str) -> str:
    """ "Marigold Bikes' #marketing on Slack"."""
    name = _own_name(workspace)
    whose = f"{name}'" if name.endswith("s") else f"{name}'s"
    return f"{whose} {place} on {_platform(workspace)}"


def _own_name(workspace: Workspace) -> str:
    """Its name, without the platform that some put there themselves."""
    name = workspace.name.strip() or workspace.workspace_id
    ending = f" on {_platform(workspace)}"
    return name[: -len(ending)] if name.lower().endswith(ending.lower()) and len(name) > len(ending) else name


def _platform(workspace: Workspace) -> str:
    return capabilities_of(workspace).name


class Refusal(StrEnum):
    """Why a code opens nothing."""

    UNKNOWN = "unknown"  # Also used, too old, or given by somebody who is no admin any more.
    OWN = "own"
    LINKED_ALREADY = "linked_already"
    ELSEWHERE = "elsewhere"  # This workspace belongs with others.


async def invite(tx: Transaction, workspace_id: str, admin_id: str) -> str:
    """A code with which an admin of another workspace joins this one's company, once, for ten minutes."""
    return await oauth.issue(tx, workspace_id, admin_id, purpose=CODE_PURPOSE)


async def accept(tx: Transaction, workspace_id: str, admin_id: str, code: str) -> Refusal | None:
    """Join the company of the workspace that gave the code; None when that happened. Both keep an audit entry."""
    ticket = await oauth.take(tx, code, purpose=CODE_PURPOSE)
    if ticket is None:
        return Refusal.UNKNOWN
    if ticket.workspace_id == workspace_id:
        return Refusal.OWN
    held = {one.workspace_id: one for one in await companies.hold(tx, workspace_id, ticket.workspace_id)}
    here, there = held.get(workspace_id), held.get(ticket.workspace_id)
    is_still_admin = (await people.viewer(tx, ticket.workspace_id, ticket.person_id)).is_admin
    if here is None or there is None or not there.is_active or not is_still_admin:
        return Refusal.UNKNOWN
    if await companies.is_one_company(tx, workspace_id, there.workspace_id):
        return Refusal.LINKED_ALREADY
    if await companies.linked(tx, workspace_id):
        return Refusal.ELSEWHERE
    companies.join(there, here)
    workspaces.audit(tx, workspace_id, admin_id, "company joined", workspace=there.workspace_id)
    workspaces.audit(tx, there.workspace_id, ticket.person_id, "company joined", workspace=workspace_id)
    return None
