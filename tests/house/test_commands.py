"""The Makefile and .ci/run do what their names say, on a machine that has little."""

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.house.files import ROOT

TARGETS = {"help", "install", "demo", "demo-teams", "test", "check", "bench", "lock", "sweep"}
MAKEFILE = (ROOT / "Makefile").read_text()
CI = (ROOT / ".ci/run").read_text()


def make(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs make as a fresh shell would: nothing of the surrounding make or pytest comes along."""
    clean = {"PATH": os.environ["PATH"], "HOME": str(cwd)} | environment
    return subprocess.run(["make", *words], cwd=cwd, env=clean, capture_output=True, text=True, check=False)


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A folder with the Makefile, and `bin` as the whole PATH: the shell's own tools and no Python."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").touch()
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("make", "sh", "touch", "mkdir"):
        (tools / name).symlink_to(shutil.which(name) or name)
    return tmp_path


def pretend_python(folder: Path, name: str, *, is_new: bool, can_make_environments: bool) -> None:
    """A program that answers the Makefile's two questions and notes that it was asked for an environment."""
    script = f"""#!/bin/sh
case "$2" in
  *version_info*) exit {0 if is_new else 1};;
  *ensurepip*) exit {0 if can_make_environments else 1};;
  venv) mkdir -p .venv; touch "made-by-{name}";;
esac
"""
    program = folder / "bin" / name
    program.write_text(script)
    program.chmod(0o755)


def test_help_names_every_command_and_nothing_else() -> None:
    listed = set(re.findall(r"^  make ([\w-]+)", make("help").stdout, re.MULTILINE))
    assert listed == TARGETS


def test_make_without_a_word_shows_the_help() -> None:
    assert make().stdout == make("help").stdout


def test_a_fresh_demo_is_passed_on_only_when_asked_for() -> None:
    assert make("-n", "demo").stdout.split()[-2:] == ["app.py", "demo"]
    assert make("-n", "demo", "FRESH=1").stdout.split()[-3:] == ["app.py", "demo", "--fresh"]


def test_the_demo_with_microsofts_playground_starts_over_only_when_asked_to() -> None:
    assert make("-n", "demo-teams").stdout.split()[-2:] == ["-m", "tests.agents_playground"]
    assert make("-n", "demo-teams", "FRESH=1").stdout.split()[-2:] == ["tests.agents_playground", "--fresh"]


def test_every_install_checks_hashes() -> None:
    assert MAKEFILE.count("pip install") == 1
    assert "pip install --disable-pip-version-check -qq --require-hashes" in MAKEFILE


def test_a_machine_without_a_new_python_is_told_so_in_one_line(bare_machine: Path) -> None:
    pretend_python(bare_machine, "python3", is_new=False, can_make_environments=True)
    done = make(".venv/.made", cwd=bare_machine, PATH=str(bare_machine / "bin"))
    assert done.returncode != 0
    assert done.stderr.splitlines()[0].startswith("Kindline needs Python 3.11 or newer")


def test_a_python_that_cannot_make_environments_is_told_what_to_install(bare_machine: Path) -> None:
    pretend_python(bare_machine, "python3", is_new=True, can_make_environments=False)
    done = make(".venv/.made", cwd=bare_machine, PATH=str(bare_machine / "bin"))
    assert done.returncode != 0
    assert done.stderr.splitlines()[0].endswith("sudo apt-get install python3-venv")


def test_an_old_python3_gives_way_to_a_newer_one_beside_it(bare_machine: Path) -> None:
    pretend_python(bare_machine, "python3", is_new=False, can_make_environments=True)
    pretend_python(bare_machine, "python3.12", is_new=True, can_make_environments=True)
    done = make(".venv/.made", cwd=bare_machine, PATH=str(bare_machine / "bin"))
    assert done.returncode == 0, done.stderr
    assert (bare_machine / "made-by-python3.12").exists()
    assert done.stdout.splitlines() == [
        "python3 is older than 3.11 or cannot make a virtual environment: using python3.12."
    ]


def test_ci_stops_at_the_first_failure_and_ends_with_the_tests() -> None:
    lines = [line for line in CI.splitlines() if line.strip()]
    assert stat.S_IXUSR & (ROOT / ".ci/run").stat().st_mode
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-2:] == ["make check", "make test"]


def test_ci_is_valid_bash() -> None:
    done = subprocess.run(["bash", "-n", ROOT / ".ci/run"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
