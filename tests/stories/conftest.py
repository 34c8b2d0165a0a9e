"""Two demos for the whole run, one hearing over signed HTTP and one over Socket Mode, started afresh for each story.

The first has a workspace on Microsoft Teams beside those on Slack.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.demo import Demo, running_demo
from tests.stories.people import MARIGOLD, ON_TEAMS, Memory, Scene

every_way = pytest.mark.parametrize("way", ["http", "socket", "teams"])
"""For the main stories; the others run over Slack's signed HTTP."""
both_doors = pytest.mark.parametrize("way", ["http", "teams"])
"""For stories of everything that comes after Slack's two roads have met."""
both_roads = pytest.mark.parametrize("way", ["http", "socket"])
"""For main stories of what Slack alone can do."""

RAW = re.compile(
    r"\bNone\b(?! (?:right now|yet)\b)|\b[UCTDBWM]0[A-Z0-9]{3,}\b|(?<!company )\b[dpina][0-9a-f]{18,}\b|[{}]|<[@#!]|"
    r"_at\b|&(?:amp|lt|gt);|\bnull\b|\bundefined\b|\bTraceback\b|\bdatetime\b|\d{4}-\d{2}-\d{2}T|\b(?:True|False)\b|"
    r"\bxox[a-z]-|\|\|"
)
"""What only a program could want to read."""
RAW_ON_TEAMS = re.compile(
    r"\b(?:19|28|29):\S|\baad-\w|@thread\b|;messageid=|</?at\b|&nbsp;|"
    r"(?<!On Slack: )(?<![\w/])/(?:kindline|reply|promises|insight)\b|Home tab"
)
"""What nobody may read in Microsoft Teams, Slack's way of typing a command among it."""
FILLER = re.compile(
    r"thank you for your patience|any inconvenience|as soon as possible|don't hesitate|do not hesitate|valued|oops|"
    r"uh-oh|hope this (?:message )?finds you|we apologi[sz]e|bear with us|simply |unfortunately|rest assured",
    re.IGNORECASE,
)
"""Phrases that say nothing, or say it as nobody speaks to a person they like."""


class Demos:
    """Starts each demo when it is first wanted."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self._running: dict[str, Demo] = {}

    def over(self, way: str) -> Demo:
        road = "socket" if way == "socket" else "http"
        if road not in self._running:
            starting = running_demo(self._folder / road, has_socket=road == "socket")
            self._running[road] = self._stack.enter_context(starting)
        return self._running[road]


@pytest.fixture(scope="session")
def demos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demos]:
    with ExitStack() as stack:
        yield Demos(tmp_path_factory.mktemp("demos"), stack)


@pytest.fixture
def way() -> str:
    return "http"


@pytest.fixture
def scene(demos: Demos, way: str) -> Iterator[Scene]:
    """A fresh Wednesday morning. Whatever the bot shows during the story has to be fit for people."""
    demo = demos.over(way)
    assert "note" not in demo.ask("reset")
    logged = len(demo.log)
    ready = Scene(demo, Memory(), ON_TEAMS if way == "teams" else MARIGOLD)
    yield ready
    demo.ask("fault", clear=True)
    ready.settle()
    for someone in ready.everybody():
        someone.look()
    assert unfit(ready.memory) == []
    assert failed_deliveries(demo) == []
    assert errors_in(demo.log[logged:], ready.memory) == []


def unfit(memory: Memory) -> list[str]:
    """Each piece of what the bot showed that holds a raw id, a left-over of the code, or filler, unless a person wrote
    it."""
    written = " ".join(memory.written).casefold()
    found = [
        (hit[0], words) for words in memory.sentences for pattern in (RAW, FILLER) for hit in pattern.finditer(words)
    ]
    found = [(hit, words) for hit, words in found if hit.casefold() not in written]
    found += [(hit[0], words) for words in memory.on_teams for hit in RAW_ON_TEAMS.finditer(words)]
    return [f"“{hit}” in: {words[:300]}" for hit, words in found]


def errors_in(log: str, memory: Memory) -> list[str]:
    """The bot's log lines of level error that the story did not provoke."""
    lines = [line for line in log.splitlines() if '"level": "error"' in line]
    return [line for line in lines if not any(name in line for name in memory.expected_errors)]


def failed_deliveries(demo: Demo) -> list[str]:
    """What the bot answered with a failure of its own."""
    events = demo.look("events")["events"]
    return [
        f"{event['kind']}: {attempt}"
        for event in events
        for attempt in event["attempts"]
        if isinstance(attempt["status"], int) and attempt["status"] >= 500
    ]
