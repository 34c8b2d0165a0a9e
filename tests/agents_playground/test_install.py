"""Microsoft's Agents Playground is installed once, as the lock file says; where that cannot be, one line says so."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import ROOT

GOOD = """#!/bin/sh
echo "$@" >> asked
mkdir -p node_modules/@microsoft/m365agentsplayground
: > node_modules/@microsoft/m365agentsplayground/cli.js
"""
BROKEN = "#!/bin/sh\necho 'no such version' >&2\nexit 1\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """tests/parts.py alone, on a machine whose programs are all pretended."""
    (tmp_path / "tests" / "agents_playground").mkdir(parents=True)
    for name in ("__init__.py", "parts.py", "agents_playground/package.json", "agents_playground/package-lock.json"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("node", "chromium", "initdb"):
        pretend(programs / name, "#!/bin/sh\n")
    for name in ("sh", "mkdir"):
        (programs / name).symlink_to(shutil.which(name) or name)
    return tmp_path


def pretend(program: Path, script: str) -> None:
    program.write_text(script)
    program.chmod(0o755)


def prepare(house: Path, *, ci: str = "") -> subprocess.CompletedProcess[str]:
    # apt-get is not among the pretended programs, so nothing can be installed with it.
    environment = {"PATH": str(house / "bin"), "CI": ci}
    command = [sys.executable, "-m", "tests.parts"]
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)


def test_it_is_installed_once_with_hashes_checked_and_nothing_run(house: Path) -> None:
    pretend(house / "bin" / "npm", GOOD)
    first, second = prepare(house, ci="true"), prepare(house, ci="true")

    (asked,) = (house / ".venv/agents-playground/asked").read_text().splitlines()
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout == "Installing Microsoft's Agents Playground for the tests (once) ...\n"
    assert second.stdout == ""
    assert asked.startswith("ci --ignore-scripts")


def test_a_changed_lock_file_installs_it_again(house: Path) -> None:
    pretend(house / "bin" / "npm", GOOD)
    prepare(house)
    lock = house / "tests/agents_playground/package-lock.json"
    lock.write_text(lock.read_text().replace("0.2.28", "0.2.29"))
    prepare(house)

    assert len((house / ".venv/agents-playground/asked").read_text().splitlines()) == 2


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_a_failed_install_is_told_and_fails_only_under_ci(house: Path, ci: str, code: int) -> None:
    pretend(house / "bin" / "npm", BROKEN)
    done = prepare(house, ci=ci)

    assert done.returncode == code
    assert done.stderr.splitlines() == [
        "npm ci failed: no such version",
        "Microsoft's Agents Playground is missing, so the tests with it are skipped.",
    ]


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_a_machine_without_node_is_told_so_in_one_line(house: Path, ci: str, code: int) -> None:
    done = prepare(house, ci=ci)

    assert done.returncode == code
    assert done.stderr == (
        "Node.js is missing, so the tests with Microsoft's Agents Playground are skipped. "
        "On Debian or Ubuntu: sudo apt-get install nodejs npm\n"
    )
