"""An app is installed and a person's account linked through the consent page, with codes that work once."""

from urllib.parse import parse_qs, urlsplit

import pytest
from slack_sdk.errors import SlackApiError

from tests.playground.bench import Bench

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
"""The SDK itself still uses it for `oauth.v2.access`."""


async def allowed(bench: Bench, **more: str) -> tuple[int, str]:
    """Status and where the browser is sent, or the page's text."""
    query = {
        "client_id": "demo.client",
        "user_scope": "chat:write",
        "state": "s1",
        "approve": "1",
        "as_user": "U0JONAS",
    }
    query["redirect_uri"] = f"http://127.0.0.1:{bench.settings.bot_port}/slack/oauth_redirect"
    url = f"{bench.settings.address}/oauth/v2/authorize"
    async with bench.session.get(url, params={**query, **more}, allow_redirects=False) as response:
        return response.status, response.headers.get("Location") or await response.text()


async def test_a_person_links_their_account_and_then_posts_as_themselves(bench: Bench) -> None:
    status, location = await allowed(bench)
    query = parse_qs(urlsplit(location).query)
    assert (status, query["state"]) == (302, ["s1"])
    exchange = {"client_id": "demo.client", "client_secret": "demo-client-secret", "code": query["code"][0]}
    granted = await bench.client("").oauth_v2_access(**exchange)
    person = granted["authed_user"]
    assert (person["id"], person["scope"], person["token_type"]) == ("U0JONAS", "chat:write", "user")
    assert granted["team"]["id"] == "T0MARIGOLD"
    sent = await bench.client(person["access_token"]).chat_postMessage(channel="C0HELP", text="Hello, Jonas here")
    assert sent["message"]["user"] == "U0JONAS"
    with pytest.raises(SlackApiError, match="code_already_used"):
        await bench.client("").oauth_v2_access(**exchange)
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        await bench.client("").oauth_v2_access(**{**exchange, "client_secret": "wrong"})


async def test_linking_again_after_a_revocation_gives_a_new_token(bench: Bench) -> None:
    await bench.frieda.auth_revoke()
    _, location = await allowed(bench, as_user="U0FRIEDA")
    code = parse_qs(urlsplit(location).query)["code"][0]
    granted = await bench.client("").oauth_v2_access(
        client_id="demo.client", client_secret="demo-client-secret", code=code
    )
    assert granted["authed_user"]["access_token"] != "xoxp-demo-U0FRIEDA"


async def test_an_installation_gives_the_bots_token_of_that_workspace(bench: Bench) -> None:
    _, location = await allowed(bench, user_scope="", scope="chat:write,commands", team="T0NORTH", as_user="U0FRIEDA")
    code = parse_qs(urlsplit(location).query)["code"][0]
    granted = await bench.client("").oauth_v2_access(
        client_id="demo.client", client_secret="demo-client-secret", code=code
    )
    assert (granted["access_token"], granted["bot_user_id"]) == ("xoxb-demo-T0NORTH", "U0KINDLINE")


async def test_the_page_asks_and_takes_no_for_an_answer(bench: Bench) -> None:
    status, page = await allowed(bench, approve="")
    assert (status, "Allow" in page, "Jonas Keller" in page, "Annelie" in page) == (200, True, True, False)
    _, location = await allowed(bench, deny="1")
    assert "error=access_denied" in location


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "other"},
        {"redirect_uri": "https://evil.example/steal"},
        {"user_scope": "admin"},
        {"as_user": "U0ANNELIE"},
        {"as_user": "U0NOBODY"},
        {"team": "T0NOWHERE"},
        {"user_scope": ""},
    ],
)
async def test_strange_requests_get_no_code(bench: Bench, wrong: dict[str, str]) -> None:
    status, text = await allowed(bench, **wrong)
    assert (status, "code=" in text) == (400, False)
