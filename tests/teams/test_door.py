"""Teams' whole room with real parts: it starts only when somebody's word can be checked, works both roads, and stops in
order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.applications import Starlette

from bot.actions import Replace, Say
from bot.cards import Card, Words
from bot.desk import Desk
from bot.errors import SettingsError
from bot.events import ButtonPressed, CommandGiven, MessagePosted
from bot.feature import joined
from bot.settings import OPEN_DOOR, Settings
from handlers.teams.door import Teams, TeamsSettings
from storage import workspaces
from storage.database import Database
from storage.inbox import Inbox
from storage.people import Person
from storage.tables import METADATA
from storage.workspaces import Workspace
from tests.databases import sqlite_url
from tests.mishaps import Fault
from tests.slack.conftest import Feature
from tests.slack.wire import Got
from tests.teams.fake_connector import FakeConnector, running
from tests.teams.wire import APP_ID, TENANT, Json, KeyService, activity, bearer, invoke, key_service, personal, post

FRIEDA = "aad-frieda"


@dataclass(slots=True)
class Door:
    teams: Teams
    fake: FakeConnector
    keys: KeyService
    database: Database
    feature: Feature

    @property
    def service(self) -> str:
        return f"{self.fake.url}/connector/"

    async def send(self, body: Json, authorization: str = "") -> Got:
        """Signed for our connector, which is where the answers go."""
        app = Starlette(routes=list(self.teams.routes()))
        given = authorization or bearer(serviceurl=self.service)
        got = await post(app, {**body, "serviceUrl": self.service}, given)
        await self.teams._answers.finish()
        return got

    async def home(self) -> Workspace | None:
        async with self.database.reading() as tx:
            return await workspaces.workspace(tx, TENANT)


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    async with AsyncExitStack() as stack:
        fake, keys = await stack.enter_async_context(running()), await stack.enter_async_context(key_service())
        database = await stack.enter_async_context(Database(sqlite_url(tmp_path)))
        async with database.engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)
        async with database.transaction() as tx:
            frieda = Person(workspace_id=TENANT, person_id=FRIEDA, name="Frieda Maas", checked_at=tx.raw_now)
            frieda.is_colleague = True
            tx.session.add(frieda)
        feature = Feature()
        settings = TeamsSettings(
            app_id=APP_ID,
            app_password="obviously-fake",
            tenants=[TENANT],
            keys_url=keys.url,
            login_url=f"{fake.url}/login/",
            hosts=["127.0.0.1"],
        )
        desk = Desk(database, joined([feature.routes()]), lambda: None)
        teams = Teams(settings, database, Inbox(database, lambda: None), desk)
        await teams.start()
        yield Door(teams, fake, keys, database, feature)
        await teams.stop()


def built(tmp_path: Path, **changes: object) -> TeamsSettings:
    given = {"teams_app_id": APP_ID, "teams_tenant_ids": TENANT} | changes
    return TeamsSettings.of(Settings.model_construct(None, **given))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"teams_app_id": ""}, "The Teams app id is missing, so no request could be trusted."),
        ({"teams_tenant_ids": " "}, "The Teams tenants are missing, so nobody could be let in."),
        ({"teams_app_id": "", "teams_open_dev": True, "host": "0.0.0.0"}, OPEN_DOOR),
        ({"teams_open_dev": True}, OPEN_DOOR),
    ],
)
async def test_a_door_that_could_trust_nobody_does_not_open(
    tmp_path: Path, changes: dict[str, object], sentence: str
) -> None:
    async with Database(sqlite_url(tmp_path)) as database:
        desk = Desk(database, joined([]), lambda: None)
        with pytest.raises(SettingsError) as caught:
            Teams(built(tmp_path, **changes), database, Inbox(database, lambda: None), desk)
    assert caught.value.problems == [sentence]


def test_ids_are_read_however_people_copy_them(tmp_path: Path) -> None:
    found = built(tmp_path, teams_app_id=f" {APP_ID.upper()} ", teams_tenant_ids=f"{{{APP_ID}}}, {TENANT}")
    assert (found.app_id, found.tenants) == (APP_ID, [APP_ID, TENANT])
    assert built(tmp_path, teams_app_password=SecretStr(" x ")).app_password == "x"


async def test_the_tenants_of_the_settings_are_known_and_the_keys_are_there_before_anything_comes(door: Door) -> None:
    home = await door.home()
    assert home is not None
    assert (home.platform, home.bot_person_id, home.is_active) == ("teams", f"28:{APP_ID}", True)
    while len(door.keys.asked) < 2:
        await asyncio.sleep(0.01)
    assert door.keys.asked == ["openid", "keys"]


async def test_a_tenant_that_left_the_settings_is_not_written_to_any_more(door: Door) -> None:
    async with door.database.transaction() as tx:
        for workspace_id, platform in (("former-tenant", "teams"), ("T0SLACK", "slack")):
            tx.session.add(
                Workspace(workspace_id=workspace_id, platform=platform, name="", bot_person_id="b", created_at=tx.now)
            )
    await door.teams.make_known()
    async with door.database.reading() as tx:
        active = {one.workspace_id: one.is_active for one in await workspaces.workspaces(tx)}
    assert active == {TENANT: True, "former-tenant": False, "T0SLACK": True}


async def test_a_message_in_a_channel_is_read_from_its_row(door: Door) -> None:
    assert (await door.send(activity())).status == 200
    async with door.database.reading() as tx:
        (row,) = (await tx.session.execute(METADATA.tables["work"].select())).all()
    (event,) = await door.teams.platform.read(TENANT, row.payload)
    assert isinstance(event, MessagePosted)
    assert (event.author_id, event.channel_id, event.text) == (FRIEDA, "19:c0help@thread.tacv2", "Where is my bike?")
    home = await door.home()
    assert home is not None
    assert home.service_url == door.service


async def test_a_command_in_the_private_chat_is_answered_there_with_our_token(door: Door) -> None:
    door.feature.outcomes = [Say(Card("Done", [Words("Done")]))]
    got = await door.send(personal("do it"))
    assert (got.status, got.body) == (200, b"")
    (event,) = door.feature.heard
    assert isinstance(event, CommandGiven)
    assert (event.word, event.text, event.person_id) == ("do", "it", FRIEDA)
    (call,) = door.fake.posts
    assert (call.ids[0], call.token) == ("a:1-frieda", "t1")


async def test_a_replayed_command_has_no_second_effect(door: Door) -> None:
    door.feature.outcomes = [Say(Card("Done", [Words("Done")]))]
    for _ in range(3):
        assert (await door.send(personal("do it"))).status == 200
    assert (len(door.feature.heard), len(door.fake.posts)) == (1, 1)


async def test_a_pressed_button_gets_its_new_card_in_the_answer(door: Door) -> None:
    door.feature.outcomes = [Replace(Card("Kept", [Words("Kept")]))]
    pressed = invoke("adaptiveCard/action", {"action": {"verb": "any", "data": {"s": "p1"}}}, replyToId="1763458200000")
    got = await door.send(pressed)
    (event,) = door.feature.heard
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.subject) == ("any", "p1")
    assert got.json["type"] == "application/vnd.microsoft.card.adaptive"
    assert "Kept" in str(got.json["value"])


async def test_a_fault_of_ours_becomes_a_kind_sentence_with_a_reference(door: Door) -> None:
    door.feature.failure = RuntimeError("secret details")
    got = await door.send(invoke("adaptiveCard/action", {"action": {"verb": "any", "data": {}}}))
    assert got.status == 200
    assert "Reference" in got.json["value"] and "secret" not in got.json["value"]
    await door.send(personal("do it"))
    assert "Reference" in str(door.fake.posts[-1].body)


async def test_a_commit_that_fails_is_an_apology_for_whoever_waits(door: Door) -> None:
    await door.send(personal("do it"))
    async with door.database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE work RENAME TO gone")
    got = await door.send(invoke("adaptiveCard/action", {"action": {"verb": "any", "data": {}}}))
    assert (got.status, "Reference" in got.json["value"]) == (200, True)
    assert (await door.send(activity())).status == 503


async def test_what_is_not_signed_for_our_connector_changes_nothing(door: Door) -> None:
    assert (await door.send(activity(), bearer())).status == 401
    home = await door.home()
    assert home is not None
    assert (home.service_url, door.teams.counts["refused_401"]) == ("", 1)


async def test_a_stop_waits_for_what_is_being_decided_and_said(door: Door) -> None:
    door.feature.delay_s, door.feature.outcomes = 0.2, [Say(Card("Done", [Words("Done")]))]
    app = Starlette(routes=list(door.teams.routes()))
    body = {**personal("do it"), "serviceUrl": door.service}
    sending = asyncio.create_task(post(app, body, bearer(serviceurl=door.service)))
    await asyncio.sleep(0.1)
    await asyncio.wait({sending})
    await door.teams.stop()
    assert (await sending).status == 200
    assert len(door.fake.posts) == 1
    assert door.teams.api.session.closed


async def test_the_check_says_what_microsoft_refuses(door: Door) -> None:
    assert await door.teams.try_tokens() == []
    refused = Fault(status=401, body={"error": "invalid_client"})
    door.fake.token_answers.append(refused)
    door.teams.api.tokens.refused("t1")
    door.keys.status = 503
    door.teams._keys._known = {}
    door.teams._keys._rest_until = 0.0
    token, keys = await door.teams.try_tokens()
    assert token.startswith("Microsoft gives no token for KINDLINE_TEAMS_APP_ID")
    assert "invalid_client" in token
    assert keys == "The keys with which Teams signs cannot be fetched; see KINDLINE_TEAMS_KEYS_URL."
