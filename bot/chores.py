"""What the command line does to the database and ends: bring it up to date, and take in a company's files."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TextIO

from bot.errors import SettingsError
from bot.promises.export import exported
from bot.reading.meaning import Meaning, meaning_from
from bot.replies.library import Folder, count, read_folder, take_in
from bot.settings import Settings
from bot.terminal import out
from storage import workspaces
from storage.database import Database
from storage.migrate import ensure_current, migrate


async def bring_up_to_date(settings: Settings) -> int:
    async with Database(settings.database_url) as database:
        database.claim_file()
        await migrate(database)
    out.print("[green]✓[/] The database is up to date.")
    return 0


async def import_folder(
    settings: Settings, workspace_id: str, folder: Path, make_known: Callable[[Settings], Awaitable[None]]
) -> int:
    """Playbook, stock replies and customers. `make_known` asks the platform which workspace is configured, so that an
    import may come before the first `serve`."""
    found = read_folder(folder)
    meaning = meaning_from(settings.meaning_model)
    async with Database(settings.database_url) as database:
        database.claim_file()
        await ensure_current(database)
        async with database.reading() as tx:
            is_known = await workspaces.workspace(tx, workspace_id) is not None
        if not is_known:
            await make_known(settings)
        counted = _counted(found, meaning) if meaning else []
        async with database.transaction() as tx:
            if await workspaces.workspace(tx, workspace_id) is None:
                known = ", ".join(one.workspace_id for one in await workspaces.workspaces(tx)) or "none yet"
                raise SettingsError([f"I don't know the workspace {workspace_id}. Known: {known}."])
            await take_in(tx, workspace_id, found, counted=counted)
    for problem in found.problems:
        out.print(f"[yellow]![/] {problem}")
    counts = f"{len(found.sections)} sections, {len(found.stock)} stock replies, {len(found.customers)} customers"
    out.print(f"[green]✓[/] Imported {counts}.")
    return 0


async def export_promises(settings: Settings, workspace_id: str, file: TextIO) -> int:
    """The workspace's promises as a table; reads only, so it may run beside `serve`."""
    async with Database(settings.database_url) as database:
        await ensure_current(database)
        async with database.reading() as tx:
            if await workspaces.workspace(tx, workspace_id) is None:
                known = ", ".join(one.workspace_id for one in await workspaces.workspaces(tx)) or "none yet"
                raise SettingsError([f"I don't know the workspace {workspace_id}. Known: {known}."])
            file.write(await exported(tx, workspace_id))
    out.print(f"[green]✓[/] The promises are in {file.name}.")
    return 0


def _counted(found: Folder, meaning: Meaning) -> list[tuple[str, bytes]]:
    """What every section means, before anything is locked; a big playbook takes its time and says so."""
    total = len(found.sections)
    with out.status(f"Reading {total} sections …") as status:
        return count(found, meaning, lambda done: status.update(f"Reading {done} of {total} sections …"))
