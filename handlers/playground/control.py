"""The control interface: who may call it, where each call goes, and how its answers and refusals look."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from handlers.playground import control_app, control_people, control_world
from handlers.playground.control_body import Body, ControlError
from handlers.playground.control_docs import as_html, as_json
from handlers.playground.control_state import state
from handlers.playground.nesting import is_too_deep
from handlers.playground.playground import Playground
from handlers.playground.teams import control_app as teams
from handlers.playground.world import Json

Handler = Callable[[Body], Awaitable[Json]]

QUESTIONS: dict[str, Handler] = {
    "state": state,
    "changes": control_world.changes,
    "calls": control_world.calls,
    "events": control_world.events,
    "app": control_world.app,
}
DEEDS: dict[str, Handler] = {
    "say": control_people.say,
    "edit": control_people.edit,
    "delete": control_people.delete,
    "react": control_people.react,
    "join": control_people.join,
    "leave": control_people.leave,
    "deactivate": control_people.deactivate,
    "archive": control_people.archive,
    "profile": control_people.profile,
    "open_home": control_people.open_home,
    "command": control_app.command,
    "shortcut": control_app.shortcut,
    "press": control_app.press,
    "submit": control_app.submit,
    "close": control_app.close,
    "fault": control_world.fault,
    "rotate_keys": teams.rotate_keys,
}
ON_TEAMS: dict[str, Handler] = {
    "open_home": teams.open_home,
    "command": teams.command,
    "shortcut": teams.shortcut,
    "press": teams.press,
    "submit": teams.submit,
    "close": teams.close,
    "block": teams.block,
    "unblock": teams.unblock,
    "install": teams.install,
    "uninstall": teams.uninstall,
    "undelete": teams.undelete,
}
"""What goes another way on Microsoft Teams, or is only possible there."""


class Control:
    """Everything under /_control. `more` are the deeds that need parts which server.py holds (clock, reset)."""

    def __init__(self, playground: Playground, more: dict[str, Handler]) -> None:
        self._playground = playground
        self._deeds = {**{name: _by_platform(name) for name in {**DEEDS, **ON_TEAMS}}, **more}

    async def table(self, request: web.Request) -> web.Response:
        if "text/html" in request.headers.get("Accept", ""):
            return web.Response(text=as_html(), content_type="text/html")
        return _json(as_json())

    async def ask(self, request: web.Request) -> web.Response:
        return await self._answer(QUESTIONS, request, dict(request.query))

    async def do(self, request: web.Request) -> web.Response:
        try:
            fields: Any = orjson.loads(await request.read() or b"{}")
        except orjson.JSONDecodeError:
            return _refusal(400, "invalid_json", "The body is not valid JSON.")
        except web.HTTPRequestEntityTooLarge:
            return _refusal(413, "too_large", "That is too much for one call.")
        if not isinstance(fields, dict) or is_too_deep(fields):
            return _refusal(400, "invalid_json", "The body must be a JSON object of a reasonable depth.")
        return await self._answer(self._deeds, request, fields)

    async def _answer(self, table: dict[str, Handler], request: web.Request, fields: Json) -> web.Response:
        name = request.match_info["name"]
        handler = table.get(name)
        if handler is None:
            other = QUESTIONS if table is not QUESTIONS else self._deeds
            if name in other:
                return _refusal(405, "wrong_method", f"{name} is a {'POST' if table is QUESTIONS else 'GET'} call.")
            return _refusal(404, "unknown_call", "There is no such call; GET /_control lists them.")
        try:
            return _json({"ok": True, **await handler(Body(self._playground, fields))})
        except ControlError as problem:
            return _refusal(problem.status, problem.code, problem.message)


def _by_platform(name: str) -> Handler:
    """The same call for both platforms, which do it each in its own way."""
    on_slack, on_teams = DEEDS.get(name), ON_TEAMS.get(name)
    if on_teams is None and on_slack is not None:
        return on_slack

    async def do(body: Body) -> Json:
        is_teams = body.workspace.platform == "teams"
        handler = on_teams if is_teams else on_slack
        if handler is None:
            raise ControlError(400, "other_platform", "People do that on Microsoft Teams only.")
        return await handler(body)

    return do


def _json(answer: Json, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(answer), status=status, content_type="application/json")


def _refusal(status: int, code: str, message: str) -> web.Response:
    return _json({"ok": False, "error": code, "message": message}, status)
