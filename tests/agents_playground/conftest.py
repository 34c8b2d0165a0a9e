"""The demo with Microsoft's Agents Playground, started as a newcomer starts it, and a page on it for each test."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Route

from tests import parts
from tests.agents_playground.client import Client
from tests.chromium import browser
from tests.demo import started

__all__ = ["browser"]


@dataclass(frozen=True, slots=True)
class Running:
    port: int
    bot_port: int
    log: Path

    def ask(self, call: str, **fields: Any) -> dict[str, Any]:
        """The demo's own door in the bot, open on loopback only: its clock, and starting over."""
        return self._door(call, json.dumps(fields).encode())

    def to_next(self) -> None:
        """Moves the product's clock to just after the next thing that is due."""
        due_at = datetime.fromisoformat(self._door("clock")["next_due_at"])
        self.ask("clock", offset_ms=int((due_at - datetime.now(UTC)).total_seconds() * 1000) + 1000)

    def _door(self, call: str, body: bytes | None = None) -> dict[str, Any]:
        asked = Request(f"http://127.0.0.1:{self.bot_port}/_demo/{call}", body, {"Content-Type": "application/json"})
        with urlopen(asked, timeout=40) as answer:
            found: dict[str, Any] = json.loads(answer.read())
        return found


@pytest.fixture(scope="session")
def agents_playground() -> Path:
    """Its program; tests that need it are skipped by name where there is none."""
    return parts.agents_playground() or pytest.skip(
        "Microsoft's Agents Playground is not installed (make test installs it where Node.js is)"
    )


@pytest.fixture(scope="module")
def running(agents_playground: Path, chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    state = tmp_path_factory.mktemp("agents")
    with started(["-m", "tests.agents_playground"], state) as (port, bot_port):
        yield Running(port, bot_port, state / "log")


def _only_this_machine(route: Route) -> None:
    """The page asks a CDN for fonts; nothing leaves this machine."""
    if route.request.url.startswith(("http://127.0.0.1:", "http://localhost:")):
        route.continue_()
    else:
        route.abort()


@pytest.fixture
def client(browser: Browser, running: Running, tmp_path: Path) -> Iterator[Client]:
    """A fresh page of Frieda's before a bot that knows only the scene. The last picture is kept in tmp_path."""
    running.ask("reset")
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce", locale="en-GB")
    page.set_default_timeout(15_000)
    page.route("http*://**", _only_this_machine)
    opened = Client(page, f"http://127.0.0.1:{running.port}/", tmp_path)
    opened.open()
    yield opened
    opened.picture("last")
    page.close()
