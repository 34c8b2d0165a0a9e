"""Slack's HTTP door: size, deadline and signature on raw bytes first; only then is anything read, stored or
answered."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from handlers.hall.body import BODY_S, BodyRefused, body_of, content_type
from handlers.hall.reception import Reply
from handlers.hall.scrub import Garbage, parsed, scrubbed
from handlers.slack.api import Json
from handlers.slack.reception import Reception
from handlers.slack.signature import is_genuine

log = structlog.get_logger()

MOST_FIELDS = 100


@dataclass(frozen=True, slots=True)
class Ingress:
    """The endpoint of POST /slack/events. `now_s` is the host's real time: signatures know nothing of the demo's
    clock."""

    signing_secret: str
    reception: Reception
    counts: Counter[str]
    now_s: Callable[[], float] = time.time
    body_deadline_s: float = BODY_S

    async def __call__(self, request: Request) -> Response:
        try:
            raw = await body_of(request, self.body_deadline_s)
        except BodyRefused as error:
            return self._refused(error.status)
        timestamps = request.headers.getlist("x-slack-request-timestamp")
        signatures = request.headers.getlist("x-slack-signature")
        if not is_genuine(self.signing_secret, timestamps, signatures, raw, self.now_s()):
            return Response(status_code=200) if _is_ssl_check(request, raw, signatures) else self._refused(401)
        try:
            body = _read(request, raw)
        except Garbage:
            return self._refused(400)
        if body.get("type") == "url_verification":
            return PlainTextResponse(str(body.get("challenge") or "")[:1_000])
        if "ssl_check" in body:
            return Response(status_code=200)
        return _response(
            await self.reception.receive(body, sha256(f"{timestamps[0]}:{signatures[0]}".encode()).hexdigest())
        )

    def _refused(self, status: int) -> Response:
        self.counts[f"refused_{status}"] += 1
        log.warning("slack.refused", status=status)
        return Response(status_code=status)


def _read(request: Request, raw: bytes) -> Json:
    """Once, by content type; in a form by its keys and never by words in its values, which are people's."""
    kind = content_type(request)
    if kind == "application/json":
        return parsed(raw)
    if kind != "application/x-www-form-urlencoded":
        raise Garbage("neither JSON nor a form")
    form = _form(raw)
    if "payload" in form:
        return parsed(form["payload"])
    if "command" in form or "ssl_check" in form:
        return scrubbed(form)
    raise Garbage("a form without payload or command")


def _form(raw: bytes) -> dict[str, Any]:
    try:
        pairs = parse_qsl(
            raw.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise Garbage("not a form") from error
    return dict(pairs)


def _is_ssl_check(request: Request, raw: bytes, signatures: list[str]) -> bool:
    """Slack looks at our certificate with an unsigned `ssl_check=1`; it gets a 200, and nothing happens."""
    if signatures or len(raw) > 2_000 or content_type(request) != "application/x-www-form-urlencoded":
        return False
    try:
        return _form(raw).get("ssl_check") == "1"
    except Garbage:
        return False


def _response(reply: Reply) -> Response:
    if reply.body is None:
        return Response(status_code=reply.status)
    if isinstance(reply.body, str):
        # Bolt has written JSON already, or a line of text.
        is_json = reply.body.startswith("{")
        return Response(reply.body, reply.status, media_type="application/json" if is_json else "text/plain")
    return JSONResponse(reply.body, reply.status)
