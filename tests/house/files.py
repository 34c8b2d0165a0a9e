"""Which files the project consists of, for the checks about the house itself."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "prompts", "storage")


@cache
def tracked_files() -> tuple[Path, ...]:
    """All files that git knows or would add, relative to the root: work in progress is held to the rules as well."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = sorted(set(listed.stdout.split("\0")) - {""})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def modules() -> tuple[Path, ...]:
    """Every Python module, tests included."""
    return tuple(path for path in tracked_files() if path.suffix == ".py")


def product_modules() -> tuple[Path, ...]:
    return tuple(path for path in modules() if path.parts[0] != "tests")


def texts() -> dict[Path, str]:
    """Every tracked file that is text; pictures and the like are left out."""
    found = {}
    for path in tracked_files():
        content = (ROOT / path).read_bytes()
        if b"\0" not in content:
            found[path] = content.decode()
    return found
