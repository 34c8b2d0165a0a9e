"""The bot's own token: fetched once, kept while it lasts, and never a reason to lose anything."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.errors import PlatformBusy
from handlers.teams.tokens import AppKey, Tokens
from tests.mishaps import Fault
from tests.teams.fake_connector import FakeConnector, running
from tests.teams.wire import APP_ID, TENANT


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with running() as found:
        yield found


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tokens(fake: FakeConnector, session: aiohttp.ClientSession, clock: Clock) -> Tokens:
    return Tokens(session, AppKey(APP_ID, "hush", TENANT, f"{fake.url}/login/"), clock)


async def test_a_token_is_asked_for_as_microsoft_wants_it(fake: FakeConnector, tokens: Tokens) -> None:
    assert await tokens.bearer() == "t1"
    assert fake.tokens == [
        {
            "grant_type": "client_credentials",
            "client_id": APP_ID,
            "client_secret": "hush",
            "scope": "https://api.botframework.com/.default",
            "tenant": TENANT,
        }
    ]


async def test_many_at_once_fetch_one_token(fake: FakeConnector, tokens: Tokens) -> None:
    found = await asyncio.gather(*(tokens.bearer() for _ in range(20)))
    assert (set(found), len(fake.tokens)) == ({"t1"}, 1)


async def test_a_token_is_renewed_five_minutes_before_its_end(
    fake: FakeConnector, tokens: Tokens, clock: Clock
) -> None:
    await tokens.bearer()
    clock.now += 3_299
    assert await tokens.bearer() == "t1"
    clock.now += 2
    assert await tokens.bearer() == "t2"


async def test_after_26_idle_hours_a_fresh_token_is_used(fake: FakeConnector, tokens: Tokens, clock: Clock) -> None:
    await tokens.bearer()
    clock.now += 26 * 3_600
    assert await tokens.bearer() == "t2"


@pytest.mark.parametrize("given", [0, 30, "90", None, "soon", -5])
async def test_an_odd_lifetime_never_makes_a_fetch_for_every_call(
    fake: FakeConnector, tokens: Tokens, given: object
) -> None:
    fake.expires_in = given
    for _ in range(3):
        assert await tokens.bearer() == "t1"


async def test_a_refused_token_is_replaced_once_however_many_saw_it(fake: FakeConnector, tokens: Tokens) -> None:
    old = await tokens.bearer()
    tokens.refused(old)
    assert await tokens.bearer() == "t2"
    tokens.refused(old)  # Somebody else was slower to learn it.
    assert await tokens.bearer() == "t2"


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=401, body={"error": "invalid_client"}),
        Fault(status=400, body={"error": "unauthorized_client", "error_description": "hush"}),
        Fault(status=503, body="busy"),
        Fault(status=200, body="<html>"),
        Fault(status=200, body=[1]),
        Fault(status=200, body={"access_token": ""}),
        Fault(status=302, headers={"Location": "http://127.0.0.1:1/"}, body=""),
        Fault(kind="reset"),
        Fault(status=200, body=b"x" * 2_100_000),
    ],
    ids=["secret", "app", "503", "html", "list", "empty", "redirect", "reset", "endless"],
)
async def test_without_a_token_everything_waits_and_the_secret_is_told_nobody(
    fake: FakeConnector, tokens: Tokens, clock: Clock, fault: Fault
) -> None:
    fake.token_answers.append(fault)
    with pytest.raises(PlatformBusy) as caught:
        await tokens.bearer()
    assert (caught.value.scope, caught.value.retry_after_s) == ("workspace", 30.0)
    assert "hush" not in str(caught.value) + repr(tokens.key)
    with pytest.raises(PlatformBusy, match="a moment ago"):
        await tokens.bearer()
    assert len(fake.tokens) == 1
    clock.now += 31
    assert await tokens.bearer() == "t2"


async def test_asking_meanwhile_makes_the_rest_no_longer(fake: FakeConnector, tokens: Tokens, clock: Clock) -> None:
    fake.token_answers.append(Fault(status=503, body="busy"))
    for _ in range(3):
        with pytest.raises(PlatformBusy):
            await tokens.bearer()
        clock.now += 10
    assert await tokens.bearer() == "t2"


async def test_a_token_is_used_to_its_end_while_no_other_can_be_had(
    fake: FakeConnector, tokens: Tokens, clock: Clock
) -> None:
    await tokens.bearer()
    clock.now += 3_400
    fake.token_answers.append(Fault(status=503, body="busy"))
    assert await tokens.bearer() == "t1"
    clock.now += 31
    assert await tokens.bearer() == "t3"


async def test_a_token_past_its_end_is_not_used(fake: FakeConnector, tokens: Tokens, clock: Clock) -> None:
    await tokens.bearer()
    clock.now += 3_601
    fake.token_answers.append(Fault(status=503, body="busy"))
    with pytest.raises(PlatformBusy):
        await tokens.bearer()


async def test_without_an_app_id_there_is_no_token(fake: FakeConnector, session: aiohttp.ClientSession) -> None:
    assert await Tokens(session, AppKey()).bearer() == ""
    assert fake.tokens == []
