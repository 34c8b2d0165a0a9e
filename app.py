"""The command line, and the one place where every part is built and introduced to the others."""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import click

from bot.chores import bring_up_to_date, export_promises, import_folder
from bot.desk import Desk
from bot.errors import SettingsError, StorageUnavailable
from bot.model.asker import Asker
from bot.model.setup import asker_from, try_model
from bot.reading.meaning import meaning_from
from bot.replies.library import Library
from bot.routes import route_table
from bot.scene import Scene
from bot.settings import Settings, database_problems, with_model_of
from bot.terminal import checked_settings, cli, command, complain, need_checkout, out, run
from bot.work.clock import Clock
from bot.work.dispatcher import Dispatcher
from bot.work.sending import Gateway
from handlers.hall.door import Door
from handlers.playground.beside import TIED, Both, PortTaken, stop_with_parent
from handlers.slack.door import Slack, SlackSettings
from handlers.teams.door import Teams, TeamsSettings
from handlers.teams.package import Package, host_of
from handlers.web.demo_door import DemoDoor
from handlers.web.health import Health
from handlers.web.logs import configure_logs
from handlers.web.server import Parts, bound, create_app, server
from storage import work, workspaces
from storage.database import Database
from storage.inbox import Inbox
from storage.migrate import ensure_current, is_current, migrate
from storage.secrets import Vault, kept_key
from storage.upkeep import move_clock
from storage.wipe import wipe

ROOT = Path(__file__).parent
PLAYGROUND = ROOT / "handlers" / "playground"
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
TICK_S, REST_S, ASK_AGAIN_S, HOUR_S, DRAIN_S = 0.25, 0.5, 30.0, 3600.0, 20.0


@dataclass(frozen=True, slots=True)
class House:
    """Every part, built once."""

    database: Database
    vault: Vault
    doors: Mapping[str, Door]
    dispatcher: Dispatcher
    clock: Clock
    library: Library
    asker: Asker

    @classmethod
    def build(cls, settings: Settings) -> "House":
        """Nothing is connected or started yet. Call it inside the running loop."""
        called = asyncio.Event()
        database, vault = Database(settings.database_url), Vault(settings.keys())
        doors: dict[str, Door] = {}  # Filled below: linking an account needs the door, and the door needs the desk.
        library = Library(meaning_from(settings.meaning_model), database)
        asker = asker_from(settings, database)
        table = route_table(vault, lambda tx, *who: doors["slack"].link_url(tx, *who), library, asker)
        desk, inbox = Desk(database, table, called.set), Inbox(database, called.set)
        if settings.has_slack:
            doors["slack"] = Slack(SlackSettings.of(settings), database, vault, inbox, desk)
        if settings.has_teams:
            doors["teams"] = Teams(TeamsSettings.of(settings), database, inbox, desk)
        platforms = {name: door.platform for name, door in doors.items()}
        dispatcher = Dispatcher(database, desk, Gateway(database, desk, table, platforms), platforms, called)
        return cls(database, vault, doors, dispatcher, Clock(), library, asker)

    async def __aenter__(self) -> "House":
        return self

    async def __aexit__(self, *_: object) -> None:
        for door in self.doors.values():
            await door.stop()
        await self.asker.close()
        await self.library.close()
        await self.database.close()

    async def start(self) -> None:
        await self.library.make_ready()
        await self.dispatcher.start()
        self.clock.every(TICK_S, self.dispatcher.wake)
        self.clock.every(HOUR_S, self.dispatcher.forget_old)
        for door in self.doors.values():
            self.clock.every(ASK_AGAIN_S, door.register_again)
        self.clock.start()

    async def stop(self) -> None:
        """Take nothing new in, and finish what runs."""
        self.clock.stop()
        await self.dispatcher.stop()

    async def serve(self, settings: Settings, demo: DemoDoor | None = None) -> int:
        """Until a signal comes. What cannot work is raised before the server starts, where it can still be said."""
        self.database.claim_file()
        await ensure_current(self.database)
        address = bound(settings.host, settings.port)
        health = Health(self.database, checks={"migrations": lambda: is_current(self.database)})
        for name, door in self.doors.items():
            await door.start()
            health.checks[name] = door.is_hearing
        parts = Parts(
            health=health,
            routes=[route for door in self.doors.values() for route in door.routes()],
            demo_routes=demo.routes() if demo else (),
            starts=[self.start],
            stops=[self.stop],
        )
        await server(create_app(parts), health, host=settings.host, port=settings.port).serve(sockets=[address])
        return 0


