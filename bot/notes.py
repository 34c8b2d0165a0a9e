"""Writes the private notes of every feature: one writer for each place, the card by topic."""

from collections.abc import Mapping

from bot.actions import ReplacePressed, TellHere, TellPerson
from bot.feature import Note, Routes, RouteTable
from bot.places import Delivery, DirectMessage, OnlyVisibleTo, PressedCard
from storage.database import Transaction

LINK_CHANNEL, LINK_MESSAGE = "link_channel", "link_message"
"""What a private note says in `about` when it leads to a message."""


class Notes:
    """Its routes are part of the table it looks topics up in, so `serve` hands it the table once it is joined."""

    def __init__(self) -> None:
        self._table: RouteTable | None = None

    def serve(self, table: RouteTable) -> None:
        self._table = table

    def routes(self) -> Routes:
        return Routes(
            writers={TellPerson: self.in_private, TellHere: self.where_they_work, ReplacePressed: self.pressed}
        )

    async def in_private(self, action: TellPerson, workspace_id: str, tx: Transaction) -> Delivery | None:
        card = await self._notes[action.topic](workspace_id, action.person_id, action.about, tx)
        return None if card is None else Delivery(DirectMessage(action.person_id), card, _link(action.about))

    async def where_they_work(self, action: TellHere, workspace_id: str, tx: Transaction) -> Delivery | None:
        card = await self._notes[action.topic](workspace_id, action.person_id, action.about, tx)
        place = OnlyVisibleTo(action.person_id, action.channel_id, action.thread_id)
        return None if card is None else Delivery(place, card)

    async def pressed(self, action: ReplacePressed, workspace_id: str, tx: Transaction) -> Delivery | None:
        """Nobody in particular reads it: the pressed card may stand where several can see it."""
        card = await self._notes[action.topic](workspace_id, "", action.about, tx)
        return None if card is None else Delivery(PressedCard(action.reply_to), card)

    @property
    def _notes(self) -> Mapping[str, Note]:
        if self._table is None:
            raise RuntimeError("serve() comes first")
        return self._table.notes


def _link(about: Mapping[str, str]) -> tuple[str, str] | None:
    place = about.get(LINK_CHANNEL, ""), about.get(LINK_MESSAGE, "")
    return place if all(place) else None
