"""Brings the database to this version's schema, and says whether it is there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database, translated
from storage.errors import SettingsError

_FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


async def migrate(database: Database) -> None:
    """Apply every missing revision. Each runs in its own transaction, so an interrupted run goes on where it
    stopped."""
    async with translated(), database.engine.connect() as connection:
        await connection.run_sync(lambda c: command.upgrade(_config(c), "head"))
        await connection.commit()


async def is_current(database: Database) -> bool:
    """True when the database holds the newest revision; a server that finds otherwise is not ready."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    async with translated(), database.engine.connect() as connection:
        held = await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())
        await connection.rollback()
    return held == newest


async def ensure_current(database: Database) -> None:
    """Raises `SettingsError`, which names the way out, unless the database holds the newest revision."""
    if not await is_current(database):
        raise SettingsError(["The database is not up to date. Run: python app.py migrate"])
