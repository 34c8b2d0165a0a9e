"""The two things that an interaction hands to the app and that wear out: trigger ids and response addresses."""

import secrets
from datetime import datetime, timedelta
from typing import Literal

from pydantic import BaseModel

from handlers.playground.clock import Clock

TRIGGER_LIVES = timedelta(seconds=3)
RESPONSE_LIVES = timedelta(minutes=30)
RESPONSE_USES = 5


class Trigger(BaseModel):
    team: str
    user: str
    made_at: datetime
    parent: str = ""
    """The view in which the interaction happened; what is pushed goes on top of it."""
    is_used: bool = False


class Triggers:
    """A trigger opens one view within three seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: dict[str, Trigger] = {}

    def clear(self) -> None:
        self._made.clear()

    def new(self, team: str, user: str, parent: str = "") -> str:
        trigger_id = f"{len(self._made) + 1}.{int(self._clock.now().timestamp())}.{secrets.token_hex(16)}"
        self._made[trigger_id] = Trigger(team=team, user=user, made_at=self._clock.now(), parent=parent)
        return trigger_id

    def use(self, trigger_id: str, team: str) -> Trigger | Literal["invalid", "exchanged", "expired"]:
        """The trigger, now spent; or Slack's word for why it can't be used."""
        trigger = self._made.get(trigger_id)
        if trigger is None or trigger.team != team:
            return "invalid"
        if trigger.is_used:
            return "exchanged"
        if self._clock.now() - trigger.made_at > TRIGGER_LIVES:
            return "expired"
        trigger.is_used = True
        return trigger


class ResponseUrl(BaseModel):
    """An address to which the app may post about one interaction; `ts` is the message it happened on, if any."""

    team: str
    user: str
    channel: str
    made_at: datetime
    ts: str = ""
    is_ephemeral: bool = False
    uses: int = 0


class ResponseUrls:
    """Five uses in thirty minutes, each."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.made: dict[str, ResponseUrl] = {}

    def clear(self) -> None:
        self.made.clear()

    def new(self, team: str, user: str, channel: str, ts: str = "", *, is_ephemeral: bool = False) -> str:
        """The path of the address, below the playground's own."""
        secret = secrets.token_urlsafe(24)
        made_at = self._clock.now()
        self.made[secret] = ResponseUrl(
            team=team, user=user, channel=channel, made_at=made_at, ts=ts, is_ephemeral=is_ephemeral
        )
        return f"/response/{team}/{secret}"

    def use(self, secret: str, team: str) -> ResponseUrl | Literal["expired_url", "used_url"]:
        url = self.made.get(secret)
        if url is None or url.team != team or self._clock.now() - url.made_at > RESPONSE_LIVES:
            return "expired_url"
        if url.uses >= RESPONSE_USES:
            return "used_url"
        url.uses += 1
        return url
