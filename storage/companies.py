"""Which workspaces belong to one company: the only ones between which anything may pass.

The border between workspaces stays where it is; an admin on each side opened one door in it, and either can close it.
"""

from collections.abc import Sequence

from sqlalchemy import select

from storage.database import Transaction
from storage.rows import new_id
from storage.workspaces import Workspace


async def is_one_company(tx: Transaction, one_id: str, other_id: str) -> bool:
    """True when both belong to the same company now; read anew each time, since either side may leave."""
    if one_id == other_id:
        return True
    query = select(Workspace.company_id).where(Workspace.workspace_id.in_((one_id, other_id)))
    companies = (await tx.session.scalars(query)).all()
    return len(companies) == 2 and companies[0] == companies[1] != ""


async def linked(tx: Transaction, workspace_id: str) -> Sequence[Workspace]:
    """The company's other workspaces, in a stable order; none for one that stands alone."""
    mine = select(Workspace.company_id).where(Workspace.workspace_id == workspace_id, Workspace.company_id != "")
    query = select(Workspace).where(
        Workspace.company_id.in_(mine), Workspace.workspace_id != workspace_id, Workspace.is_active
    )
    return (await tx.session.scalars(query.order_by(Workspace.workspace_id))).all()


async def hold(tx: Transaction, *workspace_ids: str) -> Sequence[Workspace]:
    """The workspaces as they are now, held until the transaction ends; always in the same order, so two transactions
    never wait for each other."""
    query = select(Workspace).where(Workspace.workspace_id.in_(workspace_ids)).order_by(Workspace.workspace_id)
    options = {"populate_existing": True}
    return (await tx.session.scalars(query.with_for_update().execution_options(**options))).all()


def join(one: Workspace, other: Workspace) -> None:
    """Both belong to one company from now on: to the first one's, which is founded when it has none."""
    one.company_id = one.company_id or new_id("c")
    other.company_id = one.company_id


def leave(one: Workspace) -> None:
    one.company_id = ""
