"""A desk with the replies feature."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.replies.desk import ReplyDesk, reply_desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ReplyDesk]:
    async with reply_desk(tmp_path) as made:
        yield made
