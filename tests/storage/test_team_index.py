"""A team's open promises are counted and listed from indexes, so that a large team does not hold everybody up."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from storage import promise_counts, promises
from storage.database import Database
from storage.migrate import migrate
from storage.people import Viewer
from tests.databases import sqlite_url


async def test_a_teams_open_promises_are_searched_by_state(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path))
    await migrate(database)
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        seen.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    lead = Viewer("T0SHOP", "U0NADINE", frozenset({"lead"}), is_staff=True)
    async with database.transaction() as tx:
        await promise_counts.open_counts(tx, lead)
        await promises.team_promises(tx, lead, 10)
    asked = [one for one in seen if "FROM promises" in one[0]]
    async with database.transaction() as tx:
        connection = await tx.session.connection()
        plans = [
            (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)).all()
            for statement, parameters in asked
        ]
    await database.close()
    counts, first = [[str(row[-1]) for row in plan] for plan in plans]
    # The counts read no row at all, and the list reads no promise that ended.
    assert any(step.startswith("SEARCH promises USING COVERING INDEX") for step in counts), counts
    assert any("ix_promises_workspace_id_state_due_at (workspace_id=? AND state=?" in step for step in first), first
