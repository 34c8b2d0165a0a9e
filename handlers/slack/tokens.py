"""Whose words we may speak with: bot and linked people's tokens, opened from the vault and kept in memory for a
minute at most."""

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.errors import PlatformRefused
from storage.database import Database, Transaction
from storage.secrets import SecretUnreadable, Vault, account_name

BOT, USER = "slack.bot", account_name("slack")
FRESH_S = 60.0
"""How long another process may still use a token that was revoked through this one."""
MOST = 2_000

Key = tuple[str, str, str]


class Tokens:
    """Bounded and short-lived, so it neither grows for ever nor survives a revocation for long."""

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._kept: OrderedDict[Key, tuple[float, str]] = OrderedDict()

    async def bot(self, workspace_id: str) -> str:
        """The workspace's bot token. Raises `PlatformRefused("not_installed")` when there is none."""
        token = await self._find((workspace_id, "", BOT))
        if token is None:
            raise PlatformRefused("not_installed")
        return token

    async def user(self, workspace_id: str, person_id: str) -> str:
        """The token of a person who linked their account. Raises `PlatformRefused("not_linked")` for everybody else."""
        token = await self._find((workspace_id, person_id, USER)) if person_id else None
        if token is None:
            raise PlatformRefused("not_linked")
        return token

    async def keep_bot(self, tx: Transaction, workspace_id: str, token: str) -> None:
        await self._vault.keep(tx, workspace_id, "", BOT, token)
        tx.on_commit.append(lambda: self._drop(workspace_id))

    async def keep_user(self, tx: Transaction, workspace_id: str, person_id: str, token: str) -> None:
        await self._vault.keep(tx, workspace_id, person_id, USER, token)
        tx.on_commit.append(lambda: self._drop(workspace_id, person_id))

    async def forget(self, tx: Transaction, workspace_id: str, person_id: str | None = None) -> None:
        """Erase one person's token, or with None everything the workspace gave us."""
        await self._vault.forget(tx, workspace_id, person_id)
        tx.on_commit.append(lambda: self._drop(workspace_id, person_id))

    async def _find(self, key: Key) -> str | None:
        kept = self._kept.get(key)
        if kept is not None and self._clock() - kept[0] < FRESH_S:
            self._kept.move_to_end(key)
            return kept[1]
        self._kept.pop(key, None)
        try:
            async with self._database.reading() as tx:
                found = await self._vault.find(tx, *key)
        except SecretUnreadable as error:
            raise PlatformRefused("token_unreadable") from error
        if found is not None:
            self._kept[key] = (self._clock(), found)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found

    def _drop(self, workspace_id: str, person_id: str | None = None) -> None:
        for key in [k for k in self._kept if k[0] == workspace_id and person_id in (None, k[1])]:
            del self._kept[key]
