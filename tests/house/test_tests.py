"""The tests' own rules: the network is closed, and under CI=true nothing is skipped."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import parts
from tests.house.files import ROOT
from tests.network import NetworkClosed, is_on_this_machine


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost", b"localhost", "", None])
def test_a_host_on_this_machine_is_allowed(host: object) -> None:
    assert is_on_this_machine(host)


@pytest.mark.parametrize(
    "host", ["192.0.2.1", "0.0.0.0", "2001:db8::1", "slack.com", b"slack.com", "localhost.example"]
)
def test_any_other_host_is_a_stranger(host: object) -> None:
    assert not is_on_this_machine(host)


@pytest.mark.parametrize(
    ("event", "args"),
    [
        ("socket.connect", (None, ("192.0.2.1", 443))),
        ("socket.connect", (None, ("2001:db8::1", 443, 0, 0))),
        ("socket.sendto", (None, ("192.0.2.1", 53))),
        ("socket.getaddrinfo", ("slack.com", 443, 0, 0, 0)),
    ],
)
def test_a_test_cannot_leave_the_machine(event: str, args: tuple[object, ...]) -> None:
    # Only the question is asked, as the socket module would ask it; no packet is sent even if the answer were wrong.
    with pytest.raises(NetworkClosed, match="tests reach only this machine"):
        sys.audit(event, *args)


def test_a_test_may_speak_to_a_server_of_its_own() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as line,
    ):
        assert line.getpeername() == server.getsockname()


def run_in_a_small_house(folder: Path, test: str, *, ci: str) -> subprocess.CompletedProcess[str]:
    (folder / "tests").mkdir()
    for name in ("__init__.py", "conftest.py", "network.py", "parts.py"):
        shutil.copy(ROOT / "tests" / name, folder / "tests")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests/test_small.py").write_text(test)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=folder, env={"CI": ci}, capture_output=True, text=True, check=False)


SKIPPED = "import pytest\ndef test_it_needs_a_browser() -> None:\n    pytest.skip('no browser')\n"
SKIPPED_MODULE = "import pytest\npytest.skip('no browser', allow_module_level=True)\n"


@pytest.mark.parametrize("test", [SKIPPED, SKIPPED_MODULE], ids=["test", "module"])
def test_a_skip_fails_under_ci_and_says_why(tmp_path: Path, test: str) -> None:
    done = run_in_a_small_house(tmp_path, test, ci="true")
    assert done.returncode != 0
    assert "was skipped, and under CI=true nothing may be: Skipped: no browser" in done.stdout


def test_a_skip_is_only_named_on_a_persons_machine(tmp_path: Path) -> None:
    done = run_in_a_small_house(tmp_path, SKIPPED, ci="")
    assert done.returncode == 0
    assert "no browser" in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].strip("= ").startswith("1 skipped")


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    warns = "import warnings\ndef test_it_warns() -> None:\n    warnings.warn('old', DeprecationWarning)\n"
    done = run_in_a_small_house(tmp_path, warns, ci="")
    assert "DeprecationWarning: old" in done.stdout
    assert done.returncode == 1


def test_a_found_part_can_be_run() -> None:
    found = [parts.chromium(), *(folder / "initdb" for folder in [parts.postgres_bin()] if folder)]
    assert [path for path in found if path is not None and not path.exists()] == []
