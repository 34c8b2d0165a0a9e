"""The Bot Connector's front door: checks tokens, fails on request, keeps the ledger, and gives out keys and tokens."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from handlers.playground.clock import iso
from handlers.playground.faults import Fault
from handlers.playground.nesting import is_too_deep
from handlers.playground.playground import Playground
from handlers.playground.teams import conversations, members
from handlers.playground.teams.call import Call, ConnectorError, Method, teams_workspaces
from handlers.playground.teams.limits import RETRY_AFTER_S
from handlers.playground.teams.signing import ISSUER, TOKEN_LIVES_S
from handlers.playground.world import Json

SCOPE = "https://api.botframework.com/.default"
NOT_ACCEPTED = frozenset({"412", "429", "500", "502", "503", "504", "reset_before", "hang"})
AFTERWARDS = frozenset({"500_after", "502_after", "504_after", "reset_after", "hang_after", "garbled"})
ROUTES: tuple[tuple[str, str, Method], ...] = (
    ("POST", "/v3/conversations", conversations.CREATE),
    ("POST", "/v3/conversations/{conversation}/activities", conversations.SEND),
    ("POST", "/v3/conversations/{conversation}/activities/{activity}", conversations.REPLY),
    ("PUT", "/v3/conversations/{conversation}/activities/{activity}", conversations.UPDATE),
    ("DELETE", "/v3/conversations/{conversation}/activities/{activity}", conversations.DELETE),
    ("GET", "/v3/conversations/{conversation}/members", members.MEMBERS),
    ("GET", "/v3/conversations/{conversation}/members/{member}", members.MEMBER),
    ("GET", "/v3/conversations/{conversation}/pagedmembers", members.PAGED_MEMBERS),
    ("GET", "/v3/teams/{team}", members.TEAM),
    ("GET", "/v3/teams/{team}/conversations", members.TEAM_CHANNELS),
)
DOORS = ("POST token", "GET openid", "GET keys")
NAMES = frozenset({*(method.name for _, _, method in ROUTES), *DOORS})
"""What the fault control and the ledger know."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_routes(app: web.Application, playground: Playground) -> None:
    for verb, path, method in ROUTES:
        app.router.add_route(verb, f"/connector{path}", _given(playground, method))
    doors = Doors(playground)
    app.router.add_post("/connector/login/{tenant}/oauth2/v2.0/token", doors.token)
    app.router.add_get("/connector/openid", doors.openid)
    app.router.add_get("/connector/keys", doors.keys)


def _given(playground: Playground, method: Method) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        fault = playground.faults.next(method.name) or playground.faults.next("teams *")
        if fault is not None and fault.kind in NOT_ACCEPTED:
            return await _fail(request, fault)
        if fault is not None and fault.kind == "delay":
            await asyncio.sleep(fault.delay_s)
        elif fault is not None and fault.kind not in AFTERWARDS:
            return _refusal(ConnectorError(403, fault.kind, "Refused on request."))
        try:
            answer = await _answer(playground, method, request)
        except ConnectorError as problem:
            return _refusal(problem)
        if fault is not None and fault.kind in AFTERWARDS:
            return await _fail(request, fault)
        return answer

    return handler


async def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    status = fault.kind.removesuffix("_after")
    if fault.kind == "429":
        return _throttled(fault.retry_after)
    if status.isdigit():
        code = "ConversationOperationConflict" if status == "412" else "ServiceError"
        return web.json_response({"error": {"code": code, "message": "Unknown."}}, status=int(status))
    if fault.kind == "garbled":
        return web.Response(body=b'{"id": "17', status=201, content_type="application/json")
    if fault.kind.startswith("hang"):
        await asyncio.sleep(fault.delay_s)
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)  # Nobody receives it: the connection is gone.


def _throttled(retry_after_s: int) -> web.Response:
    body = {"error": {"code": "ServiceError", "message": "Throttled: too many requests."}}
    return web.json_response(body, status=429, headers={"Retry-After": str(retry_after_s)})


def _may_go(playground: Playground, args: Json) -> bool:
    """A call to nowhere is not counted."""
    if not playground.world.app.teams.has_limits:
        return True
    tenant, channel = str(args.get("team") or ""), str(args.get("channel") or "")
    return playground.limits.may_go(tenant, channel, asyncio.get_running_loop().time())


