"""Installing, linking an account and leaving again: tickets that work once, for one browser, one person, one
workspace."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette

from bot.errors import PlatformRefused
from storage import oauth, workspaces
from storage.database import Database
from storage.rows import Row
from storage.secrets import Vault
from tests.slack.conftest import Feature, House, built
from tests.slack.fake_slack import FakeSlack
from tests.slack.wire import Asked, Got, ask, envelope, said, signed_json

GRANTED: dict[str, Any] = {
    "team": {"id": "T1"},
    "authed_user": {"id": "UFRIEDA", "access_token": "xoxp-frieda", "scope": "chat:write"},
}


@pytest.fixture
async def open_house(fake: FakeSlack, database: Database, vault: Vault) -> AsyncIterator[House]:
    known = {"client_id": "demo.client", "client_secret": "shh", "public_url": "http://127.0.0.1:8701"}
    feature = Feature()
    slack = built(fake, database, vault, feature, bot_token="xoxb-one", **known)
    await slack.start()
    fake.answers["oauth.v2.access"] = lambda _: GRANTED
    yield House(slack, fake, database, feature, Starlette(routes=list(slack.routes())))
    await slack.stop()


def visit(url: str, cookie: str = "") -> Asked:
    parts = urlsplit(url)
    headers = [("Cookie", f"kindline_oauth={cookie}")] if cookie else []
    return Asked(path=parts.path, method="GET", query=parts.query, headers=headers)


def back(state: str, cookie: str, **more: str) -> Asked:
    query = "&".join(f"{name}={value}" for name, value in {"code": "c-1", "state": state, **more}.items())
    return visit(f"http://x/slack/oauth_redirect?{query}", cookie)


async def begun(house: House, url: str = "http://x/slack/install") -> tuple[Got, str]:
    got = await ask(house.app, visit(url))
    return got, parse_qs(urlsplit(got.headers["location"]).query)["state"][0]


async def link(house: House) -> str:
    async with house.database.transaction() as tx:
        return await house.slack.link_url(tx, "T1", "UFRIEDA")


async def user_token(house: House) -> str:
    try:
        return await house.slack.tokens.user("T1", "UFRIEDA")
    except PlatformRefused as error:
        return error.code


async def test_a_person_links_their_account(open_house: House) -> None:
    got, state = await begun(open_house, await link(open_house))
    asked = parse_qs(urlsplit(got.headers["location"]).query)
    assert got.headers["location"].startswith(f"{open_house.fake.url}/oauth/v2/authorize?")
    assert (asked["user_scope"], "scope" in asked, asked["team"]) == (["chat:write"], False, ["T1"])
    assert "httponly" in got.headers["set-cookie"].lower()
    done = await ask(open_house.app, back(state, state))
    assert (done.status, b"Your account is linked" in done.body) == (200, True)
    assert await user_token(open_house) == "xoxp-frieda"
    assert open_house.fake.calls("oauth.v2.access")[0]["redirect_uri"] == "http://127.0.0.1:8701/slack/oauth_redirect"


async def test_a_workspace_is_installed_with_the_scopes_of_the_manifest(open_house: House) -> None:
    open_house.fake.answers["oauth.v2.access"] = lambda _: {"access_token": "xoxb-two", "team": {"id": "T2"}}
    open_house.fake.answers["auth.test"] = lambda _: {
        "team_id": "T2",
        "team": "North",
        "user_id": "UB2",
        "bot_id": "B2",
    }
    got, state = await begun(open_house)
    assert "chat:write" in parse_qs(urlsplit(got.headers["location"]).query)["scope"][0].split(",")
    assert (await ask(open_house.app, back(state, state))).status == 200
    async with open_house.database.reading() as tx:
        home = await workspaces.workspace(tx, "T2")
    assert home is not None
    assert (home.name, home.bot_person_id, home.bot_app_id, home.is_active) == ("North", "UB2", "B2", True)
    assert await open_house.slack.tokens.bot("T2") == "xoxb-two"


async def test_a_ticket_works_once(open_house: House) -> None:
    _, state = await begun(open_house, await link(open_house))
    first, second = await ask(open_house.app, back(state, state)), await ask(open_house.app, back(state, state))
    assert (first.status, second.status) == (200, 400)
    assert len(open_house.fake.calls("oauth.v2.access")) == 1


async def test_eight_at_once_use_a_ticket_once(open_house: House) -> None:
    async with open_house.database.transaction() as tx:
        state = await oauth.issue(tx, "T1", "UFRIEDA")
    taken = []
    for _ in range(8):
        async with open_house.database.transaction() as tx:
            taken.append(await oauth.take(tx, state))
    assert [one for one in taken if one] == [oauth.Ticket("T1", "UFRIEDA")]


async def test_a_ticket_is_tied_to_the_browser_that_asked(open_house: House) -> None:
    _, state = await begun(open_house, await link(open_house))
    for cookie in ("", "another-browser-another-browser"):
        assert (await ask(open_house.app, back(state, cookie))).status == 400
    assert open_house.fake.calls("oauth.v2.access") == []


async def test_a_ticket_that_ran_out_is_refused(open_house: House, database: Database) -> None:
    async with database.transaction() as tx:
        tx = replace(tx, raw_now=tx.raw_now - oauth.VALID_FOR)
        state = await oauth.issue(tx, "T1", "UFRIEDA")
    assert (await ask(open_house.app, back(state, state))).status == 400
    assert await user_token(open_house) == "not_linked"


@pytest.mark.parametrize("state", ["", "x", "<script>", "é" * 30])
async def test_a_missing_or_odd_ticket_is_refused(open_house: House, state: str) -> None:
    got = await ask(open_house.app, visit("http://x/slack/oauth_redirect?code=c", state and "x"))
    assert (got.status, b"script" in got.body) == (400, False)


@pytest.mark.parametrize(
    "granted",
    [
        {**GRANTED, "authed_user": {**GRANTED["authed_user"], "id": "UJONAS"}},
        {**GRANTED, "team": {"id": "T2"}},
        {**GRANTED, "authed_user": {"id": "UFRIEDA"}},
        {**GRANTED, "authed_user": {**GRANTED["authed_user"], "scope": "identify"}},
    ],
    ids=["another person", "another workspace", "no token", "another scope"],
)
async def test_only_the_account_that_asked_is_linked(open_house: House, granted: dict[str, Any]) -> None:
    open_house.fake.answers["oauth.v2.access"] = lambda _: granted
    _, state = await begun(open_house, await link(open_house))
    assert (await ask(open_house.app, back(state, state))).status == 400
    assert await user_token(open_house) == "not_linked"


async def test_saying_no_changes_nothing(open_house: House) -> None:
    _, state = await begun(open_house, await link(open_house))
    got = await ask(open_house.app, back(state, state, error="access_denied"))
    assert (got.status, b"Nothing was changed" in got.body) == (400, True)


async def test_a_refused_code_is_told_kindly(open_house: House) -> None:
    open_house.fake.refuse("oauth.v2.access", "invalid_code")
    _, state = await begun(open_house, await link(open_house))
    got = await ask(open_house.app, back(state, state))
    assert (got.status, b"invalid_code" in got.body) == (400, False)


async def test_without_oauth_settings_there_are_no_such_pages(house: House) -> None:
    assert (await ask(house.app, visit("http://x/slack/install"))).status == 404
    with pytest.raises(PlatformRefused, match="linking_not_configured"):
        await link(house)


async def test_a_revoked_account_can_post_no_more(open_house: House) -> None:
    async with open_house.database.transaction() as tx:
        await open_house.slack.tokens.keep_user(tx, "T1", "UFRIEDA", "xoxp-frieda")
    assert await user_token(open_house) == "xoxp-frieda"
    revoked = {"type": "tokens_revoked", "tokens": {"oauth": ["UFRIEDA"], "bot": []}}
    await open_house.slack.platform.read("T1", envelope(revoked))
    assert await user_token(open_house) == "not_linked"
    assert await open_house.slack.tokens.bot("T1") == "xoxb-one"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_an_uninstalled_app_forgets_everything_in_either_order(open_house: House, order: tuple[int, int]) -> None:
    leaving: list[dict[str, Any]] = [
        {"type": "app_uninstalled"},
        {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["UBOT"]}},
    ]
    for number in order:
        asked = signed_json(envelope(leaving[number], f"Ev{number}"))
        assert (await ask(open_house.app, asked)).status == 200
        await open_house.slack.platform.read("T1", envelope(leaving[number]))
    with pytest.raises(PlatformRefused, match="not_installed"):
        await open_house.slack.tokens.bot("T1")
    assert (await ask(open_house.app, signed_json(envelope(said(), "Ev9")))).status == 403
    await open_house.slack.register_workspace("xoxb-new")
    assert (await ask(open_house.app, signed_json(envelope(said(), "Ev10")))).status == 200


async def test_tokens_are_unreadable_in_the_database_file(open_house: House) -> None:
    stored = str(open_house.database.url.database)
    content = b"".join(path.read_bytes() for path in Path(stored).parent.glob("kindline.db*"))
    assert b"xoxb-one" not in content


async def audited(house: House) -> list[tuple[str, str, str]]:
    async with house.database.reading() as tx:
        found = await tx.session.execute(Row.metadata.tables["audit"].select())
        return [(row.workspace_id, row.by, row.what) for row in found]


async def test_an_installation_is_noted_once_with_who_did_it(open_house: House) -> None:
    granted = {"access_token": "xoxb-two", "team": {"id": "T1"}, "authed_user": {"id": "UFRIEDA"}}
    open_house.fake.answers["oauth.v2.access"] = lambda _: granted
    _, state = await begun(open_house)
    assert (await ask(open_house.app, back(state, state))).status == 200
    assert await audited(open_house) == [("T1", "UFRIEDA", "app installed")]


async def test_what_the_team_notes_about_accounts_is_not_noted_here_a_second_time(open_house: House) -> None:
    _, state = await begun(open_house, await link(open_house))
    assert (await ask(open_house.app, back(state, state))).status == 200
    await open_house.slack.platform.read("T1", envelope({"type": "app_uninstalled"}))
    assert await audited(open_house) == []


async def test_strangers_at_the_install_page_leave_a_bounded_number_of_tickets(open_house: House) -> None:
    async with open_house.database.transaction() as tx:
        mine = await oauth.issue(tx, "T1", "UFRIEDA")
        later = [replace(tx, raw_now=tx.raw_now + timedelta(seconds=n)) for n in range(oauth.MOST_STRANGERS + 20)]
        states = [await oauth.issue(moment) for moment in later]
    async with open_house.database.transaction() as tx:
        held = (await tx.session.execute(Row.metadata.tables["oauth_states"].select())).all()
    async with open_house.database.transaction() as tx:
        first, newest = await oauth.take(tx, states[0]), await oauth.take(tx, states[-1])
        assert await oauth.take(tx, mine) == oauth.Ticket("T1", "UFRIEDA")
    assert len(held) == oauth.MOST_STRANGERS + 1
    assert (first, newest) == (None, oauth.Ticket("", ""))
