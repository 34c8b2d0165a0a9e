"""How the command line speaks: what went wrong as one clear line each, help with examples, never a traceback."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from bot.errors import KindlineError, SettingsError
from bot.settings import Settings, problems

if sys.platform == "win32":
    _LOOP = None  # uvloop does not build there; Python's own loop serves as well, at half the speed.
else:
    from uvloop import new_event_loop as _LOOP

out, err = Console(highlight=False, soft_wrap=True), Console(stderr=True, highlight=False, soft_wrap=True)


def complain(lines: Sequence[str]) -> NoReturn:
    """Say what is wrong, one line each, and stop with exit code 2."""
    for line in lines:
        err.print("[red]✗[/]", line.replace("[", "\\["))
    sys.exit(2)


def run(command: Coroutine[Any, Any, int]) -> NoReturn:
    """Run to an exit code; an error of ours is told in its own words, anything else is a fault and shows itself."""
    try:
        with asyncio.Runner(loop_factory=_LOOP) as runner:
            code = runner.run(command)
    except SettingsError as error:
        complain(error.problems)
    except KindlineError as error:
        complain([str(error)])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def checked_settings(check: Callable[[Settings], list[str]] = problems) -> Settings:
    """The settings, or a stop with one line for each that is missing, empty or still an example."""
    try:
        settings = Settings()
    except ValueError as error:
        complain([f"A setting cannot be used: {error}"])
    if found := check(settings):
        complain(found)
    return settings


def need_checkout(root: Path) -> None:
    """What measures lies among the tests, which a container image does not carry."""
    if not (root / "tests").is_dir():
        complain(["eval and bench need the tests folder; run them from a checkout."])


class WithExamples(click.Command):
    """A command whose help ends with examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Examples"):
            for line in (self.epilog or "").splitlines():
                formatter.write_text(line)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Kindline: kind replies, kept promises, heard voices."""


def command(name: str, *examples: str) -> Callable[[Callable[..., None]], click.Command]:
    """Register a command under `name`; each example is what follows `python app.py`."""
    return cli.command(name, cls=WithExamples, epilog="\n".join(f"python app.py {line}" for line in examples))
