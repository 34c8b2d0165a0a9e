"""Every command explains itself with examples that work."""

import re

import pytest

from tests.stories.conftest import both_doors
from tests.stories.people import Scene
from tests.stories.test_bad_input import COMMANDS


def test_every_command_gives_its_purpose_and_examples(scene: Scene) -> None:
    without = [word for word in COMMANDS if "Example: /" not in scene.nadine.told(f"/kindline {word} help")]
    assert without == []


@pytest.mark.parametrize("ask", ["--help", "-h", "?", "HELP"])
def test_help_can_be_asked_for_in_several_ways(scene: Scene, ask: str) -> None:
    for word in ("insight", "here", "promises"):
        assert scene.nadine.told(f"/kindline {word} {ask}") == scene.nadine.told(f"/kindline {word} help")


@both_doors
def test_the_short_commands_and_the_long_ones_say_the_same(scene: Scene) -> None:
    for word in ("promises", "insight", "reply"):
        assert scene.frieda.told(f"/{word} help") == scene.frieda.told(f"/kindline {word} help")


def test_the_overview_names_only_commands_that_can_be_typed(scene: Scene) -> None:
    overview = scene.frieda.told("/kindline help")
    known = set(scene.demo.look("app")["commands"])
    assert set(re.findall(r"(?<!\S)/[a-z]+", overview)) <= known
    assert [word for word in COMMANDS if word not in overview] == []


def test_each_example_of_a_command_is_understood(scene: Scene) -> None:
    for word in COMMANDS:
        for example in re.findall(r"Example: (/.*?)(?= Example: |$)", scene.nadine.told(f"/kindline {word} help")):
            answer = scene.nadine.types(f"/kindline {example.removeprefix('/kindline ').lstrip('/')}")
            if answer is None:
                scene.nadine.form()
                scene.nadine.do("close", view="modal")
            assert answer is None or not re.search(r"I don't know “(?!Jonas|Frieda|Milo)", answer.words), example
