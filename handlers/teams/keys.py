"""The Bot Connector's signing keys: fetched once, kept by id, and still known while the key service is slow or down."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWKError
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import InvalidKeyError

from handlers.teams.hosts import is_safe
from handlers.teams.wire import Json, TooLarge, limited

log = structlog.get_logger()

FETCH_S = 3.0
MOST_BYTES = 1_000_000
AGAIN_S = 180.0
"""How long nobody is asked again after a key id that the service did not know: whoever invents ids causes no more."""
AGAIN_AFTER_FAILURE_S = 10.0
OLD_S = 24 * 3600.0
"""Then the keys are renewed in passing, so that one that was withdrawn is forgotten."""


class KeysUnavailable(Exception):
    """Nobody can say whether the key exists: the key service does not answer, or is not asked just now."""


@dataclass(frozen=True, slots=True)
class Key:
    """`endorsements` names the channels that this key may sign for."""

    public: RSAPublicKey
    endorsements: frozenset[str]


class Keys:
    """One fetch at a time, however many wait for it. Whoever has a known key id waits for nothing."""

    def __init__(
        self,
        openid_url: str,
        session: aiohttp.ClientSession,
        *,
        clock: Callable[[], float] = time.monotonic,
        fetch_s: float = FETCH_S,
    ) -> None:
        self._openid_url = openid_url
        self._session = session
        self._clock = clock
        self._fetch_s = fetch_s
        self._known: Mapping[str, Key] = {}
        self._fetched_at: float | None = None
        self._rest_until = -1.0
        self._has_failed = False
        self._fetching: asyncio.Task[None] | None = None

    def is_known(self, key_id: str) -> bool:
        """Whether `key` answers without asking anybody."""
        return key_id in self._known

    async def key(self, key_id: str) -> Key | None:
        """None when the service was asked and does not know this id. Raises `KeysUnavailable` when it cannot be
        asked."""
        found = self._known.get(key_id)
        if found is None:
            found = await self._asked_for(key_id)
        elif self._is_old():
            self._begin()
        if found is None and self._has_failed:
            raise KeysUnavailable
        return found

    def fetch_ahead(self) -> None:
        """So that nobody waits for the first keys; whether it works shows when they are needed."""
        self._begin()

    async def finish(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    def _is_old(self) -> bool:
        return self._fetched_at is None or self._clock() - self._fetched_at >= OLD_S

    async def _asked_for(self, key_id: str) -> Key | None:
        self._begin()
        if self._fetching is None:
            raise KeysUnavailable  # An invented id came just before, and this one may be new and real.
        # Shielded, so that one sender who hangs up does not take the keys away from the others.
        await asyncio.shield(self._fetching)
        found = self._known.get(key_id)
        if found is None and not self._has_failed:
            self._rest_until = self._clock() + AGAIN_S
        return found

    def _begin(self) -> None:
        if self._fetching is None and self._clock() >= self._rest_until:
            self._fetching = asyncio.create_task(self._fetch())

    async def _fetch(self) -> None:
        try:
            async with asyncio.timeout(self._fetch_s):
                found = await self._asked()
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError, TooLarge) as error:
            self._has_failed = True
            self._rest_until = self._clock() + AGAIN_AFTER_FAILURE_S
            log.warning("teams.keys_not_fetched", reason=type(error).__name__, known=len(self._known))
        else:
            self._known, self._fetched_at, self._has_failed = found, self._clock(), False
            log.info("teams.keys_fetched", known=len(found))
        finally:
            self._fetching = None

    async def _asked(self) -> Mapping[str, Key]:
        document = await self._json(self._openid_url)
        address = document.get("jwks_uri")
        if not isinstance(address, str) or not is_safe(address):
            raise ValueError("no address of keys")
        listed = (await self._json(address)).get("keys")
        if not isinstance(listed, list):
            raise ValueError("no keys")
        found = dict(pair for pair in map(_key, listed) if pair is not None)
        if not found:
            raise ValueError("no usable key")
        return found

    async def _json(self, address: str) -> Json:
        async with self._session.get(address, allow_redirects=False) as answer:
            if answer.status != 200:
                raise ValueError(f"the key service answered {answer.status}")
            raw = await limited(answer.content, MOST_BYTES)
        found = orjson.loads(raw)
        if not isinstance(found, dict):
            raise ValueError("not an object")
        return found


def _key(written: Any) -> tuple[str, Key] | None:
    """None for what cannot verify RS256: another kind, too short, or unreadable. The others still serve."""
    if not isinstance(written, dict) or not isinstance(written.get("kid"), str):
        return None
    try:
        public = RSAAlgorithm.from_jwk({name: written.get(name) for name in ("kty", "n", "e")})
    except (InvalidKeyError, PyJWKError, ValueError, TypeError, AttributeError):
        return None
    if not isinstance(public, RSAPublicKey) or public.key_size < 2048:
        return None
    endorsed = written.get("endorsements")
    endorsements = [one for one in endorsed if isinstance(one, str)] if isinstance(endorsed, list) else []
    return written["kid"], Key(public, frozenset(endorsements))
