"""The closed network: while tests run, this process reaches only its own machine.

An audit hook sees each call that Python's socket module makes, and no library can take it away again. It does not see
child processes, nor connections that uvloop makes itself; tests give those nothing but loopback addresses.
"""

import ipaddress
import sys
from typing import Any


class NetworkClosed(RuntimeError):
    """A test tried to leave the machine. Not an OSError, so no retry or `except OSError` can hide it."""


def is_on_this_machine(host: object) -> bool:
    """Loopback addresses and names; an empty host means a socket's own side."""
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if host is None or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _refuse_strangers(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        # A Unix socket's address is text, an unconnected datagram's is None; only internet addresses are tuples.
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    else:
        return
    if not is_on_this_machine(host):
        raise NetworkClosed(f"{event} to {host}: tests reach only this machine.")


def close() -> None:
    """For the rest of the process's life; an audit hook cannot be removed."""
    sys.addaudithook(_refuse_strangers)
