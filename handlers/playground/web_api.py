"""The Web API's front door: reads what any SDK sends, checks tokens, fails on request, keeps the ledger."""

import asyncio
import base64
import binascii
from typing import Any

import orjson
from aiohttp import web

from handlers.playground.clock import iso
from handlers.playground.faults import Fault
from handlers.playground.methods import METHODS
from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.nesting import is_too_deep
from handlers.playground.playground import Playground
from handlers.playground.world import Grant, Json

NOT_ACCEPTED = frozenset({"429", "500", "reset_before", "hang"})
AFTERWARDS = frozenset({"500_after", "reset_after", "hang_after", "garbled"})


async def answer_call(playground: Playground, request: web.Request) -> web.StreamResponse:
    name = request.match_info["method"]
    fault = playground.faults.next(name)
    if fault is not None and fault.kind in NOT_ACCEPTED:
        return await _fail(request, fault)
    if fault is not None and fault.kind == "delay":
        await asyncio.sleep(fault.delay_s)
    elif fault is not None and fault.kind not in AFTERWARDS:
        return web.json_response({"ok": False, "error": fault.kind})
    try:
        call = await _call_of(playground, request)
        answer, headers = _run(name, call)
    except SlackError as error:
        return web.json_response({"ok": False, "error": error.code, **error.more})
    if fault is not None and fault.kind in AFTERWARDS:
        return await _fail(request, fault)
    return web.Response(body=orjson.dumps(answer), content_type="application/json", headers=headers)


async def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind == "429":
        headers = {"Retry-After": str(fault.retry_after)}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
    if fault.kind.startswith("500"):
        return web.Response(
            status=500, text="<html><body>Something went wrong.</body></html>", content_type="text/html"
        )
    if fault.kind == "garbled":
        return web.Response(body=b'{"ok": true, "ts": "17', content_type="application/json")
    if fault.kind.startswith("hang"):
        await asyncio.sleep(fault.delay_s)
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)  # Nobody receives it: the connection is gone.


def _run(name: str, call: Call) -> tuple[Json, dict[str, str]]:
    """Runs the method and writes the ledger, also when Slack's answer is a refusal."""
    method = METHODS.get(name)
    if method is None:
        raise SlackError("unknown_method", req_method=name)
    _authorise(call, method)
    headers = {"x-oauth-scopes": ",".join(call.grant.scopes)} if call.token else {}
    try:
        answer = {"ok": True, **method.run(call)}
    except SlackError as error:
        answer = {"ok": False, "error": error.code, **error.more}
    playground = call.playground
    playground.calls.add(iso(playground.clock.now()), name, call.args, call.token, answer)
    return answer, headers


def _authorise(call: Call, method: Method) -> None:
    if not method.kinds:
        return
    if not call.token:
        raise SlackError("not_authed")
    grant = call.playground.world.tokens.get(call.token)
    if grant is None:
        raise SlackError("invalid_auth")
    if grant.is_revoked:
        raise SlackError("token_revoked")
    if _is_inactive(call.playground, grant):
        raise SlackError("account_inactive")
    if grant.kind not in method.kinds:
        raise SlackError("not_allowed_token_type")
    call.grant = grant
    call.need(*method.scopes)


def _is_inactive(playground: Playground, grant: Grant) -> bool:
    """Whether the token's person was deactivated."""
    workspace = playground.world.workspaces.get(grant.team)
    person = workspace.people.get(grant.user) if workspace is not None else None
    return person is not None and person.deleted


async def _call_of(playground: Playground, request: web.Request) -> Call:
    args: Json = dict(request.query)
    args.update(await _body(request))
    token = args.pop("token", None)
    kind, _, credentials = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        token = credentials.strip()
    elif kind.lower() == "basic":
        args.update(_basic(credentials))
    return Call(playground, args, token=token if isinstance(token, str) else "")


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        raw = await request.read()
        try:
            body: Any = orjson.loads(raw) if raw.strip() else {}
        except orjson.JSONDecodeError as error:
            raise SlackError("invalid_json") from error
        if not isinstance(body, dict):
            raise SlackError("json_not_object")
        if is_too_deep(body):
            raise SlackError("invalid_json")
        return body
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        try:
            form = await request.post()
        except (ValueError, LookupError) as error:  # Bytes that are no text, an unknown charset, a broken multipart.
            raise SlackError("invalid_form_data") from error
        return {name: value for name, value in form.items() if isinstance(value, str)}
    return {}


def _basic(credentials: str) -> Json:
    """Client id and secret, as the OAuth method may carry them."""
    try:
        client_id, _, secret = base64.b64decode(credentials, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return {}
    return {"client_id": client_id, "client_secret": secret}
