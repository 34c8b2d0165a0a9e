"""Teams' HTTP door: size, deadline and token first; only then is anything read, stored or answered."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from handlers.hall.body import BODY_S, BodyRefused, body_of, content_type
from handlers.hall.reception import Reply
from handlers.hall.scrub import Garbage, parsed
from handlers.teams.keys import KeysUnavailable
from handlers.teams.signature import Guard, Refused
from handlers.teams.wire import Json

log = structlog.get_logger()

Receive = Callable[[Json], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Ingress:
    """The endpoint of POST /api/messages. `receive` gets only what the guard let in."""

    guard: Guard
    receive: Receive
    counts: Counter[str]
    body_deadline_s: float = BODY_S

    async def __call__(self, request: Request) -> Response:
        try:
            raw = await body_of(request, self.body_deadline_s)
            sender = await self.guard.sender(request.headers.getlist("authorization"))
            activity = _read(request, raw)
        except BodyRefused as error:
            return self._refused(error.status)
        except Refused:
            return self._refused(401)
        except KeysUnavailable:
            # Nobody can say whether this is genuine, so it should come again; a 401 would throw it away.
            return self._refused(503)
        except Garbage:
            return self._refused(400)
        if not self.guard.is_meant(sender, activity):
            return self._refused(401)
        return _response(await self.receive(activity))

    def _refused(self, status: int) -> Response:
        self.counts[f"refused_{status}"] += 1
        log.warning("teams.refused", status=status)
        return Response(status_code=status)


def _read(request: Request, raw: bytes) -> Json:
    if content_type(request) != "application/json":
        raise Garbage("not JSON by its own words")
    return parsed(raw)


def _response(reply: Reply) -> Response:
    return Response(status_code=reply.status) if reply.body is None else JSONResponse(reply.body, reply.status)
