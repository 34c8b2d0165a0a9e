"""Runs the playground and the bot beside each other, and starts the bot again when it dies: nothing is lost by that."""

import asyncio
import os
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.request import urlopen

TIED = "PLAYGROUND_TIED"
_READY_WITHIN_S = 60.0
_FREE_WITHIN_S = 4.0
_REST_S = 0.5


class PortTaken(Exception):
    """Something already listens where the demo wants to."""


@dataclass(frozen=True, slots=True)
class Both:
    """`page` and `bot` are the two programs' command lines; `say` prints a line for the person who started the demo."""

    page: Sequence[str]
    bot: Sequence[str]
    port: int
    bot_port: int
    environment: dict[str, str]
    say: Callable[[str], None]

    async def run(self) -> int:
        """Until Ctrl-C or SIGTERM. Raises `PortTaken` before anything was started."""
        for port in (self.port, self.bot_port):
            await _wait_until_free(port)
        stopping = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
        page = await self._start(self.page)
        keeper = asyncio.create_task(self._keep_bot_running())
        announcer = asyncio.create_task(self._announce())
        ended = asyncio.create_task(page.wait())
        await asyncio.wait({ended, asyncio.create_task(stopping.wait())}, return_when=asyncio.FIRST_COMPLETED)
        announcer.cancel()
        keeper.cancel()
        with suppress(asyncio.CancelledError):
            await keeper
        await _end(page)
        return 0 if stopping.is_set() else 1

    async def _start(self, command: Sequence[str]) -> asyncio.subprocess.Process:
        # Nothing is ever written to this pipe: it closes when this process dies, however that happens.
        return await asyncio.create_subprocess_exec(
            *command, env=self.environment | {TIED: "1"}, stdin=asyncio.subprocess.PIPE, start_new_session=True
        )

    async def _keep_bot_running(self) -> None:
        while True:
            bot = await self._start(self.bot)
            try:
                code = await bot.wait()
            except asyncio.CancelledError:
                await _end(bot)
                raise
            self.say(f"The bot stopped (code {code}); it starts again.")
            await asyncio.sleep(_REST_S)

    async def _announce(self) -> None:
        async with asyncio.timeout(_READY_WITHIN_S):
            await _until_answers(f"http://127.0.0.1:{self.port}/")
            await _until_answers(f"http://127.0.0.1:{self.bot_port}/readyz")
        self.say(f"Open http://127.0.0.1:{self.port} in your browser. Ctrl-C ends the demo; it remembers everything.")


async def _until_answers(url: str) -> None:
    while True:
        if await asyncio.to_thread(_answers, url):
            return
        await asyncio.sleep(0.1)


async def _end(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(25):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


async def _wait_until_free(port: int) -> None:
    """A demo that was killed a moment ago may still be letting go of its ports."""
    try:
        async with asyncio.timeout(_FREE_WITHIN_S):
            while True:
                if not _is_taken(port):
                    return
                await asyncio.sleep(0.2)
    except TimeoutError as error:
        raise PortTaken(
            f"Port {port} is in use. Stop what runs there, or choose another with PORT and BOT_PORT."
        ) from error


def stop_with_parent() -> None:
    """In a program that `Both` started: stop, gracefully, as soon as the one that started it is gone."""
    threading.Thread(target=_stop_at_end_of_input, daemon=True).start()


def _stop_at_end_of_input() -> None:
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.3)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=1) as answer:  # noqa: S310 - a fixed address on this machine.
            return bool(answer.status == 200)
    except OSError:
        return False
