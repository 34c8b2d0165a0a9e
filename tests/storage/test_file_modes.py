"""Customers' words lie in the database's files, so nobody else on the machine may read them."""

import os
from pathlib import Path

from storage.database import Database
from storage.migrate import migrate


async def test_every_file_of_a_new_database_is_the_owners_alone(tmp_path: Path) -> None:
    usual = os.umask(0o022)
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'kindline.db'}")
    database.claim_file()
    await migrate(database)
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()}
    await database.close()
    os.umask(usual)

    assert modes == dict.fromkeys(("kindline.db", "kindline.db-wal", "kindline.db-shm", "kindline.db.lock"), "0o600")


async def test_the_mode_of_a_database_that_is_there_is_its_owners_business(tmp_path: Path) -> None:
    (tmp_path / "kindline.db").touch(0o640)
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'kindline.db'}")
    await migrate(database)
    await database.close()

    assert (tmp_path / "kindline.db").stat().st_mode & 0o777 == 0o640


async def test_a_file_is_claimed_twice_by_the_same_process_without_harm(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'kindline.db'}")
    database.claim_file()
    database.claim_file()
    await database.close()

    assert (tmp_path / "kindline.db.lock").exists()
