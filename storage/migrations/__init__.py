"""The schema's history, one Alembic revision a file; expand first, contract in a later release."""
