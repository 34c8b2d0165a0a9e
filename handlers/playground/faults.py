"""Things that go wrong on request: what the fault control sets, and the Web API and the deliveries ask for."""

import re
from dataclasses import dataclass

KINDS = frozenset({"429", "500", "500_after", "reset_before", "reset_after", "delay", "hang", "hang_after", "garbled"})
EVENT_KINDS = (KINDS - {"hang_after", "500_after", "garbled"}) | {"duplicate"}
SOCKET_KINDS = frozenset({"refresh_requested", "warning", "link_disabled", "cut", "deaf"})
CONNECTOR_KINDS = KINDS | {"412", "502", "502_after", "503", "504", "504_after"}
TEAMS_EVENT_KINDS = frozenset(
    {
        *("500", "reset_before", "reset_after", "delay", "hang", "duplicate", "again", "again_new_id", "out_of_order"),
        *("forged", "wrong_tenant", "stale_token"),
    }
)
TEAMS_CODE = re.compile(r"[A-Z][A-Za-z]{2,60}")
ERROR_CODE = re.compile(r"[a-z][a-z0-9_]{2,60}")


@dataclass
class Fault:
    """`method` is a Web API method, "*" for all of them, or "events" for deliveries to the app; or a call of the Bot
    Connector, "teams *" for all of those, "teams events" or "teams invokes"."""

    method: str
    kind: str
    times: int = 1
    retry_after: int = 30
    delay_s: float = 5.0


class Faults:
    """First set, first used; each use takes one off `times`."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def clear(self) -> None:
        self.waiting.clear()

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def next(self, method: str) -> Fault | None:
        names = (method,) if method == "events" or " " in method else (method, "*")
        fault = next((fault for fault in self.waiting if fault.method in names), None)
        if fault is None:
            return None
        fault.times -= 1
        if fault.times <= 0:
            self.waiting.remove(fault)
        return fault