async def _answer(playground: Playground, method: Method, request: web.Request) -> web.Response:
    """Runs the method and writes the ledger, also when the answer is a refusal."""
    _authorise(playground, request)
    call = Call(playground, method.name, dict(request.match_info), dict(request.query), await _body(request))
    args = call.args()
    if request.method != "GET" and not _may_go(playground, args):
        return _throttled(RETRY_AFTER_S)
    try:
        found = method.run(call)
        answer, status = found, method.status
    except ConnectorError as problem:
        answer, status = problem.body(), problem.status
    entry = {"status": status, **(answer or {})}
    playground.calls.add(iso(playground.clock.now()), method.name, args, playground.world.app.teams.id, entry)
    if answer is None:
        return web.Response(status=status)
    shown: Any = answer["members"] if method is members.MEMBERS and status == method.status else answer
    return web.Response(body=orjson.dumps(shown), status=status, content_type="application/json")


def _refusal(problem: ConnectorError) -> web.Response:
    return web.json_response(problem.body(), status=problem.status)


def _authorise(playground: Playground, request: web.Request) -> None:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    app = playground.world.app.teams
    if kind.lower() != "bearer" or not playground.keys.is_valid(token, app.id, playground.clock.now()):
        raise ConnectorError(401, "Unauthorized", "Authorization has been denied for this request.")


async def _body(request: web.Request) -> Json:
    if request.method in ("GET", "DELETE"):
        return {}
    if request.content_type != "application/json":
        raise ConnectorError(415, "UnsupportedMediaType", "The body is JSON.")
    try:
        body: Any = orjson.loads(await request.read() or b"{}")
    except orjson.JSONDecodeError as problem:
        raise ConnectorError(400, "BadSyntax", "The body is not valid JSON.") from problem
    if not isinstance(body, dict) or is_too_deep(body):
        raise ConnectorError(400, "BadSyntax", "The body is an object of a reasonable depth.")
    return body


class Doors:
    """What a bot asks before it can talk: keys to verify with, and a token to call with."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground

    async def _disturbed(self, name: str, request: web.Request) -> web.StreamResponse | None:
        """None when nothing happens to this request."""
        fault = self._playground.faults.next(name)
        if fault is None:
            return None
        if fault.kind == "delay":
            await asyncio.sleep(fault.delay_s)
            return None
        return await _fail(request, fault)

    async def openid(self, request: web.Request) -> web.StreamResponse:
        failed = await self._disturbed("GET openid", request)
        address = f"{self._playground.settings.address}/connector/keys"
        shown = {"issuer": ISSUER, "jwks_uri": address, "id_token_signing_alg_values_supported": ["RS256"]}
        return failed or web.json_response(shown)

    async def keys(self, request: web.Request) -> web.StreamResponse:
        failed = await self._disturbed("GET keys", request)
        return failed or web.json_response(self._playground.keys.jwks())

    async def token(self, request: web.Request) -> web.StreamResponse:
        """Client credentials, as Microsoft's login service takes them."""
        failed = await self._disturbed("POST token", request)
        if failed is not None:
            return failed
        asked = await request.post()
        tenant, app = request.match_info["tenant"], self._playground.world.app.teams
        if tenant not in [one.id for one in teams_workspaces(self._playground)]:
            return _no_token(400, "invalid_request", "AADSTS90002: Tenant not found.")
        if asked.get("grant_type") != "client_credentials":
            return _no_token(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.")
        if asked.get("client_id") != app.id:
            return _no_token(400, "unauthorized_client", "AADSTS700016: The application was not found.")
        if asked.get("client_secret") != app.password:
            return _no_token(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.")
        if asked.get("scope") != SCOPE:
            return _no_token(400, "invalid_scope", "AADSTS70011: The provided scope is not valid.")
        token = self._playground.keys.token(app.id, tenant, self._playground.clock.now())
        lives = {"expires_in": TOKEN_LIVES_S, "ext_expires_in": TOKEN_LIVES_S}
        return web.json_response({"token_type": "Bearer", **lives, "access_token": token})


def _no_token(status: int, error: str, description: str) -> web.Response:
    return web.json_response({"error": error, "error_description": description}, status=status)
