"""Starts the bot as `app.py demo` does, in a process that may be told where to die and which protection to lack."""

import os
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from app import DemoHouse
from bot.terminal import run
from handlers.teams import keys, tokens
from handlers.web.logs import configure_logs
from tests.faults.mutants import MUTANTS
from tests.faults.points import Points, watch

LOG, POINTS = "bot.log", "points"


@dataclass(frozen=True, slots=True)
class Orders:
    """`die_at` is a point as an earlier run named it; `mutant` a name in `tests/faults/mutants.py`."""

    state: Path
    port: int
    bot_port: int
    die_at: str = ""
    mutant: str = ""
    is_impatient: bool = False
    """Rests of real time after a failure are short, since no clock of ours moves them."""


def live(orders: Orders) -> None:
    """The child's whole life."""
    log = os.open(orders.state / LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    configure_logs("WARNING")
    watch(Points(orders.state / POINTS, orders.die_at))
    if orders.mutant:
        MUTANTS[orders.mutant]()
    if orders.is_impatient:
        tokens.REST_S = keys.AGAIN_AFTER_FAILURE_S = 1.0
    run(DemoHouse(orders.state, orders.port, orders.bot_port, has_socket=False).serve())


def start(orders: Orders) -> ForkServerProcess:
    """A real process of its own. The imports are paid for once: a server that has made them forks each bot."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["pytest", "tests.faults.launcher"])
    process = context.Process(target=live, args=(orders,), daemon=True)
    process.start()
    return process
