"""The bot as the Agents Playground meets it: its open development mode on loopback, and rows so that it has something
to say."""

import json
from pathlib import Path

from pydantic import SecretStr

from app import PLAYGROUND, DemoHouse
from bot.scene import Scene
from bot.settings import Settings
from storage import workspaces
from storage.database import Transaction
from storage.secrets import Vault, kept_key

HERE = Path(__file__).parent
WRITTEN = json.loads((HERE / "scene.json").read_text())
(TENANT,) = WRITTEN["workspaces"]


class Rehearsal(Scene):
    """Rows of the same company as in the demo, on a platform that is found elsewhere."""

    async def set_up(self, tx: Transaction, vault: Vault) -> None:
        await super().set_up(tx, vault)
        if place := await workspaces.workspace(tx, TENANT):
            place.service_url = f"{self.page_url}_connector"


class OpenHouse(DemoHouse):
    """Takes what nobody signed, so only on this machine; the demo's door to its clock is there as well."""

    def __init__(self, state: Path, port: int, bot_port: int) -> None:
        state.mkdir(parents=True, exist_ok=True)
        self._state = state
        self._scene = Rehearsal(WRITTEN, PLAYGROUND, f"http://localhost:{port}/")
        # Every field is given, as in the demo: no real id can end up here, and nothing here can reach a real tenant.
        self.settings = Settings.model_construct(
            database_url=f"sqlite+aiosqlite:///{state / 'kindline.db'}",
            secret_key=SecretStr(kept_key(state / "kindline.key")),
            teams_open_dev=True,
            teams_tenant_ids=TENANT,
            teams_hosts="localhost",
            public_url=f"http://127.0.0.1:{bot_port}",
            port=bot_port,
        )
