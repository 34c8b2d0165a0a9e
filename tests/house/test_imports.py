"""The import contracts of pyproject.toml hold, and each would notice who breaks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import ROOMS, ROOT

OFFENCES = [
    ("storage/offence.py", "import bot.cards", "Words travel one way"),
    ("bot/offence.py", "import handlers", "Words travel one way"),
    ("bot/offence.py", "import app", "nobody knows the command line"),
    ("bot/promises/offence.py", "import bot.replies.offended", "Features do not know each other"),
    ("bot/calendar/offence.py", "import bot.replies.offended", "Features do not know each other"),
    ("handlers/web/offence.py", "import handlers.slack.offended", "The doors do not know each other"),
    ("handlers/hall/offence.py", "import handlers.slack.offended", "The doors do not know each other"),
    ("handlers/playground/offence.py", "import handlers.hall.offended", "The playground imports nothing of ours"),
    ("handlers/playground/offence.py", "import bot.cards", "The playground imports nothing of ours"),
    ("handlers/playground/offence.py", "import handlers.slack.offended", "The doors do not know each other"),
    ("bot/offence.py", "import starlette", "see no platform and no web"),
    ("handlers/web/offence.py", "from slack_sdk.web import client", "Only handlers/slack knows Slack's SDK"),
    ("handlers/slack/offence.py", "import botbuilder.core", "Only handlers/teams knows the Bot Framework"),
    ("bot/replies/offence.py", "import apscheduler.triggers.cron", "Only the clock and the calendar know APScheduler"),
    ("bot/replies/offence.py", "from sqlalchemy import select", "Only storage speaks to the database"),
    ("bot/work/offence.py", "import procrastinate", "knows the distributed engine"),
    ("bot/replies/writing/offence.py", "import storage", "those rooms know no rows"),
    ("prompts/offence.py", "import openai", "knows the model's SDK"),
    ("handlers/web/offence.py", "import pydantic_settings", "Only bot/settings.py reads the settings"),
]
ALLOWED = [
    ("handlers/slack/fine.py", "import slack_bolt\nimport slack_sdk.web\nimport bot.cards"),
    ("bot/calendar/fine.py", "import apscheduler.triggers.cron"),
    ("bot/promises/fine.py", "import bot.calendar\nimport storage"),
    ("storage/fine.py", "import sqlalchemy"),
    ("bot/replies/fine.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import sqlalchemy"),
]


def lint(house: Path) -> tuple[int, str]:
    """Import-linter's exit code and words, with line breaks flattened so that sentences can be found."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-logo", "--no-cache"], cwd=house, capture_output=True, text=True, check=False)
    return done.returncode, " ".join((done.stdout + done.stderr).split())


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house with the real contracts, where offences can be tried."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot/cards.py").touch()
    drafting = [f"bot/replies/{room}" for room in ("finding", "sources", "writing")]
    for room in (*ROOMS, "bot/replies", *drafting, "handlers/hall", "handlers/slack"):
        put(tmp_path, f"{room}/offended.py", "")
    return tmp_path


def put(house: Path, path: str, source: str) -> None:
    target = house / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(source + "\n")
    for folder in target.relative_to(house).parents[:-1]:
        (house / folder / "__init__.py").touch()


def test_the_house_keeps_its_import_contracts() -> None:
    code, words = lint(ROOT)
    assert code == 0, words


@pytest.mark.parametrize(
    ("path", "source", "sentence"), OFFENCES, ids=[f"{path}: {source}" for path, source, _ in OFFENCES]
)
def test_a_contract_notices_who_breaks_it(house: Path, path: str, source: str, sentence: str) -> None:
    put(house, path, source)
    code, words = lint(house)
    assert code != 0
    assert sentence in words[: words.index("Contracts: ")].rsplit("BROKEN", 1)[0]


def test_the_contracts_allow_what_each_room_is_for(house: Path) -> None:
    for path, source in ALLOWED:
        put(house, path, source)
    code, words = lint(house)
    assert code == 0, words
