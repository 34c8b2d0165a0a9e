"""What was asked of the model, by day, channel and purpose: the budget's ledger, and the figures for admins."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction, add_new
from storage.rows import Id, Row

BUDGET_NOTE = "budget"
"""The purpose of the one row that says that admins were told that the day's budget is spent."""

LEDGER = "ledger"
"""The purpose of the one row that is locked while a budget is looked at."""


class ModelUse(Row):
    """Counts only; nothing of what was asked or answered."""

    __tablename__ = "model_use"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    day: Mapped[str] = mapped_column(Id, primary_key=True)
    """A date in UTC, ISO."""
    channel_id: Mapped[str] = mapped_column(Id, primary_key=True)
    purpose: Mapped[str] = mapped_column(Id, primary_key=True)
    asked: Mapped[int] = mapped_column(default=0)
    answered: Mapped[int] = mapped_column(default=0)
    tokens: Mapped[int] = mapped_column(default=0)
    cost_micros: Mapped[int] = mapped_column(default=0)
    """Millionths of the currency in which the prices are set."""
    took_ms: Mapped[int] = mapped_column(default=0)
    """All calls together."""


async def used_on(tx: Transaction, workspace_id: str, day: date) -> Sequence[ModelUse]:
    query = select(ModelUse).where(ModelUse.workspace_id == workspace_id, ModelUse.day == day.isoformat())
    return (await tx.session.scalars(query.order_by(ModelUse.channel_id, ModelUse.purpose))).all()


async def book(tx: Transaction, place: tuple[str, date, str, str], **more: int) -> None:
    """Add what one call used. `place` is workspace, day, channel and purpose."""
    key = (place[0], place[1].isoformat(), place[2], place[3])
    await add_new(tx, ModelUse(workspace_id=key[0], day=key[1], channel_id=key[2], purpose=key[3]))
    row: Any = await tx.session.get_one(ModelUse, key, with_for_update=True, populate_existing=True)
    for name, count in more.items():
        setattr(row, name, getattr(row, name) + count)


async def lock(tx: Transaction, workspace_id: str, day: date) -> None:
    """One at a time from here to the transaction's end, so that what is found spent stays so until more is booked."""
    await book(tx, (workspace_id, day, "", LEDGER))


async def told_first(tx: Transaction, workspace_id: str, day: date) -> bool:
    """True for the first who asks on that day, and for nobody after."""
    return await add_new(
        tx, ModelUse(workspace_id=workspace_id, day=day.isoformat(), channel_id="", purpose=BUDGET_NOTE)
    )
