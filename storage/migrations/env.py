"""Runs revisions on the connection that `storage/migrate.py` hands over; nothing here reads a URL."""

from alembic import context

from storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
)
with context.begin_transaction():
    context.run_migrations()
