"""The lock files fix every version and hash, hold no address, and stay in step with what asks for them."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.files import ROOT, tracked_files

RUN, DEV = "requirements.lock", "requirements-dev.lock"
# A pin, its optional marker, then nothing but hashes.
ENTRY = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)

NODE_LOCKS = [path for path in tracked_files() if path.name == "package-lock.json"]


def pins(lock: str) -> dict[str, str]:
    return {canonicalize_name(name): version for name, version, _ in ENTRY.findall((ROOT / lock).read_text())}


def asked_for_by_us(lock: str) -> set[str]:
    """The pins under which the lock notes `kindline (pyproject.toml)`; the others came along with them."""
    found, name = set(), ""
    for line in (ROOT / lock).read_text().splitlines():
        if pin := re.match(r"([\w.-]+)==", line):
            name = canonicalize_name(pin[1])
        elif "kindline (pyproject.toml" in line:
            found.add(name)
    return found


def declared() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for, by lock file; the second lock holds both."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    run = [Requirement(line) for line in project["project"]["dependencies"]]
    return {RUN: run, DEV: run + [Requirement(line) for line in project["dependency-groups"]["dev"]]}


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_file_holds_pins_with_hashes_and_comments_only(lock: str) -> None:
    rest = ENTRY.sub("", (ROOT / lock).read_text())
    assert [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_file_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert re.findall(r"\w+://|\bfile:|index-url|find-links", text) == []


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_everything_that_pyproject_asks_for_is_locked_at_a_version_it_accepts(lock: str) -> None:
    locked = pins(lock)
    unmet = [str(r) for r in declared()[lock] if not r.specifier.contains(locked.get(canonicalize_name(r.name), "0"))]
    assert unmet == []


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_nothing_stays_locked_that_pyproject_no_longer_asks_for(lock: str) -> None:
    assert asked_for_by_us(lock) == {canonicalize_name(r.name) for r in declared()[lock]}


def test_tests_run_with_the_versions_that_people_run() -> None:
    run, dev = pins(RUN), pins(DEV)
    assert {name: dev.get(name) for name in run} == run


def test_every_declared_dependency_names_a_lower_bound_or_the_one_version_that_works() -> None:
    bounds = {r.name: {s.operator for s in r.specifier} for r in declared()[DEV]}
    assert [name for name, operators in bounds.items() if not operators & {">=", "=="}] == []


@pytest.mark.parametrize("lock", NODE_LOCKS, ids=str)
def test_a_lock_for_node_fixes_versions_and_hashes_and_holds_no_address(lock: Path) -> None:
    text = (ROOT / lock).read_text()
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert re.findall(r"\w+://|resolved|\bfile:", text) == []
    assert [name for name, one in packages.items() if not one["integrity"].startswith("sha512-")] == []
    assert all(one["dev"] for one in packages.values())


@pytest.mark.parametrize("lock", NODE_LOCKS, ids=str)
def test_a_lock_for_node_is_in_step_with_the_exact_versions_that_are_asked_for(lock: Path) -> None:
    asked = json.loads((ROOT / lock.with_name("package.json")).read_text())
    packages = json.loads((ROOT / lock).read_text())["packages"]
    assert packages[""]["devDependencies"] == asked["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked["devDependencies"]} == asked[
        "devDependencies"
    ]


def test_microsofts_playground_is_named_and_never_copied_into_the_project() -> None:
    assert len(NODE_LOCKS) == 1
    assert [path for path in tracked_files() if "node_modules" in path.parts] == []
