"""The token of the Bot Connector: the 21 cases that its own SDK gets wrong in three ways, and what else may be
tried."""

import base64
import hashlib
import hmac
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from starlette.applications import Starlette
from starlette.routing import Route

from handlers.hall.reception import Reply
from handlers.teams.hosts import is_allowed, is_safe
from handlers.teams.ingress import Ingress
from handlers.teams.keys import Keys
from handlers.teams.signature import Guard, OpenDoor, Verifier
from tests.slack.wire import Got, ask
from tests.teams.wire import (
    APP_ID,
    ISSUER,
    PATH,
    SERVICE,
    TENANT,
    Json,
    KeyService,
    activity,
    bearer,
    claims,
    jwk,
    key_service,
    post,
    private_key,
    sent,
    token,
)

EMULATOR = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"


@dataclass(slots=True)
class Door:
    """The endpoint with a real guard; `taken` is what it let through."""

    service: KeyService
    guard: Guard
    taken: list[Json] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    async def receive(self, body: Json) -> Reply:
        self.taken.append(body)
        return Reply(200)

    @property
    def app(self) -> Starlette:
        ingress = Ingress(self.guard, self.receive, self.counts)
        return Starlette(routes=[Route(PATH, ingress.__call__, methods=["POST"])])

    async def post(self, body: Any, authorization: str | None = "") -> Got:
        return await post(self.app, body, authorization)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async with key_service() as service, aiohttp.ClientSession() as session:
        service.keys = [jwk("k1"), jwk("unendorsed", ["webchat"])]
        keys = Keys(service.url, session)
        hosts = frozenset({"smba.trafficmanager.net"})
        yield Door(service, Verifier(APP_ID, ISSUER, frozenset({TENANT}), hosts, keys))
        await keys.finish()


def unsigned() -> str:
    return jwt.encode(claims(), "", algorithm="none", headers={"kid": "k1"})


def by_public_key() -> str:
    """Signed with HMAC and our public key as its secret, which a verifier that asks the token for its algorithm takes.
    PyJWT itself refuses to make one."""
    public = private_key("k1").public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    said = f"{_part({'alg': 'HS256', 'typ': 'JWT', 'kid': 'k1'})}.{_part(claims())}"
    return f"{said}.{_base64(hmac.new(pem, said.encode(), hashlib.sha256).digest())}"


def _part(value: Json) -> str:
    return _base64(json.dumps(value).encode())


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def forged(**changes: Any) -> str:
    """Signed with a key that is not the connector's, under the id of one that is."""
    return jwt.encode(claims(**changes), private_key("forger"), algorithm="RS256", headers={"kid": "k1"})


def at(**offsets: int) -> str:
    now = int(time.time())
    times: Json = {name: now + seconds for name, seconds in offsets.items()}
    return bearer(**times)


GOOD = activity()
ELSEWHERE = activity(serviceUrl="https://smba.trafficmanager.net/amer/")
NO_SERVICE = activity(serviceUrl=None)
OTHER_TENANT = activity(channelData={"tenant": {"id": "T0OTHER"}})
REFUSED: dict[str, tuple[Callable[[], str | None], Json]] = {
    # The cases of the measurements, in their order; "valid" is a test of its own.
    "no header": (lambda: None, GOOD),
    "the Basic scheme": (lambda: f"Basic {token()}", GOOD),
    "another audience": (lambda: bearer(aud="another-app"), GOOD),
    "no audience": (lambda: bearer(aud=None), GOOD),
    "another issuer": (lambda: bearer(iss="https://evil.example"), GOOD),
    "another service address in the claim": (lambda: bearer(serviceurl="https://evil.example/"), GOOD),
    "no service address in the claim": (lambda: bearer(serviceurl=None), GOOD),
    "a service address that differs from the claim": (lambda: bearer(), ELSEWHERE),
    "a bad signature with a known key id": (lambda: f"Bearer {forged()}", GOOD),
    "an unknown key id": (lambda: bearer("stranger"), GOOD),
    "no key id": (lambda: f"Bearer {token(headers={})}", GOOD),
    "garbage": (lambda: "Bearer garbage", GOOD),
    "garbage in three parts": (lambda: "Bearer a.b.c", GOOD),
    "expired": (lambda: at(exp=-301), GOOD),
    "a key that is not endorsed for Teams": (lambda: bearer("unendorsed"), GOOD),
    "the algorithm none": (lambda: f"Bearer {unsigned()}", GOOD),
    "an emulator's issuer with a forged key": (lambda: f"Bearer {forged(iss=EMULATOR, aud=APP_ID)}", GOOD),
    "no expiry": (lambda: bearer(exp=None), GOOD),
    "no service address anywhere": (lambda: bearer(serviceurl=None), NO_SERVICE),
    "another tenant": (lambda: bearer(), OTHER_TENANT),
    # And what else somebody may try.
    "an emulator's issuer with a true key": (lambda: bearer(iss=EMULATOR), GOOD),
    "not valid yet": (lambda: at(nbf=310, iat=0), GOOD),
    "no beginning": (lambda: bearer(nbf=None), GOOD),
    "several audiences": (lambda: bearer(aud=[APP_ID, "another-app"]), GOOD),
    "an expiry in words": (lambda: bearer(exp="tomorrow"), GOOD),
    "an expiry beyond all numbers": (lambda: bearer(exp=float("inf")), GOOD),
    "our public key as a shared secret": (lambda: f"Bearer {by_public_key()}", GOOD),
    "an empty token": (lambda: "Bearer ", GOOD),
    "an endless token": (lambda: "Bearer " + "a" * 20_000, GOOD),
    "letters that no token has": (lambda: "Bearer ÿ.ü.ß", GOOD),
    "no service address in the activity": (lambda: bearer(), NO_SERVICE),
    "no tenant": (lambda: bearer(), activity(channelData={})),
    "a tenant in the conversation only": (lambda: bearer(), activity(channelData=None)),
    "another channel": (lambda: bearer(), activity(channelId="webchat")),
    "the emulator's channel": (lambda: bearer(), activity(channelId="emulator")),
    "a host that is not on the list": (
        lambda: bearer(serviceurl="https://evil.example/"),
        activity(serviceUrl="https://evil.example/"),
    ),
    "a listed host without encryption": (
        lambda: bearer(serviceurl="http://smba.trafficmanager.net/emea/"),
        activity(serviceUrl="http://smba.trafficmanager.net/emea/"),
    ),
}


