"""Sets workspaces up from a written scene, as an admin would by hand; the demo and the tests start from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.replies.library import read_folder, take_in
from bot.settings import Settings
from storage.addresses import note_address
from storage.database import Transaction
from storage.insights import InsightRoute
from storage.people import Person, set_roles
from storage.playbook import CustomerLink
from storage.rows import EPOCH
from storage.secrets import Vault, account_name
from storage.workspaces import Channel, Workspace

_MARKETING = "marketing"
_SLACK, _TEAMS = "slack", "teams"
Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """One workspace of the scene, on its platform. The scene's own names of people and channels are keys in it; where
    the platform knows them by another id, the entry says so."""

    workspace_id: str
    written: Written
    plan: Written

    @property
    def platform(self) -> str:
        return str(self.written.get("platform", _SLACK))

    def person_id(self, key: str) -> str:
        return str(self.written["people"][key].get("person_id", key))

    def channel_id(self, key: str) -> str:
        return str(self.written["channels"][key].get("channel_id", key))


@dataclass(frozen=True, slots=True)
class Scene:
    """`written` is the scene file's content, `folder` where it lies, `page_url` the playground's address, with a slash
    at its end."""

    written: Written
    folder: Path
    page_url: str

    def settings(self, database_url: str, key: str, bot_port: int, *, has_socket: bool) -> Settings:
        """The process's settings beside the playground. Every field is given, so nothing of the environment is read: no
        real token can end up in the demo."""
        app, teams = self.written["app"], self.written["app"]["teams"]
        tenants = [name for name, place in self.written["workspaces"].items() if place.get("platform") == _TEAMS]
        return Settings.model_construct(
            database_url=database_url,
            secret_key=SecretStr(key),
            slack_signing_secret=SecretStr(app["signing_secret"]),
            slack_app_token=SecretStr(app["app_token"] if has_socket else ""),
            slack_client_id=app["client_id"],
            slack_client_secret=SecretStr(app["client_secret"]),
            slack_api_url=f"{self.page_url}api/",
            teams_app_id=teams["id"],
            teams_app_password=SecretStr(teams["password"]),
            teams_tenant_ids=",".join(tenants),
            teams_keys_url=f"{self.page_url}connector/openid",
            teams_login_url=f"{self.page_url}connector/login/",
            teams_hosts=str(urlsplit(self.page_url).hostname),
            teams_link_url=self.page_url,
            public_url=f"http://127.0.0.1:{bot_port}",
            port=bot_port,
        )

    async def set_up(self, tx: Transaction, vault: Vault) -> None:
        """Write every row the scene calls for into empty tables."""
        for workspace_id, written in self.written["workspaces"].items():
            place = Place(workspace_id, written, self.written["setup"][workspace_id])
            self._workspace(tx, place)
            await self._people(tx, place)
            self._channels(tx, place)
            self._routes(tx, place)
            await self._accounts(tx, vault, place)
            if place.plan.get("company"):
                await take_in(tx, workspace_id, read_folder(self.folder / place.plan["company"]))

    def _workspace(self, tx: Transaction, place: Place) -> None:
        app = self.written["app"]
        tx.session.add(
            Workspace(
                workspace_id=place.workspace_id,
                platform=place.platform,
                name=place.written["name"],
                bot_person_id=place.written.get("bot_person_id", app["bot_user"]),
                bot_app_id=place.written.get("bot_app_id", app["bot_id"]),
                created_at=tx.now,
                settings={"settle_seconds": place.plan["settle_seconds"], "zone": place.plan["time_zone"]},
                service_url=f"{self.page_url}connector/" if place.platform == _TEAMS else "",
                company_id=place.plan.get("company_id", ""),
            )
        )

    @staticmethod
    async def _people(tx: Transaction, place: Place) -> None:
        """Colleagues only: whoever else writes is looked up on the platform, as in real life."""
        for key, roles in place.plan["roles"].items():
            known, person_id = place.written["people"][key], place.person_id(key)
            tx.session.add(
                Person(
                    workspace_id=place.workspace_id,
                    person_id=person_id,
                    name=known["real_name"],
                    checked_at=EPOCH,
                    zone=known.get("tz", place.plan["time_zone"]),
                    is_colleague=True,
                )
            )
            await set_roles(tx, place.workspace_id, person_id, roles)
            if user_id := known.get("user_id"):
                await note_address(tx, place.workspace_id, person_id, user_id=user_id)

    @staticmethod
    def _channels(tx: Transaction, place: Place) -> None:
        for key, kind in place.plan["channels"].items():
            known = place.written["channels"][key]
            tx.session.add(
                Channel(
                    workspace_id=place.workspace_id,
                    channel_id=place.channel_id(key),
                    kind="internal" if kind == _MARKETING else kind,
                    name=known["name"],
                    is_enrolled=kind != _MARKETING,
                    has_customers=kind == "shared",
                    team_id=known.get("team_id", ""),
                )
            )

    @staticmethod
    def _routes(tx: Transaction, place: Place) -> None:
        for number, route in enumerate(place.plan["routes"]):
            tx.session.add(
                InsightRoute(
                    workspace_id=place.workspace_id,
                    route_id=f"r{number}",
                    channel_id=place.channel_id(route["channel"]),
                    owner_id=place.person_id(route["owner"]),
                    theme="" if route["theme"] == "any" else route["theme"],
                )
            )

    @staticmethod
    async def _accounts(tx: Transaction, vault: Vault, place: Place) -> None:
        if place.platform == _SLACK:
            await vault.keep(tx, place.workspace_id, "", f"{_SLACK}.bot", f"xoxb-demo-{place.workspace_id}")
        for key, token in place.plan.get("linked_accounts", {}).items():
            account = account_name(place.platform)
            await vault.keep(tx, place.workspace_id, place.person_id(key), account, token)
        for key, record_id in place.plan["customers"].items():
            person_id = place.person_id(key)
            tx.session.add(CustomerLink(workspace_id=place.workspace_id, person_id=person_id, record_id=record_id))
