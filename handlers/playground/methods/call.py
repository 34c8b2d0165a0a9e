"""One Web API call on its way: who calls, what they may do, and their arguments, read strictly."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import orjson

from handlers.playground.nesting import is_too_deep
from handlers.playground.playground import Playground
from handlers.playground.world import Channel, Grant, Json, Person, Workspace

READ_SCOPES = {"im": "im:read", "group": "groups:read", "channel": "channels:read"}
HISTORY_SCOPES = {"im": "im:history", "group": "groups:history", "channel": "channels:history"}


class SlackError(Exception):
    """An answer with `ok: false`; `code` is Slack's own word, `more` stands beside it in the answer."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more


@dataclass(frozen=True, slots=True)
class Method:
    """`kinds` are the token kinds that may call it; an empty tuple means that it takes none."""

    run: "Callable[[Call], Json]"
    scopes: Sequence[str] = ()
    kinds: Sequence[Literal["bot", "user", "app"]] = ("bot", "user")


@dataclass(slots=True)
class Call:
    playground: Playground
    args: Json
    token: str = ""
    grant: Grant = field(default_factory=lambda: Grant(kind="app"))

    @property
    def workspace(self) -> Workspace:
        return self.playground.world.workspaces[self.grant.team]

    @property
    def is_bot(self) -> bool:
        return self.grant.kind == "bot"

    def need(self, *scopes: str) -> None:
        missing = [scope for scope in scopes if scope not in self.grant.scopes]
        if missing:
            raise SlackError("missing_scope", needed=",".join(missing), provided=",".join(self.grant.scopes))

    def text(self, name: str, missing: str = "invalid_arguments") -> str:
        """A required string; `missing` is what Slack answers without it."""
        value = self.args.get(name)
        if value is None or value == "":
            raise SlackError(missing, response_metadata={"messages": [f"[ERROR] missing required field: {name}"]})
        if not isinstance(value, str):
            raise SlackError("invalid_arguments", response_metadata={"messages": [f"[ERROR] must be a string: {name}"]})
        return value

    def maybe(self, name: str) -> str | None:
        return self.text(name) if self.args.get(name) not in (None, "") else None

    def flag(self, name: str) -> bool:
        return self.args.get(name) in (True, 1, "1", "true", "True")

    def whole(self, name: str, default: int, most: int) -> int:
        value = self.args.get(name, default)
        try:
            number = int(value) if not isinstance(value, bool) else -1
        except (TypeError, ValueError, OverflowError):
            number = -1
        if not 0 <= number <= most:
            raise SlackError("invalid_limit" if name == "limit" else "invalid_arguments")
        return number or default

    def data(self, name: str, problem: str = "invalid_arguments") -> Any:
        """A value that may come as JSON or as a string of JSON; None when it is absent."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            loaded = orjson.loads(value)
        except orjson.JSONDecodeError as error:
            raise SlackError(problem) from error
        if is_too_deep(loaded):
            raise SlackError(problem)
        return loaded

    def channel(self, name: str = "channel") -> Channel:
        """A channel that the caller may know of."""
        channel = self.workspace.channels.get(self.text(name, "channel_not_found"))
        if channel is None or (channel.is_private and self.grant.user not in channel.members):
            raise SlackError("channel_not_found")
        return channel

    def person(self, name: str = "user") -> Person:
        person = self.workspace.people.get(self.text(name, "user_not_found"))
        if person is None:
            raise SlackError("user_not_found")
        return person

    def now_s(self) -> int:
        return int(self.playground.clock.now().timestamp())


def page(call: Call, items: Sequence[Any], default: int = 100) -> tuple[list[Any], str]:
    """The part of the items that `cursor` and `limit` ask for, and the cursor of the next part, empty at the end."""
    limit = call.whole("limit", default, 1000)
    try:
        start = int(base64.b64decode(call.maybe("cursor") or base64.b64encode(b"0"), validate=True))
    except (ValueError, binascii.Error) as error:
        raise SlackError("invalid_cursor") from error
    if start < 0:
        raise SlackError("invalid_cursor")
    following = start + limit
    cursor = base64.b64encode(str(following).encode()).decode() if following < len(items) else ""
    return list(items[start:following]), cursor
