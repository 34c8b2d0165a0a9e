"""The two databases of the storage tests: SQLite in a file, and a PostgreSQL that the tests start themselves."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.loopback import free_port


def sqlite_url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'kindline.db'}"


@contextmanager
def postgres_server(programs: Path) -> Iterator[str]:
    """A fresh cluster on loopback for as long as the block lasts; answers its address without a database name."""
    folder = Path(tempfile.mkdtemp(prefix="kindline-pg-"))
    data, port = folder / "data", free_port()
    # initdb and postgres refuse root; Debian's package brings a user of that name.
    as_user = "postgres" if os.geteuid() == 0 else None
    if as_user is not None:
        shutil.chown(folder, as_user)

    def run(*command: str) -> None:
        environment = os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, user=as_user, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command[0]} failed: {done.stderr or done.stdout}"

    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    try:
        run(str(programs / "initdb"), "-D", str(data), "-U", "kindline", "-A", "trust", "-E", "UTF8", "--no-sync")
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql+psycopg://kindline@127.0.0.1:{port}"
    finally:
        if (data / "postmaster.pid").exists():
            run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def new_postgres_database(server: str) -> str:
    """The address of an empty database of its own."""
    name = f"k{uuid4().hex[:12]}"
    plain = server.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{server}/{name}"
