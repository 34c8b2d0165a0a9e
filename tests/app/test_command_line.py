"""The command line in a process of its own: help with examples, clear refusals, from nothing to a database."""

import json
import os
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = ("demo", "serve", "check", "migrate", "import", "export", "teams-package", "eval", "bench")
KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="


def app(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder), **settings}
    command = [sys.executable, str(ROOT / "app.py"), *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, tmp_path: Path) -> None:
    done = app(tmp_path, command, "--help")

    assert done.returncode == 0
    assert f"python app.py {command}" in done.stdout.partition("Examples")[2]


def test_serve_refuses_to_start_with_one_line_for_each_missing_secret(tmp_path: Path) -> None:
    done = app(tmp_path, "serve")

    assert done.returncode == 2
    assert [line.split()[1] for line in done.stderr.splitlines()] == [
        "Kindline",
        "KINDLINE_SECRET_KEY",
    ]


def test_names_that_belong_to_other_programs_are_not_read(tmp_path: Path) -> None:
    done = app(tmp_path, "serve", SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="0123456789abcdef")

    assert "Kindline has no door yet. For Slack, set KINDLINE_SLACK_SIGNING_SECRET" in " ".join(done.stderr.split())


def test_a_setting_that_cannot_be_used_is_named_without_a_traceback(tmp_path: Path) -> None:
    done = app(tmp_path, "migrate", KINDLINE_PORT="many")

    assert done.returncode == 2
    assert "port" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_asks_for_a_migration_first(tmp_path: Path) -> None:
    done = app(
        tmp_path,
        "serve",
        KINDLINE_SECRET_KEY=KEY,
        KINDLINE_SLACK_SIGNING_SECRET="0123456789abcdef",
        KINDLINE_SLACK_BOT_TOKEN="xoxb-fake",
    )

    assert done.returncode == 2
    assert "Run: python app.py migrate" in done.stderr


def test_migrate_twice_is_harmless_and_import_names_the_workspaces_it_knows(tmp_path: Path) -> None:
    (tmp_path / "company").mkdir()
    first, again = app(tmp_path, "migrate"), app(tmp_path, "migrate")
    unknown = app(tmp_path, "import", "--workspace", "T404", "company")
    nothing = app(tmp_path, "export", "--workspace", "T404", "promises.csv")

    assert (first.returncode, again.returncode) == (0, 0)
    assert (tmp_path / "kindline.db").exists()
    assert unknown.returncode == 2
    assert "I don't know the workspace T404. Known: none yet." in unknown.stderr
    assert nothing.returncode == 2 and nothing.stderr == unknown.stderr


def test_eval_prints_predictions_in_the_form_of_the_input(tmp_path: Path) -> None:
    case = {
        "id": "a1",
        "sent_at": "2026-11-18T10:30:00+01:00",
        "tz": "Europe/Berlin",
        "customer_tz": None,
        "author": "agent",
        "text": "I'll call you back by Friday noon.",
    }
    (tmp_path / "cases.jsonl").write_text(json.dumps(case) + "\n")
    done = app(tmp_path, "eval", "promises", "cases.jsonl", "--predictions")

    (line,) = map(json.loads, done.stdout.splitlines())
    assert line["id"] == "a1"
    assert [one["due"] for one in line["promises"]] == ["2026-11-20T12:00:00+01:00"]


def test_eval_names_the_line_that_is_not_json(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text('{"id": "a"}\nnonsense\n')
    done = app(tmp_path, "eval", "promises", "cases.jsonl")

    assert done.returncode == 2
    assert "line 2" in done.stdout


def test_the_demo_says_which_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = app(tmp_path, "demo", PORT=str(port), PLAYGROUND_STATE=str(tmp_path / "state"))

    assert done.returncode == 2
    assert f"Port {port} is in use" in done.stderr


def test_the_package_for_teams_is_written_from_the_settings(tmp_path: Path) -> None:
    settings = {
        "KINDLINE_TEAMS_APP_ID": "00000000-0000-4000-8000-00006b696e64",
        "KINDLINE_PUBLIC_URL": "https://kindline.example",
    }
    done = app(tmp_path, "teams-package", "--version", "1.0.1", **settings)

    assert done.returncode == 0, done.stderr
    assert "kindline-teams.zip is ready" in done.stdout
    with zipfile.ZipFile(tmp_path / "kindline-teams.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["version"], manifest["validDomains"]) == ("1.0.1", ["kindline.example"])


def test_the_package_for_teams_names_everything_that_is_missing_and_writes_nothing(tmp_path: Path) -> None:
    done = app(tmp_path, "teams-package", "--out", "teams.zip")

    assert done.returncode == 2
    assert [line[:12] for line in done.stderr.splitlines()] == ["✗ The app id", "✗ The host m"]
    assert not (tmp_path / "teams.zip").exists()