class DemoHouse:
    """The bot beside the playground: the same parts, obviously fake tokens, and a door to move its clock."""

    def __init__(self, state: Path, port: int, bot_port: int, *, has_socket: bool, has_model: bool = False) -> None:
        state.mkdir(exist_ok=True)
        written = json.loads((PLAYGROUND / "scene.json").read_text())
        self._scene = Scene(written, PLAYGROUND, f"http://127.0.0.1:{port}/")
        database_url, key = f"sqlite+aiosqlite:///{state / 'kindline.db'}", kept_key(state / "kindline.key")
        plain = self._scene.settings(database_url, key, bot_port, has_socket=has_socket)
        self.settings = with_model_of(plain, Settings()) if has_model else plain

    async def serve(self) -> int:
        async with House.build(self.settings) as self._house:
            self._house.database.claim_file()
            await migrate(self._house.database)
            async with self._house.database.transaction() as tx:
                if not await workspaces.workspaces(tx):
                    await self._scene.set_up(tx, self._house.vault)
            return await self._house.serve(self.settings, DemoDoor(self._move, self._start_over, self._next_due_at))

    async def _move(self, offset_ms: int) -> None:
        await self._house.library.counted(DRAIN_S)
        await move_clock(self._house.database, offset_ms)
        await self._house.dispatcher.drained(DRAIN_S)

    async def _start_over(self) -> None:
        await self._house.dispatcher.drained(REST_S)
        async with self._house.database.transaction() as tx:
            await wipe(tx)
            await self._scene.set_up(tx, self._house.vault)
        await self._house.library.make_ready()

    async def _next_due_at(self) -> datetime | None:
        async with self._house.database.reading() as tx:
            return await work.next_due_at(tx)


async def serve_workspaces(settings: Settings) -> int:
    async with House.build(settings) as house:
        return await house.serve(settings)


async def try_out(settings: Settings) -> int:
    """Ask the platforms and the database, and say what each answered."""
    async with House.build(settings) as house:
        found = [problem for door in house.doors.values() for problem in await door.try_tokens()]
        try:
            await ensure_current(house.database)
        except (SettingsError, StorageUnavailable) as error:
            found.append(str(error))
        await try_model(house.asker, out.print)
    if found:
        raise SettingsError(found)
    out.print("[green]✓[/] Everything is in place. Start with: python app.py serve")
    return 0


async def make_known(settings: Settings) -> None:
    """Register the configured workspaces, so that an import may come before the first `serve`."""
    if settings.has_slack or settings.has_teams:
        async with House.build(settings) as house:
            for door in house.doors.values():
                await door.make_known()


@command("demo", "demo", "demo --fresh", "demo --socket", "demo --model")
@click.option("--fresh", is_flag=True, help="Forget what the last demo remembered.")
@click.option("--socket", is_flag=True, help="Deliver events over Socket Mode instead of signed HTTP.")
@click.option("--model", is_flag=True, help="Ask the model that KINDLINE_MODEL_NAME and its like name.")
@click.option("--only-bot", is_flag=True, hidden=True)
def demo(*, fresh: bool, socket: bool, model: bool, only_bot: bool) -> None:
    """Start a pretend Slack and Teams with Kindline in them, on this machine (ports: PORT, BOT_PORT)."""
    port, bot_port = int(os.environ.get("PORT", "8700")), int(os.environ.get("BOT_PORT", "8701"))
    state = Path(os.environ.get("PLAYGROUND_STATE", ROOT / ".demo"))
    if only_bot:
        if os.environ.get(TIED):
            stop_with_parent()
        configure_logs("WARNING")
        run(DemoHouse(state, port, bot_port, has_socket=socket, has_model=model).serve())
    if fresh:
        shutil.rmtree(state, ignore_errors=True)
    options = [word for word, is_set in (("--socket", socket), ("--model", model)) if is_set]
    bot = [sys.executable, str(ROOT / "app.py"), "demo", "--only-bot", *options]
    delivery = {"PLAYGROUND_DELIVERY": "socket" if socket else "http", "PLAYGROUND_STATE": str(state)}
    environment = {**os.environ, **delivery, "PYTHONPATH": str(ROOT)}
    try:
        run(Both([sys.executable, "-m", "handlers.playground"], bot, port, bot_port, environment, out.print).run())
    except PortTaken as error:
        complain([str(error)])


