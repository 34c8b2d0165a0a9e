"""The home page: every feature's part of it, in one page per person, drawn from the rows."""

from bot.actions import RefreshHome
from bot.cards import Card, Divider, Part, Small, Words
from bot.feature import Routes, RouteTable
from bot.places import Delivery, HomePage
from storage import people
from storage.database import Transaction
from storage.rows import new_id

TITLE = "Kindline"
MOST_PARTS = 90
"""Slack takes a hundred blocks; a few are left for parts that need more than one."""
FOR_OTHERS = "Kindline helps the team that answers customers. There is nothing to do here for you."


class Home:
    """Its writer is part of the table whose home parts it composes, so `serve` hands it the table once it is joined."""

    def __init__(self) -> None:
        self._table: RouteTable | None = None

    def serve(self, table: RouteTable) -> None:
        self._table = table

    def routes(self) -> Routes:
        return Routes(writers={RefreshHome: self.page})

    async def page(self, action: RefreshHome, workspace_id: str, tx: Transaction) -> Delivery:
        return Delivery(HomePage(action.person_id), Card(TITLE, await self._parts(action.person_id, workspace_id, tx)))

    async def _parts(self, person_id: str, workspace_id: str, tx: Transaction) -> list[Part]:
        if self._table is None:
            raise RuntimeError("serve() comes first")
        viewer = await people.viewer(tx, workspace_id, person_id)
        person = await people.person(tx, workspace_id, person_id)
        if person is None or not viewer.is_staff:
            return [Words(FOR_OTHERS)]
        parts: list[Part] = []
        for write in self._table.home:
            if found := await write(viewer, person, tx):
                parts += [Divider(), *found] if parts else found
        if len(parts) > MOST_PARTS:
            parts = [*parts[:MOST_PARTS], Small("There is more than fits here; /kindline help lists every command.")]
        return parts


def refreshed(person_id: str) -> RefreshHome:
    """Draw this person's page anew. Drawing twice does no harm, so each wish has a key of its own."""
    return RefreshHome(key=f"home:{person_id}:{new_id()}", person_id=person_id)
