"""Requests straight to the bot's port, as Slack or somebody who pretends to be Slack would send them."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlencode

from tests.demo import Demo, Json

SECRET = "demo-signing-secret"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
_numbers = count(1)


def signed(body: bytes, *, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


@dataclass(frozen=True, slots=True)
class SlackWire:
    demo: Demo

    def post(self, body: bytes, kind: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
        """Well signed unless other `headers` are given; answers the status and the body."""
        line = HTTPConnection("127.0.0.1", self.demo.bot_port, timeout=20)
        given = {"Content-Type": kind, **(signed(body) if headers is None else headers)}
        try:
            line.request("POST", "/slack/events", body, given)
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            line.close()

    def command(self, command: str, text: str, **more: str) -> tuple[int, str]:
        return self.post(command_body(command, text, **more), FORM)

    def event(self, event: Json, event_id: str, team: str = "T0MARIGOLD") -> tuple[int, str]:
        return self.post(event_body(event, event_id, team), JSON)

    def press(self, team: str, user: str, channel: str, action: str, value: str) -> int:
        head = self._head("block_actions", team, user)
        container = {"type": "message", "message_ts": "1794994200.000100", "channel_id": channel, "is_ephemeral": True}
        pressed = {"action_id": action, "block_id": "b", "type": "button", "value": value, "action_ts": "1"}
        return self._interact({**head, "container": container, "channel": {"id": channel}, "actions": [pressed]})[0]

    def submit(
        self, team: str, user: str, form: str, subject: str, *, values: Json, channel: str = ""
    ) -> tuple[int, str]:
        about = json.dumps({"s": subject, "c": channel, "t": ""})
        blocks = [{"type": "input", "block_id": name} for name in values]
        view = {"id": f"VFORGED{next(_numbers)}", "type": "modal", "callback_id": form, "private_metadata": about}
        filled = {**view, "hash": "1.1", "blocks": blocks, "state": {"values": values}}
        return self._interact({**self._head("view_submission", team, user), "view": filled})

    def _interact(self, payload: Json) -> tuple[int, str]:
        return self.post(urlencode({"payload": json.dumps(payload)}).encode(), FORM)

    @staticmethod
    def _head(kind: str, team: str, user: str) -> Json:
        return {
            "type": kind,
            "api_app_id": "A0KINDLINE",
            "team": {"id": team, "domain": "x"},
            "user": {"id": user, "team_id": team, "name": user.lower()},
            "trigger_id": f"forged.{next(_numbers)}",
            "is_enterprise_install": False,
            "enterprise": None,
        }


def command_body(command: str, text: str, **more: str) -> bytes:
    form = {
        "command": command,
        "text": text,
        "team_id": "T0MARIGOLD",
        "user_id": "U0FRIEDA",
        "channel_id": "C0HELP",
        "channel_name": "help-marigold",
        "api_app_id": "A0KINDLINE",
        "trigger_id": f"forged.{next(_numbers)}",
        "is_enterprise_install": "false",
    }
    return urlencode({**form, **more}).encode()


def event_body(event: Json, event_id: str, team: str = "T0MARIGOLD") -> bytes:
    outer = {"type": "event_callback", "team_id": team, "api_app_id": "A0KINDLINE", "event_id": event_id}
    authorizations = [{"team_id": team, "user_id": "U0KINDLINE", "is_bot": True, "is_enterprise_install": False}]
    return json.dumps({**outer, "event_time": 1794994200, "authorizations": authorizations, "event": event}).encode()
