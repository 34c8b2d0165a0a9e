"""Around Microsoft's Agents Playground: it ends with whoever started it, and both sides know the same ids."""

import os
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.agents_playground.house import HERE, TENANT, WRITTEN
from tests.loopback import free_port

CONFIG: dict[str, Any] = yaml.safe_load((HERE / "marigold.yml").read_text())
PLACE = WRITTEN["workspaces"][TENANT]


def test_it_ends_when_whoever_started_it_is_gone(agents_playground: Path, tmp_path: Path) -> None:
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "AGENTS_PLAYGROUND_FOLDER": str(tmp_path),
        "TEAMSAPPTESTER_BROWSER": "none",
    }
    told = ["start", "--app-endpoint", "http://127.0.0.1:9/api/messages", "--port", str(port), "--dt"]
    command = ["node", "--require", str(HERE / "kept.cjs"), str(agents_playground), *told]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        said = process.stdout.readline()
        process.stdin.close()
        code = process.wait(20)

    assert said == f"Listening on {port}\n"
    assert code == 0


def test_the_tenant_the_bot_and_the_channels_go_by_the_same_ids_on_both_sides() -> None:
    channels = {CONFIG["team"]["id"], *(one["id"] for one in CONFIG["team"]["channels"])}
    assert CONFIG["tenantId"] == TENANT
    assert CONFIG["bot"]["id"] == WRITTEN["app"]["bot_user"]
    assert channels == {one["channel_id"] for one in PLACE["channels"].values()}


def test_everybody_goes_by_the_same_ids_on_both_sides() -> None:
    people = [CONFIG["currentUser"], *CONFIG["users"]]
    theirs = {(one["id"], one["aadObjectId"], one["name"]) for one in people}
    ours = {(one["user_id"], one["person_id"], one["real_name"]) for one in PLACE["people"].values()}
    assert theirs == ours
    assert len(CONFIG["users"]) >= 5, "with fewer, the Agents Playground ends at once and says why only in its log"


def test_a_customer_is_whom_the_directory_marks_as_a_guest() -> None:
    guests = {one["aadObjectId"] for one in CONFIG["users"] if "#EXT#" in one["userPrincipleName"]}
    setup = WRITTEN["setup"][TENANT]
    assert guests == {PLACE["people"][key]["person_id"] for key in setup["customers"]}
    assert not guests & {PLACE["people"][key]["person_id"] for key in setup["roles"]}


def test_nothing_of_the_scene_looks_like_a_real_id() -> None:
    ids = [TENANT, *(one["person_id"] for one in PLACE["people"].values())]
    assert [one for one in ids if not one.startswith("00000000-0000-4000-8000-")] == []
