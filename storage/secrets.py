"""Secrets at rest: AES-GCM, with the key's id in the row and workspace, owner and name bound in, so rows cannot be
swapped."""

import base64
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import delete
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.errors import KindlineError
from storage.rows import Id, Row
from storage.workspaces import Workspace


def kept_key(file: Path) -> str:
    """A key of 256 bits, made once and kept in a file that only its owner reads; for the demo."""
    file.touch(mode=0o600)
    if not file.read_text():
        file.write_text(base64.b64encode(os.urandom(32)).decode())
    return file.read_text()


class SecretUnreadable(KindlineError):
    """The stored secret cannot be opened with the keys we have, or the row was tampered with."""


class Secret(Row):
    __tablename__ = "secrets"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    owner_id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(Id, primary_key=True)
    key_id: Mapped[str] = mapped_column(Id)
    sealed: Mapped[str]


class Vault:
    """Seals and opens secrets. The first key seals; the others still open, which is how a key is rotated."""

    def __init__(self, keys: list[bytes]) -> None:
        self._keys: Mapping[str, AESGCM] = {sha256(key).hexdigest()[:12]: AESGCM(key) for key in keys}
        self._current = next(iter(self._keys))

    async def keep(self, tx: Transaction, workspace_id: str, owner_id: str, name: str, value: str) -> None:
        """Store or replace. `owner_id` is a person, or empty for the workspace's own secret."""
        nonce = os.urandom(12)
        sealed = self._keys[self._current].encrypt(nonce, value.encode(), _bound(workspace_id, owner_id, name))
        row = Secret(
            workspace_id=workspace_id,
            owner_id=owner_id,
            name=name,
            key_id=self._current,
            sealed=base64.b64encode(nonce + sealed).decode(),
        )
        await tx.session.merge(row)

    async def find(self, tx: Transaction, workspace_id: str, owner_id: str, name: str) -> str | None:
        """The secret, None when there is none. Raises `SecretUnreadable` rather than guess."""
        row = await tx.session.get(Secret, (workspace_id, owner_id, name))
        if row is None:
            return None
        key = self._keys.get(row.key_id)
        blob = base64.b64decode(row.sealed)
        try:
            if key is None:
                raise SecretUnreadable(f"{name}: sealed with a key we no longer have")
            return key.decrypt(blob[:12], blob[12:], _bound(workspace_id, owner_id, name)).decode()
        except InvalidTag as error:
            raise SecretUnreadable(f"{name}: does not belong to this row") from error

    async def forget(self, tx: Transaction, workspace_id: str, owner_id: str | None = None) -> None:
        """Erase one owner's secrets, or all of the workspace's when no owner is named."""
        which = Secret.workspace_id == workspace_id
        if owner_id is not None:
            which = which & (Secret.owner_id == owner_id)
        await tx.session.execute(delete(Secret).where(which))


def account_name(platform: str) -> str:
    """Under which name the secret lies that a person gave so that replies are posted as them."""
    return f"{platform}.user"


async def has_secret(tx: Transaction, workspace_id: str, owner_id: str, name: str) -> bool:
    return await tx.session.get(Secret, (workspace_id, owner_id, name)) is not None


async def has_account(tx: Transaction, home: Workspace | None, person_id: str) -> bool:
    """True for a person who linked their account, so that replies can be posted as them."""
    return home is not None and await has_secret(tx, home.workspace_id, person_id, account_name(home.platform))


def _bound(workspace_id: str, owner_id: str, name: str) -> bytes:
    return "\x1f".join((workspace_id, owner_id, name)).encode()
