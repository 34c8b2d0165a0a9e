"""The database itself: transactions, time, the file lock and the schema."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from storage.database import Database, Transaction
from storage.errors import SettingsError
from storage.migrate import is_current
from storage.rows import milliseconds
from storage.tables import METADATA
from storage.workspaces import Workspace, audit, workspace, workspaces


def a_workspace(workspace_id: str, at: datetime) -> Workspace:
    return Workspace(workspace_id=workspace_id, platform="slack", name="Marigold", bot_person_id="UBOT", created_at=at)


async def store_and_fail(database: Database) -> None:
    async with database.transaction() as tx:
        tx.session.add(a_workspace("T1", tx.now))
        await tx.session.flush()
        raise RuntimeError


async def test_an_error_inside_the_block_undoes_everything(database: Database) -> None:
    with pytest.raises(RuntimeError):
        await store_and_fail(database)

    async with database.reading() as tx:
        assert await workspaces(tx) == []


async def test_a_deadline_ends_the_waiting_for_a_write_and_never_the_write(database: Database) -> None:
    began, may_go_on = asyncio.Event(), asyncio.Event()

    async def change(tx: Transaction) -> None:
        tx.session.add(a_workspace("T1", tx.now))
        await tx.session.flush()
        began.set()
        await may_go_on.wait()

    waiting = asyncio.create_task(database.write(change))
    await began.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    may_go_on.set()
    async with database.transaction() as tx:
        assert [one.workspace_id for one in await workspaces(tx)] == ["T1"]


async def test_what_a_write_does_wrong_is_told_and_undone(database: Database) -> None:
    async def change(tx: Transaction) -> None:
        tx.session.add(a_workspace("T1", tx.now))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.write(change)
    async with database.reading() as tx:
        assert await workspaces(tx) == []


async def test_instants_come_back_as_aware_utc_to_the_millisecond(database: Database) -> None:
    at = datetime(2026, 11, 18, 9, 30, 0, 123000, tzinfo=UTC)
    async with database.transaction() as tx:
        tx.session.add(a_workspace("T1", at))

    async with database.reading() as tx:
        found = await workspace(tx, "T1")

    assert found is not None
    assert found.created_at == at


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        milliseconds(datetime(2026, 1, 1))  # noqa: DTZ001 - the mistake under test.


async def test_product_time_is_database_time_plus_the_offset(database: Database) -> None:
    await database.set_offset(-5_000)
    await database.set_offset(90_000_000_000)

    async with database.reading() as tx:
        assert tx.now - tx.raw_now == timedelta(milliseconds=90_000_000_000)
        assert abs(tx.raw_now - datetime.now(UTC)) < timedelta(seconds=5)


async def test_what_was_put_on_commit_runs_only_after_it(database: Database) -> None:
    called: list[str] = []
    async with database.transaction() as tx:
        tx.on_commit.append(lambda: called.append("committed"))
        inside = list(called)

    assert (inside, called) == ([], ["committed"])


async def test_the_migrated_schema_is_the_mapped_one(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    async with database.engine.connect() as connection:
        differences = await connection.run_sync(lambda c: compare_metadata(MigrationContext.configure(c), METADATA))

    assert differences == []
    assert await is_current(database)


async def test_an_empty_database_is_not_current(url: str) -> None:
    empty = Database(url)

    assert not await is_current(empty)
    await empty.close()


async def test_a_second_process_on_one_sqlite_file_is_refused_with_the_reason(database: Database, url: str) -> None:
    database.claim_file()
    second = Database(url)

    if not database.is_sqlite:
        second.claim_file()  # Many processes may share PostgreSQL.
        await second.close()
        return
    with pytest.raises(SettingsError, match="SQLite serves one process"):
        second.claim_file()
    await database.close()
    second.claim_file()
    await second.close()


async def test_sqlite_is_durable_and_forgets_deleted_words(database: Database) -> None:
    if not database.is_sqlite:
        assert database.dialect == "postgresql"
        return
    async with database.transaction() as tx:
        connection = await tx.session.connection()
        values = [
            (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "secure_delete")
        ]

    assert values == ["wal", 2, 1]


def test_every_primary_key_and_index_leads_with_the_workspace() -> None:
    # Claiming looks for due work of every workspace at once, and an OAuth ticket comes back without its workspace.
    exempt = {"pk_product_clock", "ix_work_state_due_at", "ix_oauth_states_state_hash"}
    tables = METADATA.tables.values()
    keys = [(table.primary_key.name, next(iter(table.primary_key.columns)).name) for table in tables]
    indexes = [(index.name, next(iter(index.columns)).name) for table in tables for index in table.indexes]

    assert [name for name, first in keys + indexes if first != "workspace_id" and name not in exempt] == []


async def test_an_audit_row_is_written_with_what_it_is_about(database: Database) -> None:
    async with database.transaction() as tx:
        audit(tx, "T1", "U1", "role changed", of="U2", roles=["agent"])

    async with database.reading() as tx:
        row = (await tx.session.execute(text("SELECT what, about FROM audit"))).one()

    assert row.what == "role changed"
    assert "U2" in str(row.about)
