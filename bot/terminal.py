"""How the command line speaks: what went wrong as one clear line each, help with examples, never a traceback."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, NoReturn

import click
from rich.console import Console

from bot.errors import KindlineError, SettingsError
from bot.settings import Settings, problems

out, err = Console(highlight=False, soft_wrap=True), Console(stderr=True, highlight=False, soft_wrap=True)


def complain(lines: Sequence[str]) -> NoReturn:
    """Say what is wrong, one line each, and stop with exit code 2."""
    for line in lines:
        err.print("[red]✗[/]", line.replace("[", "\\["))
    sys.exit(2)


def run(command: Coroutine[Any, Any, int]) -> NoReturn:
    """Run to an exit code; an error of ours is told in its own words, anything else is a fault and shows itself."""
    try:
        code = asyncio.run(command)
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


class WithExamples(click.Command):
    """A command whose help ends with examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Examples"):
            for line in (self.epilog or "").splitlines():
                formatter.write_text(line)