@command("serve", "serve")
def serve() -> None:
    """Serve real workspaces; refuses to start while a setting is missing or wrong."""
    settings = checked_settings()
    configure_logs(settings.log_level)
    run(serve_workspaces(settings))


@command("check", "check")
def check() -> None:
    """List everything that is wrong with the configuration, and try the tokens."""
    run(try_out(checked_settings()))


@command("migrate", "migrate")
def migrate_database() -> None:
    """Bring the database to this version's schema."""
    run(bring_up_to_date(checked_settings(database_problems)))


@command("import", "import --workspace T0123456 ./company")
@click.option("--workspace", "workspace_id", required=True, help="The Slack team id, or the Teams tenant id.")
@click.argument("folder", type=FOLDER)
def import_files(workspace_id: str, folder: Path) -> None:
    """Import playbook pages (*.md), stock_replies.csv and customers.csv from FOLDER."""
    run(import_folder(checked_settings(database_problems), workspace_id, folder, make_known))


@command("export", "export --workspace T0123456 promises.csv")
@click.option("--workspace", "workspace_id", required=True, help="The Slack team id, or the Teams tenant id.")
@click.argument("file", type=click.File("w", encoding="utf-8-sig"))
def export(workspace_id: str, file: TextIO) -> None:
    """Write a workspace's promises to FILE as a table (CSV); no cell of it is a formula."""
    run(export_promises(checked_settings(database_problems), workspace_id, file))


@command("teams-package", "teams-package", "teams-package --out teams.zip --host kindline.example --version 1.0.1")
@click.option("--out", "file", type=click.File("wb"), default="kindline-teams.zip", show_default=True)
@click.option("--app-id", default="", help="Instead of KINDLINE_TEAMS_APP_ID.")
@click.option("--host", default="", help="Instead of the host name in KINDLINE_PUBLIC_URL.")
@click.option("--about", default="", help="Your page about Kindline: linked as website, privacy and terms of use.")
@click.option("--version", default="", help="A higher one than at the last upload.")
def teams_package(file: BinaryIO, app_id: str, host: str, **words: str) -> None:
    """Make the app package that an administrator uploads to Microsoft Teams."""
    known = checked_settings(lambda _: [])
    names = (app_id or known.teams_app_id, host or host_of(known.public_url))
    try:
        packed = Package(*names, has_private_commands=known.teams_targeted, **words).zipped()
    except SettingsError as error:
        complain(error.problems)
    file.write(packed)
    out.print(f"[green]✓[/] {file.name} is ready. docs/teams.md says where to upload it.")


@command("eval", "eval promises cases.jsonl", "eval drafts t.jsonl --playbook ./company --errors")
@click.argument("kind", type=click.Choice("promises reading standard drafts questions".split()))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--predictions", is_flag=True, help="Print what was found, one line a case.")
@click.option("--errors", is_flag=True, help="Print the cases that were missed.")
@click.option("--playbook", type=FOLDER, help="For drafts, questions.")
@click.option("--now", default="2026-11-18T10:30:00+00:00", help="For drafts, questions: the time of a line without.")
@click.option("--model", is_flag=True, help="For drafts: ask the configured model too, and add model_draft.")
@click.option("--show-prompts", is_flag=True, help="For drafts: print each request to a model, and ask nobody.")
def evaluate(kind: str, file: Path, **options: Any) -> None:
    """Measure quality on FILE (JSON Lines): figures, predictions or misses."""
    need_checkout(ROOT)
    from tests.evals.command import evaluate as measure

    sys.exit(measure(kind, file, **options))


@command("bench", "bench", "bench ingress")
@click.argument("names", nargs=-1, type=click.Choice("drafts ingress ledger promises reading reminders teams".split()))
def bench(names: tuple[str, ...]) -> None:
    """Measure speed; without a name, everything."""
    need_checkout(ROOT)
    from tests.bench.command import bench as measure

    run(measure(names))


if __name__ == "__main__":
    cli()
