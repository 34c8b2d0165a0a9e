"""One process per SQLite file: a second one is told why and stops, since two would claim each other's work."""

import fcntl
import os
from pathlib import Path

from storage.errors import SettingsError


class FileLock:
    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._handle: int | None = None

    def acquire(self) -> None:
        """Hold the lock until `release` or the end of the process. Raises `SettingsError` when another holds it."""
        if self._handle is not None:
            return
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise SettingsError(
                [
                    f"Another Kindline process is already using {self._path.name.removesuffix('.lock')}. "
                    "SQLite serves one process at a time. Stop it, run this again, and start it afterwards; "
                    "PostgreSQL serves many."
                ]
            ) from error
        self._handle = handle

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
