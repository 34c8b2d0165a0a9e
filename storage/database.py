"""Where rows live: one `transaction()` for every write, on SQLite for one machine or PostgreSQL for many.

SQLite runs in WAL with synchronous FULL and one writer connection, so an acknowledged event survives a power cut.
Time comes from the database, in two kinds: product time (what people see) is raw time plus one stored demo offset;
raw time is for leases, back-off and expiry, so that moving the demo clock breaks no lease.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import BigInteger, Integer, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Mapped, mapped_column

from storage.errors import StorageUnavailable
from storage.filelock import FileLock
from storage.rows import Row, instant

T = TypeVar("T")
_NOW_MS = {
    # julianday and not unixepoch('subsec'), which is NULL before SQLite 3.42 (Debian 12 has 3.40).
    "sqlite": "SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
    "postgresql": "SELECT CAST(extract(epoch from clock_timestamp()) * 1000 AS bigint)",
}
_OFFSET_MS = ", coalesce((SELECT offset_ms FROM product_clock), 0)"


class ProductClock(Row):
    """One row: how far product time is ahead of database time. Zero outside demo mode."""

    __tablename__ = "product_clock"

    clock_id: Mapped[int] = mapped_column(Integer, primary_key=True, default=1)
    offset_ms: Mapped[int] = mapped_column(BigInteger, default=0)
    probed_at: Mapped[datetime | None] = mapped_column(default=None)
    """When the readiness probe last wrote here, in raw time."""


@dataclass(slots=True)
class Transaction:
    """One unit of work. `now` is product time, `raw_now` database time; both are fixed when it begins."""

    session: AsyncSession
    now: datetime
    raw_now: datetime
    dialect: str
    on_commit: list[Any] = field(default_factory=list)
    """Plain callables to run after the commit, such as waking the dispatcher."""


class Database:
    """Built once by `app.py`. Every method raises `StorageUnavailable` when the database cannot serve."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.dialect = self.url.get_backend_name()
        self.is_sqlite = self.dialect == "sqlite"
        self._lock = FileLock(f"{self.url.database}.lock") if self.is_sqlite else None
        self._writer = self._engine(is_writer=True)
        self._reader = self._engine(is_writer=False) if self.is_sqlite else self._writer
        self._one_writer = asyncio.Lock()
        self._writing: set[asyncio.Task[Any]] = set()

    def _engine(self, *, is_writer: bool) -> AsyncEngine:
        if not self.is_sqlite:
            return create_async_engine(self.url, pool_size=10, max_overflow=5, pool_pre_ping=True)
        engine = create_async_engine(self.url, pool_size=1 if is_writer else 4, max_overflow=0)
        begin = "BEGIN IMMEDIATE" if is_writer else "BEGIN"

        @event.listens_for(engine.sync_engine, "connect")
        def _prepare(connection: Any, _record: Any) -> None:
            # The driver's own transaction control is switched off; the "begin" listener below decides.
            connection.isolation_level = None
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}").close()

        @event.listens_for(engine.sync_engine, "begin")
        def _begin(connection: Any) -> None:
            connection.exec_driver_sql(begin)

        event.listen(engine.sync_engine, "do_connect", self._keep_private)
        return engine

    def _keep_private(self, *_: Any) -> None:
        """A new file is its owner's alone: customers' words lie in it. SQLite gives the files beside it the same
        mode."""
        path = Path(str(self.url.database))
        # Only when there is none: closing a file that SQLite has open would drop its locks.
        if not path.exists() and path.parent.is_dir():
            path.touch(0o600)

    @property
    def engine(self) -> AsyncEngine:
        return self._writer

    def claim_file(self) -> None:
        """On SQLite, refuse a second process on the same file (`SettingsError`); on PostgreSQL nothing."""
        if self._lock is not None:
            self._lock.acquire()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing. Commits at the end of the block, then runs what was put on `on_commit`.

        Never put a deadline around it: on SQLite a transaction that is cancelled in the middle of a statement leaves a
        connection behind that locks the file. A deadline may end the waiting for a transaction, not the transaction;
        whoever is called under one uses `write`.
        """
        session = AsyncSession(self._writer, expire_on_commit=False)
        async with self._alone(), translated(), session, session.begin():
            tx = await self._open(session)
            yield tx
        for call in tx.on_commit:
            call()

    async def write(self, change: Callable[[Transaction], Awaitable[T]]) -> T:
        """One transaction that comes to its end even when the caller's deadline does not wait for it."""
        writing = asyncio.create_task(self._written(change))
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)
        return await asyncio.shield(writing)

    async def _written(self, change: Callable[[Transaction], Awaitable[T]]) -> T:
        async with self.transaction() as tx:
            return await change(tx)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A consistent view that writes nothing and waits for no writer."""
        session = AsyncSession(self._reader, expire_on_commit=False)
        async with translated(), session, session.begin():
            yield await self._open(session)

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        # One writer connection exists on SQLite; waiting here, in order, beats the pool's time-out.
        if not self.is_sqlite:
            yield
            return
        async with self._one_writer:
            yield

    async def _open(self, session: AsyncSession) -> Transaction:
        row = (await session.execute(text(_NOW_MS[self.dialect] + _OFFSET_MS))).one()
        raw_now = instant(int(row[0]))
        return Transaction(session, raw_now + timedelta(milliseconds=int(row[1])), raw_now, self.dialect)

    async def set_offset(self, offset_ms: int) -> None:
        """Move product time. Only the demo's clock door calls this."""
        async with self.transaction() as tx:
            (await _clock_row(tx)).offset_ms = offset_ms

    async def is_writable(self) -> bool:
        """True when something can really be written; a full disk shows only then. The readiness probe asks."""
        try:
            async with self.transaction() as tx:
                (await _clock_row(tx)).probed_at = tx.raw_now
        except StorageUnavailable:
            return False
        return True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await asyncio.gather(*self._writing, return_exceptions=True)
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()
        if self._lock is not None:
            self._lock.release()


