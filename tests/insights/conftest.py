"""An office with the insights feature and a route to #marketing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.insights.feature import routes
from tests.office import Office, opened

MARKETING = "C0MKT"


@pytest.fixture
async def bare_office(tmp_path: Path) -> AsyncIterator[Office]:
    """Nobody has set a route."""
    async with opened(tmp_path, [routes()]) as found:
        yield found


@pytest.fixture
async def office(bare_office: Office) -> Office:
    await bare_office.command("U0NADINE", "kindline route @U0MILO <#C0MKT|marketing>")
    return bare_office
