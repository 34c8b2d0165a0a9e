"""`app.py bench`: measures speed on this machine, always as ratios or beside the figure it is compared with."""

import importlib
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

NAMES = ("ledger", "ingress", "teams", "promises", "reading", "drafts", "reminders")


async def bench(names: Sequence[str]) -> int:
    """Run the named measurements, or all of them; each prints a table with what was measured and how."""
    console = Console(highlight=False)
    for name in names or NAMES:
        with console.status(f"Measuring {name} …"):
            rows = await importlib.import_module(f"tests.bench.{name}").measure()
        table = Table("measured", "figure", "unit", title=name, title_justify="left")
        for row in rows:
            table.add_row(*row)
        console.print(table)
    return 0
