"""What comes over Microsoft Teams' wire: only what the Bot Connector signed is heard, and what is sent again is heard
once."""

import pytest

from tests.stories.conftest import unfit
from tests.stories.people import HELP, ON_TEAMS, Memory, Scene

HOURS = "When do you open on Saturday?"
PRICE = "What does the small service cost?"


@pytest.fixture
def way() -> str:
    return "teams"


def goes_wrong(scene: Scene, kind: str, method: str = "events") -> None:
    scene.demo.ask("fault", platform="teams", team=ON_TEAMS, method=method, kind=kind)


def drafts(scene: Scene) -> list[str]:
    return [one.words for one in scene.frieda.look().private() if "Draft ready" in one.words]


@pytest.mark.parametrize("kind", ["forged", "stale_token", "wrong_tenant"])
def test_what_the_connector_did_not_sign_for_this_tenant_is_never_heard(scene: Scene, kind: str) -> None:
    goes_wrong(scene, kind)
    scene.annelie.says(HOURS)
    scene.clock(advance_s=5)
    assert drafts(scene) == []
    scene.hendrik.says(PRICE)
    assert "69 euros" in scene.frieda.draft().words


@pytest.mark.parametrize("kind", ["duplicate", "again", "again_new_id", "reset_after"])
def test_a_message_that_is_sent_again_brings_one_draft(scene: Scene, kind: str) -> None:
    goes_wrong(scene, kind)
    scene.annelie.says(HOURS)
    scene.frieda.draft()
    scene.clock(advance_s=60)
    assert len(drafts(scene)) == 1


@pytest.mark.parametrize("kind", ["duplicate", "again_new_id"])
def test_a_press_that_is_sent_again_is_done_once(scene: Scene, kind: str) -> None:
    asked = scene.annelie.says(HOURS)
    draft = scene.frieda.draft()
    goes_wrong(scene, kind, "invokes")
    scene.frieda.presses(draft, "Use")
    scene.clock(advance_s=60)
    assert len([one for one in scene.frieda.look().messages if "ready to copy" in one.words]) == 1
    scene.frieda.passes_on(asked)
    scene.settle()
    assert len([one for one in scene.annelie.look().in_channel(HELP) if one.author == "U0FRIEDA"]) == 1


def test_new_signing_keys_are_fetched_when_they_come(scene: Scene) -> None:
    scene.annelie.says(HOURS)
    scene.frieda.draft()
    scene.demo.ask("rotate_keys")
    scene.hendrik.says(PRICE)
    assert "Hendrik" in scene.frieda.card("69 euros").words


@pytest.mark.parametrize(
    ("method", "kind"),
    [("POST conversations/activities", "429"), ("POST conversations/activities", "502"), ("POST conversations", "412")],
)
def test_a_draft_comes_in_spite_of_a_connector_that_is_busy(scene: Scene, method: str, kind: str) -> None:
    scene.demo.ask("fault", platform="teams", team=ON_TEAMS, method=method, kind=kind, retry_after=1)
    scene.annelie.says(HOURS)
    scene.clock(advance_s=90)
    assert len(drafts(scene)) == 1 and len(scene.jonas.look().private()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "29:U0FRIEDA has taken this thread.",
        "Milo Brandt (aad-u0milo): agent",
        "19:c0help@thread.tacv2: shared",
        "Ask it again with /kindline help.",
        "<at>Kindline</at> help",
    ],
)
def test_the_watch_over_words_knows_what_nobody_may_read_in_teams(words: str) -> None:
    assert unfit(Memory(sentences={words}, on_teams={words})) != []
    assert unfit(Memory(sentences={"Draft ready"}, on_teams={"In help-marigold: Draft ready"})) == []
