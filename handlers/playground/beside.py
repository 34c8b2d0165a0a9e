"""Runs the playground and the bot beside each other, and starts the bot again when it dies: nothing is lost by that."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.request import urlopen

_READY_WITHIN_S = 60.0
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
            if _is_taken(port):
                raise PortTaken(
                    f"Port {port} is in use. Stop what runs there, or choose another with PORT and BOT_PORT."
                )
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
        return await asyncio.create_subprocess_exec(*command, env=self.environment, start_new_session=True)

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
        for port in (self.port, self.bot_port):
            async with asyncio.timeout(_READY_WITHIN_S):
                while not await asyncio.to_thread(
                    _answers, f"http://127.0.0.1:{port}/{'' if port == self.port else 'readyz'}"
                ):
                    await asyncio.sleep(0.1)
        self.say(f"Open http://127.0.0.1:{self.port} in your browser. Ctrl-C ends the demo; it remembers everything.")


async def _end(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(25):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


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