async def test_what_the_connector_signed_for_us_is_taken(door: Door) -> None:
    assert (await door.post(GOOD)).status == 200
    assert door.taken == [GOOD]


@pytest.mark.parametrize(("authorization", "body"), REFUSED.values(), ids=REFUSED.keys())
async def test_what_the_connector_did_not_sign_for_us_is_refused_without_a_word(
    door: Door, authorization: Callable[[], str | None], body: Json
) -> None:
    got = await door.post(body, authorization())
    assert (got.status, got.body) == (401, b"")
    assert (door.taken, door.counts["refused_401"]) == ([], 1)


async def test_two_tokens_are_none(door: Door) -> None:
    asked = sent(GOOD, headers=[("Content-Type", "application/json"), ("Authorization", bearer())])
    assert (await ask(door.app, asked)).status == 401


async def test_clocks_may_differ_by_five_minutes(door: Door) -> None:
    assert (await door.post(GOOD, at(exp=-280))).status == 200
    assert (await door.post(GOOD, at(nbf=280))).status == 200


async def test_a_strangers_token_makes_us_fetch_no_keys(door: Door) -> None:
    for authorization in (f"Bearer {forged(iss=EMULATOR)}", bearer("k9", aud="x"), at(exp=-400), "Bearer a.b.c", None):
        assert (await door.post(GOOD, authorization)).status == 401
    assert door.service.asked == []


async def test_a_hundred_tokens_with_invented_keys_cause_one_fetch(door: Door) -> None:
    answers = [
        (await door.post(GOOD, f"Bearer {token(headers={'kid': f'invented-{number}'})}")).status
        for number in range(100)
    ]
    # Nobody asked whether the later ones exist, so they may come again.
    assert (answers, door.taken) == ([401, *[503] * 99], [])
    assert door.service.asked == ["openid", "keys"]


async def test_a_new_key_soon_after_an_invented_one_is_sent_again_rather_than_lost(door: Door) -> None:
    assert (await door.post(GOOD, bearer("k1", aud="x"))).status == 401
    assert (await door.post(GOOD, f"Bearer {token(headers={'kid': 'invented'})}")).status == 401
    door.service.keys = [jwk("k2")]
    assert (await door.post(GOOD, bearer("k2"))).status == 503
    assert (await door.post(GOOD, bearer("k2", aud="x"))).status == 401


async def test_a_rotated_key_is_taken_at_once_and_the_old_one_no_more(door: Door) -> None:
    assert (await door.post(GOOD)).status == 200
    door.service.keys = [jwk("k2")]
    assert (await door.post(GOOD, bearer("k2"))).status == 200
    assert (await door.post(GOOD, bearer("k1"))).status == 401


async def test_while_nobody_can_say_whether_it_is_genuine_it_should_come_again(door: Door) -> None:
    door.service.status = 503
    got = await door.post(GOOD)
    assert (got.status, got.body, door.taken) == (503, b"", [])


async def test_a_dead_key_service_stops_nobody_whose_key_we_know(door: Door) -> None:
    await door.post(GOOD)
    door.service.status = 503
    assert (await door.post(GOOD)).status == 200


async def test_the_open_door_takes_what_nobody_signed_and_only_for_this_machine(door: Door) -> None:
    door.guard = OpenDoor()
    here = activity(serviceUrl="http://localhost:56150/_connector")
    assert (await door.post(here, None)).status == 200
    assert (await door.post(here, "Bearer garbage")).status == 200
    for elsewhere in (GOOD, NO_SERVICE, activity(serviceUrl="http://localhost.example/")):
        assert (await door.post(elsewhere, None)).status == 401
    assert door.taken == [here, here]


async def test_a_playgrounds_header_opens_nothing(door: Door) -> None:
    marks = [("Content-Type", "application/json"), ("x-ms-agents-playground", "true")]
    assert (await ask(door.app, sent(GOOD, None, marks))).status == 401
    assert door.taken == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "smba.trafficmanager.net",
        "ftp://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net\t.evil.example/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://[::1",
        "https://smba.trafficmanager.net:port/",
        "//smba.trafficmanager.net/",
        "https://smba.traffic\nmanager.net/",
        "https://smba.trafficmanager.net/a b",
        "https://smba.trafficmanager.net/\\evil.example/",
    ],
)
def test_an_address_that_is_not_exactly_the_connectors_gets_no_token_of_ours(url: str) -> None:
    assert not is_allowed(url, {"smba.trafficmanager.net"})
    assert is_allowed(SERVICE, {"smba.trafficmanager.net"})


def test_only_this_machine_is_called_without_encryption() -> None:
    assert is_safe("http://127.0.0.1:8700/connector/")
    assert is_safe("http://localhost:56150/_connector")
    assert not is_safe("http://192.168.0.7/connector/")