async def _clock_row(tx: Transaction) -> ProductClock:
    await add_new(tx, ProductClock(clock_id=1))
    return await tx.session.get_one(ProductClock, 1, with_for_update=True)


async def add_new(tx: Transaction, row: Row) -> bool:
    """Insert the row; False when its key (any unique key) is already there."""
    return (await add_each_new(tx, [row]))[0]


async def add_each_new(tx: Transaction, rows: Sequence[Row]) -> list[bool]:
    """Insert rows of one table in few statements; False for each whose key is already there, or comes twice. Detected
    by RETURNING, since drivers' row counts differ after an ignored conflict."""
    table = type(rows[0]).__table__
    columns = [column.name for column in table.columns]
    key = [column.name for column in table.columns if column.primary_key]
    values = [{name: getattr(row, name) for name in columns} for row in rows]
    stored = {tuple(found) for found in await tx.session.execute(_insert(table, tx.dialect), values)}
    found: list[bool] = []
    for row in rows:
        mine = tuple(getattr(row, name) for name in key)
        found.append(mine in stored)
        stored.discard(mine)
    return found


@cache
def _insert(table: Any, dialect: str) -> Any:
    """Built once, since building it costs more than running it."""
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    return insert.on_conflict_do_nothing().returning(*table.primary_key.columns)


@asynccontextmanager
async def translated() -> AsyncIterator[None]:
    """Errors of a database that cannot serve end here; a broken rule of the schema is a fault of ours and stays
    visible."""
    try:
        yield
    except (OperationalError, InterfaceError, InternalError, PoolTimeout) as error:
        # The driver's own first line names what is wrong and holds no values; SQLAlchemy's text would hold them.
        said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
        raise StorageUnavailable(f"The database cannot serve now: {said.splitlines()[0][:200]}") from error
