"""The reviewed pictures: how they are made comparable, read, and written anew.

After a change that is meant: `.venv/bin/python -m tests.cards.references`, then look at what `git diff tests/cards`
shows, as you would look at any other change.
"""

import asyncio
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.capabilities import carried_out
from tests.cards.day import played
from tests.cards.house import house

FOLDER = Path(__file__).parent
PLATFORMS = ("slack", "teams")
WAYS = "Ways"
"""How each action is carried out there: directly, or by the way round that the capability table names."""
_ID = re.compile(r"(?<![0-9A-Za-z])([a-z]{0,3})[0-9a-f]{26}(?![0-9A-Za-z])")


async def drawn(platform: str) -> dict[str, Any]:
    """Everything that the day shows on this platform, by name."""
    with TemporaryDirectory() as folder:
        async with house(Path(folder), platform) as found:
            await played(found)
    seen = {name: comparable(shown) for name, shown in found.seen.items()}
    return {**seen, WAYS: dict(carried_out(platform))}


def comparable(shown: Any) -> Any:
    """Ids that differ from run to run are counted instead, in the order in which they appear."""
    known: dict[str, str] = {}

    def counted(found: re.Match[str]) -> str:
        return known.setdefault(found[0], f"{found[1]}-{len(known) + 1}")

    return json.loads(_ID.sub(counted, json.dumps(shown)))


def references(platform: str) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text()) for path in sorted((FOLDER / platform).glob("*.json"))}


def write(platform: str, shown: dict[str, Any]) -> None:
    folder = FOLDER / platform
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.json"):
        path.unlink()
    for name, one in shown.items():
        (folder / f"{name}.json").write_text(json.dumps(one, indent=2, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    for each in PLATFORMS:
        write(each, asyncio.run(drawn(each)))
