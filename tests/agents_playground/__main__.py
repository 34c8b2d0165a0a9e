"""`make demo-teams`: Kindline and Microsoft's Agents Playground side by side, for somebody who sees both the first
time."""

import os
import shutil
import sys
from pathlib import Path

from bot.terminal import complain, out, run
from handlers.playground.beside import TIED, Both, PortTaken, stop_with_parent
from handlers.web.logs import configure_logs
from tests import parts
from tests.agents_playground.customer import customer_says
from tests.agents_playground.house import HERE, OpenHouse

ROOT = HERE.parents[1]
HINTS = """
You are Frieda, an agent of Marigold Bikes.
  Personal Chat   write: help, promises, promise I'll call Annelie back by Friday noon
  General         write @Kindl…, pick Kindline from the list, then: reply
  A message       "…" beside it, Action Command, log_insight (or help_me_reply), Create
  A customer      .venv/bin/python -m tests.agents_playground --says "Where is my bike? It was due on Monday."
"""


def beside(port: int, bot_port: int, state: Path) -> Both:
    """Both programs; the Agents Playground asks nobody's browser to open and tells nobody that it ran."""
    program = parts.agents_playground()
    if program is None:
        complain(["Microsoft's Agents Playground is not installed; it needs Node.js with npm."])
    bot = [sys.executable, "-m", "tests.agents_playground", "--only-bot"]
    told = ["--app-endpoint", f"http://127.0.0.1:{bot_port}/api/messages", "--channel-id", "msteams"]
    page = ["node", "--require", str(HERE / "kept.cjs"), str(program), "start", *told, "--port", str(port), "--dt"]
    environment = {
        **os.environ,
        "AGENTS_PLAYGROUND_FOLDER": str(state),
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(HERE / "marigold.yml"),
        "TEAMSAPPTESTER_BROWSER": "none",
        "PORT": str(port),
        "BOT_PORT": str(bot_port),
        "PLAYGROUND_STATE": str(state),
        "PYTHONPATH": str(ROOT),
    }
    return Both(page, bot, port, bot_port, environment, out.print)


def say(port: int, words: str) -> None:
    try:
        customer_says(port, words)
    except OSError:
        complain([f"The demo does not run on port {port}. Start it first: make demo-teams"])


def main() -> None:
    port, bot_port = int(os.environ.get("PORT", "8702")), int(os.environ.get("BOT_PORT", "8703"))
    state = Path(os.environ.get("PLAYGROUND_STATE", ROOT / ".demo" / "agents-playground")).absolute()
    if "--only-bot" in sys.argv:
        if os.environ.get(TIED):
            stop_with_parent()
        configure_logs("WARNING")
        run(OpenHouse(state, port, bot_port).serve())
    if "--says" in sys.argv:
        return say(port, sys.argv[sys.argv.index("--says") + 1])
    if "--fresh" in sys.argv:
        shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True, exist_ok=True)
    parts.prepare_agents_playground()
    both = beside(port, bot_port, state)
    out.print(HINTS)
    try:
        run(both.run())
    except PortTaken as error:
        complain([str(error)])


if __name__ == "__main__":
    main()
