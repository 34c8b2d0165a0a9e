"""Starts the demo as real processes on free ports, and speaks to its control interface as a program outside would."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.loopback import answers, free_ports

ROOT = Path(__file__).parent.parent
READY_WITHIN_S = 90.0
ENDED_WITHIN_S = 40.0
ANSWER_WITHIN_S = 75.0

Json = dict[str, Any]


class Refused(Exception):
    """The control interface said no; `code` is for programs, the text is its sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo. `state` holds its files and its log."""

    port: int
    bot_port: int
    state: Path

    def ask(self, call: str, **fields: Any) -> Json:
        """POST to the control interface. Raises `Refused` with the playground's own words."""
        body = json.dumps(fields).encode()
        return self._answer(Request(self._address(call), body, {"Content-Type": "application/json"}))

    def look(self, call: str, **query: Any) -> Json:
        return self._answer(Request(f"{self._address(call)}?{urlencode(query)}"))

    def _address(self, call: str) -> str:
        return f"http://127.0.0.1:{self.port}/_control/{call}"

    @staticmethod
    def _answer(request: Request) -> Json:
        try:
            with urlopen(request, timeout=ANSWER_WITHIN_S) as answer:
                found: Json = json.loads(answer.read())
        except HTTPError as error:
            with error:
                said = json.loads(error.read())
            raise Refused(str(said.get("error")), str(said.get("message"))) from error
        return found

    @property
    def log(self) -> str:
        """What both processes printed, the bot's log lines among it."""
        return (self.state / "log").read_text()


@contextmanager
def running_demo(state: Path, *, has_socket: bool = False, model_url: str = "") -> Iterator[Demo]:
    """`app.py demo` until the block ends; with the model at `model_url`, if any."""
    words = [*(["--socket"] if has_socket else []), *(["--model"] if model_url else [])]
    model = {"KINDLINE_MODEL_URL": model_url, "KINDLINE_MODEL_NAME": "m", "KINDLINE_MODEL_KEY": "sk-test"}
    with started(["app.py", "demo", *words], state, model if model_url else {}) as (port, bot_port):
        yield Demo(port, bot_port, state)


@contextmanager
def started(command: Sequence[str], state: Path, more: Mapping[str, str] | None = None) -> Iterator[tuple[int, int]]:
    """A demo's two processes until the block ends, gone afterwards; answers the ports of the page and of the bot."""
    port, bot_port = free_ports(2)
    state.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "PORT": str(port),
        "BOT_PORT": str(bot_port),
        "PLAYGROUND_STATE": str(state),
        "PYTHONUNBUFFERED": "1",
        **(more or {}),
    }
    with (state / "log").open("w") as log:
        process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            _wait_until_ready(process, port, bot_port, state / "log")
            yield port, bot_port
        finally:
            _end(process)


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, bot_port: int, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while not (answers(f"http://127.0.0.1:{bot_port}/readyz") and answers(f"http://127.0.0.1:{port}/")):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the demo did not start:\n{log.read_text()[-2000:]}")
        time.sleep(0.1)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(ENDED_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
