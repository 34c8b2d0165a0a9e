"""Forgets everything at once; only the demo's reset door does that."""

from sqlalchemy import delete

from storage.database import ProductClock, Transaction
from storage.tables import METADATA


async def wipe(tx: Transaction) -> None:
    """Delete every row of every table but the product clock, which belongs to whoever moves it."""
    for table in reversed(METADATA.sorted_tables):
        if table.name != ProductClock.__tablename__:
            await tx.session.execute(delete(table))
