"""An office with the insights feature and a route to #marketing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.events import MessagePosted
from bot.insights.feature import routes
from tests.insights.linked import Linked, linked_offices
from tests.office import HERE, NOW, Office, opened

MARKETING = "C0MKT"


@pytest.fixture
async def bare_office(tmp_path: Path) -> AsyncIterator[Office]:
    """Nobody has set a route."""
    async with opened(tmp_path, [routes()]) as found:
        yield found


@pytest.fixture
async def office(bare_office: Office) -> Office:
    """A route leads to #marketing, and the platform has said that no other organisation belongs to it."""
    await bare_office.command("U0NADINE", "kindline route @U0MILO <#C0MKT|marketing>")
    await bare_office.hear(written_in(MARKETING))
    return bare_office


def written_in(channel_id: str, by: str = "U0MILO", *, is_shared: bool | None = False) -> MessagePosted:
    """A message in a channel that nobody enrolled: only what it tells about the channel is of interest."""
    return MessagePosted(
        workspace_id=HERE,
        at=NOW,
        channel_id=channel_id,
        message_id=f"m-{by}",
        thread_id=f"m-{by}",
        author_id=by,
        text="Good morning",
        is_shared=is_shared,
    )


@pytest.fixture
async def linked(tmp_path: Path) -> AsyncIterator[Linked]:
    async with linked_offices(tmp_path) as found:
        yield found
