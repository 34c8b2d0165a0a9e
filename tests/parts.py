"""The programs that some tests need besides Python packages: found here, and installed where that is possible.

`make test` runs this first. On Debian as root a missing part is installed; anywhere else one line says which tests will
be skipped and how to get the part. Under CI=true a missing part is a failure. Microsoft's Agents Playground comes from
npm wherever Node.js is there: its licence is for trying things out, so it lies in .venv and never in the project.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

AGENTS_ASKED = Path(__file__).parent / "agents_playground"
AGENTS_HOME = Path(__file__).parents[1] / ".venv" / "agents-playground"
AGENTS_PROGRAM = "node_modules/@microsoft/m365agentsplayground/cli.js"


def chromium() -> Path | None:
    """The browser for tests/browser, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found)
    return None


def postgres_bin() -> Path | None:
    """The folder with PostgreSQL's server programs (initdb, postgres, pg_ctl), the newest version first, or None."""
    packaged = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(packaged, key=lambda path: int(path.parts[-3]), default=None)
    if newest is not None:
        return newest.parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def node() -> Path | None:
    """Node.js, where its package manager is there too, or None."""
    found = shutil.which("node")
    return Path(found) if found and shutil.which("npm") else None


def agents_playground() -> Path | None:
    """The program of Microsoft's Agents Playground, installed as our lock file says, or None."""
    lock, program = AGENTS_HOME / "package-lock.json", AGENTS_HOME / AGENTS_PROGRAM
    is_current = program.exists() and lock.exists() and lock.read_bytes() == (AGENTS_ASKED / lock.name).read_bytes()
    return program if is_current and node() else None


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    find: Callable[[], Path | None]
    packages: tuple[str, ...]
    """Debian's names."""
    needed_by: str


PARTS = (
    Part("Chromium", chromium, ("chromium", "fonts-liberation", "fonts-noto-color-emoji"), "the browser tests"),
    Part("PostgreSQL", postgres_bin, ("postgresql",), "the storage tests on PostgreSQL"),
    Part("Node.js", node, ("nodejs", "npm"), "the tests with Microsoft's Agents Playground"),
)


def install(packages: list[str]) -> None:
    """Asks apt-get, quietly; its own words are shown only when it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            print(f"apt-get {command[0]} failed: {(done.stderr or done.stdout).strip()[-300:]}", file=sys.stderr)
            return


def install_agents_playground() -> None:
    """Exactly what the lock file names, hashes checked; nothing that came along is run. A lock that is not there says
    afterwards that it failed."""
    AGENTS_HOME.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(AGENTS_ASKED / name, AGENTS_HOME)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"]
    done = subprocess.run(command, cwd=AGENTS_HOME, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        (AGENTS_HOME / "package-lock.json").unlink()
        print(f"npm ci failed: {(done.stderr or done.stdout).strip()[-300:]}", file=sys.stderr)


def prepare_agents_playground() -> bool:
    """False where it cannot be had; one line says so. Without Node.js that was said already."""
    if node() is None:
        return False
    if agents_playground() is None:
        print("Installing Microsoft's Agents Playground for the tests (once) ...")
        install_agents_playground()
    if agents_playground() is None:
        print("Microsoft's Agents Playground is missing, so the tests with it are skipped.", file=sys.stderr)
    return agents_playground() is not None


def main() -> int:
    missing = [part for part in PARTS if part.find() is None]
    can_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if missing and can_install:
        print(f"Installing {' and '.join(part.name for part in missing)} for the tests (once) ...")
        install([package for part in missing for package in part.packages])
    for part in (still_missing := [part for part in missing if part.find() is None]):
        advice = "" if can_install else f" On Debian or Ubuntu: sudo apt-get install {' '.join(part.packages)}"
        print(f"{part.name} is missing, so {part.needed_by} are skipped.{advice}", file=sys.stderr)
    is_complete = prepare_agents_playground() and not still_missing
    return 1 if not is_complete and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
