"""The lock files fix every version and hash, hold no address, and stay in step with pyproject.toml."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.files import ROOT

RUN, DEV = "requirements.lock", "requirements-dev.lock"
# A pin, its optional marker, then nothing but hashes.
ENTRY = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


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


def test_every_declared_dependency_names_a_lower_bound() -> None:
    bounds = {r.name: {s.operator for s in r.specifier} for r in declared()[DEV]}
    assert [name for name, operators in bounds.items() if ">=" not in operators] == []
