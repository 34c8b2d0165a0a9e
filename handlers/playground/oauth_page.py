"""The consent page: who allows the app what, and the code that goes back to it."""

import html
import secrets
from urllib.parse import urlencode, urlsplit

from aiohttp import web

from handlers.playground.clock import iso
from handlers.playground.playground import Playground
from handlers.playground.world import Json, Workspace

CARRIED = ("client_id", "scope", "user_scope", "state", "redirect_uri", "team")


async def authorize(playground: Playground, request: web.Request) -> web.Response:
    """A page with a button; `approve=1&as_user=…` answers in a script's place, `deny=1` says no."""
    query = {name: request.query.get(name, "") for name in CARRIED}
    workspace = playground.world.workspaces.get(query["team"] or next(iter(playground.world.workspaces)))
    problem = _problem(playground, query)
    if problem or workspace is None:
        return web.Response(status=400, text=problem or "There is no such workspace.", content_type="text/plain")
    if request.query.get("deny"):
        return _back(query, {"error": "access_denied"})
    user = request.query.get("as_user", "")
    if not request.query.get("approve"):
        return web.Response(text=_page(playground, workspace, query, user), content_type="text/html")
    person = workspace.people.get(user)
    if person is None or person.deleted or person.is_bot or person.home_team != workspace.id:
        return web.Response(status=400, text="This person can't allow that.", content_type="text/plain")
    return _back(query, {"code": _code(playground, workspace, person.id, query)})


def _problem(playground: Playground, query: dict[str, str]) -> str:
    app = playground.world.app
    if query["client_id"] != app.client_id:
        return "invalid_client_id: no app has this client id."
    asked = {"bot": _scopes(query["scope"]), "user": _scopes(query["user_scope"])}
    if not asked["bot"] and not asked["user"]:
        return "no_scopes: the app asks for nothing."
    unknown = (set(asked["bot"]) - set(app.bot_scopes)) | (set(asked["user"]) - set(app.user_scopes))
    if unknown:
        return f"invalid_scope: {', '.join(sorted(unknown))}"
    target = urlsplit(query["redirect_uri"])
    is_bots_own = target.hostname in ("127.0.0.1", "localhost") and target.port == playground.settings.bot_port
    return (
        "" if target.scheme == "http" and is_bots_own else "bad_redirect_uri: it must lead to the app on this machine."
    )


def _scopes(text: str) -> list[str]:
    return [scope for scope in text.replace(" ", ",").split(",") if scope]


def _code(playground: Playground, workspace: Workspace, user: str, query: dict[str, str]) -> str:
    code = f"demo.{secrets.token_hex(16)}"
    entry: Json = {"team": workspace.id, "user": user, "redirect_uri": query["redirect_uri"], "is_used": False}
    entry.update(
        scopes=_scopes(query["scope"]), user_scopes=_scopes(query["user_scope"]), at=iso(playground.clock.now())
    )
    playground.codes[code] = entry
    return code


def _back(query: dict[str, str], answer: dict[str, str]) -> web.Response:
    joint = "&" if urlsplit(query["redirect_uri"]).query else "?"
    address = query["redirect_uri"] + joint + urlencode({**answer, "state": query["state"]})
    return web.Response(status=302, headers={"Location": address})


def _page(playground: Playground, workspace: Workspace, query: dict[str, str], user: str) -> str:
    def option(person_id: str, name: str) -> str:
        chosen = " selected" if person_id == user else ""
        return f'<option value="{html.escape(person_id)}"{chosen}>{html.escape(name)}</option>'

    own = [p for p in workspace.people.values() if p.home_team == workspace.id and not p.is_bot and not p.deleted]
    people = "".join(option(person.id, person.real_name) for person in own)
    hidden = "".join(f'<input type="hidden" name="{n}" value="{html.escape(v)}">' for n, v in query.items())
    scopes = "".join(f"<li>{html.escape(s)}</li>" for s in _scopes(query["scope"]) + _scopes(query["user_scope"]))
    name, team = html.escape(playground.world.app.name), html.escape(workspace.name)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Allow {name}?</title><style>"
        "body{font:16px/1.5 system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}"
        "button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}</style>"
        f"<h1>{name} asks for access to {team}</h1><ul>{scopes}</ul><form>{hidden}"
        f'<p><label>You are <select name="as_user">{people}</select></label></p>'
        '<button name="approve" value="1">Allow</button><button name="deny" value="1">Cancel</button></form></html>'
    )
