"""One browser for the whole run; a fresh page on a paper playground, or on the real demo, for each test."""

import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.paper import Paper
from tests.browser.people import Screen
from tests.chromium import browser
from tests.demo import ROOT, Demo, running_demo

__all__ = ["browser"]

PICTURES = ROOT / "build" / "browser"
"""Where the page's picture is kept when a test fails."""
HAS_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or report.failed
    return report


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="en-GB")
    opened.set_default_timeout(8000)
    yield opened
    if request.node.stash.get(HAS_FAILED, False):
        PICTURES.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        opened.screenshot(path=PICTURES / f"{name}.png")
    opened.close()


@pytest.fixture
def paper(page: Page) -> Paper:
    return Paper(page)


@pytest.fixture(scope="module")
def demo(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Starts only where the browser is installed: without it these tests are skipped before anything runs."""
    with running_demo(tmp_path_factory.mktemp("browser")) as running:
        yield running


def is_stumble(line: ConsoleMessage) -> bool:
    """What the page itself complains of; that the playground refused something is the browser's own line."""
    return line.type in ("error", "warning") and not line.text.startswith("Failed to load resource")


@pytest.fixture
def screen(page: Page, demo: Demo) -> Iterator[Screen]:
    """The real demo on a fresh Wednesday morning. Whatever happens, the page's own code must not stumble."""
    assert "note" not in demo.ask("reset")
    stumbled: list[str] = []
    page.on("pageerror", lambda error: stumbled.append(str(error)))
    page.on("console", lambda line: stumbled.append(line.text) if is_stumble(line) else None)
    yield Screen(page, f"http://127.0.0.1:{demo.port}/")
    assert stumbled == []
