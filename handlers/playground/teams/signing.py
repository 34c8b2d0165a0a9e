"""The keys of the pretend Bot Connector: it signs what it delivers, and hands out tokens for what the app sends."""

import secrets
from datetime import datetime, timedelta

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from handlers.playground.world import Json

ISSUER = "https://api.botframework.com"
AUDIENCE = "https://api.botframework.com"
SIGNED_FOR = timedelta(hours=1)
TOKEN_LIVES_S = 86_399
FORGERIES = frozenset({"forged", "wrong_tenant", "stale_token"})
"""Deliveries that a bot must refuse, which a fault asks for."""


class Keys:
    """One RSA key, made anew for each run; `rotate` replaces it, as the real one is replaced now and then."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self.rotate()

    def rotate(self) -> None:
        self._key = _new_key()
        self._kid = secrets.token_urlsafe(20)

    def jwks(self) -> Json:
        key: Json = jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        key.update(use="sig", alg="RS256", kid=self._kid, x5t=self._kid, endorsements=["msteams", "webchat"])
        return {"keys": [key]}

    def signature(self, app_id: str, service_url: str, real_now: datetime, forgery: str = "") -> str:
        """The token that a delivery carries; it is a matter of real time."""
        begins = real_now - timedelta(days=1) if forgery == "stale_token" else real_now
        claims: Json = {"iss": ISSUER, "aud": app_id, "serviceurl": service_url}
        claims.update(nbf=int(begins.timestamp()) - 300, exp=int((begins + SIGNED_FOR).timestamp()))
        key = _new_key() if forgery == "forged" else self._key
        return jwt.encode(claims, key, algorithm="RS256", headers={"kid": self._kid})

    def token(self, app_id: str, tenant: str, now: datetime) -> str:
        """What the app shows when it calls; valid for a day of product time and for this run."""
        claims: Json = {"aud": AUDIENCE, "appid": app_id, "tid": tenant, "jti": secrets.token_hex(8)}
        claims.update(iat=int(now.timestamp()), exp=int(now.timestamp()) + TOKEN_LIVES_S)
        return jwt.encode(claims, self._secret, algorithm="HS256")

    def is_valid(self, token: str, app_id: str, now: datetime) -> bool:
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=["HS256"],
                audience=AUDIENCE,
                options={"verify_exp": False, "verify_iat": False},
            )
        except jwt.InvalidTokenError:
            return False
        return bool(claims["appid"] == app_id and now.timestamp() < claims["exp"])


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
