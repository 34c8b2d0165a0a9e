"""The base of every mapped row, and the column types that behave alike on SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta
from itertools import count
from secrets import token_hex
from time import time_ns
from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant stored as whole milliseconds since 1970, so both databases compare and index it alike."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else instant(int(value))


def milliseconds(value: datetime) -> int:
    """Whole milliseconds since 1970. A naive datetime is a programming error and is refused."""
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (value - EPOCH) // timedelta(milliseconds=1)


def instant(value_ms: int) -> datetime:
    return EPOCH + timedelta(milliseconds=value_ms)


def new_id(prefix: str = "") -> str:
    """An id made by the application, never by a database sequence, so workspaces can move between databases.

    Ids of one process sort in the order they were made, so work that is due at the same instant keeps its order.
    """
    return f"{prefix}{time_ns() // 1_000_000:012x}{next(_made) % 65536:04x}{token_hex(5)}"


_made = count()


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """A mapped dataclass. Each table's primary key starts with the workspace id."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads a plain class attribute here.
        datetime: Instant,
        str: Text,
        dict[str, Any]: JSON,
        dict[str, str]: JSON,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
    }


Id = String(128)
"""Ids of platforms and of ours; the longest known platform id has 86 characters."""
