"""A control interface made of paper: it answers the page from plain values, so no server is needed."""

import json
import mimetypes
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Request, Route

Json = dict[str, Any]

PAGE = Path(__file__).parents[2] / "handlers" / "playground" / "page"
ADDRESS = "http://127.0.0.1:8700"
NOW = "2026-11-18T09:30:00+00:00"
SLACK, TEAMS = "T0MARIGOLD", "M0MARIGOLD"
WORKSPACES: list[Json] = [
    {"id": SLACK, "name": "Marigold Bikes", "platform": "slack", "company_id": "marigold"},
    {"id": TEAMS, "name": "Marigold Bikes on Teams", "platform": "teams", "company_id": "marigold"},
    {"id": "T0NORTH", "name": "North Post", "platform": "slack"},
]
PEOPLE: list[Json] = [
    {"id": "U0ANNELIE", "name": "Annelie Voss", "role": "customer", "is_external": True},
    {"id": "U0FRIEDA", "name": "Frieda Maas", "role": "agent"},
    {"id": "U0MILO", "name": "Milo Brandt", "role": "marketer"},
]
TYPED: list[Json] = [
    {"command": "insight", "description": "Pass on what a customer said"},
    {"command": "promises", "description": "Your open promises"},
]


def message(number: int, user: str, text: str, **more: Any) -> Json:
    """One message of #help-marigold; `number` sets its place in time."""
    ts = f"1794994200.{number:06d}"
    shown: Json = {"id": f"C0HELP/{ts}", "channel": "C0HELP", "user": user, "text": text, "blocks": [], "thread": None}
    return {**shown, "at": NOW, "edited": False, "ephemeral_for": None, "actions": [], "plain": text, **more}


class Paper:
    """What the people see and what the page asked for (`told`).

    On Slack they see `messages`, `private`, `modal` and `home`; on Teams, where `has_teams`, `posts` and `chat`.
    """

    def __init__(self, page: Page) -> None:
        self.messages: list[Json] = []
        self.private: list[Json] = []
        self.modal: Json | None = None
        self.home: Json | None = None
        self.has_teams = False
        self.posts: list[Json] = []
        self.chat: list[Json] = []
        self.told: list[tuple[str, Json]] = []
        self.is_slow = False
        """Nothing is told of what the people see, as while a state is still on its way."""
        self.answers: dict[str, Json] = {}
        """The answer to a call, where it is not a bare yes."""
        self.strangers: list[str] = []
        self.page = page
        page.route("**/*", self._answer)

    def open(self, layout: str = "") -> Page:
        self.page.goto(f"{ADDRESS}/{layout}")
        self.page.locator("[data-user=U0FRIEDA]").get_by_test_id("place-C0HELP").first.wait_for()
        return self.page

    def calls(self, name: str) -> list[Json]:
        return [body for call, body in self.told if call == name]

    def _answer(self, route: Route, request: Request) -> None:
        parts = urlsplit(request.url)
        if not request.url.startswith(ADDRESS):
            self.strangers.append(request.url)
            route.abort()
        elif parts.path.startswith("/_control/"):
            body = self._control(parts.path.removeprefix("/_control/"), request, parse_qs(parts.query))
            route.fulfill(status=200 if body["ok"] else 404, json=body)
        else:
            file = PAGE / (parts.path.removeprefix("/page/") if parts.path != "/" else "index.html")
            kind = mimetypes.guess_type(file.name)[0] or "text/plain"
            route.fulfill(body=file.read_bytes(), content_type=kind)

    def _control(self, call: str, request: Request, query: dict[str, list[str]]) -> Json:
        if request.method == "POST":
            self.told.append((call, json.loads(request.post_data or "{}")))
            return self.answers.get(call, {"ok": True})
        if call == "state" and not self.is_slow:
            is_on_teams = query["team"] == [TEAMS]
            return self._state_on_teams(query["viewer"][0]) if is_on_teams else self._state(query["viewer"][0])
        if call == "app" and self.has_teams:
            told: Json = {"people": PEOPLE, "typed": TYPED} if query["team"] == [TEAMS] else {}
            return {"ok": True, "teams": WORKSPACES, **told}
        # A refusal makes the page look again every two seconds, which is all that a paper server needs.
        return {"ok": False, "error": "not_here", "message": "There is nothing here."}

    def _state(self, viewer: str) -> Json:
        is_agent = viewer == "U0FRIEDA"
        channel = {"id": "C0HELP", "name": "help-marigold", "is_ext_shared": True, "messages": self.messages}
        state: Json = {"ok": True, "now": NOW, "channels": [channel], "dms": [], "unread": {}}
        state["ephemerals"] = [one for one in self.private if one["ephemeral_for"] == viewer]
        return {**state, "home": self.home if is_agent else None, "modal": self.modal if is_agent else None}

    def _state_on_teams(self, viewer: str) -> Json:
        is_agent = viewer == "U0FRIEDA"
        channel = {"id": "C0HELP", "name": "help-marigold", "is_ext_shared": True, "messages": self.posts}
        chat = {"id": "D0FRIEDA", "with": "U0KINDLINE", "messages": self.chat}
        state: Json = {"ok": True, "now": NOW, "channels": [channel], "dms": [chat] if is_agent else [], "unread": {}}
        return {**state, "ephemerals": [], "home": None, "modal": self.modal if is_agent else None}
