"""What cannot work is said before anything starts: one clear line, exit code 2, and never a traceback."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from storage.filelock import FileLock
from tests.app.test_command_line import KEY, ROOT, app
from tests.loopback import free_port
from tests.mishaps import Fault
from tests.slack.fake_slack import FakeSlack, running

REAL = {
    "KINDLINE_SECRET_KEY": KEY,
    "KINDLINE_SLACK_SIGNING_SECRET": "0123456789abcdef",
    "KINDLINE_SLACK_BOT_TOKEN": "xoxb-fake",
}
NO_POSTGRES = {**REAL, "KINDLINE_DATABASE_URL": "postgresql+psycopg://kindline@127.0.0.1:1/kindline"}
Done = subprocess.CompletedProcess[str]


def only_line(done: Done) -> str:
    """The one line that was said about what is wrong."""
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    return line


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with running() as found:
        yield found


async def started(folder: Path, fake: FakeSlack, *words: str, **more: str) -> Done:
    settings = {**REAL, "KINDLINE_SLACK_API_URL": f"{fake.url}/api/", **more}
    return await asyncio.to_thread(app, folder, *words, **settings)


async def test_serve_with_a_wrong_token_says_so_before_the_server_starts(tmp_path: Path, fake: FakeSlack) -> None:
    await asyncio.to_thread(app, tmp_path, "migrate")
    fake.refuse("auth.test", "invalid_auth")

    assert only_line(await started(tmp_path, fake, "serve")) == "✗ Slack refuses the bot token (invalid_auth)."


async def test_serve_without_slack_and_without_a_known_workspace_says_so(tmp_path: Path, fake: FakeSlack) -> None:
    await asyncio.to_thread(app, tmp_path, "migrate")
    fake.fail("auth.test", Fault(status=503, body="<html>"))

    assert "Slack cannot be asked whose token this is" in only_line(await started(tmp_path, fake, "serve"))


async def test_serve_on_a_port_in_use_names_the_port(tmp_path: Path, fake: FakeSlack) -> None:
    await asyncio.to_thread(app, tmp_path, "migrate")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = await started(tmp_path, fake, "serve", KINDLINE_PORT=port)

    assert only_line(done) == f"✗ Port {port} of 127.0.0.1 cannot be used: Address already in use. Set KINDLINE_PORT."


async def alive_for_a_while(folder: Path, fake: FakeSlack) -> tuple[int | None, str]:
    """Exit code and log of a `serve` that was stopped as soon as it was alive."""
    port = free_port()
    address = {"KINDLINE_SLACK_API_URL": f"{fake.url}/api/", "KINDLINE_PORT": str(port)}
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder), **REAL, **address}
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "app.py"), "serve", cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(40), aiohttp.ClientSession() as session:
        while process.returncode is None:
            try:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    if answer.status == 200:
                        process.send_signal(signal.SIGTERM)
                        break
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
        _, log = await process.communicate()
    return process.returncode, log.decode()


async def test_a_known_workspace_is_served_while_slack_is_away(tmp_path: Path, fake: FakeSlack) -> None:
    await asyncio.to_thread(app, tmp_path, "migrate")
    first, _ = await alive_for_a_while(tmp_path, fake)
    fake.fail("auth.test", *[Fault(status=503, body="<html>")] * 50)
    second, log = await alive_for_a_while(tmp_path, fake)

    assert (first, second) == (0, 0)
    assert "slack.not_registered_yet" in log


@pytest.mark.parametrize(
    "words", [("serve",), ("check",), ("migrate",), ("import", "--workspace", "T1", ".")], ids=lambda words: words[0]
)
def test_a_database_that_is_down_is_said_in_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = app(tmp_path, *words, **NO_POSTGRES, KINDLINE_SLACK_API_URL="http://127.0.0.1:1/api/")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    (line,) = (line for line in done.stderr.splitlines() if "database" in line)
    assert line.startswith("✗ The database cannot serve now: connection failed")
    assert len(done.stderr.splitlines()) == (2 if words == ("check",) else 1)  # `check` asks Slack as well.


def test_an_import_into_an_empty_database_asks_for_a_migration(tmp_path: Path) -> None:
    line = only_line(app(tmp_path, "import", "--workspace", "T1", "."))

    assert line == "✗ The database is not up to date. Run: python app.py migrate"


async def test_an_import_may_come_before_the_first_serve(tmp_path: Path, fake: FakeSlack) -> None:
    (tmp_path / "company").mkdir()
    (tmp_path / "company" / "returns.md").write_text("# Returns\n\nYou can send everything back for thirty days.\n")
    await asyncio.to_thread(app, tmp_path, "migrate")
    mine = await started(tmp_path, fake, "import", "--workspace", "T1", "company")
    other = await started(tmp_path, fake, "import", "--workspace", "T2", "company")

    assert (mine.returncode, mine.stderr) == (0, "")
    assert only_line(other) == "✗ I don't know the workspace T2. Known: T1."


def test_an_import_beside_a_running_kindline_says_what_to_do(tmp_path: Path) -> None:
    app(tmp_path, "migrate")
    other = FileLock(str(tmp_path / "kindline.db.lock"))
    other.acquire()
    line = only_line(app(tmp_path, "import", "--workspace", "T1", "."))
    other.release()

    assert "Another Kindline process is already using kindline.db" in line
    assert "Stop it, run this again, and start it afterwards" in line


def test_a_second_demo_on_the_same_files_stops_before_it_touches_the_database(tmp_path: Path) -> None:
    other = FileLock(str(tmp_path / "kindline.db.lock"))
    other.acquire()
    line = only_line(app(tmp_path, "demo", "--only-bot", PLAYGROUND_STATE=str(tmp_path)))
    other.release()

    assert "Another Kindline process" in line
    assert not (tmp_path / "kindline.db").exists()


@pytest.mark.parametrize("words", [("bench",), ("eval", "promises", "app.py")], ids=lambda words: words[0])
def test_without_the_tests_folder_there_is_nothing_to_measure_with(tmp_path: Path, words: tuple[str, ...]) -> None:
    shutil.copy(ROOT / "app.py", tmp_path)
    for room in ("bot", "handlers", "prompts", "storage"):
        (tmp_path / room).symlink_to(ROOT / room)
    done = subprocess.run(
        [sys.executable, "app.py", *words],
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert only_line(done) == "✗ eval and bench need the tests folder; run them from a checkout."
