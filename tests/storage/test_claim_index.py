"""Claiming what is due reads an index, so its cost does not grow with what waits."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from storage import work
from storage.database import Database
from storage.migrate import migrate
from tests.databases import sqlite_url


async def test_the_claim_searches_by_state_and_due_date(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path))
    await migrate(database)
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        seen.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    async with database.transaction() as tx:
        await work.claim(tx, "worker", 8, timedelta(minutes=1), timedelta(seconds=1))
    [(statement, parameters)] = [one for one in seen if "FROM work" in one[0]]
    async with database.transaction() as tx:
        connection = await tx.session.connection()
        plan = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)).all()
        missing = await tx.session.execute(text("EXPLAIN QUERY PLAN SELECT * FROM work WHERE reason = 'x'"))
    await database.close()
    steps = [str(row[-1]) for row in plan]
    assert any(step.startswith("SEARCH work USING INDEX ix_work_state_due_at (state=? AND due_at<?)") for step in steps)
    assert not any(step == "SCAN work" for step in steps)
    assert [str(row[-1]) for row in missing] == ["SCAN work"], "this check would not notice a missing index"
