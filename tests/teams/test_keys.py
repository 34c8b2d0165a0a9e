"""The signing keys: rotated keys are found, a slow or dead key service stops nobody, and strangers cause no fetches."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from handlers.teams.keys import AGAIN_AFTER_FAILURE_S, AGAIN_S, OLD_S, Keys, KeysUnavailable
from tests.teams.wire import KeyService, jwk, key_service

ROUND = ["openid", "keys"]


@dataclass(slots=True)
class Kit:
    service: KeyService
    keys: Keys
    now: float = 1_000.0

    def clock(self) -> float:
        return self.now

    async def fetched(self) -> None:
        """What is fetched in passing has come."""
        while self.keys._fetching is not None:
            await asyncio.sleep(0.01)


@pytest.fixture
async def kit() -> AsyncIterator[Kit]:
    async with key_service() as service, aiohttp.ClientSession() as session:
        found: Kit = Kit(service, Keys(service.url, session))
        found.keys = Keys(service.url, session, clock=found.clock, fetch_s=0.3)
        yield found
        await found.keys.finish()


async def test_a_key_is_fetched_once_and_kept(kit: Kit) -> None:
    found = [await kit.keys.key("k1") for _ in range(3)]
    assert all(one is not None and one.endorsements == {"msteams"} for one in found)
    assert kit.service.asked == ROUND


async def test_a_hundred_who_need_a_new_key_cause_one_fetch(kit: Kit) -> None:
    found = await asyncio.gather(*(kit.keys.key("k1") for _ in range(100)))
    assert None not in found
    assert kit.service.asked == ROUND


async def test_a_rotated_key_is_found_at_its_first_use(kit: Kit) -> None:
    await kit.keys.key("k1")
    kit.service.keys = [jwk("k1"), jwk("k2")]
    assert await kit.keys.key("k2") is not None
    assert await kit.keys.key("k1") is not None
    assert kit.service.asked == ROUND * 2


async def test_invented_key_ids_cause_one_fetch_in_three_minutes(kit: Kit) -> None:
    assert await kit.keys.key("invented") is None
    for number in range(200):
        kit.now += AGAIN_S / 250
        with pytest.raises(KeysUnavailable):
            await kit.keys.key(f"invented-{number}")
    assert kit.service.asked == ROUND


async def test_a_key_rotated_after_somebody_invented_one_is_found_three_minutes_later_at_most(kit: Kit) -> None:
    await kit.keys.key("invented")
    kit.service.keys = [jwk("k2")]
    with pytest.raises(KeysUnavailable):
        await kit.keys.key("k2")
    kit.now += AGAIN_S
    assert await kit.keys.key("k2") is not None


async def test_a_withdrawn_key_is_forgotten_within_a_day_and_nobody_waits_for_it(kit: Kit) -> None:
    await kit.keys.key("k1")
    kit.service.keys, kit.service.delay_s = [jwk("k2")], 0.05
    kit.now += OLD_S
    began = time.perf_counter()
    assert await kit.keys.key("k1") is not None
    assert time.perf_counter() - began < 0.04
    await kit.fetched()
    assert await kit.keys.key("k1") is None


async def test_known_keys_serve_while_the_key_service_is_down(kit: Kit) -> None:
    await kit.keys.key("k1")
    kit.service.status = 503
    kit.now += OLD_S
    assert await kit.keys.key("k1") is not None
    await kit.fetched()
    assert await kit.keys.key("k1") is not None
    with pytest.raises(KeysUnavailable):
        await kit.keys.key("k2")


async def test_a_service_that_is_down_is_asked_again_soon_and_not_by_everybody(kit: Kit) -> None:
    kit.service.status = 500
    for _ in range(50):
        with pytest.raises(KeysUnavailable):
            await kit.keys.key("k1")
    assert kit.service.asked == ["openid"]
    kit.service.status = 200
    kit.now += AGAIN_AFTER_FAILURE_S
    assert await kit.keys.key("k1") is not None


async def test_a_slow_key_service_stalls_neither_the_loop_nor_whoever_has_a_known_key(kit: Kit) -> None:
    await kit.keys.key("k1")
    kit.service.delay_s = 5.0
    longest, began = 0.0, time.perf_counter()
    waiting = asyncio.create_task(kit.keys.key("k2"))
    while not waiting.done():
        before = time.perf_counter()
        assert await kit.keys.key("k1") is not None
        await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - before)
    assert isinstance(waiting.exception(), KeysUnavailable)
    assert time.perf_counter() - began < 1.0
    assert longest < 0.2


async def test_somebody_who_hangs_up_does_not_take_the_keys_from_the_others(kit: Kit) -> None:
    kit.service.delay_s = 0.05
    impatient = asyncio.create_task(kit.keys.key("k1"))
    patient = asyncio.create_task(kit.keys.key("k1"))
    await asyncio.sleep(0.02)
    impatient.cancel()
    assert await patient is not None


@pytest.mark.parametrize(
    "document",
    [
        {"jwks_uri": None},
        {"jwks_uri": "http://keys.example/keys"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": "https://a@keys.example/"},
        {"jwks_uri": ["x"]},
    ],
)
async def test_keys_come_from_a_safe_address_only(kit: Kit, document: dict[str, Any]) -> None:
    kit.service.document = document
    with capture_logs() as logs, pytest.raises(KeysUnavailable):
        await kit.keys.key("k1")
    assert [line["event"] for line in logs] == ["teams.keys_not_fetched"]
    assert kit.service.asked == ["openid"]


async def test_unusable_keys_are_left_out_and_the_others_serve(kit: Kit) -> None:
    short = {"kty": "RSA", "kid": "short", "n": "AQAB", "e": "AQAB"}
    bad: list[Any] = [None, 7, {}, {"kid": 3}, {"kty": "oct", "kid": "hmac", "k": "c2VjcmV0"}, short]
    bad += [{"kty": "RSA", "kid": "torn", "n": "!!", "e": None}, {**jwk("k2"), "endorsements": "msteams"}]
    kit.service.keys = [*bad, jwk("k1")]
    assert await kit.keys.key("k1") is not None
    for one in ("short", "hmac", "torn"):
        assert await kit.keys.key(one) is None
        kit.now += AGAIN_S
    unendorsed = await kit.keys.key("k2")
    assert unendorsed is not None
    assert unendorsed.endorsements == frozenset()


async def test_no_keys_at_all_replace_none_of_those_we_know(kit: Kit) -> None:
    await kit.keys.key("k1")
    kit.service.keys = []
    kit.now += OLD_S
    await kit.keys.key("k1")
    await kit.fetched()
    assert await kit.keys.key("k1") is not None
