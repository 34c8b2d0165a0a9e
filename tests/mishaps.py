"""How the small platforms of the tests go wrong as the real ones do: late, cut off, or with another answer."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Fault:
    """One call that goes wrong. `is_accepted`: the call took effect before its answer was lost."""

    kind: str = "error"
    status: int = 200
    body: Any = None
    headers: dict[str, Any] = field(default_factory=dict)
    is_accepted: bool = False


@dataclass(slots=True)
class Fallible:
    """A platform whose next calls of a name end as a test wants."""

    url: str = ""
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def fail(self, name: str, *faults: Fault) -> None:
        self.faults[name].extend(faults)

    def next_fault(self, name: str) -> Fault | None:
        return self.faults[name].popleft() if self.faults[name] else None


async def misbehave(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind == "reset":
        assert request.transport is not None
        request.transport.abort()
        await asyncio.sleep(0.01)
    if fault.kind == "hang":
        await asyncio.sleep(30)
    if isinstance(fault.body, str | bytes):
        raw = fault.body if isinstance(fault.body, bytes) else fault.body.encode()
        return web.Response(body=raw, status=fault.status, headers=fault.headers, content_type="text/html")
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)
