"""The playground that each test of this folder gets: fresh, with a receiver in the bot's place."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.playground.bench import Bench, bench_in
from tests.playground.teams_bench import TeamsBench, teams_bench_in


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with bench_in(tmp_path) as ready:
        yield ready


@pytest.fixture
async def teams(tmp_path: Path) -> AsyncIterator[TeamsBench]:
    async with teams_bench_in(tmp_path) as ready:
        yield ready
