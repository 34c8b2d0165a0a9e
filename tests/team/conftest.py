"""An office with the team feature, whose link address is a pretend one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.team.feature import Team
from storage.database import Transaction
from storage.secrets import Vault
from tests.office import Office, opened

VAULT = Vault([b"k" * 32])


async def link_url(_tx: Transaction, workspace_id: str, person_id: str) -> str:
    return f"https://kindline.example/link/{workspace_id}/{person_id}"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with opened(tmp_path, [Team(VAULT, link_url).routes()]) as found:
        yield found
