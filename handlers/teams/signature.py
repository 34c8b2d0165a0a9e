"""The only check that a request comes from Teams: the Bot Connector's signed token, and that it fits what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from bot.settings import LOCAL
from handlers.teams.hosts import is_allowed
from handlers.teams.keys import Keys
from handlers.teams.tenancy import service_of, tenant_of
from handlers.teams.wire import Json

CHANNEL = "msteams"
MOST_SKEW_S = 300
MOST_TOKEN = 16_000
_REQUIRED = ("iss", "aud", "exp", "nbf")
_UNUSABLE = (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError)
"""What a token can do wrong; huge figures and deep nesting end in errors that are not PyJWT's own."""


class Refused(Exception):
    """Not from Teams, or not for us. Nobody is told why."""


class Guard(Protocol):
    """Lets in who proves to be the Bot Connector."""

    async def sender(self, authorizations: Sequence[str]) -> str:
        """The service address that the sender speaks for. Raises `Refused`, or `KeysUnavailable` when nobody can
        say."""
        ...

    def is_meant(self, sender: str, activity: Json) -> bool:
        """Whether this sender may send this activity, and we may take it."""
        ...


@dataclass(frozen=True, slots=True)
class Verifier:
    app_id: str
    issuer: str
    tenants: frozenset[str]
    hosts: frozenset[str]
    keys: Keys

    async def sender(self, authorizations: Sequence[str]) -> str:
        token = _bearer(authorizations)
        try:
            key_id = self._key_id(token)
            if not self.keys.is_known(key_id):
                # Everything that needs no key comes first, so that a stranger's token makes us fetch none.
                self._claims(token, None)
            key = await self.keys.key(key_id)
            if key is None or CHANNEL not in key.endorsements:
                raise Refused
            return self._claims(token, key.public)
        except _UNUSABLE as error:
            raise Refused from error

    def is_meant(self, sender: str, activity: Json) -> bool:
        return (
            activity.get("channelId") == CHANNEL
            and service_of(activity) == sender
            and tenant_of(activity) in self.tenants
        )

    def _key_id(self, token: str) -> str:
        header = jwt.get_unverified_header(token)
        key_id = header.get("kid")
        if header.get("alg") != "RS256" or not isinstance(key_id, str) or not key_id:
            raise Refused
        return key_id

    def _claims(self, token: str, key: RSAPublicKey | None) -> str:
        """The service address, once all claims are right; without a key the signature is not looked at yet."""
        options: Any = {f"verify_{name}": True for name in ("exp", "nbf", "iat", "iss", "aud")}
        claims = jwt.decode(
            token,
            key or "",
            algorithms=["RS256"],
            options=options | {"verify_signature": key is not None, "strict_aud": True, "require": list(_REQUIRED)},
            audience=self.app_id,
            issuer=self.issuer,
            leeway=MOST_SKEW_S,
        )
        service = claims.get("serviceurl")
        if not isinstance(service, str) or not is_allowed(service, self.hosts):
            raise Refused
        return service


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """For development with a tool that sends no tokens, on a server that only this machine can reach. A header such as
    x-ms-agents-playground, which anybody can write, proves nothing and is not read."""

    tenants: frozenset[str] = frozenset()
    """Any tenant when empty."""

    async def sender(self, authorizations: Sequence[str]) -> str:
        return ""

    def is_meant(self, sender: str, activity: Json) -> bool:
        """Answers go to this machine only, so nobody can use the open door to make us call elsewhere."""
        tenant_id = tenant_of(activity)
        is_known = tenant_id in self.tenants if self.tenants else bool(tenant_id)
        return activity.get("channelId") == CHANNEL and is_allowed(service_of(activity), LOCAL) and is_known


def _bearer(authorizations: Sequence[str]) -> str:
    if len(authorizations) != 1:
        raise Refused
    scheme, _, token = authorizations[0].partition(" ")
    if scheme.lower() != "bearer" or not token.isascii() or not 0 < len(token) <= MOST_TOKEN:
        raise Refused
    return token
