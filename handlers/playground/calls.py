"""The append-only ledger of accepted Web API calls: the truth that tests compare the bot with."""

from pathlib import Path

import orjson

from handlers.playground.world import Json

MOST_REMEMBERED = 20_000


class CallLog:
    """Each accepted call is a line of a file before its answer leaves, so a restart forgets none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._calls: list[Json] = []
        self._given = 0

    def load(self) -> None:
        if self._path.exists():
            lines = self._path.read_bytes().splitlines()
            self._calls = [call for line in lines if (call := _read(line))][-MOST_REMEMBERED:]
            self._given = max((call["n"] for call in self._calls), default=0)

    def add(self, at: str, method: str, args: Json, token: str, answer: Json) -> None:
        self._given += 1
        call = {"n": self._given, "at": at, "method": method, "args": args, "token": token, "answer": answer}
        self._calls.append(call)
        del self._calls[:-MOST_REMEMBERED]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as ledger:
            ledger.write(orjson.dumps(call) + b"\n")

    def clear(self) -> None:
        self._calls.clear()
        self._given = 0
        self._path.unlink(missing_ok=True)

    def since(self, n: int, method: str | None) -> list[Json]:
        return [call for call in self._calls if call["n"] > n and method in (None, call["method"])]


def _read(line: bytes) -> Json | None:
    """A line that a kill cut short is left out."""
    try:
        call = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return call if isinstance(call, dict) and "n" in call else None
