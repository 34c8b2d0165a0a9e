"""Secrets at rest: sealed, bound to their row, and readable after a key was rotated."""

from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.secrets import SecretUnreadable, Vault, has_secret, kept_key

OLD, NEW = b"o" * 32, b"n" * 32
TOKEN = "xoxb-obviously-fake-token"


async def kept(database: Database, vault: Vault, workspace_id: str = "T1", owner_id: str = "U1") -> None:
    async with database.transaction() as tx:
        await vault.keep(tx, workspace_id, owner_id, "slack.user", TOKEN)


async def found(database: Database, vault: Vault, workspace_id: str = "T1", owner_id: str = "U1") -> str | None:
    async with database.reading() as tx:
        return await vault.find(tx, workspace_id, owner_id, "slack.user")


async def test_a_secret_comes_back_and_another_workspaces_does_not(database: Database) -> None:
    vault = Vault([OLD])
    await kept(database, vault)

    assert await found(database, vault) == TOKEN
    assert await found(database, vault, workspace_id="T2") is None


async def test_a_stolen_file_holds_no_readable_token(database: Database, tmp_path: Path) -> None:
    await kept(database, Vault([OLD]))
    async with database.reading() as tx:
        rows = (await tx.session.execute(text("SELECT sealed FROM secrets"))).all()

    assert TOKEN not in str(rows)
    assert all(TOKEN.encode() not in file.read_bytes() for file in tmp_path.iterdir() if file.is_file())


async def test_a_rotated_key_still_opens_old_secrets_and_seals_new_ones(database: Database) -> None:
    await kept(database, Vault([OLD]))
    rotated = Vault([NEW, OLD])
    before = await found(database, rotated)
    await kept(database, rotated)

    assert before == TOKEN
    assert await found(database, Vault([NEW])) == TOKEN


async def test_a_secret_moved_to_another_row_is_refused(database: Database) -> None:
    vault = Vault([OLD])
    await kept(database, vault)
    async with database.transaction() as tx:
        await tx.session.execute(text("UPDATE secrets SET owner_id = 'U2'"))

    with pytest.raises(SecretUnreadable):
        await found(database, vault, owner_id="U2")


async def test_without_its_key_a_secret_is_unreadable_and_says_so(database: Database) -> None:
    await kept(database, Vault([OLD]))

    with pytest.raises(SecretUnreadable, match="no longer have"):
        await found(database, Vault([NEW]))


async def test_forgetting_one_person_leaves_the_others(database: Database) -> None:
    vault = Vault([OLD])
    await kept(database, vault)
    await kept(database, vault, owner_id="U2")
    async with database.transaction() as tx:
        await vault.forget(tx, "T1", "U1")

    async with database.reading() as tx:
        assert not await has_secret(tx, "T1", "U1", "slack.user")
        assert await has_secret(tx, "T1", "U2", "slack.user")


def test_a_kept_key_stays_the_same_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "kindline.key"
    file.touch()  # Whoever died while it was made left an empty one.
    key = kept_key(file)
    assert len(key) == 44 and kept_key(file) == key
    assert kept_key(tmp_path / "other.key") != key
    assert (tmp_path / "other.key").stat().st_mode & 0o077 == 0
