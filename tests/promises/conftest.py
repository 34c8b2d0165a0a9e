"""One office for each test of the promises feature."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.promises import Promise
from tests.promises.office import FRIDAY_NOON, Office, opened


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    """A customer has just asked; Frieda has not answered yet."""
    found = await opened(tmp_path)
    await found.ask()
    yield found
    await found.database.close()


@pytest.fixture
async def promise(office: Office) -> Promise:
    """Frieda promised to call back by Friday noon."""
    await office.say(FRIDAY_NOON)
    return await office.promise()
