"""Ports and servers of the tests' own, on this machine alone."""

import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count as counted
from itertools import islice
from urllib.request import urlopen

from aiohttp import web


def free_port() -> int:
    """A port that nobody listens on just now."""
    return free_ports(1)[0]


def free_ports(count: int) -> list[int]:
    """As many different ones. The system takes a port for each outgoing connection from 32768 on, so ours come from
    below: between the choice and the start of the server nobody else can get them. Test processes that run at the
    same time begin at different places."""
    return list(islice(filter(_is_free, _PORTS), count))


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


_FIRST, _COUNT = 12_000, 20_000
_PORTS = (_FIRST + (os.getpid() * 487 + step) % _COUNT for step in counted())


def answers(url: str) -> bool:
    """Whether something there says that all is well."""
    try:
        with urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@asynccontextmanager
async def serving(app: web.Application, port: int = 0) -> AsyncIterator[str]:
    """Until the block ends; answers the address, which has a free port unless one is named."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
