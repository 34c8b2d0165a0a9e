"""Tokens in memory: few, fresh for a minute, and gone when they are taken back."""

import pytest

from bot.errors import PlatformRefused
from handlers.slack import tokens as module
from handlers.slack.tokens import FRESH_S, Tokens
from storage.database import Database
from storage.secrets import Vault


class Hours:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


async def keep(tokens: Tokens, database: Database, workspace_id: str, token: str) -> None:
    async with database.transaction() as tx:
        await tokens.keep_bot(tx, workspace_id, token)


async def test_a_token_changed_by_another_process_is_noticed_within_a_minute(database: Database, vault: Vault) -> None:
    clock = Hours()
    here, there = Tokens(database, vault, clock), Tokens(database, vault)
    await keep(here, database, "T1", "first")
    assert await here.bot("T1") == "first"
    await keep(there, database, "T1", "second")
    assert await here.bot("T1") == "first"
    clock.now = FRESH_S
    assert await here.bot("T1") == "second"


async def test_memory_holds_a_bounded_number(database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    tokens = Tokens(database, vault)
    for number in range(5):
        await keep(tokens, database, f"T{number}", f"token-{number}")
        assert await tokens.bot(f"T{number}") == f"token-{number}"
    assert len(tokens._kept) == 3


async def test_one_workspaces_token_never_serves_another(database: Database, vault: Vault) -> None:
    tokens = Tokens(database, vault)
    await keep(tokens, database, "T1", "token")
    with pytest.raises(PlatformRefused, match="not_installed"):
        await tokens.bot("T2")


async def test_a_token_sealed_with_a_lost_key_is_a_clear_refusal(database: Database, vault: Vault) -> None:
    await keep(Tokens(database, vault), database, "T1", "token")
    with pytest.raises(PlatformRefused, match="token_unreadable"):
        await Tokens(database, Vault([b"x" * 32])).bot("T1")


async def kept_and_undone(tokens: Tokens, database: Database) -> None:
    async with database.transaction() as tx:
        await tokens.keep_bot(tx, "T1", "token")
        raise RuntimeError


async def test_a_token_of_a_rolled_back_change_is_not_used(database: Database, vault: Vault) -> None:
    tokens = Tokens(database, vault)
    with pytest.raises(RuntimeError):
        await kept_and_undone(tokens, database)
    with pytest.raises(PlatformRefused, match="not_installed"):
        await tokens.bot("T1")
