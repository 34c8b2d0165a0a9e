"""Sets workspaces up from a written scene, as an admin would by hand; the demo and the tests start from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.replies.library import read_folder, take_in
from storage.database import Transaction
from storage.insights import InsightRoute
from storage.people import Person, set_roles
from storage.playbook import CustomerLink
from storage.rows import EPOCH
from storage.secrets import Vault, account_name
from storage.workspaces import Channel, Workspace

_MARKETING = "marketing"


@dataclass(frozen=True, slots=True)
class Scene:
    """`written` is the scene file's content, `folder` where it lies, `bot_tokens` by workspace id."""

    written: Mapping[str, Any]
    folder: Path
    platform: str
    bot_tokens: Mapping[str, str]

    async def set_up(self, tx: Transaction, vault: Vault) -> None:
        """Write every row the scene calls for into empty tables."""
        for workspace_id, place in self.written["workspaces"].items():
            plan = self.written["setup"][workspace_id]
            self._workspace(tx, workspace_id, place, plan)
            await self._people(tx, workspace_id, place, plan)
            self._channels(tx, workspace_id, place, plan)
            await self._accounts(tx, vault, workspace_id, plan)
            if plan.get("company"):
                await take_in(tx, workspace_id, read_folder(self.folder / plan["company"]))

    def _workspace(self, tx: Transaction, workspace_id: str, place: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
        app = self.written["app"]
        tx.session.add(
            Workspace(
                workspace_id=workspace_id,
                platform=self.platform,
                name=place["name"],
                bot_person_id=app["bot_user"],
                bot_app_id=app["bot_id"],
                created_at=tx.now,
                settings={"settle_seconds": plan["settle_seconds"], "zone": plan["time_zone"]},
            )
        )

    async def _people(
        self, tx: Transaction, workspace_id: str, place: Mapping[str, Any], plan: Mapping[str, Any]
    ) -> None:
        """Colleagues only: whoever else writes is looked up on the platform, as in real life."""
        for person_id, roles in plan["roles"].items():
            known = place["people"][person_id]
            tx.session.add(
                Person(
                    workspace_id=workspace_id,
                    person_id=person_id,
                    name=known["real_name"],
                    checked_at=EPOCH,
                    zone=known.get("tz", plan["time_zone"]),
                    is_colleague=True,
                )
            )
            await set_roles(tx, workspace_id, person_id, roles)

    @staticmethod
    def _channels(tx: Transaction, workspace_id: str, place: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
        for channel_id, kind in plan["channels"].items():
            tx.session.add(
                Channel(
                    workspace_id=workspace_id,
                    channel_id=channel_id,
                    kind="internal" if kind == _MARKETING else kind,
                    name=place["channels"][channel_id]["name"],
                    is_enrolled=kind != _MARKETING,
                    has_customers=kind == "shared",
                )
            )
        for number, route in enumerate(plan["routes"]):
            tx.session.add(
                InsightRoute(
                    workspace_id=workspace_id,
                    route_id=f"r{number}",
                    channel_id=route["channel"],
                    owner_id=route["owner"],
                    theme="" if route["theme"] == "any" else route["theme"],
                )
            )

    async def _accounts(self, tx: Transaction, vault: Vault, workspace_id: str, plan: Mapping[str, Any]) -> None:
        await vault.keep(tx, workspace_id, "", f"{self.platform}.bot", self.bot_tokens[workspace_id])
        for person_id, token in plan["linked_accounts"].items():
            await vault.keep(tx, workspace_id, person_id, account_name(self.platform), token)
        for person_id, record_id in plan["customers"].items():
            tx.session.add(CustomerLink(workspace_id=workspace_id, person_id=person_id, record_id=record_id))
