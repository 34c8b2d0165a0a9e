"""The programs that some tests need besides Python packages: found here, and installed where that is possible.

`make test` runs this first. On Debian as root a missing part is installed; anywhere else one line says which tests will
be skipped and how to get the part. Under CI=true a missing part is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


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


def main() -> int:
    missing = [part for part in PARTS if part.find() is None]
    if not missing:
        return 0
    can_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if can_install:
        print(f"Installing {' and '.join(part.name for part in missing)} for the tests (once) ...")
        install([package for part in missing for package in part.packages])
    for part in (still_missing := [part for part in missing if part.find() is None]):
        advice = "" if can_install else f" On Debian or Ubuntu: sudo apt-get install {' '.join(part.packages)}"
        print(f"{part.name} is missing, so {part.needed_by} are skipped.{advice}", file=sys.stderr)
    return 1 if still_missing and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
